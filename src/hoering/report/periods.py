"""When things were said: the phases of a consultation, or the months where the phases are not told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hoering.records import Source
from hoering.report import danish

# So many of the submissions must have a phase for the phases to tell of the whole.
ENOUGH = 0.75
# And so many a month, if months are to.
DATED = 0.5
# More months than this are too many columns.
MOST_MONTHS = 14
_LATE = "9999"


@dataclass(frozen=True, slots=True)
class Periods:
    """The names of the periods in order, those without one last; empty where there is nothing to compare."""

    names: tuple[str, ...]
    kind: str
    without: str

    @classmethod
    def of(cls, answers: Sequence[Source]) -> Periods:
        """Phases where three in four have one and two differ, else 2 to 14 months if more than half are dated."""
        phases = {source.phase for source in answers if source.phase}
        if len(phases) > 1 and sum(bool(source.phase) for source in answers) >= ENOUGH * len(answers):
            return cls._named(answers, "fase", "Uden fase")
        months = {month for source in answers if (month := _month(source))}
        dated = sum(bool(_month(source)) for source in answers)
        if 2 <= len(months) <= MOST_MONTHS and dated > DATED * len(answers):
            return cls._named(answers, "måned", "Uden dato")
        return cls((), "måned", "Uden dato")

    @classmethod
    def _named(cls, answers: Sequence[Source], kind: str, without: str) -> Periods:
        made = cls((), kind, without)
        first: dict[str, str] = {}
        for source in answers:
            name, date = made.period(source), source.date or _LATE
            first[name] = min(date, first.get(name, date))
        named = sorted((name for name in first if name != without), key=lambda name: (first[name], name))
        return cls((*named, *([without] if without in first else [])), kind, without)

    def period(self, source: Source) -> str:
        """The period a submission belongs to."""
        if self.kind == "fase":
            return source.phase[:1].upper() + source.phase[1:] if source.phase else self.without
        month = _month(source)
        return danish.date(month).capitalize() if month else self.without


def _month(source: Source) -> str:
    """The month of a date that has one, as ISO: "2026-03"."""
    return source.date[:7] if danish.is_date(source.date) and len(source.date) >= 7 else ""
