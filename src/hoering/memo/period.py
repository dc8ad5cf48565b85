"""When the hearing ran: as a person says, or as the draft or another paper in the material says in so many words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoering.errors import PaperError
from hoering.material import Material
from hoering.records import SafeText, Source
from hoering.report import danish

_MONTH = "|".join(danish.MONTHS)
_UNTIL = r"\s*(?:–|-|til(?: og med)?)\s*(?:den )?"
_SPAN = re.compile(
    r"(?:[Ii] høring|[Hh]øringsperiode\w*|[Hh]øringen (?:løber|varer|er))[^.\d|]{0,40}?"
    rf"(?P<day>\d{{1,2}})\. ?(?P<month>{_MONTH})?(?: (?P<year>\d{{4}}))?{_UNTIL}"
    rf"(?P<last_day>\d{{1,2}})\. ?(?P<last_month>{_MONTH}) (?P<last_year>\d{{4}})"
)
_OPTION = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.|/|:)(\d{4}-\d\d-\d\d)")
# Where a period is looked for, the most telling first.
_KINDS = ("politik", "notat", "nyhed")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day of the hearing (ISO), and how it is known, as the end of a sentence."""

    first: str
    last: str
    known: str

    @property
    def line(self) -> str:
        """The sentence that tells it."""
        return f"Høringsperioden er {danish.date(self.first)} til {danish.date(self.last)}, {self.known}."


def given(text: str) -> Period:
    """The period a person gives as "2026-03-02..2026-04-13".

    Raises:
        PaperError: it is no such pair of dates, or it ends before it begins.
    """
    match = _OPTION.fullmatch(text.strip())
    days = [parsed(day) for day in match.groups()] if match else []
    if len(days) != 2 or not all(days) or days[0] > days[1]:
        raise PaperError(f"Høringsperioden »{text}« kan ikke forstås. Skriv den som 2026-03-02..2026-04-13.")
    return Period(days[0], days[1], "oplyst af sekretariatet")


def found(material: Material, draft: Source | None) -> Period | None:
    """The period the papers name, those about the draft first; None where none does in so many words."""
    for source in _asked(material, draft):
        text = material.texts.get(source.source)
        period = _in(text) if text else None
        if period:
            return period
    return None


def parsed(day: str) -> str:
    """A day as ISO if it is one, else ``""``.

    >>> parsed("2026-02-28"), parsed("2026-02-30")
    ('2026-02-28', '')
    """
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def late(period: Period, answers: Sequence[Source]) -> list[Source]:
    """Answers dated after the last day; those without a whole date cannot be told."""
    return [source for source in answers if parsed(source.date) > period.last]


def _asked(material: Material, draft: Source | None) -> Iterator[Source]:
    if draft is not None:
        yield draft
    for kind in _KINDS:
        yield from (source for source in material.used if source.kind == kind and source is not draft)


def _in(text: SafeText) -> Period | None:
    for match in _SPAN.finditer(text.view.text):
        year, last_year = match["year"] or match["last_year"], match["last_year"]
        first = _day(match["day"], match["month"] or match["last_month"], year)
        last = _day(match["last_day"], match["last_month"], last_year)
        if first and last and first <= last:
            words = " ".join(match[0].split())
            page = text.page_of(text.view.to_raw(*match.span())[0])
            return Period(first, last, f"jf. »{words}« (henvendelse {text.source.number}, s. {page})")
    return None


def _day(day: str, month: str, year: str) -> str:
    return parsed(f"{year}-{danish.MONTHS.index(month) + 1:02}-{int(day):02}")
