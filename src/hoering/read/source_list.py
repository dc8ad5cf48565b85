"""The optional source list `kilder.csv`: what the secretariat itself says about its files.

Columns, separated by ``;`` or ``,``: ``fil`` (path relative to the folder), and any of ``type``,
``afsender``, ``afsendertype``, ``dato`` (ISO), ``emne``, ``fase``, ``spor``, and for tables ``kolonner`` (see
`hoering.read.columns`). What is filled in overrules a guess.
"""

from __future__ import annotations

import csv
import datetime
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from hoering.errors import ReadError, SourceListError
from hoering.read.columns import Columns
from hoering.read.plain import decode
from hoering.records import Kind, Outcome, Problem

SOURCE_LIST = "kilder.csv"
_REST = "\0"
COLUMNS = ("fil", "type", "afsender", "afsendertype", "dato", "emne", "fase", "spor", "kolonner")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """What a person says of a document: a line of the source list; an empty field says nothing."""

    document: str
    kind: str = ""
    sender: str = ""
    sender_type: str = ""
    date: str = ""
    subject: str = ""
    phase: str = ""
    track: str = ""
    columns: str = ""
    by: str = SOURCE_LIST


def chosen_columns(listed: Iterable[ListedSource]) -> dict[str, Columns]:
    """The choices of columns in a source list, by document name."""
    return {item.document: Columns.of(item.columns) for item in listed if item.columns}


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
    rows.restkey = _REST
    for row in rows:
        fields = {column: (row.get(column) or "").strip() for column in COLUMNS}
        if fields["kolonner"] and rows.fieldnames[-1] == "kolonner":  # semicolons that were not put in quotes
            fields["kolonner"] = ";".join([fields["kolonner"], *row.get(_REST, ())])
        yield rows.line_num, fields


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
        subject=fields["emne"], phase=fields["fase"], track=fields["spor"],
        columns=fields["kolonner"],
    )  # fmt: skip


def _is_date(text: str) -> bool:
    if len(text) != len("2026-04-15"):  # fromisoformat takes shorter forms too
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
