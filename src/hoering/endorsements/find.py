"""Sentences in which the writer joins another's answer, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hoering.endorsements.names import DEFINITE, Register, Writer
from hoering.endorsements.wordings import NAME, WORDINGS

NOT_RECEIVED = "Der er ingen modtaget henvendelse fra en afsender med det navn."
NOT_NAMED = "Det fremgår ikke, hvis svar der menes."
ONLY_PERSON = "Den nævnte person kendes ikke som afsender."
SEVERAL = "Flere afsendere kan være ment: {}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorsement:
    """A place where a source joins an answer.

    ``start`` and ``end`` are the place of the words that say so, in the text that was searched (code points, end
    exclusive); ``named`` is who is joined, as written; ``joins`` is the source that is meant, empty where it cannot
    be told, and then ``reason`` says why, in Danish.
    """

    source: str
    start: int
    end: int
    named: str
    joins: str = ""
    reason: str = ""


_SENTENCE = re.compile(r"[^\n.!?…]+(?:[.!?…](?!\s+[A-ZÆØÅ”\"»«–\[]|\s*$|\n)[^\n.!?…]*)*[.!?…]*")
_CLAUSE = re.compile(r"[,;:–]| at (?!tilføje)|\bmen\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:ikke|hverken|aldrig|næppe|hvis|var|uden at)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:jeg|vi|os|mig|undertegnede|vores|herfra)\b", re.IGNORECASE)
_GENERIC = re.compile(DEFINITE, re.IGNORECASE)
_FILLING = frozenset({
    "og", "samt", "derfor", "er", "kan", "vil", "skal", "også", "helt", "meget", "fuldt", "fuldstændig", "ganske",
    "hermed", "i", "øvrigt", "det", "hele", "blot", "desuden", "så", "ligeledes", "kun", "gerne",
})  # fmt: skip
# To agree with them is to have their opinion: they have sent no answer.
_AUTHORITY = re.compile(
    r"(?:kommunen|forvaltningen|byrådet|kommunalbestyrelsen|borgmesteren|jobcent(?:e?r|er)et|udvalget|regeringen"
    r"|ministe\w+)s?\Z",
    re.IGNORECASE,
)
# A text without stops is one sentence: so many characters before a place are looked at.
_LOOK_BACK = 400
# Words of a sentence's beginning in which its subject is looked for.
_SUBJECT_WORDS = 5


def find_endorsements(source: str, text: str, register: Register) -> list[Endorsement]:
    """Places where the writer of a text joins another's answer, in order.

    Args:
        source: whose text it is; nobody joins himself.
        text: its readable text, masked. News and other texts about what others think are not to be given.
        register: the senders of all sources of the consultation.
    """
    found: list[Endorsement] = []
    for sentence in _SENTENCE.finditer(text):
        if not sentence[0].rstrip().endswith("?"):
            found += _in_sentence(source, sentence, register)
    return found


def _in_sentence(source: str, sentence: re.Match[str], register: Register) -> Iterator[Endorsement]:
    taken = 0
    matches = [match for wording in WORDINGS for match in wording.finditer(sentence[0])]
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() < taken or not _is_own(source, match, register):
            continue
        taken = match.end()
        first = next(place for place in range(match.start(), match.end()) if match.string[place].isalnum())
        start, end = sentence.start() + first, sentence.start() + match.end()
        for named, writer, reason in _joined(source, match, register):
            joins, why = (writer.source, "") if writer else ("", reason)
            yield Endorsement(source=source, start=start, end=end, named=named, joins=joins, reason=why)


def _is_own(source: str, match: re.Match[str], register: Register) -> bool:
    """Whether it is the writer who joins, and does so."""
    before = _CLAUSE.split(_before(match))[-1]
    trigger = match["trigger"]
    if _NOT.search(before if "tilføje" in trigger else f"{before} {trigger}"):
        return False
    words = [word for word in re.findall(r"[\w-]+", before) if word.casefold() not in _FILLING]
    if not words or _FIRST.search(f"{before} {trigger}"):
        return True
    # "Rådet" is the writer, and so is his own name; any other subject is somebody else.
    if len(words) == 1 and _GENERIC.fullmatch(words[0]):
        return True
    starts = (" ".join(words[:count]) for count in range(1, _SUBJECT_WORDS + 1))
    return any(source in {writer.source for writer in register.find(start)} for start in starts)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]


def _joined(source: str, match: re.Match[str], register: Register) -> Iterator[tuple[str, Writer | None, str]]:
    """Who is joined, as written, the sender that is, and the reason where there is none."""
    groups = {name: words for name, words in match.groupdict().items() if words}
    if "vague" in groups:
        yield groups["vague"], None, NOT_NAMED
    elif name := next((groups[group] for group in ("says", "from", "of", "bare") if group in groups), ""):
        yield from _by_name(source, name, register)
    elif writer := _named_before(source, match, register):
        yield groups.get("back", writer.names[0]), writer, ""
    elif "back" in groups:
        yield groups["back"], None, NOT_NAMED


def _by_name(source: str, whole: str, register: Register) -> Iterator[tuple[str, Writer | None, str]]:
    for name in [whole] if register.find(whole) else whole.split(" og "):
        known = register.find(name)
        writers = [writer for writer in known if writer.source != source]
        if _AUTHORITY.match(name) or any(w.authority for w in writers) or (known and not writers):
            continue
        if len(writers) == 1:
            yield name, writers[0], ""
        elif writers:
            yield name, None, SEVERAL.format(", ".join(writer.names[0] for writer in writers))
        elif name[0].islower() and not _GENERIC.search(name):
            yield name, None, NOT_NAMED
        else:
            yield name, None, ONLY_PERSON if name.startswith("[") else NOT_RECEIVED


def _named_before(source: str, match: re.Match[str], register: Register) -> Writer | None:
    """The one sender the sentence has named before it says "hendes svar"."""
    names = (found[0] for found in re.finditer(NAME, _before(match)))
    named = {w.source: w for name in names for w in register.find(name) if w.source != source and not w.authority}
    return next(iter(named.values())) if len(named) == 1 else None
