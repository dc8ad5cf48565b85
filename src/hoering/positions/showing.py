"""In which order the claims of a position are worth showing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from hoering.positions.grouping import Group
from hoering.positions.records import Claim

_GOOD_LENGTH = range(6, 46)
# A sentence with fewer words that say something says little by itself.
_TELLING = 3


def order(group: Group) -> list[int]:
    """Places of the claims in the group, those worth showing first.

    A sentence that tells what the position is about comes before one that only does so with its neighbours, then the
    strongest of each type of sender in turn, and of each sender; what has been said in the same words goes last.

    Args:
        group: the claims.
    """
    by_type: dict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(group.claims)), key=lambda place: _worth(group, place)):
        by_type[group.claims[place].sender_type].append(place)
    queues = sorted(
        (_senders_in_turn(own, group.claims) for own in by_type.values()), key=lambda own: _worth(group, own[0])
    )
    mixed = [place for turn in zip_longest(*queues) for place in turn if place is not None]
    # What tells little goes behind, whoever says it.
    mixed.sort(key=lambda place: _worth(group, place)[:2])
    return _different_first(mixed, group.claims)


def _worth(group: Group, place: int) -> tuple[bool, bool, float, int, int]:
    claim, read = group.claims[place], group.read[place]
    telling = len(read.own) >= _TELLING and (not group.matter or group.matter in read.own_matters)
    good = len(claim.quote.split()) in _GOOD_LENGTH
    return not telling, not good, -(group.likeness[place] + claim.weight), claim.number, claim.start


def _senders_in_turn(places: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    queues: dict[str, list[int]] = defaultdict(list)
    for place in places:
        queues[claims[place].source].append(place)
    return [place for turn in zip_longest(*queues.values()) for place in turn if place is not None]


def _different_first(places: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    seen: set[str] = set()
    first: list[int] = []
    again: list[int] = []
    for place in places:
        words = " ".join(claims[place].quote.casefold().split())
        (again if words in seen else first).append(place)
        seen.add(words)
    return first + again
