from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from hoering.clean import clean
from hoering.codebook import DEFAULT, load
from hoering.divide import answers as divided
from hoering.identify import Identifier, guess_kind
from hoering.read import Reading
from hoering.sensitive import RawDocument
from hoering.sources import MaskedDocument, Received, gather

ReadFolder = Callable[[], Reading]
ReadTable = Callable[[str, bytes], RawDocument | list[str]]

NO_TEXT = "Tabellen har ingen kolonne med fritekst (flere ord, forskellige fra række til række)."
ASK = "Skriv i kilder.csv i kolonnen »kolonner«, hvilke der skal læses, med semikolon imellem."
BROKEN = "Excel-filen er beskadiget og kan ikke åbnes."

HEAD = ["Respondent", "Alder", "Organisation", "Hvor enig er du?", "Hvad kunne være bedre?"]
ROWS = [
    ["r1", "42", "Foreningen Fodslag", "I meget høj grad", "Jeg savner en fast sagsbehandler, der ringer."],
    ["r2", "", "", "I meget høj grad", ""],
    ["r3", "61", "", "I mindre grad", "Bussen kører ikke, når; jeg møder."],
    ["r4", "19", "", "I meget høj grad", "Færre breve.\nSvar 1: er mit eget."],
]  # fmt: skip
TEXT = """[Hvad kunne være bedre?]
Svar 1: Jeg savner en fast sagsbehandler, der ringer.
[Række 2 · Respondent: r1 · Alder: 42 · Organisation: Foreningen Fodslag · Hvor enig er du?: I meget høj grad]

Svar 2: Bussen kører ikke, når; jeg møder.
[Række 4 · Respondent: r3 · Alder: 61 · Hvor enig er du?: I mindre grad]

Svar 3: Færre breve.
– Svar 1: er mit eget.
[Række 5 · Respondent: r4 · Alder: 19 · Hvor enig er du?: I meget høj grad]

"""


def delimited(rows: list[list[str]], sign: str = ";") -> str:
    return "".join(sign.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)


