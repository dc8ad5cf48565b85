"""What is counted of each part, side by side: per theme, stance, type of sender and party.

Nothing is weighed or tested. Submissions are counted. A share is of the part's own submissions, in whole per cent,
rounded half up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hoering.codebook import Code
from hoering.comparison.matching import Common, common_positions
from hoering.comparison.parts import Part
from hoering.comparison.shared import Shared, shared
from hoering.records import Theme
from hoering.report.labels import Labels
from hoering.report.opening import Opening

# Shares of fewer submissions than this say little: one more or less moves them by ten per cent or more.
FEW = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of how many."""

    count: int
    total: int

    @property
    def share(self) -> int:
        """Whole per cent, rounded half up; 0 of nothing.

        >>> Cell(1, 8).share, Cell(0, 0).share
        (13, 0)
        """
        return (200 * self.count + self.total) // (2 * self.total) if self.total else 0

    @property
    def text(self) -> str:
        """The count with its share.

        >>> Cell(12, 40).text, Cell(0, 40).text
        ('12 (30 %)', '–')
        """
        return f"{self.count} ({self.share} %)" if self.count else "–"


@dataclass(frozen=True)
class Comparison:
    """The parts and all that is counted of them; every row of numbers is in the order of the parts."""

    parts: tuple[Part, ...]

    @cached_property
    def shared(self) -> Shared:
        """The themes they have in common."""
        return shared(self.parts)

    @cached_property
    def labels(self) -> Labels:
        """Labels of the last part's codebook, and of those before it for what it does not have."""
        every = [Labels.of(part.material.book) for part in self.parts]
        actors = dict(every[-1].actors)
        for labels in every:
            actors |= {code: label for code, label in labels.actors.items() if code not in actors}
        return Labels(actors=actors, stances=every[-1].stances, kinds=every[-1].kinds, private=every[-1].private)

    @cached_property
    def themes(self) -> tuple[Code, ...]:
        """The common themes anybody speaks of, the one most submissions of all parts speak of first."""
        met = [code for code in self.shared.themes if any(cell.count for cell in self.theme(code.id))]
        return tuple(sorted(met, key=lambda code: -sum(cell.count for cell in self.theme(code.id))))

    @property
    def unmentioned(self) -> tuple[Code, ...]:
        """The common themes nobody speaks of."""
        met = {code.id for code in self.themes}
        return tuple(code for code in self.shared.themes if code.id not in met)

    @cached_property
    def _themes(self) -> Sequence[Mapping[str, Theme]]:
        return [{theme.code: theme for theme in part.tally.themes} for part in self.parts]

    def found(self, place: int, code: str) -> Theme | None:
        """A theme as a part has it, None where nobody there speaks of it."""
        return self._themes[place].get(code)

    def cells(self, counts: Sequence[int]) -> tuple[Cell, ...]:
        """Counts of the parts with what they are of."""
        return tuple(Cell(count, part.total) for count, part in zip(counts, self.parts, strict=True))

    def theme(self, code: str) -> tuple[Cell, ...]:
        """Submissions on a theme."""
        found = (self.found(place, code) for place in range(len(self.parts)))
        return self.cells([len(theme.sources) if theme else 0 for theme in found])

    def stance(self, code: str, stance: str) -> tuple[Cell, ...]:
        """Submissions with a sentence of a stance on a theme."""
        return self.cells([own[stance] for own in self._stances(code)])

    def _stances(self, code: str) -> list[Counter[str]]:
        found = ((part, self.found(place, code)) for place, part in enumerate(self.parts))
        return [part.tally.stances_of(theme) if theme else Counter() for part, theme in found]

    def types_of(self, code: str) -> list[Counter[str]]:
        """Submissions on a theme per type of sender."""
        found = ((part, self.found(place, code)) for place, part in enumerate(self.parts))
        return [part.tally.types_of(theme) if theme else Counter() for part, theme in found]

    def senders_of(self, place: int, code: str) -> int:
        """Different senders on a theme in a part; each private person and each without a name is one of its own."""
        theme = self.found(place, code)
        by_number = self.parts[place].tally.by_number
        private = self.labels.private
        sources = [by_number[number] for number in theme.sources] if theme else []
        return len({s.source if s.sender_type == private else s.sender or s.source for s in sources})

    def overall(self, stance: str) -> tuple[Cell, ...]:
        """Submissions with at least one claim of a stance."""
        return self.cells(
            [len({c.source for c in part.material.concerns if c.stance == stance}) for part in self.parts]
        )

    @cached_property
    def types(self) -> dict[str, tuple[Cell, ...]]:
        """Submissions per type of sender, in the order of the codebook."""
        counts = [Counter(s.sender_type or "ukendt" for s in part.material.answers) for part in self.parts]
        return self._listed(counts)

    @cached_property
    def mentioned(self) -> dict[str, tuple[Cell, ...]]:
        """Submissions that name a party, those most name in any part first."""
        counts = []
        for part in self.parts:
            own = {source.source for source in part.material.answers}
            pairs = {
                (coding.code, coding.source)
                for coding in part.material.codings
                if coding.kind == "actor" and coding.source in own and coding.role != "interviewer"
            }
            counts.append(Counter(code for code, _ in pairs))
        listed = self._listed(counts)
        return dict(sorted(listed.items(), key=lambda item: -max(cell.share for cell in item[1])))

    @cached_property
    def addressed(self) -> dict[str, tuple[Cell, ...]]:
        """Submissions with a claim directed at a party."""
        counts = []
        for part in self.parts:
            pairs = {(claim.target_actor, claim.source) for claim in part.material.concerns if claim.target_actor}
            counts.append(Counter(code for code, _ in pairs))
        return self._listed(counts)

    def _listed(self, counts: Sequence[Counter[str]]) -> dict[str, tuple[Cell, ...]]:
        codes = sorted(set().union(*counts), key=self.labels.actor_order)
        return {code: self.cells([own[code] for own in counts]) for code in codes}

    @cached_property
    def senders(self) -> tuple[int, ...]:
        """Different senders in each part."""
        return tuple(sum(Opening(part.tally).senders.values()) for part in self.parts)

    @cached_property
    def positions(self) -> list[Common]:
        """All positions on the common themes."""
        return common_positions(self.parts, [code.id for code in self.themes])

    @cached_property
    def again(self) -> list[Common]:
        """Positions in two parts or more."""
        return [common for common in self.positions if len(common.by_part) > 1]

    @property
    def small(self) -> list[Part]:
        """Parts with so few submissions that shares say little, but for the empty ones."""
        return [part for part in self.parts if 0 < part.total < FEW]

    @property
    def empty(self) -> list[Part]:
        """Parts without any submission."""
        return [part for part in self.parts if not part.total]
