"""Quotations with their places as cells of a row, each held against its text before it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hoering.records import Problem, Quotation, SafeText
from hoering.report.verify import verified
from hoering.report.word_elements import holds
from hoering.spreadsheet import Column, Value

PLACE = (
    Column("Dokument", 34),
    Column("Side", 6, "count"),
    Column("Fra tegn", 9, "count"),
    Column("Til tegn", 9, "count"),
)
QUOTE = Column("Citat", 70)
_GONE = "[Citatet er udeladt: ordlyden kunne ikke findes igen i teksten.]"
_UNSHOWN = "[Citatet er udeladt: det rummer tegn, som Excel ikke kan vise. Det står i HTML-udgaven.]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A quotation and where it stands; fields as in `hoering.records.Coding`."""

    source: str
    number: int
    document: str
    page: int
    start: int
    end: int
    quote: str

    @property
    def cells(self) -> tuple[Value, ...]:
        """What stands under `PLACE`."""
        return self.document, self.page, self.start, self.end


@dataclass(slots=True)
class Checked:
    """Looks quotations up in the texts, each once, and remembers those that are not there."""

    texts: Mapping[str, SafeText]
    problems: list[Problem] = field(default_factory=list)
    _known: dict[Place, str] = field(default_factory=dict)

    def quote(self, place: Place) -> str:
        """The words of a quotation, or why they are not printed."""
        if place not in self._known:
            self._known[place] = self._shown(place)
        return self._known[place]

    def _shown(self, place: Place) -> str:
        _, problems = verified([_quotation(place)], self.texts)
        self.problems += problems
        if problems:
            return _GONE
        return place.quote if holds(place.quote) else _UNSHOWN


def _quotation(place: Place) -> Quotation:
    return Quotation(
        coding_id="",
        source=place.source,
        number=place.number,
        document=place.document,
        page=place.page,
        start=place.start,
        end=place.end,
        text=place.quote,
        speaker="",
        sender="",
        sender_type="",
        voice="",
        stance="",
    )
