"""Entities told by their form and the words around them: bodies, papers, list letters, and persons by their title.

Works on words alone, so that it needs no model. What stands in the gazetteer as a whole name is found in `ruler`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hoering.language.gazetteer import Gazetteer
from hoering.language.sentences import STARTERS

PERSON, ORGANISATION, PLACE = "PER", "ORG", "LOC"

_AND = frozenset({"og", "samt", "&"})
_LINKS = frozenset({"af", "von", "van", "de", "der", "el", "al", "bin", "ibn"})
_OF = frozenset({"for", "i", "af", "hos", "ved", "fra", "på"})
_MODIFIERS = frozenset({
    "der", "er", "som", "tidligere", "forhenværende", "nuværende", "ny", "nyvalgt", "nye", "nyvalgte",
    "fungerende", "konstitueret", "siddende", "mangeårig", "mangeårige", "daglig", "faglig", "lokal",
    "politisk", "administrerende",
})  # fmt: skip
_PARTS_BEFORE = frozenset({"Af", "Foto", "Tekst", "Journalist"})
# Heads that a name follows without a preposition: "Jobcenter Skovlev".
_PLACE_HEADS = frozenset({"Jobcenter", "Jobcentret", "Borgerservice", "Ydelsescenter", "Ungecenter", "Frivilligcenter"})
# With a capital at the start of a sentence these are no part of the name after them; "Dansk" and "Det Lokale" are.
_NO_NAME = STARTERS | frozenset({
    "af", "i", "de", "dens", "dets", "dette", "denne", "disse", "hans", "hele", "hver", "min", "mit", "mine",
    "dit", "din", "vores", "deres", "jeres", "kære", "til", "fra", "via", "hos", "ifølge", "iflg.", "siger",
    "spørg", "kontakt", "besøg", "ring", "tak", "samme", "sådanne",
})  # fmt: skip
# "området" is no "råd".
_NO_BODY = ("området", "områdets")
_LONGEST_TITLE = 8
_WEAK_STEM = 3


class Found(NamedTuple):
    """An entity: tokens from ``start`` up to ``end``, and its label."""

    start: int
    end: int
    label: str


class Text(NamedTuple):
    """The words of a doc, and for each whether its place explains a capital (start of a sentence, after a quote)."""

    words: Sequence[str]
    fresh: Sequence[bool]

    def at(self, i: int) -> str:
        """The word at a place, and "" outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        """Whether a word with a capital stands at a place."""
        return self.at(i)[:1].isupper()


