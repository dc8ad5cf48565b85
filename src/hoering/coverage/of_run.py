"""The positions of a finished run as what is held against a draft."""

from __future__ import annotations

from collections.abc import Iterable

from hoering.coverage.records import Wish
from hoering.positions.records import Position

# More quotations than this add words that one claimant happened to use.
QUOTES = 6


def wishes_of(positions: Iterable[Position]) -> list[Wish]:
    """One wish a position, in their order; those who only join another's answer are not quoted."""
    return [
        Wish(
            position_id=position.position_id,
            theme=position.theme,
            stance=position.stance,
            target_actor=position.target_actor,
            title=position.title,
            words=position.words,
            quotes=tuple(member.quote for member in position.members if member.basis == "claim")[:QUOTES],
        )
        for position in positions
    ]
