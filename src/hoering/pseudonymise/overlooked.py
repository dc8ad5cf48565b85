"""What may have been overlooked: words in a masked text that look like a name and were left standing.

Looser than `names` on purpose: a person looks through the list, nothing is masked because of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from hoering.language import gazetteer
from hoering.pseudonymise.words import (
    SMALL,
    WORD,
    is_acronym,
    is_ambiguous,
    is_first_name,
    is_institution,
    is_ordinary,
    is_place_or_party,
    is_surname,
)

_RUN = re.compile(rf"(?<![\w@\[./-]){WORD}(?: {WORD})*(?![\w@\]]|\.\w)")
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:;»”\"•*–-]|\d[.)])\s*\Z")
_BOX = re.compile(r"\[[^\]\n]*\]")


class Overlooked(NamedTuple):
    """Words at a place in the text they were looked for in."""

    start: int
    end: int
    words: str


def overlooked(text: str, stays: Collection[str] = ()) -> Iterator[Overlooked]:
    """Runs of capitalised words that no list knows as anything but a name, in order.

    Args:
        text: a masked text; placeholders are passed over.
        stays: names of persons, places and organisations that stay by rule; their parts are passed over too.
    """
    boxes = [match.span() for match in _BOX.finditer(text)]
    known = {word for name in stays for word in name.split()}
    for match in _RUN.finditer(text):
        if not any(start <= match.start() < end for start, end in boxes):
            yield from _in_run(match, text, known)


def _in_run(match: re.Match[str], text: str, known: Collection[str]) -> Iterator[Overlooked]:
    if match[0] in _listed() or match[0].removesuffix("s") in _listed():
        return
    words = [(w[0], match.start() + w.start(), match.start() + w.end()) for w in re.finditer(r"\S+", match[0])]
    while words and not _may_be_part(words[0][0], known):
        words.pop(0)
    while words and not _may_be_part(words[-1][0], known):
        words.pop()
    if not words or not all(_may_be_part(word, known) for word, _, _ in words):
        return
    first, start, _ = words[0]
    starts = bool(_STARTS_SENTENCE.search(text[max(0, start - 6) : start])) or start == 0
    if len(words) == 1 and (starts or not _looks_like_one(first)):
        return
    yield Overlooked(start, words[-1][2], text[start : words[-1][2]])


def _may_be_part(word: str, known: Collection[str]) -> bool:
    if word in known or word.removesuffix("s") in known or word in _listed() or word.removesuffix("s") in _listed():
        return False
    if is_place_or_party(word) or is_institution(word) or is_acronym(word) or len(word) < 2:
        return False
    return is_first_name(word) or is_surname(word) or is_ambiguous(word) or not is_ordinary(word)


def _looks_like_one(word: str) -> bool:
    """A single word: on a list of names, or in no dictionary and no institution's."""
    return not is_ordinary(word) and bool(re.fullmatch(rf"\w[{SMALL}]+(?:-\w[{SMALL}]+)?", word))


@cache
def _listed() -> frozenset[str]:
    """Names that are nobody's: places, parties, papers, organisations."""
    kinds = gazetteer.KINDS - {"ambiguous", "title", "noun_suffix", "abbreviation", "abbreviation_final"}
    return frozenset(name for kind in kinds for name in gazetteer.names(kind))
