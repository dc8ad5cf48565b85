"""Positions as two tables: one row a position, and one row for each that stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

import pandas as pd

from hoering.concerns.table import BETWEEN
from hoering.positions.records import Member, Position

_DTYPES = {"int": "int64", "float": "float64"}
_RENAMED = {"numbers": "source_numbers"}


def positions_frame(found: Iterable[Position]) -> pd.DataFrame:
    """One row per position; numbers are parted by ", ", the rest by "; ".

    >>> positions_frame([])["senders"].dtype
    dtype('int64')
    """
    columns = {f.name: str(f.type) for f in fields(Position) if f.name != "members"}
    rows = [[_cell(name, getattr(position, name)) for name in columns] for position in found]
    frame = pd.DataFrame(rows, columns=list(columns)).astype({c: _DTYPES.get(t, "str") for c, t in columns.items()})
    return frame.rename(columns=_RENAMED)


def members_frame(found: Iterable[Position]) -> pd.DataFrame:
    """One row per member, in the order of the positions and of the ranks."""
    columns = {f.name: str(f.type) for f in fields(Member)}
    rows = [
        [position.position_id, *(_cell(name, getattr(member, name)) for name in columns)]
        for position in found
        for member in position.members
    ]
    frame = pd.DataFrame(rows, columns=["position_id", *columns])
    return frame.astype({"position_id": "str", **{c: _DTYPES.get(t, "str") for c, t in columns.items()}})


def _cell(name: str, value: object) -> object:
    if isinstance(value, Mapping):
        return BETWEEN.join(f"{key}: {count}" for key, count in value.items())
    if not isinstance(value, tuple):
        return value
    if name in ("numbers", "joined"):
        return ", ".join(map(str, value))
    return BETWEEN.join(f"{part[0]}-{part[1]}" if isinstance(part, tuple) else str(part) for part in value)
