"""How well groups agree with groups made by hand: over all pairs of items, who is together and who is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs that are together in both, only in what was found, and only by hand. Two of them can be added."""

    both: int = 0
    found: int = 0
    missed: int = 0

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(self.both + other.both, self.found + other.found, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of the pairs found that are together by hand; 0 where there are none."""
        return self.both / (self.both + self.found) if self.both + self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the pairs together by hand that were found; 0 where there are none."""
        return self.both / (self.both + self.missed) if self.both + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.both / (2 * self.both + self.found + self.missed) if self.both else 0.0


def pairs(by_hand: Sequence[Hashable], found: Sequence[Hashable]) -> Pairs:
    """Compare two groupings of the same items, each given as a label an item.

    >>> pairs("aabb", "aaab").f1
    0.4
    """
    together = _together(zip(by_hand, found, strict=True))
    return Pairs(together, _together(found) - together, _together(by_hand) - together)


def _together(labels: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())
