"""The table of decisions: what is understood, and what is told where it is not."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from hoering.codebook import Codebook
from hoering.errors import DecisionsError
from hoering.learning.decisions import Decision
from hoering.learning.reading import read_decisions
from hoering.learning.sheet import HEADS, find_sheet, read_rows, with_rows

GIVEN = {
    "Dokument": "brev.txt",
    "Start": "0",
    "Slut": "10",
    "Citat": "Vi vil så.",
    "Slags": "tema",
    "Kode": "bus",
    "Beslutning": "ja",
    "Kodebog": "lille 2",
}


def write(folder: Path, *changes: dict[str, str], heads: tuple[str, ...] = HEADS) -> Path:
    """A CSV table with a row per set of changes to `GIVEN`."""
    rows = [";".join((GIVEN | change).get(head, "") for head in heads) for change in changes]
    path = folder / "beslutninger.csv"
    path.write_text("\n".join([";".join(heads), *rows]) + "\n", encoding="utf-8")
    return path


def read(folder: Path, book: Codebook, *changes: dict[str, str]) -> tuple[Decision, ...]:
    return read_decisions(write(folder, *changes), book).items


@pytest.mark.parametrize(
    ("cells", "right", "wrong"),
    [
        ({}, "bus", ""),
        ({"Beslutning": "JA"}, "bus", ""),
        ({"Beslutning": "nej"}, "", "bus"),
        ({"Beslutning": "ret", "Rettet kode": "skole"}, "skole", "bus"),
        ({"Beslutning": "ret til skole"}, "skole", "bus"),
        ({"Beslutning": "Ret til »Skole«"}, "skole", "bus"),
        ({"Beslutning": "", "Rettet kode": "skole"}, "skole", "bus"),
        ({"Beslutning": "nej", "Rettet kode": "skole"}, "skole", "bus"),
        ({"Beslutning": "ret", "Kode": "", "Rettet kode": "skole"}, "skole", ""),
        ({"Kode": "Bus og tog"}, "bus", ""),
        ({"Slags": "aktør", "Kode": "borgere"}, "borgere", ""),
        ({"Slags": "Holdning", "Kode": "kritik", "Beslutning": "ret til forslag"}, "forslag", "kritik"),
    ],
)
def test_an_answer_says_which_code_is_right_and_which_is_wrong(
    tmp_path: Path, book: Codebook, cells: dict[str, str], right: str, wrong: str
) -> None:
    (item,) = read(tmp_path, book, cells)
    assert (item.right, item.wrong) == (right, wrong)
    assert (item.place, item.quote, item.codebook) == (("brev.txt", 0, 10), "Vi vil så.", "lille 2")


def test_a_row_without_an_answer_waits_and_one_that_only_closes_is_read(tmp_path: Path, book: Codebook) -> None:
    (item,) = read(tmp_path, book, {"Beslutning": ""}, {"Beslutning": "", "Kode": "", "Ikke andre": "ja"})
    assert (item.verdict, item.complete, item.right, item.wrong) == ("none", True, "", "")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"Kode": "tog"}, "linje 2: »tog« er ikke et tema i kodebogen »lille 2«."),
        ({"Slags": "aktør"}, "linje 2: »bus« er ikke en aktør i kodebogen »lille 2«."),
        ({"Beslutning": "ret til fly"}, "linje 2: »fly« er ikke et tema"),
        ({"Slags": "stemme"}, "linje 2: »stemme« er ingen slags. Skriv tema, aktør eller holdning."),
        ({"Beslutning": "måske"}, "linje 2: »måske« er intet svar. Skriv ja, nej eller ret"),
        ({"Beslutning": "ja", "Rettet kode": "skole"}, "linje 2: »ja« er intet svar"),
        ({"Beslutning": "ret"}, "linje 2: der står »ret«, men ikke til hvad."),
        ({"Beslutning": "ret til bus"}, "linje 2: »bus« er rettet til sig selv."),
        ({"Kode": ""}, "linje 2: rækken har ingen kode at svare på."),
        ({"Slags": "holdning", "Kode": "kritik", "Beslutning": "nej"}, "linje 2: en sætning har altid én holdning."),
        ({"Start": "nul"}, "linje 2: Start og Slut skal være hele tal"),
        ({"Citat": ""}, "linje 2: Dokument og Citat skal stå der"),
        ({"Kodebog": "klima 2"}, "linje 2: hører til kodebogen »klima 2«, men her bruges »lille 2«."),
        ({"Kodebog": ""}, "linje 2: hører til kodebogen »«"),
    ],
)
def test_a_fault_is_told_with_its_line_and_nothing_is_used(
    tmp_path: Path, book: Codebook, cells: dict[str, str], message: str
) -> None:
    path = write(tmp_path, cells, {"Start": "11", "Slut": "20"})
    with pytest.raises(DecisionsError) as told:
        read_decisions(path, book)
    assert str(told.value).startswith("beslutninger.csv er ikke brugt.")
    assert message in str(told.value)


@pytest.mark.parametrize("second", [{"Beslutning": "nej"}, {"Beslutning": "ret til skole"}])
def test_two_people_who_disagree_are_named_by_their_rows(
    tmp_path: Path, book: Codebook, second: dict[str, str]
) -> None:
    with pytest.raises(DecisionsError, match=r"linje 2 og linje 3 siger hver sit om tema i »Vi vil så\.«"):
        read(tmp_path, book, {}, second)


def test_two_people_who_agree_contradict_nothing(tmp_path: Path, book: Codebook) -> None:
    agreed = {"Kode": "skole", "Beslutning": "ret til bus"}
    assert [item.right for item in read(tmp_path, book, {"Hvem": "AB"}, {"Hvem": "CD"}, agreed)] == ["bus"] * 3


def test_two_stances_for_a_sentence_contradict_each_other(tmp_path: Path, book: Codebook) -> None:
    stance = {"Slags": "holdning", "Kode": "kritik"}
    with pytest.raises(DecisionsError, match="hver sit om holdning"):
        read(tmp_path, book, stance, {"Slags": "holdning", "Kode": "forslag"})


def test_many_faults_are_counted_not_all_listed(tmp_path: Path, book: Codebook) -> None:
    with pytest.raises(DecisionsError) as told:
        read(tmp_path, book, *[{"Kode": "tog"}] * 20)
    assert str(told.value).endswith("… og 8 til")


def test_another_version_is_kept_apart_and_taken_along_on_request(tmp_path: Path, book: Codebook) -> None:
    path = write(tmp_path, {}, {"Kodebog": "lille 1", "Start": "11", "Slut": "20"}, {"Kodebog": "lille 1", "Kode": "x"})
    apart = read_decisions(path, book)
    assert len(apart.items) == 1
    assert apart.told == (
        "2 beslutninger med kodebogens version 1 er holdt ude (»hoering learn --ogsaa-version 1« tager dem med).",
    )
    both = read_decisions(path, book, ["1"])
    assert [item.codebook for item in both.items] == ["lille 2", "lille 1"]
    assert both.told == ("linje 4: koden »x« fra version 1 findes ikke mere; holdt ude.",)
    assert apart.digest != both.digest


def test_the_hash_is_of_what_was_decided_not_of_who_and_in_which_row(tmp_path: Path, book: Codebook) -> None:
    other = {"Start": "11", "Slut": "20"}
    first = read_decisions(write(tmp_path, {"Hvem": "AB"}, other), book).digest
    assert first == read_decisions(write(tmp_path, other, {"Hvem": "CD", "Hvornår": "2026-03-01"}), book).digest
    assert first != read_decisions(write(tmp_path, {"Beslutning": "nej"}, other), book).digest


def test_missing_columns_are_named(tmp_path: Path, book: Codebook) -> None:
    path = write(tmp_path, {}, heads=("Dokument", "Citat", "Slags", "Kodebog"))
    with pytest.raises(DecisionsError, match="første række: kolonnen »Kode«, »Beslutning« mangler"):
        read_decisions(path, book)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("beslutninger.xlsx", b"PK\x03\x04 gik i stykker"),
        ("beslutninger.csv", "Dokument;Citat\næ".encode("cp1252")),
        ("beslutninger.csv", b'Dokument;Citat\n"aldrig lukket'),
    ],
)
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, book: Codebook, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DecisionsError, match=f"{name} kan ikke læses som tabel"):
        read_decisions(tmp_path / name, book)


def test_an_empty_table_lacks_its_columns(tmp_path: Path, book: Codebook) -> None:
    (tmp_path / "beslutninger.csv").write_bytes(b"")
    with pytest.raises(DecisionsError, match="mangler"):
        read_decisions(tmp_path / "beslutninger.csv", book)


def test_two_tables_are_one_too_many_and_none_is_none(tmp_path: Path, book: Codebook) -> None:
    assert find_sheet(tmp_path) is None
    assert read_decisions(None, book).items == ()
    write(tmp_path, {})
    (tmp_path / "beslutninger.xlsx").write_bytes(with_rows(None, []))
    with pytest.raises(DecisionsError, match=r"både beslutninger\.xlsx og beslutninger\.csv"):
        find_sheet(tmp_path)


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_what_pandas_saves_is_read_as_well(tmp_path: Path, book: Codebook, name: str) -> None:
    frame = pd.DataFrame([GIVEN | {"Start": 0.0, "Slut": 10.0, "Hvornår": pd.Timestamp("2026-03-01")}])
    path = tmp_path / name
    if name.endswith("csv"):
        frame.to_csv(path, index=False)
    else:
        frame.to_excel(path, index=False)
    (item,) = read_decisions(path, book).items
    assert (item.place, item.when) == (("brev.txt", 0, 10), "2026-03-01")


# Adding


def test_rows_are_added_below_and_nothing_else_changes(tmp_path: Path, book: Codebook) -> None:
    path = tmp_path / "beslutninger.xlsx"
    path.write_bytes(with_rows(None, [GIVEN | {"Start": 0, "Slut": 10}]))
    mine = openpyxl.load_workbook(path)
    mine.worksheets[0].cell(2, len(HEADS) + 1, "min egen kolonne")
    mine.worksheets[0].cell(2, 1).comment = openpyxl.comments.Comment("husk", "AB")
    mine.create_sheet("Mine noter")["A1"] = "=1+1"
    mine.save(path)
    path.write_bytes(with_rows(path, [GIVEN | {"Start": 20, "Slut": 30, "Citat": "=HYPERLINK(1)"}]))
    after = openpyxl.load_workbook(path)
    page = after.worksheets[0]
    assert (page.cell(2, len(HEADS) + 1).value, page.cell(2, 1).comment.text) == ("min egen kolonne", "husk")
    assert after["Mine noter"]["A1"].value == "=1+1"
    assert page.cell(3, HEADS.index("Citat") + 1).data_type == "s"
    assert [item.place[1] for item in read_decisions(path, book).items] == [0, 20]


def test_the_same_rows_give_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "beslutninger.xlsx"
    path.write_bytes(with_rows(None, [GIVEN]))
    assert with_rows(None, [GIVEN]) == path.read_bytes()
    assert with_rows(path, [GIVEN]) == with_rows(path, [GIVEN])


def test_a_csv_keeps_every_byte_it_had(tmp_path: Path, book: Codebook) -> None:
    path = write(tmp_path, {"Bemærkning": '"sagt; to gange"'})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().rstrip(b"\n"))
    before = path.read_bytes()
    path.write_bytes(with_rows(path, [GIVEN | {"Start": 20, "Slut": 30, "Citat": "Nej; aldrig."}]))
    assert path.read_bytes().startswith(before)
    assert [item.quote for item in read_decisions(path, book).items] == ["Vi vil så.", "Nej; aldrig."]
    assert [row.where for row in read_rows(path)] == ["linje 2", "linje 3"]


def test_a_table_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "beslutninger.xlsx"
    path.write_bytes(b"noget andet")
    with pytest.raises(DecisionsError, match="kan ikke læses"):
        with_rows(path, [GIVEN])
