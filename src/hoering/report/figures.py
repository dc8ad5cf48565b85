"""Figures before they are drawn: their numbers, what they are called, and what they say to those who cannot see them.

`hoering.report.charts` draws them for the screen and `hoering.report.pictures` for paper; both from the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hoering.report import danish

FigureKind = Literal["heat", "sides"]

# In an alternative text no more than this is read aloud; the table in the appendix has the rest.
_READ_ALOUD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Counts in rows and columns.

    ``heat`` colours every field by its count; ``sides`` draws a bar per row, the columns in ``left`` to the left of
    zero and all others to the right. ``codes`` are those of the columns, for their colours. ``unit`` is what is
    counted, in the plural.
    """

    key: str
    kind: FigureKind
    title: str
    note: str
    unit: str
    columns: tuple[str, ...]
    codes: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    left: frozenset[str] = frozenset()

    @property
    def caption(self) -> str:
        """Title and note as they stand below the figure."""
        return f"{self._sentence} {self.note}"

    @property
    def _sentence(self) -> str:
        return self.title if self.title.endswith("?") else f"{self.title}."

    @property
    def alt(self) -> str:
        """What the figure shows, in words: its shape and its largest fields."""
        fields = [(count, row, self.columns[place]) for row, counts in self.rows for place, count in enumerate(counts)]
        largest = sorted((f for f in fields if f[0]), key=lambda f: -f[0])[:_READ_ALOUD]
        shape = {"heat": "Felter med tal", "sides": "Liggende søjler"}[self.kind]
        told = "; ".join(f"{row}, {column}: {danish.number(count)}" for count, row, column in largest)
        most = f" Størst: {told}." if told else ""
        table = "Alle tal står i tabellen i bilaget."
        rows = danish.counted(len(self.rows), "række", "rækker")
        columns = danish.counted(len(self.columns), "kolonne", "kolonner")
        counted = f"{shape} med {rows} og {columns}, talt i {self.unit}."
        return f"{self._sentence} {counted}{most} {table}"


def apart(names: Iterable[tuple[str, str]]) -> list[str]:
    """Labels of rows; one that comes twice is told apart by its code, or its rows would merge.

    >>> apart([("Unge", "unge_a"), ("Unge", "unge_b")])
    ['Unge', 'Unge (unge_b)']
    """
    told: list[str] = []
    for label, code in names:
        told.append(label if label not in told else f"{label} ({code})")
    return told
