from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.hits import HitFinder
from hoering.coding.stance import stance

MakeSentence = Callable[..., Sentence]

LEMMAS = {
    "savner": "savne",
    "bekymrede": "bekymret",
    "foreslår": "foreslå",
    "glade": "glad",
}


def suggested(book: Codebook, sentence: Sentence) -> Suggestion:
    return stance(sentence, HitFinder(book).find(sentence).stances)


def code(book: Codebook, make_sentence: MakeSentence, text: str) -> str:
    return suggested(book, make_sentence(text, LEMMAS)).code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi savner en plan.", "kritik"),
        ("Vi foreslår en plan.", "forslag"),
        ("Vi er glade for planen.", "stoette"),
        ("Det er godt og rigtigt set.", "stoette"),
        ("Det er godt set.", "neutral"),
        ("Planen har fem mål.", "neutral"),
        ("Vores forslag", "neutral"),
    ],
)
def test_each_stance_has_its_words(small_book: Codebook, make_sentence: MakeSentence, text: str, expected: str) -> None:
    assert code(small_book, make_sentence, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi savner en plan og foreslår to.", "forslag"),
        ("Vi er glade, men bekymrede.", "kritik"),
        ("Vi er glade og foreslår mere.", "forslag"),
    ],
)
def test_a_proposal_beats_criticism_and_criticism_praise(
    small_book: Codebook, make_sentence: MakeSentence, text: str, expected: str
) -> None:
    assert code(small_book, make_sentence, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi savner en plan, men er glade for bussen.", "stoette"),
        ("Bussen bør køre, men vi savner svar.", "kritik"),
        ("Vi er glade for bussen, men den kører om natten.", "kritik"),
        ("Selvom vi er glade for bussen, kører den kun om natten.", "kritik"),
        ("Vi savner bussen, men den kører om natten.", "kritik"),
        ("Vi er glade for bussen, men også for toget.", "stoette"),
        ("Den kører om natten, men også om dagen.", "neutral"),
    ],
)
def test_what_follows_men_counts_first_and_takes_praise_back(
    small_book: Codebook, make_sentence: MakeSentence, text: str, expected: str
) -> None:
    assert code(small_book, make_sentence, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi er ikke bekymrede.", "neutral"),
        ("Vi er slet ikke så bekymrede.", "neutral"),
        ("Ingen er bekymrede.", "neutral"),
        ("Vi savner ikke en plan.", "neutral"),
        ("Vi er ikke glade.", "neutral"),
        ("Vi har aldrig været glade.", "neutral"),
        ("Det er hverken godt eller rigtigt.", "neutral"),
        ("Det virker ikke.", "kritik"),
        ("Ikke kun de unge i byen er bekymrede.", "kritik"),
        ("Det bør ikke ske igen.", "forslag"),
        ("Vi kan ikke vente, for vi savner svar.", "kritik"),
    ],
)
def test_a_negation_close_by_takes_back_criticism_and_praise(
    small_book: Codebook, make_sentence: MakeSentence, text: str, expected: str
) -> None:
    assert code(small_book, make_sentence, text) == expected


@pytest.mark.parametrize(
    "text",
    ["Hvorfor savner vi en plan?", "”Hvem er bekymrede?”", "»Bør vi vente?«", "„Savner I noget?“ ", "(Savner I det?)"],
)
def test_a_question_is_neutral_also_in_quotes(small_book: Codebook, make_sentence: MakeSentence, text: str) -> None:
    found = suggested(small_book, make_sentence(text, LEMMAS))
    assert (found.code, found.why) == ("neutral", "åbent spørgsmål")


def test_a_question_inside_a_sentence_is_none(small_book: Codebook, make_sentence: MakeSentence) -> None:
    assert code(small_book, make_sentence, "”Hvornår?” spørger vi, for vi savner svar.") == "kritik"


def test_a_stance_tells_its_reason(small_book: Codebook, make_sentence: MakeSentence) -> None:
    found = suggested(small_book, make_sentence("Vi savner svar.", LEMMAS))
    assert (found.score, found.why) == (0.6, "mønster: savne")
    found = suggested(small_book, make_sentence("Planen er vedtaget."))
    assert (found.score, found.why) == (0.5, "intet mønster for kritik, forslag eller støtte")
