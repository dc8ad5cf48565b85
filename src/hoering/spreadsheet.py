"""Large tables as one Excel file: filterable, head kept in sight, no cell ever a formula, the same rows the same bytes.

openpyxl makes the file and its first sheet; the rows of the others are written as XML here, because openpyxl needs
3 s of computing for 9,000 rows of 18 cells, and this a tenth of it. For small sheets that people fill in, see
`hoering.workbook`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import isfinite
from typing import Literal
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from hoering.workbook import undated

Value = str | int | float | date | None
Kind = Literal["text", "count", "score", "share", "date"]

_EPOCH = datetime(2000, 1, 1)
_HEAD = PatternFill("solid", fgColor="1D4F7C")
_WHITE = Font(name="Calibri", bold=True, color="FFFFFF")
_TITLE = Font(name="Calibri", bold=True, size=18, color="1D4F7C")
_HEADING = Font(name="Calibri", bold=True, size=12, color="1D4F7C")
_LINK = Font(name="Calibri", underline="single", color="1D4F7C")
_FORMATS: dict[Kind, str] = {"count": "#,##0", "score": "0.00", "share": "0 %", "date": "dd-mm-yyyy"}
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Excel takes "_x0041_" in a file for the letter A.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# What Excel would take for a formula when somebody opens the cell and presses Enter.
_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LINE, _MOST_LINES = 15, 12  # points, lines
_FIRST_EXCEL_YEAR = 1901
_CUT = " … [forkortet]"


@dataclass(frozen=True, slots=True)
class Limits:
    """What Excel takes: rows on a sheet with the head, and characters in a cell."""

    rows: int = 1_048_576
    characters: int = 32_767


EXCEL = Limits()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, width in characters, and what stands in it.

    A text in a column of dates is a date that is not known to the day.
    """

    head: str
    width: int = 14
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; ``about`` is a line for the front sheet, ``fixed`` how many columns stay in sight."""

    title: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    fixed: int = 1


@dataclass(frozen=True, slots=True)
class Front:
    """The sheet that is read first: a title, sections of a heading and lines; then the list of sheets."""

    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def spreadsheet_bytes(front: Front, sheets: Sequence[Sheet], limits: Limits = EXCEL) -> bytes:
    """A workbook of a front sheet, "Læs mig", and the tables, as the bytes of an .xlsx file.

    What Excel cannot hold is cut, and the front sheet says so.
    """
    fitted = [_fitted(sheet, limits) for sheet in sheets]
    book = Workbook()
    book.properties.creator = "hoering"
    book.properties.title = front.title
    book.properties.created = book.properties.modified = _EPOCH
    book.remove(book.worksheets[0])
    _write_front(book.create_sheet("Læs mig"), front, fitted)
    rows = {}
    for number, (sheet, _) in enumerate(fitted, 2):
        page = book.create_sheet(sheet.title)
        _prepare(page, sheet)
        rows[f"xl/worksheets/sheet{number}.xml"] = (_rows(sheet, _Styles.of(page)), _area(sheet))
    made = io.BytesIO()
    book.save(made)
    return undated(_with_rows(made.getvalue(), rows))


def day(value: str) -> Value:
    """An ISO date as a date, so that Excel sorts it; what is no full date stays a text.

    >>> day("2026-03-07"), day("2026-03")
    (datetime.date(2026, 3, 7), '2026-03')
    """
    try:
        found = date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return value
    return found if found and found.year >= _FIRST_EXCEL_YEAR else value


# The tables


def _fitted(sheet: Sheet, limits: Limits) -> tuple[Sheet, tuple[str, ...]]:
    """A sheet that Excel can hold, and what had to be cut, in Danish."""
    told: list[str] = []
    rows = sheet.rows
    if len(rows) > limits.rows - 1:
        told.append(
            f"Arket »{sheet.title}« viser de første {_number(limits.rows - 1)} af {_number(len(rows))} rækker; "
            "mere kan Excel ikke have på et ark. Resten står i tabellerne i data/processed."
        )
        rows = rows[: limits.rows - 1]
    long = sum(isinstance(value, str) and len(value) > limits.characters for row in rows for value in row)
    if long:
        rows = [[_cut(value, limits.characters) for value in row] for row in rows]
        what = "1 celle er" if long == 1 else f"{_number(long)} celler er"
        told.append(
            f"Arket »{sheet.title}«: {what} forkortet til {_number(limits.characters)} tegn, som er det meste, "
            "Excel kan have i en celle."
        )
    return replace(sheet, rows=rows), tuple(told)


def _cut(value: Value, most: int) -> Value:
    if not isinstance(value, str) or len(value) <= most:
        return value
    return value[: most - len(_CUT)] + _CUT


def _prepare(page: Worksheet, sheet: Sheet) -> None:
    """Everything on a sheet but its rows."""
    for number, column in enumerate(sheet.columns, 1):
        cell = page.cell(1, number)
        cell.value, cell.data_type = column.head, "s"
        cell.font, cell.fill = _WHITE, _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.row_dimensions[1].height = 2 * _LINE
    page.freeze_panes = page.cell(2, 1 + sheet.fixed)
    page.auto_filter.ref = _area(sheet)
    page.print_title_rows = "1:1"
    _lay_out(page)


def _lay_out(page: Worksheet) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _area(sheet: Sheet) -> str:
    return f"A1:{get_column_letter(len(sheet.columns))}{1 + max(1, len(sheet.rows))}"


@dataclass(frozen=True, slots=True)
class _Styles:
    """The numbers of cell styles in the workbook: by kind of column, and of texts that look like formulas."""

    by_kind: Mapping[Kind, int]
    quoted: int

    @classmethod
    def of(cls, page: Worksheet) -> _Styles:
        wrapped = Alignment(wrap_text=True, vertical="top")
        plain = Alignment(vertical="top", horizontal="right", indent=1)
        found: dict[Kind, int] = {"text": _style(page, wrapped)}
        for kind, form in _FORMATS.items():
            found[kind] = _style(page, plain, form)
        quoted = _style(page, wrapped, quoted=True)
        return cls(found, quoted)


def _style(page: Worksheet, alignment: Alignment, form: str = "General", *, quoted: bool = False) -> int:
    """The number of a style; the cell that brings it is never put on the sheet."""
    cell = Cell(page, row=1, column=1)
    cell.alignment, cell.number_format, cell.quotePrefix = alignment, form, quoted
    return int(cell.style_id)


def _rows(sheet: Sheet, styles: _Styles) -> Iterator[str]:
    """The rows below the head as XML."""
    letters = [get_column_letter(number) for number in range(1, len(sheet.columns) + 1)]
    for number, values in enumerate(sheet.rows, 2):
        cells = "".join(
            _cell(f"{letter}{number}", value, column.kind, styles)
            for letter, column, value in zip(letters, sheet.columns, values, strict=True)
        )
        height = _LINE * _lines(sheet.columns, values)
        yield f'<row r="{number}" ht="{height}" customHeight="1">{cells}</row>'


def _cell(place: str, value: Value, kind: Kind, styles: _Styles) -> str:
    if isinstance(value, str) and value:
        style = styles.quoted if value.startswith(_LIKE_FORMULA) else styles.by_kind["text"]
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_safe(value)}</t></is></c>'
    style = styles.by_kind[kind]
    if value in (None, "") or (isinstance(value, float) and not isfinite(value)):
        return f'<c r="{place}" s="{style}"/>'
    plain = to_excel(value) if isinstance(value, date) else value
    return f'<c r="{place}" s="{style}"><v>{plain}</v></c>'


def _safe(text: str) -> str:
    coded = _CODED.sub("_x005F_", _ILLEGAL.sub("\ufffd", text))
    return escape(coded, {"\r": "&#13;"})


def _lines(columns: Sequence[Column], values: Sequence[Value]) -> int:
    """Lines the longest cell of a row takes; neither Excel nor LibreOffice looks for itself in a file like this."""
    most = 1
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str) and (len(value) > column.width or "\n" in value):
            most = max(most, sum(1 + len(line) // column.width for line in value.split("\n")))
    return min(most, _MOST_LINES)


def _with_rows(archive: bytes, rows: Mapping[str, tuple[Iterator[str], str]]) -> bytes:
    """The file with rows put into its sheets."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename in rows:
                below, area = rows[item.filename]
                data = re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="{area}"'.encode(), data, count=1)
                data = data.replace(b"</sheetData>", "".join(below).encode() + b"</sheetData>", 1)
            target.writestr(item.filename, data)
    return made.getvalue()


