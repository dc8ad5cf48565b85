"""The account of every character received: kept, replaced, removed, blank, or in a source that was set aside.

A reading of the finished tables, so that whoever has them can check it. What it calls ``blank`` is what no other
row accounts for; that this is white space and nothing else is tested on the raw texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from hoering.records import Removal, Segment, Source

_BLANK, _KEPT, _REPLACED, _REMOVED = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where the characters of one source went; they add up to ``characters`` (code points of raw text)."""

    source: str
    status: str
    characters: int
    kept: int = 0
    replaced: int = 0
    removed: int = 0
    blank: int = 0
    set_aside: int = 0


def accounts(sources: Iterable[Source], segments: Iterable[Segment], removals: Iterable[Removal]) -> list[Account]:
    """One account per source, in their order.

    Args:
        sources: what was received, also what was set aside; files that were never read have no characters.
        segments: of all used sources. Sentences and quotes lie inside others and change nothing.
        removals: of all documents.
    """
    by_source, by_document = defaultdict(list), defaultdict(list)
    for segment in segments:
        by_source[segment.source].append(segment)
    for removal in removals:
        by_document[removal.document].append(removal)
    return [_account(source, by_source[source.source], by_document[source.document]) for source in sources]


def _account(source: Source, segments: Sequence[Segment], removals: Sequence[Removal]) -> Account:
    length = source.end - source.start
    if source.status != "used":
        return Account(source=source.source, status=source.status, characters=length, set_aside=length)
    counts = np.bincount(fates(source, segments, removals), minlength=4)
    return Account(
        source=source.source,
        status=source.status,
        characters=length,
        kept=int(counts[_KEPT]),
        replaced=int(counts[_REPLACED]),
        removed=int(counts[_REMOVED]),
        blank=int(counts[_BLANK]),
    )


def fates(source: Source, segments: Sequence[Segment], removals: Sequence[Removal]) -> np.ndarray:
    """What became of each character of a source: 0 blank, 1 kept, 2 replaced, 3 removed."""
    fate = np.zeros(source.end - source.start, dtype=np.uint8)
    for segment in segments:
        fate[_place(source, segment.start, segment.end)] = _KEPT
    for removal in removals:
        fate[_place(source, removal.start, removal.end)] = _REPLACED if removal.replacement else _REMOVED
    return fate


def _place(source: Source, start: int, end: int) -> slice:
    return slice(max(start - source.start, 0), max(min(end, source.end) - source.start, 0))
