"""The table of decisions as a file: rows of an Excel or CSV file, read as they stand and only ever added to."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, PatternFill

from hoering.errors import DecisionsError
from hoering.workbook import Column, Sheet, undated, workbook_bytes

XLSX, CSV = "beslutninger.xlsx", "beslutninger.csv"

DOCUMENT, START, END, QUOTE, KIND, CODE = "Dokument", "Start", "Slut", "Citat", "Slags", "Kode"
VERDICT, CORRECTED, COMPLETE, WHO, WHEN = "Beslutning", "Rettet kode", "Ikke andre", "Hvem", "Hvornår"
STAMP = "Kodebog"
COLUMNS = (
    Column(head="Henvendelse", width=12),
    Column(head=DOCUMENT, width=30),
    Column(head=START, width=8),
    Column(head=END, width=8),
    Column(head=QUOTE, width=70),
    Column(head=KIND, width=10),
    Column(head=CODE, width=24),
    Column(head="Kodens navn", width=28),
    Column(head="Foreslået", width=11),
    Column(head="Hvorfor", width=34),
    Column(head=VERDICT, width=12, to_fill=True, choices=("ja", "nej", "ret")),
    Column(head=CORRECTED, width=24, to_fill=True),
    Column(head=COMPLETE, width=12, to_fill=True, choices=("ja",)),
    Column(head=WHO, width=12, to_fill=True),
    Column(head=WHEN, width=12, to_fill=True),
    Column(head="Bemærkning", width=28, to_fill=True),
    Column(head=STAMP, width=22),
)
HEADS = tuple(column.head for column in COLUMNS)
# What a table must have to say anything; the place may be left out where the quotation is found only once.
NEEDED = (DOCUMENT, QUOTE, KIND, CODE, VERDICT, STAMP)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: where it stands in the file ("række 7"), and its cells by the heads of `COLUMNS`."""

    where: str
    cells: Mapping[str, str]

    def __getitem__(self, head: str) -> str:
        return self.cells.get(head, "")


def find_sheet(processed: Path) -> Path | None:
    """The table of decisions in a folder; None where there is none. Two of them are an error."""
    there = [path for name in (XLSX, CSV) if (path := processed / name).is_file()]
    if len(there) > 1:
        raise DecisionsError(
            f"Der ligger både {XLSX} og {CSV} i {processed}. Saml beslutningerne i den ene, og flyt den anden væk."
        )
    return there[0] if there else None


def read_rows(path: Path) -> list[Row]:
    """All rows below the head that are not empty. Spaces at the ends of cells do not count, nor does case in heads.

    Raises:
        DecisionsError: the file is no table, or columns are missing.
    """
    try:
        data = path.read_bytes()
        lines = list(_lines_of_csv(data) if path.suffix.lower() == ".csv" else _lines_of_workbook(data))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, csv.Error, zipfile.BadZipFile) as error:
        raise DecisionsError(
            f"{path.name} kan ikke læses som tabel. Luk filen i andre programmer, eller gem den igen som Excel-fil "
            "eller som CSV i UTF-8."
        ) from error
    head = _head(lines[0][1] if lines else [], path.name)
    word = "linje" if path.suffix.lower() == ".csv" else "række"
    rows = [
        Row(f"{word} {number}", {h: c for h, c in zip(head, cells, strict=False) if h}) for number, cells in lines[1:]
    ]
    return [row for row in rows if any(row.cells.values())]


def _head(cells: Sequence[str], file: str) -> list[str]:
    known = {head.casefold(): head for head in HEADS}
    head = [known.get(" ".join(cell.split()).casefold(), "") for cell in cells]
    missing = [name for name in NEEDED if name not in head]
    if missing:
        raise DecisionsError(
            f"{file}, første række: kolonnen {', '.join(f'»{name}«' for name in missing)} mangler. "
            f"Overskrifterne skal stå i første række: {', '.join(HEADS)}."
        )
    return head


def _lines_of_workbook(data: bytes) -> Iterator[tuple[int, list[str]]]:
    page = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    for number, row in enumerate(page.iter_rows(values_only=True), 1):
        yield number, [_text(value) for value in row]


def _lines_of_csv(data: bytes) -> Iterator[tuple[int, list[str]]]:
    text = data.decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    before = 0
    for cells in reader:
        yield before + 1, [cell.strip() for cell in cells]
        before = reader.line_num


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(";,\t", key=head.count)


def _text(value: object) -> str:
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() if value is not None else ""


# Adding


def with_rows(path: Path | None, rows: Sequence[Mapping[str, str | int]]) -> bytes:
    """The file as it will be with rows added below; what stands in it already is left as it is.

    Args:
        path: the file there is; None for a new Excel file.
        rows: cells by head.

    Raises:
        DecisionsError: the file there is cannot be read; it is not written over.
    """
    if path is None:
        listed = [[row.get(head, "") for head in HEADS] for row in rows]
        return workbook_bytes([Sheet(title="Beslutninger", columns=COLUMNS, rows=listed, fixed=1)])
    read_rows(path)
    return _longer_csv(path, rows) if path.suffix.lower() == ".csv" else _longer_workbook(path, rows)


def _longer_csv(path: Path, rows: Sequence[Mapping[str, str | int]]) -> bytes:
    data = path.read_bytes()
    text = data.decode("utf-8-sig")
    _, cells = next(iter(_lines_of_csv(data)))
    head = _head(cells, path.name)
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=_delimiter(text), lineterminator="\r\n" if "\r\n" in text else "\n")
    writer.writerows([row.get(name, "") for name in head] for row in rows)
    ended = b"" if data.endswith(b"\n") else b"\n"
    return data + ended + made.getvalue().encode()


def _longer_workbook(path: Path, rows: Sequence[Mapping[str, str | int]]) -> bytes:
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    head = _head([_text(cell.value) for cell in page[1]], path.name)
    columns = {column.head: column for column in COLUMNS}
    last = max((number for number, row in enumerate(page.iter_rows(values_only=True), 1) if any(row)), default=1)
    for number, row in enumerate(rows, last + 1):
        for place, name in enumerate(head, 1):
            cell = page.cell(number, place)
            cell.value = row.get(name, "")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # what people write is never a formula
            if name and columns[name].to_fill:
                cell.fill = PatternFill("solid", fgColor="FFF6D6")
    page.auto_filter.ref = page.dimensions
    made = io.BytesIO()
    book.save(made)
    return undated(made.getvalue())
