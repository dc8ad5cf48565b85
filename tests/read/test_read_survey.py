"""Tables as they come: which columns are read, chosen or not, and what every answer carries with it."""

from __future__ import annotations

import io
import time
from pathlib import Path

import openpyxl
import pytest

from hoering.errors import ReadError
from hoering.read import (
    Columns,
    ListedSource,
    answers_of,
    chosen_columns,
    find_files,
    read_documents,
    suggest_columns,
)
from hoering.read.sheets import read_csv, read_excel
from hoering.sensitive import RawText

Rows = list[list[str]]

LETTERS: Rows = [
    ["Nr", "Afsender", "Dato", "Høringssvar"],
    ["1", "Foreningen Lanternen", "01-02-2030", "Vi bakker op om planen for de unge."],
    ["2", "Borger", "2. februar 2030", "Jeg venter stadig på svar fra jobcentret."],
    ["3", "Krogager Maskinfabrik ApS", "2030-02-03 08:15:00", "Vi mangler smede og svejsere."],
]
SURVEY: Rows = [
    ["ID", "Navn", "Hvor enig er du?", "Uddyb", "Hvad er vigtigt for dig?", "Køn"],
    ["7", "Mona Rishøj", "4", "Det går for langsomt.", "At der er en, der ringer tilbage til mig.", "K"],
    ["8", "", "2", "", "En mentor på min egen arbejdsplads.", "M"],
    ["9", "Aksel Rudme", "5", "Alt er fint.", "", "M"],
]


def csv_bytes(rows: Rows) -> bytes:
    return "".join(";".join(f'"{cell}"' for cell in row) + "\n" for row in rows).encode()


def excel_bytes(rows: Rows, **hidden: Rows) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Svar"
    for row in rows:
        book.active.append(row)
    for name, more in hidden.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden"
        for row in more:
            sheet.append(row)
    book.save(buffer := io.BytesIO())
    return buffer.getvalue()


def own_words(raw: RawText) -> list[str]:
    """What is left of every answer without questions and fields."""
    left: list[str] = []
    for answer in answers_of(raw):
        parts, place = [], answer.start
        for mark in sorted(raw.marks, key=lambda m: m.start):
            if mark.kind in {"question", "field"} and answer.start <= mark.start < answer.end:
                parts.append(raw.text[place : mark.start])
                place = mark.end
        left.append(" ".join(("".join(parts) + raw.text[place : answer.end]).split()))
    return left


def test_every_answer_has_its_place_its_row_and_its_sender() -> None:
    raw = read_csv(csv_bytes(LETTERS))
    assert [(a.row, a.sender, a.role, a.date) for a in answers_of(raw)] == [
        (2, "Foreningen Lanternen", "", "2030-02-01"),
        (3, "", "privat", "2030-02-02"),
        (4, "Krogager Maskinfabrik ApS", "", "2030-02-03"),
    ]
    assert own_words(raw) == [
        "Svar 1: Vi bakker op om planen for de unge.",
        "Svar 2: Jeg venter stadig på svar fra jobcentret.",
        "Svar 3: Vi mangler smede og svejsere.",
    ]
    assert raw.warnings == (
        "Svarene er taget fra kolonnen »Høringssvar«. Desuden: afsender fra »Afsender«, dato fra »Dato«.",
    )


def test_answers_follow_on_each_other_to_the_end_of_the_text() -> None:
    raw = read_excel(excel_bytes(SURVEY))
    found = answers_of(raw)
    assert [raw.text[a.start : a.start + 7] for a in found] == ["Svar 1:", "Svar 2:", "Svar 3:"]
    assert [a.end for a in found] == [*(a.start for a in found[1:]), len(raw.text)]
    assert [(a.sheet, a.row, a.name) for a in found] == [
        ("Svar", 2, "Mona Rishøj"),
        ("Svar", 3, ""),
        ("Svar", 4, "Aksel Rudme"),
    ]


