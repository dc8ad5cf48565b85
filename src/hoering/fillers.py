"""Filled pauses and false starts in what was said: found and marked, never taken out of a text.

Only what hardly can be anything else is found: sounds (øh, hmm), words and short phrases said twice, broken-off
words, and a few small words where commas set them off. A text can then be shown without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

# Three dots in square brackets with a blank on either side: what was left out of a quotation.
MARK = "[…]"

Kind = Literal["lyd", "gentagelse", "afbrudt", "småord"]

_SOUND = re.compile(r"(?<![\w.&-])(?:ø+h+m*|æ+h+m*|e+h+m*|h+m+|mh?m+|m+hm+|uh+m+)(?![\w&'’-]|\.\w)", re.IGNORECASE)
_MM = re.compile(r"m+", re.IGNORECASE)

# Said twice in a row by those who look for words; "der der", "så så" and "i i dag" are Danish.
_TWICE = frozenset({
    "jeg", "vi", "du", "man", "han", "hun", "og", "at", "hvis", "når", "fordi", "men", "eller", "min", "mit",
    "mine", "vores", "en", "et", "også", "hvordan", "hvorfor",
})  # fmt: skip
_REPEATED = re.compile(r"\b(?P<word>[^\W\d_]+)(?:(?:\s?(?:…|\.{3})\s?|,? )(?P=word)\b)+", re.IGNORECASE)
_PHRASE = re.compile(
    r"\b(?P<phrase>(?:jeg|vi|du|man|han|hun|de|det|der) [^\W\d_]+)(?P<gap>,? |\s?…\s?)(?=(?P=phrase)\b)", re.IGNORECASE
)
_RELATIVE = re.compile(r"\s(?:der|som)\b")
# "Det tror jeg, jeg vil": one is the subject of each verb; "et både-og og".
_TWO_CLAUSES = re.compile(
    r"(?:-|\b(?:tror|troede|synes|syntes|håber|håbede|ved|vidste|mener|mente|siger|sagde|tænker|tænkte|føler|følte"
    r"|regner|regnede|forstår|forstod|husker|kan|kunne|vil|ville) )$",
    re.IGNORECASE,
)

_STEM = r"[^\W\d_]{1,12}"
_BROKEN = re.compile(rf"\b(?P<stem>{_STEM})(?P<cut>[-–—…]) (?P<next>[^\W\d_]+)")
_BROKEN_PHRASE = re.compile(
    rf"\b(?P<word>jeg|vi|du|man|han|hun|de|det|der) {_STEM}(?P<cut>[-–—…]) (?=(?P=word)\b)", re.IGNORECASE
)
_HANGING = frozenset({"og", "eller", "samt", "men", "til", "som"})

_SET_OFF = re.compile(r", (?P<word>altså|ligesom|sådan|jamen|du ved)(?=,)", re.IGNORECASE)
_TAG = re.compile(r", (?P<word>ikk?['’])(?=[,.?!]|$)", re.IGNORECASE)
_OPENING = re.compile(
    r"(?P<word>altså|jamen altså|nå men altså|jamen|ligesom)(?=,)|(?P<bare>(?-i:Altså))(?= )", re.IGNORECASE
)
# "Altså skal vi …": therefore. Before other words it only opens.
_VERB_NEXT = re.compile(
    r" (?:er|var|bliver|blev|har|havde|skal|skulle|kan|kunne|vil|ville|må|måtte|bør|burde|får|fik|går|gik|gør|kommer"
    r"|mangler|betyder|handler|ved|siger|mener)\b"
)
# "…, altså, at": that is.
_CONTINUES = re.compile(r"\s*(?:som|at)\b")

_STARTS = re.compile(r"(?:^|[.!?:;\n]\s*|(?:^|\s)[”“»\"–—-]\s?|[.!?:;]\s[”“»\"]\s?)$")
_CLAUSE_STARTS = re.compile(
    r"(?:fordi|at|som|der|hvis|når|da|mens|selvom|selv om|hvor|hvornår|hvordan|hvorfor|men|for|så|inden|før|efter"
    r" at)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"(?:da|hvis|når|fordi|selvom|selv om|mens|inden|før|efter at|siden|hvor)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filler:
    """Characters ``start`` to ``end`` of a text fill a pause; ``kind`` says in what way."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Omission:
    """What to leave out for a run of fillers, with the comma and blank that go with it; offsets in the text.

    ``blank`` stands before the mark of omission: nothing at the start of a sentence.
    """

    start: int
    end: int
    blank: str


def fillers(text: str) -> list[Filler]:
    """The fillers of a text in order of place, none overlapping.

    >>> [text for text in ("Jeg ventede øh to uger", "Vi fik kurser mm.") if fillers(text)]
    ['Jeg ventede øh to uger']
    """
    found = [*_sounds(text), *_repeats(text), *_breaks(text)]
    return _apart([*found, *_small_words(text, found)])


def omissions(text: str) -> list[Omission]:
    """What to leave out of a text to show it without fillers; nothing where nothing else would be left."""
    runs = _runs(fillers(text), text)
    inside = {place for start, end in runs for place in range(start, end)}
    if not any(c.isalnum() for place, c in enumerate(text) if place not in inside):
        return []
    return [_omission(start, end, text) for start, end in runs]


