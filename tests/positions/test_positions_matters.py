"""Which matter a sentence is about, and what the list of matters has to be like."""

from __future__ import annotations

import re

import pytest

from hoering.positions.matters import ELSE, STANCES, matters, matters_in


@pytest.mark.parametrize(
    ("sentence", "stance", "first"),
    [
        ("Min nye rådgiver er den fjerde på et år.", "kritik", "samme_kontakt"),
        ("Så begynder man forfra igen.", "kritik", "samme_kontakt"),
        ("Jeg forstår ikke brevet, jeg måtte læse det tre gange.", "kritik", "breve_sprog"),
        ("Bussen er kørt, når butikken lukker.", "kritik", "bus"),
        ("Vi vil gerne have ét nummer at ringe til.", "forslag", "en_indgang"),
        ("A-kasser er slet ikke nævnt i udkastet.", "kritik", "ikke_naevnt"),
        ("Vi deltager gerne i en arbejdsgruppe.", "forslag", "deltage"),
        ("Der mangler måltal.", "kritik", "ingen_maal"),
    ],
)
def test_usual_wordings_are_known(sentence: str, stance: str, first: str) -> None:
    assert matters_in(sentence, stance)[0] == first


def test_a_sentence_about_nothing_listed_names_nothing() -> None:
    assert matters_in("Kaffen var kold.", "kritik") == ()


def test_capitals_make_no_difference() -> None:
    assert matters_in("BUSSEN KØRER IKKE.", "kritik") == matters_in("bussen kører ikke.", "kritik") != ()


def test_what_follows_a_men_comes_first() -> None:
    sentence = "Én indgang er en god tanke, men der mangler måltal."
    assert matters_in(sentence, "kritik") == ("ingen_maal", "en_indgang")


def test_a_matter_of_another_stance_is_not_named() -> None:
    sentence = "Den ene plan bliver et dokument mere."
    assert "en_plan" in matters_in(sentence, "forslag")
    assert "en_plan" not in matters_in(sentence, "kritik")


def test_every_matter_has_a_phrase_that_reads_on_after_the_direction() -> None:
    for matter in matters().values():
        assert matter.phrases, matter.id
        assert {name.removesuffix(ELSE) for name in matter.phrases} <= set(STANCES)
        for phrase in matter.phrases.values():
            assert phrase == phrase.rstrip(" ."), matter.id
            # "Kritik af at man venter" lacks its comma; "Ønske om at deltage" needs none.
            assert not re.match(r"at (?:man|der|det|borgere|kommunen|virksomheder)\b", phrase), matter.id


def test_no_expression_fits_every_sentence() -> None:
    plain = "Vi takker for et hyggeligt besøg hos jer."
    assert [m.id for m in matters().values() if m.place_in(plain.lower()) is not None] == []