# The front sheet


def _write_front(page: Worksheet, front: Front, fitted: Sequence[tuple[Sheet, tuple[str, ...]]]) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 32, 10
    page.column_dimensions["C"].width = 90
    _text(page, 1, front.title, _TITLE)
    row = 2
    cut = tuple(line for _, lines in fitted for line in lines)
    sections = [*front.sections, ("Forkortet", cut)] if cut else front.sections
    for heading, lines in sections[:1]:
        row = _section(page, row, heading, lines)
    row = _contents(page, row + 1, [sheet for sheet, _ in fitted])
    for heading, lines in sections[1:]:
        row = _section(page, row, heading, lines)
    page.sheet_view.showGridLines = False
    _lay_out(page)


def _text(page: Worksheet, row: int, text: str, font: Font | None = None) -> None:
    cell = page.cell(row, 1)
    cell.value, cell.data_type = _ILLEGAL.sub("\ufffd", text), "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if font is not None:
        cell.font = font
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
    lines = sum(1 + len(line) // 135 for line in text.split("\n"))
    page.row_dimensions[row].height = 28 if font is _TITLE else _LINE * lines + 2


def _section(page: Worksheet, row: int, heading: str, lines: Sequence[str]) -> int:
    """A heading and its lines from a row on; the row after them."""
    if heading:
        row += 1
        _text(page, row, heading, _HEADING)
        row += 1
    for line in lines:
        _text(page, row, line)
        row += 1
    return row


def _contents(page: Worksheet, row: int, sheets: Sequence[Sheet]) -> int:
    for number, head in enumerate(("Ark", "Rækker", "Hvad der står"), 1):
        cell = page.cell(row, number, head)
        cell.font, cell.fill = _WHITE, _HEAD
    for sheet in sheets:
        row += 1
        name, count, about = page.cell(row, 1, sheet.title), page.cell(row, 2, len(sheet.rows)), page.cell(row, 3)
        name.hyperlink = Hyperlink(ref=name.coordinate, location=f"'{sheet.title}'!A1", display=sheet.title)
        name.font, count.number_format = _LINK, _FORMATS["count"]
        about.value, about.data_type = sheet.about, "s"
        for cell in (name, about):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        count.alignment = Alignment(vertical="top", horizontal="right", indent=1)
        page.row_dimensions[row].height = _LINE * (1 + len(sheet.about) // 96)
    return row + 1


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
