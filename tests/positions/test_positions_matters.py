"""Which matter a sentence is about, and what the lists of matters have to be like."""

from __future__ import annotations

import re

import pytest

from hoering import codebook
from hoering.codebook.model import ELSE, MATTER_STANCES, Matter
from hoering.positions.matters import Matters

SHIPPED = ("beskaeftigelse", "aeldre")


@pytest.fixture(scope="module", name="matters")
def _matters() -> Matters:
    return Matters.of(codebook.load())


def of(*known: Matter) -> Matters:
    """The matters of a codebook that has these."""
    return Matters.of(codebook.load().model_copy(update={"matter_list": known}))


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
def test_usual_wordings_are_known(matters: Matters, sentence: str, stance: str, first: str) -> None:
    assert matters.named_in(sentence, stance)[0] == first


def test_a_sentence_about_nothing_listed_names_nothing(matters: Matters) -> None:
    assert matters.named_in("Uret gik ti minutter bagefter.", "kritik") == ()


def test_capitals_make_no_difference(matters: Matters) -> None:
    assert matters.named_in("BUSSEN KØRER IKKE.", "kritik") == matters.named_in("bussen kører ikke.", "kritik") != ()


def test_a_title_asks_for_a_stricter_sign_than_bringing_together() -> None:
    common = {"id": "bogbus", "kritik": "bogbussen", "stoette": "bogbussen", "expressions": (r"\bbogbus",)}
    loose, strict = (
        of(Matter(**common)),
        of(Matter(**common, certain=(r"\bbogbus & \bsjælden",), untitled=("stoette",))),
    )
    for sentence, certain in (("Bogbussen kommer for sjældent.", True), ("Min bror kører bogbus.", False)):
        assert strict.named_in(sentence, "kritik") == ("bogbus",)
        assert strict.certain_in(sentence, "kritik", "bogbus") is certain
        assert not strict.certain_in(sentence, "stoette", "bogbus")
        assert loose.certain_in(sentence, "kritik", "bogbus")


def test_what_follows_a_men_comes_first(matters: Matters) -> None:
    sentence = "Én indgang er en god tanke, men der mangler måltal."
    assert matters.named_in(sentence, "kritik") == ("ingen_maal", "en_indgang")


def test_a_matter_of_another_stance_is_not_named(matters: Matters) -> None:
    sentence = "Den ene plan bliver et dokument mere."
    assert "en_plan" in matters.named_in(sentence, "forslag")
    assert "en_plan" not in matters.named_in(sentence, "kritik")


def test_all_that_is_joined_must_stand_there_in_any_order() -> None:
    known = of(Matter(id="kantine", kritik="kantinen", medium=("kantine* & lukke*",)))
    assert known.named_in("De lukker kantinen.", "kritik") == ("kantine",)
    assert known.named_in("Kantinen er lukket.", "kritik") == ("kantine",)
    assert known.named_in("Kantinen er dyr.", "kritik") == ()


def test_base_forms_and_parts_of_compounds_are_known() -> None:
    known = of(Matter(id="mus", kritik="mus", medium=("mus/+fælde",)))
    assert known.named_in("Musen løb.", "kritik") == ("mus",)
    assert known.named_in("En musefælde.", "kritik") == ("mus",)


def test_medium_signs_do_not_count_beside_a_strong_one() -> None:
    strong = Matter(id="kaffe", kritik="kaffen", strong=("kold* kaffe",))
    medium = Matter(id="kop", kritik="kopperne", medium=("kop*",))
    known = of(medium, strong)
    assert known.named_in("En kop kold kaffe.", "kritik") == ("kaffe",)
    assert known.named_in("En kop te.", "kritik") == ("kop",)
    # Where the strong one is of another stance, the medium one is all there is.
    other = of(medium, strong.model_copy(update={"kritik": "", "stoette": "kaffen"}))
    assert other.named_in("En kop kold kaffe.", "kritik") == ("kop",)


def test_an_expression_is_a_strong_sign_over_small_letters() -> None:
    known = of(
        Matter(id="nul", kritik="nuller", expressions=(r"\b0\d\b",)), Matter(id="kop", kritik="x", medium=("kop*",))
    )
    (met,) = known.met_in("KOP 07", "kritik")
    assert (met.name, met.strong) == ("nul", True)


def test_a_codebook_without_matters_has_none() -> None:
    assert not of()
    assert of().named_in("Bussen kører ikke.", "kritik") == ()
    assert Matters.none() is of()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_matter_has_a_phrase_that_reads_on_after_the_direction(name: str) -> None:
    for matter in codebook.load(name).matter_list:
        assert {phrase.removesuffix(ELSE) for phrase in matter.phrases} <= set(MATTER_STANCES)
        for phrase in matter.phrases.values():
            assert phrase == phrase.rstrip(" ."), matter.id
            # "Kritik af at man venter" lacks its comma; "Ønske om at deltage" needs none.
            assert not re.match(r"at (?:man|der|det|borgere|kommunen|virksomheder)\b", phrase), matter.id


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("plain", ["Vi takker for et hyggeligt besøg hos jer.", "Det var alt, hvad jeg ville sige."])
def test_no_expression_fits_every_sentence(name: str, plain: str) -> None:
    known = Matters.of(codebook.load(name))
    assert [named for stance in MATTER_STANCES for named in known.named_in(plain, stance)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_pattern_is_given_once(name: str) -> None:
    for matter in codebook.load(name).matter_list:
        lines = [*matter.strong, *matter.medium, *matter.expressions]
        assert len(lines) == len(set(lines)), matter.id
