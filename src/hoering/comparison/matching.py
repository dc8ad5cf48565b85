"""Positions that are the same in several parts: known by their words, their title, or their likeness.

Parts of one run have its positions; there only the id counts.
Likeness is that of `hoering.positions.likeness`, averaged over the claims of two positions and held against the same
threshold as within one consultation (thresholds from 0.1 laxer to 0.3 stricter were tried with
`benchmarks/comparison.py`: being stricter loses pairs and makes those found no surer); the pairs most alike are
joined first, and a position joins at most one of each other part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from hoering import codebook
from hoering.comparison.parts import Part
from hoering.positions import Claim, Position, claims_of
from hoering.positions.grouping import THRESHOLD, WORDS_ONLY
from hoering.positions.likeness import Language, likeness
from hoering.positions.matters import Matters
from hoering.report.tally import STANCES

# So many claims of a position are compared, those worth showing first: enough to know it by.
_CLAIMS = 4
# A table of likeness is square: more positions of one theme and stance than these are known by their titles alone.
_MOST = 1_500
_SAME_WORDS, _SAME_TITLE = 3.0, 2.0
_MASKED = re.compile(r"\[[^\[\]]+ \d+\]")

# A position of a part: the number of the part, and its place among the part's positions.
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Common:
    """A position and the parts in which it stands, by the number of the part; in one alone it is that part's own."""

    theme: str
    stance: str
    by_part: Mapping[int, Position]

    @property
    def senders(self) -> int:
        """Senders in all parts together; only to put the largest first, for a sender may be in several."""
        return sum(position.senders for position in self.by_part.values())

    @property
    def title(self) -> str:
        """The title it has where most senders are behind it."""
        return min(self.by_part.items(), key=lambda item: (-item[1].senders, item[0]))[1].title


def common_positions(parts: Sequence[Part], themes: Iterable[str]) -> list[Common]:
    """All positions on some themes, those that are the same in several parts as one; most parts and senders first."""
    order = list(themes)
    parted: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for number, part in enumerate(parts):
        for place, position in enumerate(part.material.positions):
            if position.theme in order:
                parted[position.theme, position.stance].append((number, place))
    sliced = all(part.sliced for part in parts)
    claims = [{} if sliced else _claims(part) for part in parts]
    every = [claim for own in claims for found in own.values() for claim in found]
    language = Language.of(every, _matters(parts)) if every else None
    found = []
    for (theme, stance), keys in parted.items():
        known = {key: parts[key[0]].material.positions[key[1]] for key in keys}
        said = {key: claims[key[0]].get(position.position_id, ()) for key, position in known.items()}
        for group in same_positions(known, said, language):
            found.append(Common(theme, stance, {number: known[number, place] for number, place in sorted(group)}))
    return sorted(found, key=lambda c: (order.index(c.theme), STANCES.index(c.stance), *_largest(c)))


def _matters(parts: Sequence[Part]) -> Matters:
    """The usual matters of the parts' codebook; none where it is no shipped one, as a run does not keep them."""
    names = {part.material.book.id for part in parts}
    if len(names) > 1 or not names <= set(codebook.shipped()):
        return Matters.none()
    return Matters.of(codebook.load(names.pop()))


def _largest(common: Common) -> tuple[int, int, str, tuple[str, ...]]:
    ids = tuple(position.position_id for position in common.by_part.values())
    return -len(common.by_part), -common.senders, common.title, ids


def _claims(part: Part) -> dict[str, tuple[Claim, ...]]:
    """The claims of each position of a part, those worth showing first, by the position's id."""
    known = {(c.concern_id, c.theme): c for c in claims_of(part.material.concerns, part.material.codings)}
    return {
        position.position_id: tuple(
            known[member.concern_id, position.theme]
            for member in position.members
            if (member.concern_id, position.theme) in known
        )
        for position in part.material.positions
    }


def same_positions(
    known: Mapping[Key, Position], said: Mapping[Key, Sequence[Claim]], language: Language | None
) -> list[list[Key]]:
    """Positions of one theme and stance that are the same, each in one group; a group has one of a part at most.

    Args:
        known: the positions.
        said: their claims, those worth showing first.
        language: what words are worth; without it positions are the same by their ids only.
    """
    pairs = sorted(_pairs(known, said, language), key=lambda pair: (-pair[0], pair[1], pair[2]))
    group_of: dict[Key, list[Key]] = {key: [key] for key in known}
    for _, one, other in pairs:
        first, second = group_of[one], group_of[other]
        if first is second or {number for number, _ in first} & {number for number, _ in second}:
            continue
        first += second
        for key in second:
            group_of[key] = first
    return list({id(group): group for group in group_of.values()}.values())


def _pairs(
    known: Mapping[Key, Position], said: Mapping[Key, Sequence[Claim]], language: Language | None
) -> Iterator[tuple[float, Key, Key]]:
    """How surely positions of two parts are the same, for those that are; without a language only by their ids."""
    if language is None:
        # Between two runs an id says little: it only names a position's first claim.
        yield from _equal({key: position.position_id for key, position in known.items()}, _SAME_WORDS)
        return
    yield from _equal({key: _words(said[key]) for key in known}, _SAME_WORDS)
    # A title with a quotation in it is one sender's own words, and no name of a matter.
    yield from _equal({k: p.title if "»" not in p.title else "" for k, p in known.items()}, _SAME_TITLE)
    yield from _alike([key for key in sorted(known) if said[key]][:_MOST], said, language)


def _equal(names: Mapping[Key, Hashable], sure: float) -> Iterator[tuple[float, Key, Key]]:
    """Pairs of two parts that have the same name; nothing is a name of none."""
    found: dict[Hashable, list[Key]] = defaultdict(list)
    for key in sorted(names):
        if names[key]:
            found[names[key]].append(key)
    for keys in found.values():
        yield from ((sure, one, other) for one, other in combinations(keys, 2) if one[0] != other[0])


def _words(said: Sequence[Claim]) -> tuple[str, ...]:
    """What is said, whoever it was said of: the same person has another number in another run."""
    return tuple(sorted(_MASKED.sub("[]", claim.quote) for claim in said))


def _alike(
    keys: Sequence[Key], said: Mapping[Key, Sequence[Claim]], language: Language
) -> Iterator[tuple[float, Key, Key]]:
    if len({number for number, _ in keys}) < 2:
        return
    claims = [claim for key in keys for claim in said[key][:_CLAIMS]]
    ends = np.cumsum([len(said[key][:_CLAIMS]) for key in keys])
    starts = [0, *ends[:-1].tolist()]
    table = likeness(claims, [language.read(claim) for claim in claims], language)
    summed = np.add.reduceat(np.add.reduceat(np.clip(table, 0, None), starts, axis=0), starts, axis=1)
    sizes = np.diff([0, *ends.tolist()])
    mean = summed / (sizes[:, None] * sizes[None, :])
    limit = THRESHOLD if language.matters else WORDS_ONLY
    for row, column in np.argwhere(np.triu(mean, 1) >= 1 - limit).tolist():
        if keys[row][0] != keys[column][0]:
            # Never as sure as the same words or the same title.
            yield min(float(mean[row, column]), 1.9), keys[row], keys[column]
