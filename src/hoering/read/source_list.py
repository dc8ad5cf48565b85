"""The optional source list `kilder.csv`: what the secretariat itself says about its files.

Columns, separated by ``;`` or ``,``: ``fil`` (path relative to the folder), and any of ``type``,
``afsender``, ``afsendertype``, ``dato`` (ISO), ``fase``, ``spor``. What is filled in overrules a guess.
"""

from __future__ import annotations

import csv
import datetime
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from hoering.errors import ReadError, SourceListError
from hoering.read.plain import decode
from hoering.records import Kind, Outcome, Problem

SOURCE_LIST = "kilder.csv"
COLUMNS = ("fil", "type", "afsender", "afsendertype", "dato", "fase", "spor")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """One line of the source list; an empty field says nothing."""

    document: str
    kind: str = ""
    sender: str = ""
    sender_type: str = ""
    date: str = ""
    phase: str = ""
    track: str = ""


def read_source_list(raw: Path, sender_types: frozenset[str]) -> Outcome[ListedSource]:
    """Read ``kilder.csv`` in a folder; no such file is no lines.

    A line with an unknown type or sender type, or a date that is none, keeps its other fields and
    becomes a problem.

    Raises:
        SourceListError: the file is there but has no column ``fil`` or cannot be read.
    """
    file = raw / SOURCE_LIST
    if not file.is_file():
        return Outcome(items=())
    try:
        text = decode(file.read_bytes())
    except (OSError, ReadError) as error:
        raise SourceListError(f"{SOURCE_LIST} kan ikke læses.") from error
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise SourceListError(f"{SOURCE_LIST} kan ikke læses som en tabel.") from error
    items: list[ListedSource] = []
    problems: list[Problem] = []
    for number, fields in rows:
        if fields["fil"]:
            items.append(_listed(fields, number, sender_types, problems))
    return Outcome(items=tuple(items), problems=tuple(problems))


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and fields of every line."""
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    if "fil" not in rows.fieldnames:
        raise SourceListError(f"{SOURCE_LIST} mangler kolonnen »fil«.")
    for row in rows:
        yield rows.line_num, {column: (row.get(column) or "").strip() for column in COLUMNS}


def _listed(fields: dict[str, str], number: int, sender_types: frozenset[str], problems: list[Problem]) -> ListedSource:
    def refuse(column: str) -> str:
        reason = f"linje {number}: »{fields[column]}« er ikke en gyldig {column}; feltet er sprunget over."
        problems.append(Problem(stage="kildeliste", item=SOURCE_LIST, reason=reason))
        return ""

    kind, sender_type, date = fields["type"], fields["afsendertype"], fields["dato"]
    if kind and kind not in get_args(Kind):
        kind = refuse("type")
    if sender_type and sender_type not in sender_types:
        sender_type = refuse("afsendertype")
    if date and not _is_date(date):
        date = refuse("dato")
    return ListedSource(
        document=unicodedata.normalize("NFC", fields["fil"].replace("\\", "/")),
        kind=kind, sender=fields["afsender"], sender_type=sender_type, date=date,
        phase=fields["fase"], track=fields["spor"],
    )  # fmt: skip


def _is_date(text: str) -> bool:
    if len(text) != len("2026-04-15"):  # fromisoformat takes shorter forms too
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