def test_an_organisation_is_the_sender_before_the_person_who_writes() -> None:
    rows = [
        ["Udtaler sig som", "Navn", "Organisation", "Bemærkninger"],
        ["Organisation", "Mona Rishøj", "Værestedet Porten", "Vi bakker op om det hele."],
        ["Privatperson", "Aksel Rudme", "-", "Jeg bakker ikke op om noget."],
    ]
    found = answers_of(read_csv(csv_bytes(rows)))
    assert [(a.sender, a.organisation, a.name, a.role) for a in found] == [
        ("Værestedet Porten", "Værestedet Porten", "Mona Rishøj", "forening"),
        ("Aksel Rudme", "", "Aksel Rudme", "privat"),
    ]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", ["Det går for langsomt. At der er en", "En mentor", "Alt er fint."]),
        ("Uddyb", ["Det går for langsomt.", "Alt er fint."]),
        ("uddyb ", ["Det går for langsomt.", "Alt er fint."]),
        ("Hvad er vigtigt", ["At der er en", "En mentor"]),
        ("E", ["At der er en", "En mentor"]),
        ("kolonne D", ["Det går for langsomt.", "Alt er fint."]),
        (
            "Hvad er vigtigt for dig?; Uddyb",
            ["At der er en, der ringer tilbage til mig. Det går", "En mentor", "Alt er"],
        ),
        ("Køn", ["K", "M", "M"]),
    ],
)
def test_the_user_chooses_columns_by_name_beginning_or_letter(written: str, words: list[str]) -> None:
    for read, data in ((read_csv, csv_bytes(SURVEY)), (read_excel, excel_bytes(SURVEY))):
        found = own_words(read(data, Columns.of(written)))
        assert len(found) == len(words)
        for own, begin in zip(found, words, strict=True):
            assert own.partition(": ")[2].startswith(begin)


def test_the_user_says_which_columns_tell_who_and_when() -> None:
    rows = [
        ["A", "B", "C", "D"],
        ["Porten", "forening", "1/2-2030", "Vi bakker op."],
        ["Broen", "firma", "", "Vi er i tvivl."],
    ]
    chosen = Columns.of("D; organisation=A; type=B; dato=C")
    assert [(a.organisation, a.role, a.date) for a in answers_of(read_csv(csv_bytes(rows), chosen))] == [
        ("Porten", "forening", "2030-02-01"),
        ("Broen", "virksomhed", ""),
    ]


def test_a_name_that_is_not_there_is_told_with_those_that_are_and_the_rest_is_read() -> None:
    raw = read_csv(csv_bytes(SURVEY), Columns.of("Uddyb; Fritekst"))
    assert len(answers_of(raw)) == 2
    listed = "»ID«, »Navn«, »Hvor enig er du?«, »Uddyb«, »Hvad er vigtigt for dig?«, »Køn«"
    assert raw.warnings[0] == f"Kolonnen »Fritekst« findes ikke. Kolonnerne hedder {listed}."
    alone = read_csv(csv_bytes(SURVEY), Columns.of("Fritekst"))
    assert alone.warnings[0] == raw.warnings[0]
    assert len(answers_of(alone)) == 3


def test_with_no_such_column_and_no_free_text_the_reason_lists_the_columns_once() -> None:
    with pytest.raises(ReadError) as caught:
        read_csv(b"a;b\n1;2\n", Columns.of("Fritekst"))
    assert str(caught.value) == (
        "Tabellen har ingen kolonne med fritekst (flere ord, forskellige fra række til række). Kolonnen »Fritekst« "
        "findes ikke. Kolonnerne hedder »a«, »b«. Skriv i kilder.csv i kolonnen »kolonner«, hvilke der skal læses, "
        "med semikolon imellem."
    )


def test_a_hidden_sheet_is_told_of_and_read_when_asked_for() -> None:
    data = excel_bytes(SURVEY, Raa=LETTERS)
    raw = read_excel(data)
    assert raw.warnings[0] == "Arket »Raa« er skjult og er ikke læst. Skriv »ark=Raa« for at læse det."
    assert "Lanternen" not in raw.text
    chosen = read_excel(data, Columns.of("ark=raa"))
    assert [a.sheet for a in answers_of(chosen)] == ["Raa"] * 3
    assert read_excel(data, Columns.of("ark=Findes ikke")).warnings[0] == (
        "Arket »Findes ikke« findes ikke; der er »Svar«, »Raa«."
    )


