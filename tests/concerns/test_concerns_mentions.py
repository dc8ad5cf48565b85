from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.hits import HitFinder
from hoering.concerns.mentions import mentions

MakeSentence = Callable[..., Sentence]


def named(book: Codebook, sentence: Sentence, coded: str = "", surrounded: str = "") -> list[tuple[str, str]]:
    hits = HitFinder(book).find(sentence).actors
    found = mentions(hits, set(coded.split()), sentence, set(surrounded.split()))
    return [(m.code, " ".join(sentence.forms[m.start : m.end])) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skolen og kommunen taler.", [("skoler", "Skolen"), ("kommune", "kommunen")]),
        ("Et kommunekort hænger her.", []),
        ("Vi vil indkalde alle.", []),
        ("Det er godt, at konsulenterne kom.", [("kommune", "konsulenterne")]),
        ("Indkaldelsen kom sent.", [("kommune", "Indkaldelsen")]),
        ("Lærerne taler.", []),
        ("Ingen taler.", []),
    ],
)
def test_parties_are_named_by_patterns_that_are_enough(
    small_book: Codebook, make_sentence: MakeSentence, text: str, expected: list[tuple[str, str]]
) -> None:
    assert named(small_book, make_sentence(text)) == expected


def test_a_weaker_pattern_names_a_party_that_is_coded(small_book: Codebook, make_sentence: MakeSentence) -> None:
    sentence = make_sentence("Lærerne taler.")
    assert named(small_book, sentence, coded="skoler") == [("skoler", "Lærerne")]
    assert named(small_book, sentence, coded="skoler", surrounded="skoler") == []
