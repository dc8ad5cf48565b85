"""Which sections of a draft positions are about, and which nobody has commented on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hoering.coverage.passages import Parts, Section
from hoering.coverage.records import ABSENT, Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Commented:
    """A section with its number of passages, and the positions (by id) that are about one of them."""

    section: Section
    passages: int
    positions: tuple[str, ...]


def sections_of(parts: Parts, answers: Sequence[Answer]) -> list[Commented]:
    """Every section in the draft's order; one without positions is commented on by nobody.

    A position is about the section its passage stands in, unless the draft does not mention its matter.
    """
    about: dict[int, list[str]] = defaultdict(list)
    for answer in answers:
        if answer.passage is not None and answer.verdict != ABSENT:
            about[answer.passage.section].append(answer.wish.position_id)
    return [
        Commented(section=section, passages=len(parts.of(place)), positions=tuple(about[place]))
        for place, section in enumerate(parts.sections)
    ]