def excel(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def read_table(tmp_path: Path, read_folder: ReadFolder) -> ReadTable:
    def read(name: str, data: bytes) -> RawDocument | list[str]:
        (tmp_path / name).write_bytes(data)
        reading = read_folder()
        return reading.items[0] if reading.items else [p.reason for p in reading.problems]

    return read


def answers(document: RawDocument | list[str]) -> list[str]:
    """What the sources of a document are, cleaned."""
    assert isinstance(document, RawDocument), document
    identity = Identifier(load(DEFAULT)).identify(document)
    received = tuple(Received(start=a.start, end=a.end, identity=identity) for a in divided(document))
    masked = MaskedDocument(raw=document, edits=tuple(clean(document)), document=document.document, received=received)
    return [" ".join(t.view.quote(t.source.start, t.source.end).split()) for t in gather([masked]).texts]


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_each_row_is_an_answer_with_its_fields_below(read_table: ReadTable, sign: str, encoding: str) -> None:
    document = read_table("svar.csv", delimited([HEAD, *ROWS], sign).encode(encoding))
    assert isinstance(document, RawDocument), document
    assert document.text == TEXT
    assert document.raw.warnings == (
        "Svarene er taget fra kolonnen »Hvad kunne være bedre?«; 1 rækker uden svar er sprunget over. "
        "Desuden: organisation fra »Organisation«.",
    )


def test_each_answer_becomes_a_source_without_question_and_fields(read_table: ReadTable) -> None:
    document = read_table("borgere.csv", delimited([HEAD, *ROWS]).encode())
    assert isinstance(document, RawDocument)
    assert guess_kind(document).value == "survey"
    assert answers(document) == [
        "Svar 1: Jeg savner en fast sagsbehandler, der ringer.",
        "Svar 2: Bussen kører ikke, når; jeg møder.",
        "Svar 3: Færre breve. – Svar 1: er mit eget.",
    ]
    assert {edit.reason for edit in clean(document)} >= {"spørgsmål i skemaet", "baggrundsfelt"}


def test_several_columns_of_free_text_are_one_answer(read_table: ReadTable) -> None:
    rows = [
        ["Hvad er godt?", "Hvad mangler?"],
        ["Jeg er glad for min mentor.", "Der mangler busser om aftenen."],
        ["", "Vi mangler kurser i nærheden af byen."],
        ["Det hele virker fint nok.", ""],
    ]
    document = read_table("svar.csv", delimited(rows).encode())
    assert answers(document) == [
        "Svar 1: Jeg er glad for min mentor. Der mangler busser om aftenen.",
        "Svar 2: Vi mangler kurser i nærheden af byen.",
        "Svar 3: Det hele virker fint nok.",
    ]
    assert isinstance(document, RawDocument)
    assert "Svar 1: [Hvad er godt?] Jeg er glad for min mentor.\n[Hvad mangler?] Der mangler" in document.text
    assert document.raw.warnings == ("Svarene er taget fra kolonnerne »Hvad er godt?« og »Hvad mangler?«.",)


def test_one_column_with_commas_stays_one(read_table: ReadTable) -> None:
    text = "Kommentar\nFærre breve, tak\nJeg vil have job, ro, og busser\nIngen ting\nMere tid, mere hjælp\n"
    document = read_table("svar.csv", text.encode())
    assert isinstance(document, RawDocument)
    assert len(answers(document)) == 4
    assert "Svar 2: Jeg vil have job, ro, og busser\n" in document.text


def test_addresses_and_names_are_no_free_text(read_table: ReadTable) -> None:
    rows = [["Navn", "Adresse"], ["Ida", "Opdigtet Gade 8, 2. tv."], ["Per", "Opdigtet Vej 3, st. th."]]
    told = f"{NO_TEXT} Kolonnerne hedder »Navn«, »Adresse«. {ASK}"
    assert read_table("liste.csv", delimited(rows).encode()) == [told]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("a;b\n1;2\n3;4\n", "Kolonnerne hedder »a«, »b«."),
        ("navn\n", "Kolonnerne hedder »navn«."),
        (";;;\n;;;\n", "Kolonnerne har ingen navne; brug deres bogstaver (A, B …)."),
    ],
)
def test_a_table_without_free_text_says_so_and_asks_for_a_choice(
    read_table: ReadTable, text: str, columns: str
) -> None:
    assert read_table("tal.csv", text.encode()) == [f"{NO_TEXT} {columns} {ASK}"]


def test_excel_is_read_as_the_same_table(read_table: ReadTable) -> None:
    document = read_table("svar.xlsx", excel(Ark1=[HEAD, *ROWS]))
    assert isinstance(document, RawDocument), document
    assert document.text == TEXT.replace("Række 2 ", "Række 2 i Ark1 ").replace("Række 4 ", "Række 4 i Ark1 ").replace(
        "Række 5 ", "Række 5 i Ark1 "
    )
    assert document.format == "xlsx"


def test_numbers_dates_and_errors_are_shown_as_people_write_them(read_table: ReadTable) -> None:
    rows: list[list[object]] = [
        ["Alder", "Dato", "Ledig", "Fejl", "Kommentar"],
        [42.0, datetime.datetime(2026, 4, 15), True, "#N/A", "Jeg savner en fast sagsbehandler."],
    ]
    document = read_table("svar.xlsx", excel(Ark1=rows))
    assert isinstance(document, RawDocument), document
    assert "[Række 2 i Ark1 · Alder: 42 · Dato: 2026-04-15 · Ledig: Ja]" in document.text


