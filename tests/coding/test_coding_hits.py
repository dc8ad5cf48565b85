from __future__ import annotations

from collections.abc import Callable

from hoering.annotate import Sentence
from hoering.codebook import Code, Codebook
from hoering.coding.hits import HitFinder
from hoering.patterns import Hit

MakeSentence = Callable[..., Sentence]


def told(hits: list[Hit]) -> list[tuple[str, str, int]]:
    return [(hit.pattern.code, hit.pattern.text, hit.start) for hit in hits]


def test_hits_are_told_apart_by_what_they_speak_for(small_book: Codebook, make_sentence: MakeSentence) -> None:
    found = HitFinder(small_book).find(make_sentence("Borgere savner en bus til skolen.", {"savner": "savne"}))
    assert told(found.themes) == [("bus", "bus*", 3), ("skole", "skole*", 5)]
    assert told(found.actors) == [("borgere", "borger*", 0)]
    assert told(found.stances) == [("kritik", "savne", 1)]


def test_a_code_and_pattern_that_two_kinds_share_is_found_for_both(
    small_book: Codebook, make_sentence: MakeSentence
) -> None:
    theme = Code(id="borgere", label="Borgere", definition="Om borgere.", strong=("borger*",))
    book = small_book.model_copy(update={"themes": (theme,)})
    found = HitFinder(book).find(make_sentence("Borgerne venter."))
    assert told(found.themes) == told(found.actors) == [("borgere", "borger*", 0)]


def test_nothing_found_is_nothing(small_book: Codebook, make_sentence: MakeSentence) -> None:
    assert HitFinder(small_book).find(make_sentence("")) == ([], [], [])
