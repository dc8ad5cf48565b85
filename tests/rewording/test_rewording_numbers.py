from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.rewording.numbers import WORDS, foreign, numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 borgere", [("3", "borg")]),
        ("Tre borgere", [("3", "borg")]),
        ("én fast sagsbehandler", [("1", "fast")]),
        ("en fast sagsbehandler", []),
        ("1.250 kr.", [("1250", "kr")]),
        ("3,5 timer", [("3,5", "time")]),
        ("den 7. marts 2026", [("7", "mart"), ("2026", "")]),
        ("femogtyve procent", [("25", "%")]),
        ("henvendelse 3, 7 og 11", [("3", "#"), ("7", "#"), ("11", "#")]),
        ("Henvendelserne nr. 12", [("12", "#")]),
        ("begge parter", [("2", "part")]),
        ("det toårige forløb", [("toårige", "forl")]),
        ("Torben og firmaet", []),
    ],
)
def test_numbers_in_digits_and_words(text: str, found: list[tuple[str, str]]) -> None:
    assert [tuple(number) for number in numbers(text)] == found


@given(st.sampled_from(sorted(WORDS)))
def test_every_number_word_that_the_rows_lack_is_met(word: str) -> None:
    assert foreign(f"Det siger {word} borgere.", ["Det siger 999 borgere."]) == WORDS[word]
    assert foreign(f"Det siger {word} borgere.", [f"Det siger {word} borgere."]) == ""
    if WORDS[word].isdigit():
        assert foreign(f"Det siger {word} borgere.", [f"Det siger {WORDS[word]} borgere."]) == ""


@given(st.integers(0, 10**7))
def test_a_number_is_the_same_with_and_without_stops(value: int) -> None:
    dotted = f"{value:,}".replace(",", ".")
    assert foreign(f"{dotted} svar", [f"{value} svar"]) == foreign(f"{value} svar", [f"{dotted} svar"]) == ""
