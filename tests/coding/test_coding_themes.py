from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.hits import HitFinder
from hoering.coding.themes import ThemeCoder
from hoering.patterns import parse

MakeSentence = Callable[..., Sentence]


def themes(book: Codebook, sentence: Sentence) -> list[Suggestion]:
    return ThemeCoder(book).code(HitFinder(book).find(sentence).themes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bussen kører ikke om aftenen.", ["bus"]),
        ("Skolebussen og busserne.", ["bus", "skole"]),
        ("Skolen ligger langt fra bussen.", ["bus", "skole"]),
        ("Vi mangler en køreplan.", []),
        ("En køreplan for hver rute.", ["bus"]),
        ("En rute og en tur.", []),
        ("Køreplan, rute, tur.", ["bus"]),
        ("De står i en skolegård.", []),
        ("", []),
    ],
)
def test_a_sentence_gets_every_theme_with_enough_evidence(
    small_book: Codebook, make_sentence: MakeSentence, text: str, codes: list[str]
) -> None:
    assert [found.code for found in themes(small_book, make_sentence(text))] == codes


def test_a_lemma_counts_as_the_word(small_book: Codebook, make_sentence: MakeSentence) -> None:
    sentence = make_sentence("Køreplanen og ruterne.", {"Køreplanen": "køreplan", "ruterne": "rute"})
    (found,) = themes(small_book, sentence)
    assert (found.code, found.score, found.why) == ("bus", 0.6, "mønster: køreplan, rute")


def test_words_of_the_lexicon_count_with_the_codes_own(small_book: Codebook, make_sentence: MakeSentence) -> None:
    lexicon = (parse("stoppested", code="bus", weight=1.5), parse("køreplan", code="bus", weight=0.1))
    book = small_book.model_copy(update={"lexicon_patterns": lexicon})
    (found,) = themes(book, make_sentence("Et stoppested uden køreplan."))
    assert (found.code, found.score) == ("bus", 0.636)
