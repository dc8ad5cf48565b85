"""From likeness to groups: which claims of one theme and stance are one position."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import AgglomerativeClustering

from hoering.positions.likeness import Language, Read, likeness, texts_of
from hoering.positions.matters import Matters
from hoering.positions.records import Claim

# Groups are joined while they are, on average, no further apart than this: chosen on the tuning half.
THRESHOLD = 0.55
# The same where the codebook has no matters, which move likeness up and down.
WORDS_ONLY = 0.68
# Of how many claims a matter must be to give a group its name.
MAJORITY = 0.5
# The tree needs memory by the square: 36 MB for each table here. What is more goes to the nearest group.
AT_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that say the same, in their order, what is read of each, and how alike each is to the rest (0 to 1).

    ``matter`` is the matter that all of them are about, ``""`` where there is none.
    """

    claims: tuple[Claim, ...]
    read: tuple[Read, ...]
    likeness: tuple[float, ...]
    matter: str = ""

    @property
    def score(self) -> float:
        """The mean likeness of the claims; 1 for a single one."""
        return round(sum(self.likeness) / len(self.likeness), 3)


def groups(claims: Sequence[Claim], language: Language) -> list[Group]:
    """Claims of one theme and stance in groups, in the order of their first claims; each claim in one group.

    The same words are the same claim: copies are read once.

    Args:
        claims: all of one theme and stance.
        language: of the consultation.
    """
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        same[tuple(" ".join(text.casefold().split()) for text in texts_of(claim))].append(place)
    firsts = [places[0] for places in same.values()]
    read = [language.read(claims[first]) for first in firsts]
    alike = likeness([claims[first] for first in firsts[:AT_MOST]], read[:AT_MOST], language)
    labels, nearest = _rest([claims[first] for first in firsts], read, _labels(alike, language), language)
    named, labels = _by_matter(read, labels, language.matters)
    closeness = [*_closeness(alike, labels[:AT_MOST]), *nearest]
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, places in enumerate(same.values()):
        found[labels[number]] += [(place, number) for place in places]
    ordered = sorted(sorted(members) for members in found.values())
    return [
        Group(
            matter=named.get(labels[members[0][1]], ""),
            claims=tuple(claims[place] for place, _ in members),
            read=tuple(read[number] for _, number in members),
            likeness=tuple(closeness[number] for _, number in members),
        )
        for members in ordered
    ]


def _furthest(language: Language) -> float:
    return THRESHOLD if language.matters else WORDS_ONLY


def _labels(alike: NDArray[np.float32], language: Language) -> list[int]:
    if len(alike) < 2:
        return [0] * len(alike)
    apart = np.clip(1 - alike, 0, None)
    np.fill_diagonal(apart, 0)
    tree = AgglomerativeClustering(
        None, metric="precomputed", linkage="average", distance_threshold=_furthest(language)
    )
    return [int(label) for label in tree.fit_predict(apart)]


def _by_matter(read: Sequence[Read], labels: Sequence[int], matters: Matters) -> tuple[dict[int, str], list[int]]:
    """The matter of each group, and the labels when those who are not about it have left.

    So that a group's title holds for every one of its claims. Those who leave stay together where they can.
    """
    members: dict[int, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        members[label].append(place)
    named: dict[int, str] = {}
    settled = list(labels)
    waiting = list(members.values())
    free = max(labels, default=0) + 1
    while waiting:
        own = waiting.pop(0)
        matter = _common([read[place] for place in own], matters)
        leaving = [place for place in own if matter and matter not in read[place].matters]
        for place in own:
            settled[place] = free
        if matter:
            named[free] = matter
        if leaving:
            waiting.append(leaving)
        free += 1
    return named, settled


def _common(read: Sequence[Read], matters: Matters) -> str:
    """The matter at least half of some claims are about, the one they lead with most; of equals the special one."""
    weights: dict[str, float] = defaultdict(float)
    met: Counter[str] = Counter()
    for one in read:
        for matter, weight in one.matters.items():
            weights[matter] += weight
            met[matter] += 1
    order = list(matters.known)
    enough = [matter for matter, count in met.items() if count >= MAJORITY * len(read)]
    return min(enough, key=lambda m: (-weights[m], matters.known[m].wide, order.index(m)), default="")


def _closeness(alike: NDArray[np.float32], labels: Sequence[int]) -> list[float]:
    """How alike each is to the others of its group, from 0 to 1; 1 for what stands alone."""
    found = []
    numbers = np.array(labels)
    for place, label in enumerate(labels):
        others = np.flatnonzero(numbers == label)
        others = others[others != place]
        mean = float(np.clip(alike[place, others], 0, 1).mean()) if len(others) else 1.0
        found.append(round(mean, 3))
    return found


def _rest(
    claims: Sequence[Claim], read: Sequence[Read], labels: list[int], language: Language
) -> tuple[list[int], list[float]]:
    """Claims past the most a tree is made of: each to the group it is most like, or on its own; and how like it is."""
    closeness: list[float] = []
    for start in range(AT_MOST, len(claims), AT_MOST // 2):
        # Each group is met by its first claims: few enough for one table.
        met = _first_of_each(labels)[: AT_MOST // 2]
        new = list(range(start, min(start + AT_MOST // 2, len(claims))))
        both = [*met, *new]
        alike = likeness([claims[i] for i in both], [read[i] for i in both], language)[len(met) :, : len(met)]
        for place, near, like in zip(new, alike.argmax(axis=1), alike.max(axis=1), strict=True):
            joins = 1 - like <= _furthest(language)
            labels.append(labels[met[near]] if joins else len(claims) + place)
            closeness.append(round(float(np.clip(like, 0, 1)), 3) if joins else 1.0)
    return labels, closeness


def _first_of_each(labels: Sequence[int]) -> list[int]:
    return list({label: place for place, label in reversed(list(enumerate(labels)))}.values())[::-1]
