from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from hoering.spreadsheet import EXCEL, Column, Front, Limits, Sheet, Value, day, spreadsheet_bytes

FRONT = Front("Bilag", (("", ("Hvad det er.",)), ("Forbehold", ("Tallene er ingen afstemning.",))))
COLUMNS = (
    Column("Nr.", 6, "count"),
    Column("Tekst", 20),
    Column("Dato", 12, "date"),
    Column("Styrke", 9, "score"),
    Column("Andel", 9, "share"),
)


def sheet(*rows: Sequence[Value]) -> Sheet:
    return Sheet("Ark et", "Alle rækker.", COLUMNS, rows, fixed=2)


def made(*rows: Sequence[Value], limits: Limits = EXCEL) -> bytes:
    return spreadsheet_bytes(FRONT, [sheet(*rows)], limits)


def opened(data: bytes, title: str = "Ark et") -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data))[title]


def lines(data: bytes) -> list[str]:
    page = opened(data, "Læs mig")
    return [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]


def test_numbers_are_numbers_dates_are_dates_and_texts_texts() -> None:
    page = opened(made((7, "Vi savner en plan.", datetime.date(2026, 3, 7), 0.91, 0.25)))
    assert [cell.value for cell in page[2]] == [7, "Vi savner en plan.", datetime.datetime(2026, 3, 7), 0.91, 0.25]
    assert [cell.data_type for cell in page[2]] == ["n", "s", "d", "n", "n"]
    formats = [cell.number_format for cell in page[2]]
    assert formats == ["#,##0", "General", "dd-mm-yyyy", "0.00", "0 %"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+45", "-5 pct.", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "=cmd|' /C calc'!A0"]
)
def test_a_text_that_looks_like_a_formula_is_a_text_and_stays_one_when_edited(text: str) -> None:
    cell = opened(made((1, text, None, None, None)))["B2"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix


def test_nothing_in_the_file_is_a_formula() -> None:
    data = spreadsheet_bytes(Front("=A1", (("=B1", ("=C1",)),)), [Sheet("Ark", "=D1", (Column("=E1"),), [("=F1",)])])
    book = openpyxl.load_workbook(io.BytesIO(data))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert pages
    assert all(b"<f" not in page for page in pages)


def test_head_stays_in_sight_and_every_column_can_be_filtered() -> None:
    page = opened(made((1, "a", None, None, None), (2, "b", None, None, None)))
    assert page.freeze_panes == "C2"
    assert page.auto_filter.ref == "A1:E3"
    assert [cell.value for cell in page[1]] == ["Nr.", "Tekst", "Dato", "Styrke", "Andel"]
    assert page.column_dimensions["B"].width == 20


def test_long_texts_wrap_and_their_row_has_room() -> None:
    page = opened(made((1, "Vi savner en plan. " * 3, None, None, None), (2, "kort", None, None, None)))
    assert page["B2"].alignment.wrap_text
    assert page.row_dimensions[2].height == 3 * page.row_dimensions[3].height


def test_no_rows_at_all() -> None:
    page = opened(made())
    assert page.max_row == 1
    assert page.auto_filter.ref == "A1:E2"


def test_a_cell_too_long_for_excel_is_cut_and_the_front_says_so() -> None:
    data = made((1, "a" * 40_000, None, None, None))
    value = opened(data)["B2"].value
    assert isinstance(value, str)
    assert len(value) == 32_767
    assert value.endswith("[forkortet]")
    assert any("1 celle er forkortet til 32.767 tegn" in line for line in lines(data))


def test_more_rows_than_excel_takes_are_left_out_and_the_front_says_so() -> None:
    data = made(*[(n, "", None, None, None) for n in range(1, 9)], limits=Limits(rows=5))
    page = opened(data)
    assert [page.cell(row, 1).value for row in range(2, page.max_row + 1)] == [1, 2, 3, 4]
    assert any("viser de første 4 af 8 rækker" in line for line in lines(data))


def test_the_front_lists_the_sheets_with_their_rows_and_leads_to_them() -> None:
    page = opened(made((1, "a", None, None, None)), "Læs mig")
    (row,) = [row for row in page.iter_rows() if row[0].value == "Ark et"]
    assert [cell.value for cell in row] == ["Ark et", 1, "Alle rækker."]
    assert row[0].hyperlink.location == "'Ark et'!A1"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert made((1, "a", datetime.date(2026, 3, 7), 0.5, 0.5)) == made((1, "a", datetime.date(2026, 3, 7), 0.5, 0.5))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufffe\uffff"), min_size=1, max_size=60))
def test_every_text_excel_can_hold_comes_back(text: str) -> None:
    value = opened(made((1, text, None, None, None)))["B2"].value
    held = "".join(c if c in "\t\n\r" or ord(c) >= 32 else "\ufffd" for c in text)
    if "_x" not in held:
        assert value == held


def test_what_excel_would_read_as_a_character_code_is_told_to_be_text() -> None:
    with zipfile.ZipFile(io.BytesIO(made((1, "sag_x0041_b", None, None, None)))) as archive:
        assert b"sag_x005F_x0041_b" in archive.read("xl/worksheets/sheet2.xml")


@pytest.mark.parametrize("value", ["", "2026", "2026-03", "2026-02-30", "foråret", "1899-12-31", "20260307"])
def test_what_is_no_day_excel_knows_stays_a_text(value: str) -> None:
    assert day(value) == value


def test_missing_and_not_a_number_are_empty_cells() -> None:
    page = opened(made((None, "", "", float("nan"), None)))
    assert all(cell.value is None for cell in page[2])
