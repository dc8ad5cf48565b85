"""What the letters of a group have in common, to show what the group is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import ceil

from hoering.duplicates.records import Letter
from hoering.duplicates.words import shingles

_RUN = 3
_MOST = 0.5


def common_text(letters: Sequence[Letter]) -> str:
    """The longest passage at least half of the letters have, as the first of them to have it writes it."""
    counts = Counter(run for letter in letters for run in set(shingles(letter.words, _RUN)))
    least = max(2, ceil(_MOST * len(letters)))
    best = ""
    longest = 0
    for letter in letters:
        first, count = _longest([counts[run] >= least for run in shingles(letter.words, _RUN)])
        if count > longest:
            longest = count
            best = letter.text[letter.words[first].start : letter.words[first + count + _RUN - 2].end]
    return " ".join(best.split())


def _longest(shared: Sequence[bool]) -> tuple[int, int]:
    """Place and length of the longest run that is true."""
    best, place, length = 0, 0, 0
    for i, value in enumerate(shared):
        length = length + 1 if value else 0
        if length > best:
            best, place = length, i - length + 1
    return place, best
