from __future__ import annotations

import pytest

from hoering.read.columns import Columns, letter_of, places, use_of

HEAD = ("Nr", "Navn", "Hvad er godt?", "Hvad er skidt?", "Uddyb", "Uddyb")


@pytest.mark.parametrize(
    ("written", "columns"),
    [
        ("", Columns()),
        ("Kommentar", Columns(text=("Kommentar",))),
        (" Kommentar ;; Hvad er godt? ", Columns(text=("Kommentar", "Hvad er godt?"))),
        ("Afsender = Navn; DATO=Indsendt; Svar", Columns(text=("Svar",), sender="Navn", date="Indsendt")),
        ("organisation=Firma; type=Rolle; ark=Ark 2", Columns(organisation="Firma", role="Rolle", sheet="Ark 2")),
        ("Er 2+2=4?", Columns(text=("Er 2+2=4?",))),
    ],
)
def test_what_stands_in_kolonner(written: str, columns: Columns) -> None:
    assert Columns.of(written) == columns


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Navn", [1]),
        (" hvad  er GODT? ", [2]),
        ("Hvad er s", [3]),
        ("Hvad er", []),
        ("Hva", []),
        ("Uddyb", [4, 5]),
        ("A", [0]),
        ("kolonne F", [5]),
        ("G", []),
        ("AA", []),
        ("Bemærkning", []),
    ],
)
def test_columns_by_name_beginning_or_letter(name: str, found: list[int]) -> None:
    assert places(name, HEAD) == found


def test_letters_count_on_after_z() -> None:
    assert [letter_of(n) for n in (0, 25, 26, 51, 52, 701)] == ["A", "Z", "AA", "AZ", "BA", "ZZ"]


@pytest.mark.parametrize(
    ("head", "cells", "use"),
    [
        ("Organisation", ["Porten", "Broen"], "organisation"),
        ("Hvilken organisation kommer du fra?", ["Porten"], ""),
        ("Organisation", ["Ja", "Nej"], ""),
        ("Foreningens navn", ["Porten"], "organisation"),
        ("Kommentar til foreningen", ["Den er god, men den kunne gøre så meget mere for os alle."], ""),
        ("Udtaler sig som", ["Borger"], "role"),
        ("Indsendt", ["1/2-2030"], "submitted"),
        ("Svar afgivet (dato)", ["2030-02-01"], "submitted"),
        ("Dato", ["ved ikke"], ""),
        ("Fornavn", ["Mona"], "name"),
        ("Alder", ["42"], ""),
        ("Navn", [], ""),
    ],
)
def test_what_a_column_of_background_says(head: str, cells: list[str], use: str) -> None:
    assert use_of(head, cells) == use
