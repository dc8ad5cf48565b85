from __future__ import annotations

from pathlib import Path

import pytest

from hoering.errors import GazetteerError
from hoering.language import gazetteer
from hoering.language.gazetteer import DANISH_KINDS, KINDS, Gazetteer


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("municipality", "Aabenraa"),
        ("municipality", "Faaborg-Midtfyn"),
        ("region", "Region Midtjylland"),
        ("party", "Enhedslisten"),
        ("party_letter", "SF"),
        ("media", "Politiken"),
        ("media_suffix", "Tidende"),
        ("place", "Nordjylland"),
        ("party_short", "SF"),
        ("union", "3F"),
        ("unemployment_fund", "Min A-kasse"),
        ("employer_organisation", "Dansk Industri"),
        ("organisation", "KL"),
        ("authority", "Folketinget"),
        ("title", "borgmester"),
        ("body_suffix_name", "udvalget"),
        ("ambiguous", "Venstre"),
    ],
)
def test_name_stands_under_its_type(kind: str, name: str) -> None:
    assert name in gazetteer.names(kind)


def test_there_are_98_municipalities_and_five_regions() -> None:
    assert len(gazetteer.names("municipality")) == 98
    assert len(gazetteer.names("region")) == 5


def test_unknown_type_has_no_names_and_comments_are_none() -> None:
    assert gazetteer.names("planet") == frozenset()
    assert gazetteer.names("# type") == frozenset()


def test_abbreviations_are_in_lower_case_and_end_in_a_stop() -> None:
    every = gazetteer.abbreviations() | gazetteer.final_abbreviations()
    assert {a for a in every if a != a.lower()} == set()
    assert {a for a in every if not a.endswith(".")} == set()


@pytest.mark.parametrize("short", ["bl.a.", "f.eks.", "nr."])
def test_common_abbreviation_does_not_end_a_sentence(short: str) -> None:
    assert short in gazetteer.abbreviations()


def test_osv_may_end_a_sentence() -> None:
    assert "osv." in gazetteer.final_abbreviations()


def test_every_type_of_the_list_is_known_and_none_is_empty() -> None:
    assert set(gazetteer.shipped().entries) == KINDS


def test_what_is_ambiguous_is_a_name_of_another_type() -> None:
    shipped = gazetteer.shipped()
    assert shipped.names("ambiguous") - shipped.names(*(KINDS - {"ambiguous"})) == frozenset()


def test_no_abbreviation_both_ends_a_sentence_and_does_not() -> None:
    assert gazetteer.abbreviations() & gazetteer.final_abbreviations() == frozenset()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "navne.tsv"


def test_a_users_own_names_come_on_top(own: Path) -> None:
    own.write_text("# egne navne\n\nfagforening\tByggefagenes Samvirke\nunion\tHavnens Folk\n", encoding="utf-8")
    loaded = Gazetteer.load(own)
    assert {"Byggefagenes Samvirke", "Havnens Folk", "3F"} <= loaded.names("union")
    assert loaded.names("municipality") == gazetteer.names("municipality")
    assert "Byggefagenes Samvirke" not in gazetteer.names("union")


@pytest.mark.parametrize(("danish", "kind"), sorted(DANISH_KINDS.items()))
def test_every_danish_type_may_be_used(own: Path, danish: str, kind: str) -> None:
    own.write_text(f"{danish}\tqvx.\n", encoding="utf-8")
    assert "qvx." in Gazetteer.load(own).names(kind)


def test_a_file_from_a_spreadsheet_may_have_a_mark_at_its_start_and_a_third_column(own: Path) -> None:
    own.write_bytes("\ufeffsted\tSkovlev\tlandsby\r\n".encode())
    assert "Skovlev" in Gazetteer.load(own).names("place")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("sted\tSkovlev\nSkovlev", "Navnelisten »navne.tsv«, linje 2: Skriv en type, et tabulatortegn og et navn."),
        ("sted\t ", "Navnelisten »navne.tsv«, linje 1: Skriv en type, et tabulatortegn og et navn."),
        ("\tSkovlev", "Navnelisten »navne.tsv«, linje 1: Skriv en type, et tabulatortegn og et navn."),
        (
            "# en\n\nlandsby\tSkovlev",
            "Navnelisten »navne.tsv«, linje 3: Typen er ukendt. Brug en af: " + ", ".join(DANISH_KINDS) + ".",
        ),
        ("forkortelse\tjobc", "Navnelisten »navne.tsv«, linje 1: En forkortelse skal ende med punktum."),
        ("sted\tSk\xf8vlev", "Navnelisten »navne.tsv« er ikke gemt som UTF-8."),
    ],
)
def test_what_is_wrong_with_a_list_is_told_by_line_and_without_its_words(own: Path, content: str, message: str) -> None:
    own.write_bytes(content.encode("latin-1"))
    with pytest.raises(GazetteerError) as caught:
        Gazetteer.load(own)
    assert str(caught.value) == message


def test_a_missing_list_is_told(own: Path) -> None:
    with pytest.raises(GazetteerError) as caught:
        Gazetteer.load(own)
    assert str(caught.value) == "Navnelisten »navne.tsv« kan ikke læses."
