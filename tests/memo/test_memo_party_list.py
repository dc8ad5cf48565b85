"""The list of heard parties, in every form a user may have it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from hoering.errors import PaperError
from hoering.memo.party_list import Heard, alphabetical, read_parties


def test_a_text_with_comments_other_names_and_doubles(tmp_path: Path) -> None:
    file = tmp_path / "parter.txt"
    file.write_text(
        "# Hørte\nÆldrerådet = Seniorrådet\n\n  A-kassen   Havblik \nældrerådet\nÅbent Hus\n", encoding="utf-8"
    )

    assert read_parties(file) == [Heard("A-kassen Havblik"), Heard("Ældrerådet", ("Seniorrådet",)), Heard("Åbent Hus")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "parter.csv"
    file.write_bytes("Nr;NAVN;Også kaldet\n1;Ungerådet;Unge i Vest, UiV\n2;;\n".encode(encoding))

    assert read_parties(file) == [Heard("Ungerådet", ("Unge i Vest", "UiV"))]


def test_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Navn", "Adresse"], ["Handicaprådet", None], [None, "x"], [3, "tal"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "parter.xlsx")

    assert [party.name for party in read_parties(tmp_path / "parter.xlsx")] == ["3", "Handicaprådet"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("parter.txt", b"", "ingen navne"),
        ("parter.txt", b"# kun en note\n", "ingen navne"),
        ("parter.txt", b"a\0b", "ikke en tekstfil"),
        ("parter.csv", b"Part;Sted\nA;B\n", "Navn"),
        ("parter.csv", b"", "Navn"),
        ("parter.xlsx", b"ikke en zip", "Excel-fil"),
        ("parter.pdf", b"x", ".txt-"),
    ],
)
def test_a_list_that_cannot_be_used(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(PaperError, match=said):
        read_parties(tmp_path / name)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="kan ikke læses"):
        read_parties(tmp_path / "parter.txt")


def test_danish_letters_come_last() -> None:
    assert sorted(["Åben", "Aarhus", "Øst", "Ældre", "Zoo"], key=alphabetical) == [
        "Zoo",
        "Ældre",
        "Øst",
        "Åben",
        "Aarhus",
    ]
