"""Names spelt otherwise are the same person's; words that only look alike are nobody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.pseudonymise.misspelt import is_misspelt, misspelt, one_spelling
from hoering.pseudonymise.names import find_names

Mask = Callable[..., str]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Kjelgaard", "Kjeldgaard"),
        ("Kjeldgård", "Kjeldgaard"),
        ("Lindhart", "Lindhardt"),
        ("Margrit", "Margit"),
        ("Birthe", "Birte"),
        ("Christian", "Kristian"),
    ],
)
def test_a_slip_or_another_spelling_of_the_same_sound_is_the_same_name(word: str, known: str) -> None:
    assert is_misspelt(word, known)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Hanne", "Hanna"),
        ("Lars", "Lasse"),
        ("Jensen", "Hansen"),
        ("Bo", "Ib"),
        ("Petersen", "Pedersen"),
        ("Lis", "Lia"),
    ],
)
def test_another_name_that_is_listed_is_another_name(word: str, known: str) -> None:
    assert not is_misspelt(word, known)


def test_ordinary_words_and_places_near_a_name_stay() -> None:
    text = "Bodils bolig er i Kolding, og Ungepanel og Margen er ord. Bodild kom."
    found = list(misspelt({"Bodil", "Ungepanelet", "Margit", "Koldinge"}, text))
    assert [(text[f.start : f.end], f.name) for f in found] == [("Bodild", "Bodil")]


def test_one_person_has_one_spelling_in_a_document() -> None:
    found = find_names("Jeg er Birte Kjeldgaard. I skrev Birthe Kjeldgård, og Birthe er forkert.")
    assert [f.name for f in found] == ["Birte Kjeldgaard", "Birte Kjeldgaard", "Birte"]
    assert one_spelling(found) == found


def test_misspelt_repeat_gets_the_placeholder_of_the_name(mask: Mask) -> None:
    text = "Jeg er Birte Kjeldgaard. I skrev Birthe Kjeldgård, og på skiltet stod Kjelgaard."
    assert mask(text) == "Jeg er [Person 1]. I skrev [Person 1], og på skiltet stod [Person 1]."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "min kæreste mikkel er ledig, og mikkel søger job",
            "min kæreste [Person 1] er ledig, og [Person 1] søger job",
        ),
        ("jeg hedder henriette skovlund og bor her", "jeg hedder [Person 1] og bor her"),
        ("FATUMA WARSAME: Jeg kom i 1998.", "[Person 1]: Jeg kom i 1998."),
        ("I går kom Nguyễn Thị Mai til mødet.", "I går kom [Person 1] til mødet."),
        ("I går kom Jóannes á Lakjuni til mødet.", "I går kom [Person 1] til mødet."),
        ("Rikke Damsholt ringede. Damsholt ønsker fleksjob.", "[Person 1] ringede. [Person 1] ønsker fleksjob."),
        (
            "Min mor, Solvej, faldt. Solvej Bilde kan intet huske.",
            "Min mor, [Person 1], faldt. [Person 1] kan intet huske.",
        ),
        ("Fru Vestermark venter på dr. Qvortrup.", "Fru [Person 1] venter på dr. [Person 2]."),
        ("hej, det er katrine. jeg er træt", "hej, det er [Person 1]. jeg er træt"),
        (
            "min kontaktperson hedder ahmad nazari og svarer aldrig",
            "min kontaktperson hedder [Person 1] og svarer aldrig",
        ),
        ("stedet hedder kilden, og det er fint.",) * 2,
        ("min mand er syg, og min søn kan ikke sove",) * 2,
    ],
)
def test_name_no_list_has_whole_is_masked_whole(mask: Mask, text: str, expected: str) -> None:
    assert mask(text) == expected