class Shapes:
    """The rules, with the endings, titles and letters of a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._definite = _with_genitive(gazetteer.names("body_suffix", "body_suffix_name"))
        self._sure = _with_genitive(gazetteer.names("body_suffix_name"))
        self._indefinite = _with_genitive(gazetteer.names("body_suffix_indefinite"))
        self._heads = gazetteer.names("body_head")
        self._letters = gazetteer.names("party_letter")
        self._papers = frozenset(tuple(name.split()) for name in gazetteer.names("media_suffix"))
        self._titles = gazetteer.names("title")
        self._long_titles = tuple(title for title in self._titles if len(title) > 4)
        self.body = lru_cache(20_000)(self._body)
        self.is_title = lru_cache(20_000)(self._is_title)

    def organisations(self, text: Text) -> Iterator[Found]:
        """Bodies, municipalities, job centres, papers and list letters."""
        for i, word in enumerate(text.words):
            if not word[0].isupper():
                if word.lower() in {"kommune", "kommunes"} and text.capital(i - 1):
                    yield from self._after_name(text, i)
                continue
            kind = self.body(word)
            if kind == "sure" or (kind == "definite" and not text.fresh[i]):
                yield Found(i, i + 1, ORGANISATION)
            if kind == "indefinite" and text.capital(i - 1):
                yield from self._after_name(text, i)
            if word in self._heads and text.at(i + 1) == "for":
                yield from self._named_for(text, i)
            if word in _PLACE_HEADS and text.capital(i + 1):
                yield Found(i, i + 2, ORGANISATION)
            if word[-1] == "-":
                yield from self._joined(text, i)
            yield from self._paper(text, i)
            if word in self._letters:
                yield from self._list_letter(text, i)

    def persons(self, text: Text, taken: Sequence[bool]) -> Iterator[Found]:
        """Persons by their title, list letter or byline; none on tokens that are taken by another entity."""
        for i, word in enumerate(text.words):
            if self._names_the_one_before(text, i):
                yield from self._name_before(text, i, taken)
            elif word in _PARTS_BEFORE and text.fresh[i]:
                yield from self._byline(text, i, taken)
            elif self.is_title(word):
                yield from self._after_title(text, i, taken)

    def _body(self, word: str) -> str:
        low = word.lower()
        if low.endswith(_NO_BODY):
            return ""
        if low.endswith(self._sure) and not low.endswith(("bestyrelsen", "bestyrelsens")):
            stem = len(low) - max(len(suffix) for suffix in self._sure if low.endswith(suffix))
            return "sure" if stem >= _WEAK_STEM else "definite"
        if low.endswith(self._definite):
            return "definite"
        return "indefinite" if low.endswith(self._indefinite) else ""

    def _is_title(self, word: str) -> bool:
        low = word.lower()
        forms = {low, *(low.removesuffix(end) for end in ("en", "n", "et", "met") if len(low) > 6)}
        return not forms.isdisjoint(self._titles) or any(form.endswith(self._long_titles) for form in forms)

    def _after_name(self, text: Text, i: int) -> Iterator[Found]:
        """``Ravnsø Handicapråd``, ``Det Lokale Arbejdsmarkedsråd``, ``Skovlev kommune``."""
        start = i
        while i - start < 4 and self._may_precede(text, start - 1):
            start -= 1
        if start < i:
            yield Found(start, i + 1, ORGANISATION)

    def _may_precede(self, text: Text, i: int) -> bool:
        word = text.at(i)
        if not text.capital(i) or not word.replace("-", "").replace("’", "").replace("'", "").isalpha():
            return False
        if word in {"Det", "Den"}:
            return text.capital(i + 1) and text.at(i + 1).endswith("e")
        return word.lower() not in _NO_NAME and not self.is_title(word)

    def _named_for(self, text: Text, i: int) -> Iterator[Found]:
        """``Udvalget for Klima, Teknik og Miljø``: commas count only where an "og" closes the list."""
        end = sure = self._capitals_from(text, i + 2)
        while end > i + 2:
            if text.at(end) in _AND and text.capital(end + 1):
                sure = self._capitals_from(text, end + 1)
                break
            if text.at(end) != "," or not text.capital(end + 1):
                break
            end = self._capitals_from(text, end + 1)
        if sure > i + 2:
            yield Found(i, sure, ORGANISATION)

    def _capitals_from(self, text: Text, i: int) -> int:
        while text.capital(i):
            i += 1
        return i

    def _joined(self, text: Text, i: int) -> Iterator[Found]:
        """``Social- og Sundhedsudvalget``, ``Kultur-, Fritids- og Idrætsudvalget``."""
        end = i + 1
        while text.at(end) == "," and text.at(end + 1).endswith("-"):
            end += 2
        last = text.at(end + 1)
        if text.at(end).lower() in {*_AND, "eller"} and last and self.body(last):
            yield Found(i, end + 2, ORGANISATION)

    def _paper(self, text: Text, i: int) -> Iterator[Found]:
        """``Ravnsø Folkeblad``, ``Skovlev Amts Avis``: the ending of a paper's name after a capital."""
        for size in (2, 1):
            if tuple(text.words[i : i + size]) in self._papers and self._may_precede(text, i - 1):
                yield Found(i - 1, i + size, ORGANISATION)
                return

    def _list_letter(self, text: Text, i: int) -> Iterator[Found]:
        """``Karen Holt (S)``, ``Et flertal (A, B og Ø)``; not ``bilag (A)``."""
        left, right = i - 1, i + 1
        while text.at(left) in {",", *_AND} and text.at(left - 1) in self._letters:
            left -= 2
        while text.at(right) in {",", *_AND} and text.at(right + 1) in self._letters:
            right += 2
        several = right - left > 2
        if text.at(left) == "(" and text.at(right) == ")" and (several or self._may_have_party(text, left - 1)):
            yield Found(i, i + 1, ORGANISATION)

    def _may_have_party(self, text: Text, i: int) -> bool:
        return (text.capital(i) and (not text.fresh[i] or text.capital(i - 1))) or self.is_title(text.at(i))

    def _names_the_one_before(self, text: Text, i: int) -> bool:
        """``▯ (S)``, ``▯, formand for Ældrerådet``"""
        if text.at(i) == "(":
            return text.at(i + 1) in self._letters
        return text.at(i) == "," and self._title_follows(text, i + 1)

    def _title_follows(self, text: Text, i: int) -> bool:
        while text.at(i) in _MODIFIERS:
            i += 1
        word = text.at(i)
        return word[:1].islower() and self.is_title(word)

    def _byline(self, text: Text, i: int, taken: Sequence[bool]) -> Iterator[Found]:
        """``Af Karen Holt og Per Lund``, ``Foto: Eva Kvist``."""
        i += 1
        while True:
            if text.at(i) in {":", ",", "og"}:
                i += 1
            end = self._name_end(text, i, taken)
            if end - i < 2:
                return
            yield Found(i, end, PERSON)
            if text.at(end) not in {"og", ","}:
                return
            i = end + 1

    def _after_title(self, text: Text, i: int, taken: Sequence[bool]) -> Iterator[Found]:
        """``borgmester Karen Holt``, ``formand for Ældrerådet, Karen Holt``."""
        k = i + 1
        if text.at(k) in _OF:
            k += 1
            while k < min(i + _LONGEST_TITLE, len(taken)) and (taken[k] or self._goes_on(text, k)):
                k += 1
            if text.at(k) == ",":
                k += 1
        end = self._name_end(text, k, taken)
        if end - k > 1:
            yield Found(k, end, PERSON)

    def _goes_on(self, text: Text, i: int) -> bool:
        """``formand for ▯socialudvalget ▯i ▯Skovlev, Karen Holt``"""
        return text.at(i)[:1].islower() or (text.capital(i) and text.at(i - 1) in {"i", "på"})

    def _name_end(self, text: Text, start: int, taken: Sequence[bool]) -> int:
        """Where a person's name ends that begins at a place: capitals, initials, and "von" between them."""
        i = start
        while i - start < 6 and self._is_name_part(text, i, taken):
            i += 1
            if text.at(i) in _LINKS and self._is_name_part(text, i + 1, taken):
                i += 1
        return i

    def _name_before(self, text: Text, end: int, taken: Sequence[bool]) -> Iterator[Found]:
        start = end
        while end - start < 6 and start and self._is_name_part(text, start - 1, taken):
            start -= 1
            if text.at(start - 1) in _LINKS and self._is_name_part(text, start - 2, taken):
                start -= 1
        if start < end and text.at(start).lower() in _NO_NAME:
            start += 1
        if end - start > 1:
            yield Found(start, end, PERSON)

    def _is_name_part(self, text: Text, i: int, taken: Sequence[bool]) -> bool:
        word = text.at(i)
        if not text.capital(i) or i >= len(taken) or taken[i] or self.is_title(word) or self.body(word) == "sure":
            return False
        if len(word) == 2 and word[1] == ".":
            return True
        return (word[1:].islower() or "-" in word or "’" in word or len(word) == 1) and word.replace("-", "").replace(
            "’", ""
        ).isalpha()


def _with_genitive(endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({form for ending in endings for form in (ending, f"{ending}s")}))
