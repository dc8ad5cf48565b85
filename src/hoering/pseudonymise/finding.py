"""The record that every rule for names hands over, and who gets a place that two of them claim."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A person's name at a place in a text (genitive -s left outside) and how it was found.

    ``name`` is the name as it is usually written, so that ``BIRTHE HANSEN`` and ``birthe.hansen`` are
    the same person as "Birthe Hansen".
    """

    start: int
    end: int
    name: str
    why: str


@dataclass(slots=True)
class Claims:
    """Places in a text that are spoken for: the first to claim one keeps it."""

    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def claim(self, start: int, end: int) -> bool:
        """Take ``start`` to ``end``; False, and nothing taken, where a part of it is spoken for."""
        place = bisect_right(self._starts, start)
        if place and self._ends[place - 1] > start:
            return False
        if place < len(self._starts) and self._starts[place] < end:
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True

    def take(self, spans: Iterable[tuple[int, int]]) -> None:
        """Claim many places; those already spoken for stay with their owner."""
        for start, end in spans:
            self.claim(start, end)

    def grant(self, findings: Iterable[NameFinding]) -> Iterator[NameFinding]:
        """The findings that get their place, in the order given."""
        return (finding for finding in findings if self.claim(finding.start, finding.end))
