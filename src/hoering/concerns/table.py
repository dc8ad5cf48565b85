"""Concerns as a table: one row a claim, lists as text that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import pandas as pd

from hoering.concerns.records import Concern

_DTYPES = {"int": "int64", "float": "float64"}
BETWEEN = "; "


def concerns_frame(found: Iterable[Concern]) -> pd.DataFrame:
    """One row per concern; codes in a list are parted by "; ", places are written "120-180; 200-240".

    >>> concerns_frame([])["also"].tolist()
    []
    """
    columns = {f.name: str(f.type) for f in fields(Concern)}
    rows = [[_cell(getattr(concern, column)) for column in columns] for concern in found]
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype({column: _DTYPES.get(kind, "str") for column, kind in columns.items()})


def concerns_of(frame: pd.DataFrame) -> list[Concern]:
    """The rows of a table made by `concerns_frame` as records."""
    names = [f.name for f in fields(Concern)]
    rows = frame[names].itertuples(index=False, name=None)
    return [Concern(**{n: _value(n, cell) for n, cell in zip(names, row, strict=True)}) for row in rows]


def _value(name: str, cell: Any) -> Any:
    if name in ("other_themes", "other_actors"):
        return tuple(cell.split(BETWEEN)) if cell else ()
    if name == "also":
        places = (place.split("-") for place in cell.split(BETWEEN) if place)
        return tuple((int(start), int(end)) for start, end in places)
    return cell


def _cell(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return BETWEEN.join(f"{part[0]}-{part[1]}" if isinstance(part, tuple) else str(part) for part in value)