def without_fillers(text: str, mark: str = MARK) -> str:
    """A text without its fillers; every other word stays as it is.

    Args:
        text: what was said.
        mark: what shows that something was left out; empty for reading only, never for a quotation.

    >>> without_fillers("Øh, det var, altså, svært."), without_fillers("Øh, det var, altså, svært.", mark="")
    ('[…] det var […] svært.', 'det var svært.')
    """
    parts: list[str] = []
    here = 0
    for gap in omissions(text):
        parts += [text[here : gap.start], f"{gap.blank}{mark}" if mark else ""]
        here = gap.end
        if not mark and not gap.blank:
            here += len(text[here:]) - len(text[here:].lstrip(" "))
    return "".join([*parts, text[here:]])


def _sounds(text: str) -> Iterator[Filler]:
    for match in _SOUND.finditer(text):
        sound = match[0]
        if sound.isupper() or (_MM.fullmatch(sound) and not _is_hum(text, match)):
            continue
        yield Filler(match.start(), match.end(), "lyd")


def _is_hum(text: str, match: re.Match[str]) -> bool:
    """Whether ``mm`` is a sound and neither millimetres nor "med mere"."""
    if _is_start(text, match.start()):
        return True
    return bool(re.search(r"[,…]\s?$", text[: match.start()])) and bool(re.match(r",|\s?…", text[match.end() :]))


def _repeats(text: str) -> Iterator[Filler]:
    """``jeg jeg``, ``vi skal vi skal``: all but the last time."""
    for match in _REPEATED.finditer(text):
        safe = match["word"].casefold() in _TWICE or "…" in match[0] or "..." in match[0]
        if _TWO_CLAUSES.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        if safe and not ("," in match[0] and _RELATIVE.match(text, match.end())):
            last = match.end() - len(match["word"])
            yield Filler(match.start(), match.start() + len(text[match.start() : last].rstrip(" ,….")), "gentagelse")
    for match in _PHRASE.finditer(text):
        yield Filler(match.start(), match.end("phrase"), "gentagelse")


def _breaks(text: str) -> Iterator[Filler]:
    """``ska- skal``, ``vi ska- vi skal``; "job- og ungecenter" is whole."""
    for match in _BROKEN_PHRASE.finditer(text):
        yield Filler(match.start(), match.end("cut"), "afbrudt")
    for match in _BROKEN.finditer(text):
        stem, following = match["stem"].casefold(), match["next"].casefold()
        if following not in _HANGING and following.startswith(stem) and following != stem:
            yield Filler(match.start(), match.end("cut"), "afbrudt")


def _small_words(text: str, others: Iterable[Filler]) -> Iterator[Filler]:
    """``altså`` and its like, where commas set them off or where they open a sentence, perhaps behind an ``øh``."""
    ends = {filler.end for filler in others}
    for match in (*_SET_OFF.finditer(text), *_TAG.finditer(text)):
        if not _CONTINUES.match(text, match.end() + 1):
            yield Filler(match.start("word"), match.end("word"), "småord")
    for match in _OPENING.finditer(text):
        opens = _is_start(text, match.start()) or any(match.start() - back in ends for back in range(3))
        if opens and not (match["bare"] and _VERB_NEXT.match(text, match.end())):
            yield Filler(match.start(), match.end(), "småord")


def _apart(found: Iterable[Filler]) -> list[Filler]:
    """In order of place; of two that overlap the first, and of two that begin together the longer."""
    kept: list[Filler] = []
    for filler in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or kept[-1].end <= filler.start:
            kept.append(filler)
    return kept


def _runs(found: Iterable[Filler], text: str) -> list[tuple[int, int]]:
    """Fillers with nothing but blanks and commas between them, joined."""
    runs: list[tuple[int, int]] = []
    for filler in found:
        if runs and not text[runs[-1][1] : filler.start].strip(" ,"):
            runs[-1] = (runs[-1][0], filler.end)
        else:
            runs.append((filler.start, filler.end))
    return runs


def _is_start(text: str, place: int) -> bool:
    return bool(_STARTS.search(text[max(0, place - 4) : place])) if place else True


def _omission(start: int, end: int, text: str) -> Omission:
    if _is_start(text, start):
        return Omission(start, end + (text[end : end + 1] in (",", ".")), "")
    before = len(text[:start].rstrip(" "))
    comma_before, comma_after = text[:before].endswith(","), text[end : end + 1] == ","
    closes = not text[end:].strip() or text[end : end + 1] in ".?!;:”»"
    if comma_before and (closes or (comma_after and not _needs_comma(text, before, end + 1))):
        before -= 1
    return Omission(before, end + (comma_before and comma_after), " ")


def _needs_comma(text: str, before: int, after: int) -> bool:
    """Whether a clause ends or begins there, so that one of the two commas belongs to the sentence."""
    sentence = re.split(r"[.!?:;]\s", text[:before])[-1].lstrip(' ”“»"–-')
    first_clause = "," not in sentence[:-1] and _SUBORDINATE.match(sentence)
    return bool(first_clause or _CLAUSE_STARTS.match(text[after:].lstrip()))
