"""Which texts are nearly alike: candidates by MinHash and LSH (datasketch), each checked on its real shingles.

Texts are taken from the shortest to the longest, each held against those before it: so a short template finds
every letter that has it, whatever was added, and a collection of several letters shows itself by having several
that are not alike in it, and is put in no group.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations

from datasketch import MinHash, MinHashLSH
from scipy.cluster.hierarchy import DisjointSet

# Words in a shingle: shorter ones are met by chance, longer ones are broken by every changed word.
SIZE = 3

# Parts of a long text are sketched one by one, or a letter inside it would be lost in the whole.
_WINDOW, _STEP = 100, 50
# 64 bands of two: a pair of windows that share a fifth of their shingles is found with probability
# 1 - (1 - 0.2²)⁶⁴ = 0.93, one that shares a hundredth with 0.006.
_SKETCH, _BANDS, _ROWS, _SEED = 128, 64, 2, 1
# A text that has so much of another, and the other of it, need not be looked up: what finds the one finds the other.
_SAME = 0.9
# Two parts of a longer text with less in common than this are two letters, and no two halves of one.
_APART = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What two texts must have in common to be nearly alike, in shingles; measured in tests/duplicates.

    ``least`` is a number, ``share`` a share of the shorter text. Where the longer one is more than ``far`` times
    as long, or of another family, it must have ``least_far`` of them; ``held`` of the shorter text is the whole.
    """

    least: int = 20
    share: float = 0.4
    far: float = 3.0
    least_far: int = 25
    held: float = 0.8


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text as its shingles, in order. Only texts of one family are alike; others may hold one another."""

    shingles: tuple[str, ...]
    family: str
    sender: str = ""
    demand: Demand = Demand()
    whole: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", frozenset(self.shingles))


@dataclass(frozen=True, slots=True)
class Alike:
    """By index of the text: the leader of its group (itself where it is alone), and the text that holds it."""

    leaders: tuple[int, ...]
    held_by: Mapping[int, int]


def alike(texts: Sequence[Shingled]) -> Alike:
    """Group texts that are nearly alike; those with fewer shingles than is demanded stay alone."""
    search = _Search(texts)
    for own in sorted(range(len(texts)), key=lambda i: (len(texts[i].whole), texts[i].shingles, i)):
        if len(texts[own].whole) >= texts[own].demand.least:
            search.take(own)
    return search.result()


@dataclass(slots=True)
class _Search:
    """What has been looked at so far: an index of texts, the groups they are in, and what each collection holds."""

    texts: Sequence[Shingled]
    _groups: DisjointSet = field(init=False)
    _collections: dict[int, set[int]] = field(init=False, default_factory=dict)
    _index: MinHashLSH = field(init=False)

    def __post_init__(self) -> None:
        self._groups = DisjointSet(range(len(self.texts)))
        self._index = MinHashLSH(num_perm=_SKETCH, params=(_BANDS, _ROWS))

    def take(self, own: int) -> None:
        """Put a text that is no shorter than those before it in its place."""
        sketches = list(_sketches(self.texts[own].shingles))
        linked = self._linked(own, {int(key[0]) for sketch in sketches for key in self._index.query(sketch)})
        collections = [other for other in linked if other in self._collections]
        if collections:
            self._groups.merge(own, collections[0])
            self._collections[own] = self._collections[collections[0]]
        elif self._is_collection(own, linked):
            self._collections[own] = set(linked)
        else:
            for other in linked:
                self._groups.merge(own, other)
        if not any(self._common(own, other) >= _SAME * len(self.texts[own].whole) for other in linked):
            for number, sketch in enumerate(sketches):
                self._index.insert((own, number), sketch, check_duplication=False)

    def result(self) -> Alike:
        """Groups and collections, when every text has been taken.

        Several senders do not send the same collection: what they send is a template, and what it holds are its
        parts, sent by others.
        """
        held_by: dict[int, int] = {}
        for own, parts in self._collections.items():
            if len({self.texts[i].sender for i in self._collections if self._groups.connected(i, own)}) > 1:
                for part in parts:
                    if self.texts[part].family == self.texts[own].family:
                        self._groups.merge(own, part)
        for own, parts in self._collections.items():
            for part in (i for other in sorted(parts) for i in self._groups.subset(other)):
                if not self._groups.connected(part, own) and self._holds(own, part):
                    held_by.setdefault(part, own)
        leader = {i: min(group) for group in self._groups.subsets() for i in group}
        return Alike(tuple(leader[i] for i in range(len(self.texts))), held_by)

    def _linked(self, own: int, near: AbstractSet[int]) -> list[int]:
        """Texts like this one, one of each group."""
        linked: dict[int, int] = {}
        for other in sorted(near):
            root = self._groups[other]
            if root not in linked and is_linked(self.texts[other], self.texts[own]):
                linked[root] = other
        return list(linked.values())

    def _is_collection(self, own: int, linked: Sequence[int]) -> bool:
        """Whether a text holds others and is no letter like them: of another family, or with several in it."""
        if any(self.texts[other].family != self.texts[own].family for other in linked):
            return True
        parts = [other for other in linked if self._holds(own, other)]
        return any(
            self._common(a, b) < _APART * min(len(self.texts[a].whole), len(self.texts[b].whole))
            for a, b in combinations(parts, 2)
        )

    def _holds(self, host: int, part: int) -> bool:
        return self._common(part, host) >= self.texts[part].demand.held * len(self.texts[part].whole)

    def _common(self, one: int, other: int) -> int:
        return len(self.texts[one].whole & self.texts[other].whole)


def is_linked(short: Shingled, long: Shingled) -> bool:
    """Whether the longer of two texts has enough of the shorter one."""
    common = len(short.whole & long.whole)
    demand = max(short.demand, long.demand, key=lambda d: (d.share, d.least))
    if short.family != long.family:
        return common >= max(demand.least_far, demand.held * len(short.whole))
    far = len(long.whole) > demand.far * len(short.whole)
    return common >= max(demand.least_far if far else demand.least, demand.share * len(short.whole))


def _sketches(shingles: Sequence[str]) -> Iterator[MinHash]:
    last = max(1, len(shingles) - _WINDOW // 2)
    windows = [[s.encode() for s in shingles[i : i + _WINDOW]] for i in range(0, last, _STEP)]
    yield from MinHash.bulk(windows, num_perm=_SKETCH, seed=_SEED)
