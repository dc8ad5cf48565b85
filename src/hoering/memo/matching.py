"""Heard parties against those who answered: what is surely one and the same, and what a person must decide.

A match is made only where two names say the same with other words around it. What merely looks alike is listed and
counted as no match, until the list says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from hoering.endorsements.names import BODY
from hoering.memo.party_list import Heard
from hoering.records import Source

_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
_IS_BODY = re.compile(rf"{BODY}\Z")
_DEFINITE = re.compile(rf"({BODY})(?:b?en|et|met|n)\Z")
_SMALL = frozenset({"i", "for", "af", "og", "på", "ved", "den", "det", "de", "a", "s", "aps"})
# Who in a body writes, or which part of it, does not make it another body.
_ROLE = frozenset({
    "formand", "formanden", "formandskab", "formandskabet", "næstformand", "bestyrelse", "bestyrelsen", "sekretariat",
    "sekretariatet", "direktion", "direktionen", "ledelse", "ledelsen",
})  # fmt: skip
# Names in the lists of ministries that are nearly always written short.
_SHORT = {
    "kl": "kommunernes landsforening", "da": "dansk arbejdsgiverforening", "di": "dansk industri",
    "de": "dansk erhverv", "fh": "fagbevægelsens hovedorganisation", "dh": "danske handicaporganisationer",
    "ds": "dansk socialrådgiverforening", "dak": "danske a-kasser", "ac": "akademikerne",
}  # fmt: skip
_ALIKE = 86.0
_EXACT = "samme navn"


@dataclass(frozen=True, slots=True)
class Match:
    """A heard party and the answers it gave; ``why`` says how the names were held together."""

    party: Heard
    answers: tuple[Source, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A heard party and a sender that may be one and the same."""

    party: Heard
    sender: str
    numbers: tuple[int, ...]
    why: str


@dataclass(frozen=True)
class Roll:
    """Who was heard and who answered.

    Args:
        parties: the list, in its order.
        answers: the answers by the name of who answers; private persons are left out, for they are on no list.
        home: the name of the authority whose draft is heard; its place tells no body from another.
    """

    parties: Sequence[Heard]
    answers: Mapping[str, Sequence[Source]]
    home: str = ""

    @cached_property
    def matches(self) -> list[Match]:
        """One for each party, those without an answer too, in the order of the list."""
        return [
            Match(
                party,
                tuple(a for name, _ in own for a in self.answers[name]),
                "; ".join(dict.fromkeys(w for _, w in own)),
            )
            for party in self.parties
            for own in [self._certain.get(party.name, [])]
        ]

    @property
    def answered(self) -> list[Match]:
        """Parties that answered."""
        return [match for match in self.matches if match.answers]

    @property
    def silent(self) -> list[Heard]:
        """Parties that did not, as far as can be told."""
        return [match.party for match in self.matches if not match.answers]

    @cached_property
    def on_list(self) -> frozenset[str]:
        """Ids of the answers that heard parties gave."""
        return frozenset(answer.source for match in self.matches for answer in match.answers)

    @cached_property
    def doubts(self) -> list[Doubt]:
        """Parties without an answer that look like a sender who is on no list."""
        taken = {name for own in self._certain.values() for name, _ in own}
        return [
            Doubt(party, name, tuple(answer.number for answer in self.answers[name]), why)
            for party in self.silent
            for name in self.answers
            if name not in taken and (why := self._alike(party, name))
        ]

    @cached_property
    def _certain(self) -> Mapping[str, list[tuple[str, str]]]:
        """Senders and reasons by party; a sender that fits two parties fits none of them."""
        fits = {
            name: [(party, why) for party in self.parties if (why := self._same(party, name))] for name in self.answers
        }
        found: dict[str, list[tuple[str, str]]] = {}
        for name, own in fits.items():
            exact = [pair for pair in own if pair[1] == _EXACT] or own
            if len(exact) == 1:
                found.setdefault(exact[0][0].name, []).append((name, exact[0][1]))
        return found

    def _same(self, party: Heard, sender: str) -> str:
        """Why a party is a sender for certain, or ``""``."""
        for form in (party.name, *party.also):
            why = self._one(form, sender)
            if why:
                return why if form == party.name else f"»{form}« i listen: {why}"
        return ""

    def _one(self, form: str, sender: str) -> str:
        if " ".join(form.casefold().split()) == " ".join(sender.casefold().split()):
            return _EXACT
        ours, theirs = self._words(form), self._words(sender)
        if ours and ours == theirs:
            return "samme navn, skrevet lidt anderledes"
        if ours and ours - _ROLE == theirs - _ROLE and ours - _ROLE:
            return "samme navn; der er skrevet af en i ledelsen"
        if _is_short(form, sender) or _is_short(sender, form):
            return "forkortelse"
        return ""

    def _alike(self, party: Heard, sender: str) -> str:
        for form in (party.name, *party.also):
            ours, theirs = self._words(form), self._words(sender)
            if ours and theirs and (ours < theirs or theirs < ours):
                return "det ene navn er en del af det andet"
            if fuzz.token_sort_ratio(" ".join(sorted(ours)), " ".join(sorted(theirs))) >= _ALIKE:
                return "navnene staves næsten ens"
        return ""

    def _words(self, name: str) -> frozenset[str]:
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = _telling(name, self._home)
        return found

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        """The words of names met before: each party is held against each sender."""
        return {}

    @cached_property
    def _home(self) -> frozenset[str]:
        words = {word.casefold() for word in _WORD.findall(self.home)} - {"kommune", "kommunes"}
        return frozenset(words | {f"{word}s" for word in words})


def _telling(name: str, home: frozenset[str]) -> frozenset[str]:
    """Words that tell a name from others; the place of the hearing does not, where there are others."""
    found = [_plain(word) for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", name))]
    kept = frozenset(word for word in found if word not in _SMALL) or frozenset(found)
    if any(_IS_BODY.search(word) for word in kept):
        kept -= {"kommune", "kommunes"}
    return kept - home or kept


def _plain(word: str) -> str:
    return _DEFINITE.sub(r"\1", word.casefold())


def _is_short(short: str, long: str) -> bool:
    """Whether a name is written by its first letters: "KL", "DA", "FH"."""
    letters = re.sub(r"[\W_]", "", short).casefold()
    if not 2 <= len(letters) <= 5 or len(short.split()) > 1:
        return False
    known = _SHORT.get(letters)
    if known:
        return known == " ".join(long.casefold().split())
    words = [word for word in _WORD.findall(long) if word.casefold() not in _SMALL]
    initials = "".join(word[0] for word in words if word[0].isupper()).casefold()
    return short.isupper() and len(words) > 1 and initials == letters


def by_sender(answers: Iterable[tuple[str, Source]]) -> dict[str, list[Source]]:
    """Answers by the name of who answers, in their order."""
    found: dict[str, list[Source]] = {}
    for name, source in answers:
        found.setdefault(name, []).append(source)
    return found
