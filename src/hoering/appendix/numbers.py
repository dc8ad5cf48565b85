"""The sheet of the figures' numbers: what the theme report draws, one number a row, zeros too."""

from __future__ import annotations

from collections.abc import Sequence

from hoering.report.figures import Figure
from hoering.spreadsheet import Column, Sheet

_COLUMNS = (
    Column("Figur", 30),
    Column("Række", 44),
    Column("Kolonne", 30),
    Column("Antal", 10, "count"),
    Column("Talt i", 16),
)


def numbers(figures: Sequence[Figure]) -> Sheet:
    """The numbers of some figures, to filter or to make a pivot table of."""
    rows = [
        (figure.title, row, column, count, figure.unit)
        for figure in figures
        for row, counts in figure.rows
        for column, count in zip(figure.columns, counts, strict=True)
    ]
    about = "Tallene bag hver figur i rapporten, et tal pr. række."
    return Sheet("Figurernes tal", about, _COLUMNS, rows, fixed=3)
