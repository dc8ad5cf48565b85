from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hoering.duplicates.words import NAME, shingles, words


def test_placeholders_are_one_word_whoever_they_stand_for() -> None:
    assert [w.form for w in words("Hilsen [Borger 3], og [Person 12] [Person 4]")] == ["hilsen", NAME, "og", NAME]


def test_numbers_are_apart_in_copies_and_alike_in_templates() -> None:
    (one, other) = words("3 12.500")
    assert (one.exact, other.exact) == ("3", "12.500")
    assert one.form == other.form


def test_jeg_and_vi_are_alike_in_templates() -> None:
    assert [w.form for w in words("Jeg og min søn")] == [w.form for w in words("VI og vores søn")]
    assert [w.exact for w in words("Jeg")] != [w.exact for w in words("Vi")]


def test_shingles_are_runs_of_words() -> None:
    assert shingles(words("En, to! bus kører"), 3) == ["en 0 bus", "0 bus kører"]
    assert shingles(words("En bus"), 3) == []


@given(st.text(alphabet="aÆø 1.,[]\nBorger", max_size=60))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) and w.form for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
