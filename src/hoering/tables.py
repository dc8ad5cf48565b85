"""Records to tables and back: Parquet files with fixed columns, written whole or not at all.

`data/processed/README.md` describes every column.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from hoering.endorsements import Endorsement
from hoering.errors import OutputError
from hoering.learning.settle import Decided
from hoering.records import (
    Coding,
    Flag,
    Problem,
    Removal,
    Segment,
    Source,
    Theme,
    TopicAssignment,
    TopicExample,
    TopicRow,
)

_RECORDS: Mapping[str, type] = {
    "documents": Source,
    "segments": Segment,
    "codings": Coding,
    "removals": Removal,
    "problems": Problem,
    "flags": Flag,
    "endorsements": Endorsement,
    "decisions": Decided,
    "topics": TopicRow,
    "topic_assignments": TopicAssignment,
    "topic_examples": TopicExample,
}
TABLES = (
    *_RECORDS, "copies", "groups", "own_passages", "themes", "concerns", "positions", "position_members", "codes",
    "texts",
)  # fmt: skip

T = TypeVar("T")

_DTYPES = {"int": "int64", "float": "float64", "bool": "bool"}


def records_frame(name: str, records: Iterable[Any]) -> pd.DataFrame:
    """One row per record, one column per field, also when there are no records.

    >>> list(records_frame("problems", []).columns)
    ['stage', 'item', 'reason']
    """
    columns = {f.name: str(f.type) for f in fields(_RECORDS[name])}
    rows = [[getattr(record, column) for column in columns] for record in records]
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype({c: _DTYPES.get(t, "str") for c, t in columns.items()})


def records_of(frame: pd.DataFrame, record: type[T]) -> list[T]:
    """The rows of a table as records, the other way round than `records_frame`."""
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    return [record(**dict(zip(names, row, strict=True))) for row in frame[names].itertuples(index=False, name=None)]


def themes_frame(themes: Sequence[Theme]) -> pd.DataFrame:
    """One row per theme; sources and voices as readable text, stances as columns of counts."""
    rows = [
        {
            "code": theme.code,
            "label": theme.label,
            "sentences": theme.sentences,
            "sources": len(theme.sources),
            "texts": theme.texts,
            "source_numbers": ", ".join(map(str, theme.sources)),
            "voices": "; ".join(f"{voice}: {count}" for voice, count in theme.voices.items()),
            **{stance: theme.stances.get(stance, 0) for stance in ("kritik", "forslag", "stoette", "neutral")},
        }
        for theme in themes
    ]
    columns = {
        "code": "str", "label": "str", "sentences": "int64", "sources": "int64", "texts": "int64",
        "source_numbers": "str",
        "voices": "str", "kritik": "int64", "forslag": "int64", "stoette": "int64", "neutral": "int64",
    }  # fmt: skip
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """A table of a finished run, for example ``read_table(Path("data/processed"), "codings")``."""
    return pd.read_parquet(folder / f"{name}.parquet")


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files so that each is either the old one or the new one, never a half.

    All are written beside their place first; only when every one is there are they moved.

    Raises:
        OutputError: a folder cannot be written to, or a file is held open by another program.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".del")
            waiting.append((temporary, path))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).chmod(0o644)
        for temporary, path in waiting:
            Path(temporary).replace(path)
    except OSError as error:
        place = error.filename2 or error.filename or ""
        raise OutputError(
            f"Resultatet kan ikke skrives: {place}. Er mappen skrivebeskyttet, eller er filen åben i et andet program?"
        ) from error
    finally:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as the bytes of a Parquet file; the same frame gives the same bytes."""
    return bytes(frame.to_parquet(index=False, compression="zstd"))
