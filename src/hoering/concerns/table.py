"""Concerns as a table: one row a claim, lists as text that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

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


def _cell(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return BETWEEN.join(f"{part[0]}-{part[1]}" if isinstance(part, tuple) else str(part) for part in value)