def test_all_sheets_are_numbered_through_and_those_without_text_are_named(read_table: ReadTable) -> None:
    data = excel(Borgere=[HEAD, *ROWS[:1]], Tal=[["a", "b"], [1, 2]], Tom=[], Unge=[HEAD, *ROWS[2:3]])
    document = read_table("svar.xlsx", data)
    assert isinstance(document, RawDocument), document
    assert [line for line in document.text.splitlines() if line.startswith("Svar ")] == [
        "Svar 1: [Hvad kunne være bedre?] Jeg savner en fast sagsbehandler, der ringer.",
        "Svar 2: [Hvad kunne være bedre?] Bussen kører ikke, når; jeg møder.",
    ]
    assert document.raw.warnings[-1] == "Arket »Tal« har ingen kolonne med fritekst og er ikke læst."


def test_titles_above_the_head_are_kept_and_marked(read_table: ReadTable) -> None:
    data = excel(Ark1=[["Udtræk fra skemaet"], [], HEAD, *ROWS[:1]])
    document = read_table("svar.xlsx", data)
    assert isinstance(document, RawDocument), document
    assert document.text.startswith("[Udtræk fra skemaet]\n[Hvad kunne være bedre?]\nSvar 1: Jeg savner")
    assert "Række 4 i Ark1" in document.text


def test_a_table_over_the_limit_is_refused(read_table: ReadTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoering.read.sheets._MAX_ROWS", 3)
    reason = "Tabellen er for stor (grænsen er 20000 rækker og 500 kolonner)."
    assert read_table("svar.csv", delimited([HEAD, *ROWS]).encode()) == [reason]
    assert isinstance(read_table("svar.csv", delimited([HEAD, *ROWS[:3]]).encode()), RawDocument)


def test_a_row_far_down_is_read_and_a_cell_far_out_is_over_the_limit(read_table: ReadTable) -> None:
    book = openpyxl.Workbook()
    for column, name in enumerate(HEAD, 1):
        book.active.cell(row=1, column=column, value=name)
    book.active.cell(row=60_000, column=5, value="Jeg savner en fast sagsbehandler.")
    buffer = io.BytesIO()
    book.save(buffer)
    document = read_table("svar.xlsx", buffer.getvalue())
    assert isinstance(document, RawDocument), document
    assert "Række 60000 i Sheet" in document.text
    book.active.cell(row=1, column=16_384, value="langt ude")
    book.save(buffer := io.BytesIO())
    assert str(read_table("svar.xlsx", buffer.getvalue())).startswith("['Tabellen er for stor")


def test_entities_in_an_excel_file_are_not_expanded(read_table: ReadTable) -> None:
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE d [<!ENTITY b0 "lol">{bomb}]>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(excel(Ark1=[HEAD, *ROWS]))) as whole, zipfile.ZipFile(buffer, "w") as evil:
        for member in whole.namelist():
            data = whole.read(member)
            if member.startswith("xl/worksheets/sheet"):
                data = doctype.encode() + data.replace(b"<v>42</v>", b"<v>&b9;</v>")
            evil.writestr(member, data)
    assert read_table("svar.xlsx", buffer.getvalue()) == [BROKEN]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("svar.xlsx", b"Vi er bare tekst", BROKEN),
        ("svar.xlsx", excel(Ark1=[HEAD])[:2000], BROKEN),
        ("svar.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), "Excel-filen er beskyttet med adgangskode."),
        ("svar.xlsm", excel(Ark1=[HEAD]), "Excel-filer med makroer (.xlsm) åbnes ikke. Gem filen som .xlsx."),
        ("svar.xls", b"x", "Gamle Excel-filer (.xls) kan ikke læses. Gem filen som .xlsx."),
        ("svar.csv", b"a\x00b;c", "Filen er ikke læsbar tekst i UTF-8 eller Windows-1252 (forkert tegnkodning?)."),
    ],
)
def test_what_is_no_table_or_is_not_opened_says_so(read_table: ReadTable, name: str, data: bytes, reason: str) -> None:
    assert read_table(name, data) == [reason]
