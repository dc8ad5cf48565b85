"""The audit as a workbook: six sheets in Danish, the same bytes for the same audit."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from hoering.pseudonymise.audit import Audit, Context
from hoering.workbook import undated

# Not the day it was made: the same audit must give the same bytes.
_EPOCH = datetime(2000, 1, 1)
# What XML 1.0 cannot hold, and how much Excel takes in a cell.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 32_000
_TALLEST = 400.0  # points; Excel takes 409

_FONT = "Calibri"
_LINE_HEIGHT = 15.0
_RULE = Border(bottom=Side(style="hair", color="9AA5B1"))
_HEAD = PatternFill("solid", fgColor="1D4F7C")
_ASKED = PatternFill("solid", fgColor="FFF6D6")
_NUMBER = Alignment(vertical="top", horizontal="center")
_TOP = Alignment(vertical="top", wrap_text=True)

Cell = str | int | float | Context

_SECRET = "FORTROLIGT: arket viser de navne og numre, der er taget ud. Del det ikke, og slet det, når sagen er slut."
_NOT_IN_TEXT = "kun i det, der er renset væk, eller i afsenderfelter"
_SIGN = (("Godkendt", 13), ("Bemærkning", 28))
_WHERE = {"tekst": "tekst", "filnavn": "filnavn", "oplysninger": "afsender, titel mv."}


def audit_bytes(audit: Audit) -> bytes:
    """The workbook: Læs først, Erstatninger, Personer, Bevaret, Indirekte, Muligvis overset.

    Every text is stored as text, also one that begins like a formula. Columns Godkendt (a list: ja, nej) and
    Bemærkning are empty.
    """
    book = openpyxl.Workbook()
    _first_sheet(book.active, audit)
    _sheet(
        book, "Erstatninger",
        (("Dokument", 28), ("Side", 6), ("Sted", 11), ("Pladsholder", 16), ("Der stod", 24), ("Hvad", 14),
         ("Fundet ved", 18), ("Sammenhæng (som den læses nu)", 62)),
        (
            (r.document, r.page or "", _WHERE[r.where], r.placeholder, r.original, r.reason, r.rule, r.context)
            for r in audit.replacements
        ),
    )  # fmt: skip
    _sheet(
        book, "Personer",
        (("Pladsholder", 16), ("Navne", 38), ("Dokumenter", 46), ("Se efter", 50)),
        ((r.placeholder, " | ".join(r.names), "\n".join(r.documents), r.remark) for r in audit.people),
    )  # fmt: skip
    _sheet(
        book, "Bevaret",
        (("Navn", 26), ("Står nævnt, fordi", 44), ("Gange", 8), ("Dokumenter", 52)),
        ((r.name, r.why, r.times, "\n".join(r.documents) or _NOT_IN_TEXT) for r in audit.kept),
    )  # fmt: skip
    _sheet(
        book, "Indirekte",
        (("Dokument", 28), ("Side", 6), ("Styrke", 8), ("Hvorfor", 44), ("Tekst", 78)),
        ((r.document, r.page, r.score, r.why, r.text) for r in audit.flags),
    )  # fmt: skip
    _sheet(
        book, "Muligvis overset",
        (("Ord", 26), ("Gange", 8), ("Første sted", 28), ("Side", 6), ("Sammenhæng", 70)),
        ((r.words, r.times, r.document, r.page, r.context) for r in audit.overlooked),
    )  # fmt: skip
    book.properties.title = "Anonymisering til godkendelse"
    book.properties.creator = book.properties.lastModifiedBy = "hoering"
    book.properties.created = _EPOCH
    made = io.BytesIO()
    book.save(made)
    return undated(made.getvalue())


def _first_sheet(sheet: Worksheet, audit: Audit) -> None:
    sheet.title = "Læs først"
    sheet.sheet_view.showGridLines = False
    for column, width in zip("ABC", (44, 14, 24), strict=True):
        sheet.column_dimensions[column].width = width
    _line(sheet, "Anonymisering til godkendelse", bold=True, size=16)
    _line(sheet, _SECRET, bold=True)
    _line(sheet, "")
    _table(sheet, ("Taget ud", "Steder", "Forskellige"), audit.counts() or [("intet", 0, 0)])
    _line(sheet, "")
    _line(sheet, "Sådan godkendes arket", bold=True, size=13)
    for text in _guide(audit):
        _line(sheet, text)
    _line(sheet, "")
    for text in ("Gennemgået af:", "Dato:"):
        _line(sheet, text, bold=True)
    sheet.page_setup.orientation = "portrait"
    _one_page_wide(sheet)


def _guide(audit: Audit) -> Iterator[str]:
    """What each sheet holds and what to do with it."""
    asked = sum(1 for person in audit.people if "samme" in person.remark.lower())
    yield (
        f"Erstatninger ({len(audit.replacements)}): hvert sted, hvor noget er erstattet. Skriv nej i Godkendt, hvor "
        "det var forkert."
    )
    yield (
        f"Personer ({len(audit.people)}): hvem der står bag hver pladsholder. {asked} skal ses efter: "
        "to personer med samme fulde navn kan ikke skelnes."
    )
    yield (
        f"Bevaret ({len(audit.kept)}): personer, der stadig står nævnt, og hvorfor. Skal en af dem skjules, skrives "
        "navnet under »skjul« i anonymisering.yaml."
    )
    yield (
        f"Indirekte ({len(audit.flags)}): steder, hvor en person måske kan genkendes uden navn, fx på job, sted og "
        "sygdom. Intet er taget ud af den grund; det afgør et menneske. Reglerne finder kun en del af sådanne steder."
    )
    yield (
        f"Muligvis overset ({len(audit.overlooked)}): ord, der ligner navne og er blevet stående. Er det en person, "
        "skrives navnet under »skjul« i anonymisering.yaml; er det et sted eller en forening, skrives det i navne.tsv."
    )
    yield (
        "Når filerne er rettet, køres hoering igen. Et ark, nogen har skrevet i, bliver lagt til side under et andet "
        "navn. Det, der er renset væk (fx underskrifter og brevhoveder), er ikke med her; det står i tabellen removals."
    )


def _line(sheet: Worksheet, text: str, *, bold: bool = False, size: int = 11) -> None:
    row = sheet.max_row + 1 if sheet["A1"].value else 1
    if not text:
        sheet.cell(row, 1).value = " "
        return
    cell = _put(sheet, row, 1, text)
    cell.font = Font(name=_FONT, bold=bold, size=size)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
    lines = -(-len(text) * size // (80 * 11))
    sheet.row_dimensions[row].height = 15 * size / 11 * lines + 2


def _table(sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    start = sheet.max_row + 1
    for number, values in enumerate([head, *rows]):
        for column, value in enumerate(values, 1):
            cell = _put(sheet, start + number, column, value)
            if number == 0:
                cell.font, cell.fill = Font(name=_FONT, bold=True, color="FFFFFF"), _HEAD


def _sheet(
    book: openpyxl.Workbook, title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]
) -> None:
    sheet = book.create_sheet(title)
    columns = (*columns, *_SIGN)
    for number, (name, width) in enumerate(columns, 1):
        cell = _put(sheet, 1, number, name)
        cell.font, cell.fill = Font(name=_FONT, bold=True, color="FFFFFF"), _HEAD
        sheet.column_dimensions[get_column_letter(number)].width = width
    last = 1
    for last, values in enumerate(rows, 2):
        for number, value in enumerate(values, 1):
            _put(sheet, last, number, value).border = _RULE
        for number in (len(columns) - 1, len(columns)):
            cell = sheet.cell(last, number)
            cell.fill, cell.alignment, cell.border = _ASKED, _TOP, _RULE
        lines = [_lines(value, width) for value, (_, width) in zip(values, columns, strict=False)]
        sheet.row_dimensions[last].height = min(_TALLEST, _LINE_HEIGHT * max(lines))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    if last > 1:
        choice = DataValidation(type="list", formula1='"ja,nej"', allow_blank=True, showErrorMessage=True)
        choice.error, choice.errorTitle = "Vælg ja eller nej.", "Godkendt"
        approved = get_column_letter(len(columns) - 1)
        choice.add(f"{approved}2:{approved}{last}")
        sheet.add_data_validation(choice)
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"
    _one_page_wide(sheet)


def _lines(value: Cell, width: int) -> int:
    """How many lines a cell takes: no program sets the height of a row it has not shown."""
    text = f"{value.before}{value.marked}{value.after}" if isinstance(value, Context) else str(value)
    return sum(1 + len(line) // width for line in text.split("\n"))


def _one_page_wide(sheet: Worksheet) -> None:
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.oddFooter.center.text = "Fortroligt – side &P af &N"


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> openpyxl.cell.cell.Cell:
    """A value in its cell; a text is text whatever it begins with, and stays so when somebody edits it."""
    cell = sheet.cell(row, column)
    cell.alignment = _TOP
    if isinstance(value, Context):
        cell.value = _rich(value)
    elif isinstance(value, str):
        cell.value = _clean(value)
        if value:
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    else:
        cell.value, cell.alignment = value, _NUMBER
    return cell


def _rich(context: Context) -> CellRichText:
    font = InlineFont(rFont=_FONT, sz=11, b=True, color="B00020")
    parts = (_clean(context.before), TextBlock(font, _clean(context.marked)), _clean(context.after))
    return CellRichText(*(part for part in parts if part))


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)[:_LONGEST]
