from __future__ import annotations

import pytest

from hoering.language import gazetteer


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
