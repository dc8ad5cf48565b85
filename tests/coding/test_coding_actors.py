from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.actors import ActorCoder
from hoering.coding.evidence import Suggestion
from hoering.coding.hits import HitFinder

MakeSentence = Callable[..., Sentence]


def actors(book: Codebook, sentence: Sentence, voice: str) -> list[Suggestion]:
    return ActorCoder(book).code(sentence, HitFinder(book).find(sentence).actors, voice)


@pytest.mark.parametrize(
    ("text", "voice", "codes"),
    [
        ("En virksomhed har ansat to borgere.", "journalist", ["virksomheder", "borgere"]),
        ("Byrådet mødes i maj.", "politikere", ["politikere"]),
        ("Planen er vedtaget.", "borgere", []),
    ],
)
def test_parties_are_found_by_their_words(
    small_book: Codebook, make_sentence: MakeSentence, text: str, voice: str, codes: list[str]
) -> None:
    assert [found.code for found in actors(small_book, make_sentence(text), voice)] == codes


@pytest.mark.parametrize(
    ("text", "voice", "codes"),
    [
        ("Jeg venter stadig.", "borgere", ["borgere"]),
        ("Min sag ligger stille.", "borgere", ["borgere"]),
        ("Vi venter stadig.", "borgere", ["borgere"]),
        ("VI VENTER!", "borgere", ["borgere"]),
        ("Vi mangler hænder.", "virksomheder", ["virksomheder"]),
        ("Hos os er der plads.", "virksomheder", ["virksomheder"]),
        ("Jeg mangler hænder.", "virksomheder", []),
        ("Vi vedtager planen.", "politikere", []),
        ("Jeg er borger.", "borgere", ["borgere"]),
        ("Vi ringede til en borger.", "virksomheder", ["borgere", "virksomheder"]),
        ("Vores plan er klar.", "journalist", []),
        ("Vi mangler tid.", "sundhedsvaesen", []),
    ],
)
def test_the_first_person_is_the_speakers_own_party_where_that_is_mostly_so(
    small_book: Codebook, make_sentence: MakeSentence, text: str, voice: str, codes: list[str]
) -> None:
    assert [found.code for found in actors(small_book, make_sentence(text), voice)] == codes


def test_a_party_that_speaks_of_itself_says_so(small_book: Codebook, make_sentence: MakeSentence) -> None:
    (found,) = actors(small_book, make_sentence("Jeg venter."), "borgere")
    assert (found.score, found.why) == (0.6, "taler om sig selv i første person")