def test_rows_that_a_filter_hides_are_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel_bytes(LETTERS)))
    book.active.auto_filter.ref = "A1:D4"
    book.active.row_dimensions[3].hidden = True
    book.save(buffer := io.BytesIO())
    assert len(answers_of(read_excel(buffer.getvalue()))) == 3


def test_a_cell_that_runs_over_several_columns_is_read_once() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel_bytes([["Skema 2030", "", ""], *LETTERS])))
    book.active.merge_cells("A1:C1")
    book.save(buffer := io.BytesIO())
    raw = read_excel(buffer.getvalue())
    assert raw.text.startswith("[Skema 2030]\n[Høringssvar]\nSvar 1: Vi bakker op")


def test_numbers_crosses_and_dates_are_no_answers_and_short_other_answers_are() -> None:
    rows = [
        ["Tilfredshed 1-5", "Hvad har du fået?", "Startede", "Andet, skriv venligst", "Hvad kunne være bedre?", ""],
        [
            "4",
            "Mentor; Kursus i dansk; Praktik",
            "3. maj 2030 kl. 10.11",
            "et kørekort",
            "Flere busser om aftenen, tak.",
            "",
        ],
        ["5", "Mentor; Praktik", "4. maj 2030 kl. 11.12", "", "At nogen tager telefonen om fredagen.", ""],
        ["1", "Kursus i dansk; Praktik", "5. maj 2030 kl. 12.13", "hjælp til cv", "Mere tid til hver af os.", ""],
        ["2", "Mentor; Kursus i dansk", "6. maj 2030 kl. 13.14", "", "Vi vil have en fast sagsbehandler.", ""],
    ]
    assert [(c.name, c.use) for c in suggest_columns("svar.csv", csv_bytes(rows))][:5] == [
        ("Tilfredshed 1-5", "baggrund"),
        ("Hvad har du fået?", "baggrund"),
        ("Startede", "baggrund"),
        ("Andet, skriv venligst", "svar"),
        ("Hvad kunne være bedre?", "svar"),
    ]


def test_suggestions_show_columns_and_no_cell() -> None:
    found = suggest_columns("svar.xlsx", excel_bytes(SURVEY), Columns.of("Uddyb"))
    assert [(c.sheet, c.letter, c.name, c.filled, c.use) for c in found] == [
        ("Svar", "A", "ID", 3, "baggrund"),
        ("Svar", "B", "Navn", 2, "navn"),
        ("Svar", "C", "Hvor enig er du?", 3, "baggrund"),
        ("Svar", "D", "Uddyb", 2, "svar"),
        ("Svar", "E", "Hvad er vigtigt for dig?", 2, "baggrund"),
        ("Svar", "F", "Køn", 3, "baggrund"),
    ]


def test_tags_and_entities_in_cells_are_not_text() -> None:
    rows = [
        ["Kommentar"],
        ["<p>Flere <b>busser</b> om aftenen</p><p>og ro &amp; fred</p>"],
        ["a < b, og det er fint &c"],
    ]
    assert own_words(read_csv(csv_bytes(rows))) == [
        "Svar 1: Flere busser om aftenen og ro & fred",
        "Svar 2: a < b, og det er fint &c",
    ]


@pytest.mark.slow
def test_twenty_thousand_rows_are_read_in_seconds() -> None:
    rows = [SURVEY[0], *([*row[:3], f"{row[3]} Nummer {i}.", *row[4:]] for i in range(6_666) for row in SURVEY[1:])]
    data = csv_bytes(rows)
    started = time.perf_counter()
    raw = read_csv(data)
    assert len(answers_of(raw)) == 19_998
    assert time.perf_counter() - started < 20


def test_a_choice_reaches_the_process_that_reads(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_bytes(csv_bytes(SURVEY))
    (tmp_path / "andre.csv").write_bytes(csv_bytes(SURVEY))
    chosen = chosen_columns([ListedSource(document="svar.csv", columns="Uddyb; afsender=Navn")])
    other, raw = (d.raw for d in read_documents(find_files(tmp_path), columns=chosen).items)
    assert own_words(raw) == ["Svar 1: Det går for langsomt.", "Svar 2: Alt er fint."]
    assert [a.sender for a in answers_of(raw)] == ["Mona Rishøj", "Aksel Rudme"]
    assert len(answers_of(other)) == 3
