"""Passages that stand in one text twice: an answer pasted in again, or a page read two times."""

from __future__ import annotations

from collections.abc import Sequence

from hoering.duplicates.records import Passage
from hoering.duplicates.words import Word

# Shorter runs come back on purpose: a question, a heading, a slogan.
LEAST_WORDS = 20
_SEED = 8


def repeated_passages(found: Sequence[Word]) -> tuple[Passage, ...]:
    """The second and later copies of passages of at least 20 words.

    Args:
        found: the words of one text.
    """
    exact = [word.exact for word in found]
    seen: dict[tuple[str, ...], int] = {}
    passages: list[Passage] = []
    here = 0
    while here + _SEED <= len(exact):
        seed = tuple(exact[here : here + _SEED])
        earlier = seen.setdefault(seed, here)
        length = _same(exact, earlier, here)
        if length >= LEAST_WORDS:
            passages.append(Passage(start=found[here].start, end=found[here + length - 1].end))
            here += length
        else:
            here += 1
    return tuple(passages)


def _same(exact: Sequence[str], earlier: int, here: int) -> int:
    """How many words from two places on are the same; none where the places are one, or before they would meet."""
    length = 0
    while earlier + length < here and here + length < len(exact) and exact[earlier + length] == exact[here + length]:
        length += 1
    return length
