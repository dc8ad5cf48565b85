"""What every sheet of the appendix is made from: the tables, their Danish labels, and the texts to check against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from hoering.appendix.places import Checked, Place
from hoering.material import Material
from hoering.records import Source
from hoering.report.labels import Labels
from hoering.report.quotes import NO_SENDER
from hoering.report.tally import Tally

_SEVERAL = "; "


@dataclass(frozen=True)
class Basis:
    """One run, ready to be put on sheets; what `checked` refuses is known when all sheets are made."""

    material: Material

    @cached_property
    def tally(self) -> Tally:
        """The counts of the theme report."""
        return Tally(self.material)

    @cached_property
    def checked(self) -> Checked:
        """Where quotations are looked up."""
        return Checked(self.material.texts)

    @property
    def labels(self) -> Labels:
        """Danish labels of the codes."""
        return self.tally.labels

    def theme(self, code: str) -> str:
        """The label of a theme; nothing for none."""
        return self.material.book.label_of(code) if code else ""

    def actor(self, code: str) -> str:
        """The label of a party; nothing for none."""
        return self.labels.actor(code) if code else ""

    def themes(self, codes: str) -> str:
        """Several themes, as a table holds them, by their labels."""
        return _SEVERAL.join(map(self.theme, _parts(codes)))

    def actors(self, codes: str) -> str:
        """Several parties, as a table holds them, by their labels."""
        return _SEVERAL.join(map(self.actor, _parts(codes)))

    def sender(self, source: Source | None) -> str:
        """Who sent something."""
        return (source.sender if source else "") or NO_SENDER

    def words(self, place: Place) -> str:
        """A quotation, checked."""
        return self.checked.quote(place)

    def place(self, row: Mapping[str, Any]) -> Place:
        """The place of a quotation in a row of a table; the number is that of its source."""
        source = self.material.by_id.get(str(row["source"]))
        return Place(
            source=str(row["source"]),
            number=source.number if source else 0,
            document=str(row["document"]),
            page=int(row["page"]),
            start=int(row["start"]),
            end=int(row["end"]),
            quote=str(row["quote"]),
        )


def rows_of(frame: pd.DataFrame) -> Iterable[Mapping[str, Any]]:
    """The rows of a table by column; whole numbers stay whole."""
    columns = [str(name) for name in frame.columns]
    return (dict(zip(columns, row, strict=True)) for row in frame.itertuples(index=False, name=None))


def _parts(codes: str) -> list[str]:
    return [code for code in codes.split(_SEVERAL) if code]
