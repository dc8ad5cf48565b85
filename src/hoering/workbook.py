"""Tables as an Excel file: the same rows give the same bytes, and no cell is ever a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

# Not the day it was made: the same tables must give the same bytes.
_EPOCH = datetime(2000, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_HEAD = PatternFill("solid", fgColor="1D4F7C")
_TO_FILL = PatternFill("solid", fgColor="FFF6D6")
_LINE_HEIGHT = 15  # points
_MOST_LINES = 12
_LONGEST_CELL = 32_000  # Excel takes 32,767 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, width in characters, whether a person fills it in, and what may be chosen there."""

    head: str
    width: int = 14
    to_fill: bool = False
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of a workbook; ``note`` is a line above the head, ``fixed`` how many columns stay when one scrolls."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str | int | float]]
    note: str = ""
    fixed: int = 0


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as the bytes of an .xlsx file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.created = book.properties.modified = _EPOCH
    book.properties.creator = "hoering"
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    made = io.BytesIO()
    book.save(made)
    return undated(made.getvalue())


def undated(archive: bytes) -> bytes:
    """A zip file (.xlsx, .docx) with the clock taken out of it."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "docProps/core.xml":
                data = _without_clock(data)
            target.writestr(zipfile.ZipInfo(item.filename, _ZIP_DATE), data, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _without_clock(core: bytes) -> bytes:
    """openpyxl sets the time of saving itself, whatever the properties say."""
    stamp = _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)", rb"\g<1>" + stamp + rb"\g<2>", core)


def _write(page: Worksheet, sheet: Sheet) -> None:
    first = 1
    if sheet.note:
        page.cell(1, 1, sheet.note).alignment = Alignment(wrap_text=False)
        first = 2
    for number, column in enumerate(sheet.columns, 1):
        cell = page.cell(first, number, column.head)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.row_dimensions[first].height = 2 * _LINE_HEIGHT
    for row, values in enumerate(sheet.rows, first + 1):
        for number, (column, value) in enumerate(zip(sheet.columns, values, strict=True), 1):
            _fill(page.cell(row, number), value, column)
        page.row_dimensions[row].height = _LINE_HEIGHT * _lines(sheet.columns, values)
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.freeze_panes = page.cell(first + 1, 1 + sheet.fixed)
    last = first + max(1, len(sheet.rows))
    page.auto_filter.ref = f"A{first}:{get_column_letter(len(sheet.columns))}{last}"
    _offer(page, sheet, first + 1, last)


def _lines(columns: Sequence[Column], values: Sequence[str | int | float]) -> int:
    """Lines the longest cell of a row takes; neither Excel nor LibreOffice looks for itself in a file like this."""
    needed = (
        sum(1 + len(line) // c.width for line in str(v).split("\n")) for c, v in zip(columns, values, strict=True)
    )
    return min(max(needed, default=1), _MOST_LINES)


def _fill(cell: Cell, value: str | int | float, column: Column) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST_CELL]
        cell.data_type = "s"  # also where it begins with "=": what people write is never a formula
    else:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if column.to_fill:
        cell.fill = _TO_FILL


def _offer(page: Worksheet, sheet: Sheet, first: int, last: int) -> None:
    """A list to choose from in the columns that have one."""
    for number, column in enumerate(sheet.columns, 1):
        listed = ",".join(column.choices)
        if column.choices and len(listed) <= 250:  # Excel takes 255 characters in such a list
            rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
            rule.add(f"{get_column_letter(number)}{first}:{get_column_letter(number)}{last}")
            page.add_data_validation(rule)
