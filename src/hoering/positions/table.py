"""Positions as two tables: one row a position, and one row for each that stands behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

import pandas as pd

from hoering.concerns.table import BETWEEN
from hoering.positions.records import Member, Position

_DTYPES = {"int": "int64", "float": "float64"}
_RENAMED = {"numbers": "source_numbers"}

T = TypeVar("T")


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


def positions_of(positions: pd.DataFrame, members: pd.DataFrame) -> list[Position]:
    """The rows of the two tables as records, each position with its members in the order of their ranks."""
    own: dict[str, list[Member]] = defaultdict(list)
    for position, member in zip(members["position_id"], _records(members, Member), strict=True):
        own[position].append(member)
    frame = positions.rename(columns={column: name for name, column in _RENAMED.items()})
    every = {position: tuple(sorted(found, key=lambda member: member.rank)) for position, found in own.items()}
    stood_behind = [every.get(position, ()) for position in frame["position_id"]]
    frame = frame.assign(members=pd.Series(stood_behind, index=frame.index, dtype=object))
    return _records(frame, Position)


def _records(frame: pd.DataFrame, record: type[T]) -> list[T]:
    names = [f.name for f in fields(record)]  # type: ignore[arg-type]
    rows = frame[names].itertuples(index=False, name=None)
    return [record(**{n: _value(n, cell) for n, cell in zip(names, row, strict=True)}) for row in rows]


def _value(name: str, cell: Any) -> Any:
    if name in ("numbers", "joined"):
        return tuple(int(number) for number in cell.split(", ") if number)
    if name == "sender_types":
        pairs = (part.rpartition(": ") for part in cell.split(BETWEEN) if part)
        return {code: int(count) for code, _, count in pairs}
    if name == "words":
        return tuple(word for word in cell.split(BETWEEN) if word)
    if name == "also":
        places = (place.split("-") for place in cell.split(BETWEEN) if place)
        return tuple((int(start), int(end)) for start, end in places)
    return cell


def _cell(name: str, value: object) -> object:
    if isinstance(value, Mapping):
        return BETWEEN.join(f"{key}: {count}" for key, count in value.items())
    if not isinstance(value, tuple):
        return value
    if name in ("numbers", "joined"):
        return ", ".join(map(str, value))
    return BETWEEN.join(f"{part[0]}-{part[1]}" if isinstance(part, tuple) else str(part) for part in value)
