"""Who stands behind an answer besides its sender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hoering.endorsements.find import Endorsement


def joined_by(endorsements: Iterable[Endorsement]) -> Mapping[str, tuple[str, ...]]:
    """For each source that is joined, the sources that join it, sorted; one step, not who joins the joiners."""
    joiners: dict[str, set[str]] = defaultdict(set)
    for endorsement in endorsements:
        if endorsement.joins:
            joiners[endorsement.joins].add(endorsement.source)
    return {source: tuple(sorted(found)) for source, found in sorted(joiners.items())}
