"""Tables of answers (.csv, .xlsx): rows of cells, whatever the delimiter, the encoding and the sheets."""

from __future__ import annotations

import csv
import datetime
import io
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

import openpyxl

from hoering.errors import ReadError
from hoering.read.columns import Columns
from hoering.read.office import broken, open_office
from hoering.read.plain import decode
from hoering.read.survey import ColumnFound, Sheet, suggest, survey_text
from hoering.sensitive import RawText

_MAX_ROWS = 20_000
_MAX_COLUMNS = 500
_TOO_MANY = f"Tabellen er for stor (grænsen er {_MAX_ROWS} rækker og {_MAX_COLUMNS} kolonner)."

# As many as a sheet can have; more in a file is a trick.
_EXCEL_ROWS = 1_048_576

_DELIMITERS = (";", "\t", ",")
# Stands in no text, so that a table of one column stays one.
_NO_DELIMITER = "\x1f"
_SAMPLE = 50
_SAME_WIDTH = 0.8


def read_csv(data: bytes, columns: Columns | None = None) -> RawText:
    """Read a .csv file with ``;``, ``,`` or tabulators, in UTF-8, UTF-16 or Windows-1252.

    Args:
        data: the file.
        columns: the user's choice of columns; without it a rule chooses, see `hoering.read.free_text`.

    Raises:
        ReadError: no table, too large, or without a column of free text.
    """
    return survey_text(_csv_sheets(data), columns)


def suggest_columns(name: str, data: bytes, columns: Columns | None = None) -> tuple[ColumnFound, ...]:
    """The columns of a .csv or .xlsx file and what each is taken for, for a person who is to choose.

    Args:
        name: the file's name, for its ending.
        data: the file.
        columns: a choice already made.

    Raises:
        ReadError: no table, broken, password-protected or too large.
    """
    sheets = _csv_sheets(data) if name.lower().endswith(".csv") else _excel_sheets(data)
    return suggest(sheets, columns)


def _csv_sheets(data: bytes) -> list[Sheet]:
    text = decode(data)
    if text[:4] == "sep=":  # a line for Excel
        text = text.partition("\n")[2]
    try:
        return [_sheet("", _rows(text, _delimiter(text)))]
    except csv.Error as error:
        raise ReadError("Filen kan ikke læses som en tabel.") from error


def _rows(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return (tuple(cell.strip() for cell in row) for row in reader)


def _delimiter(text: str) -> str:
    """The sign that gives most rows the same number of cells, and more than one."""
    best, width = _NO_DELIMITER, 1
    for delimiter in _DELIMITERS:
        widths = Counter(len(row) for row in islice(_rows(text, delimiter), _SAMPLE) if any(row))
        if not widths:
            continue
        most, rows = widths.most_common(1)[0]
        if most > width and rows >= _SAME_WIDTH * widths.total():
            best, width = delimiter, most
    return best


def read_excel(data: bytes, columns: Columns | None = None) -> RawText:
    """Read the sheets of a .xlsx file: values as last computed, no formulas, macros or links.

    A hidden sheet is told of but read only where the user asks for it; rows that are hidden or filtered away are read,
    for a filter left on must not lose answers.

    Args:
        data: the file.
        columns: the user's choice of columns and sheet; without it a rule chooses, see `hoering.read.free_text`.

    Raises:
        ReadError: broken, password-protected, too large, or without a column of free text.
    """
    return survey_text(_excel_sheets(data), columns)


def _excel_sheets(data: bytes) -> list[Sheet]:
    open_office(data, "Excel-filen")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of every extension it passes over
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [
                _sheet(sheet.title, _values(sheet), hidden=sheet.sheet_state != "visible") for sheet in book.worksheets
            ]
            book.close()
    except ReadError:
        raise
    except Exception as error:  # openpyxl lets the errors of zlib, its XML parser and its own lookups come out
        raise broken("Excel-filen") from error
    return sheets


def _values(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet) -> Iterator[tuple[str, ...]]:
    sheet.reset_dimensions()  # what the file says of its own size is often wrong
    for row in sheet.iter_rows(max_row=_EXCEL_ROWS, values_only=True):
        yield tuple(_shown(value) for value in row) if any(row) else ()


def _shown(value: object) -> str:
    if value is None or (isinstance(value, str) and value.startswith("#") and value[1:2].isupper()):  # "#N/A"
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).replace("_x000D_", "").strip()


def _sheet(name: str, rows: Iterable[tuple[str, ...]], *, hidden: bool = False) -> Sheet:
    """The rows that hold anything, without empty cells at the end, each with its number."""
    kept: list[tuple[int, tuple[str, ...]]] = []
    for number, row in enumerate(rows, 1):
        if not row:
            continue
        width = max((i for i, cell in enumerate(row, 1) if cell), default=0)
        if width > _MAX_COLUMNS or len(kept) > _MAX_ROWS:
            raise ReadError(_TOO_MANY)
        if width:
            kept.append((number, row[:width]))
    return Sheet(name=name, rows=tuple(kept), hidden=hidden)
