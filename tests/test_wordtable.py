from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.wordtable import WordTable


@pytest.mark.parametrize(
    ("entry", "word", "fits"),
    [
        ("behov", "behov", True),
        ("behov", "behovet", False),
        ("behov", "Behov", False),
        ("behov*", "behov", True),
        ("behov*", "behovet", True),
        ("behov*", "behov2_a", True),
        ("behov*", "behov-et", False),
        ("behov*", "beho", False),
        ("*behov", "kursusbehov", True),
        ("*behov", "kursus-behov", False),
        ("*behov", "behovet", False),
        ("*behov*", "kursusbehovet", True),
        ("*behov*", "a-behov", False),
        ("a-kasse*", "a-kassen", True),
        ("a-kasse*", "a-kassen-nu", False),
        ("u*ret", "uroret", True),
        ("u*ret", "u-ret", False),
        ("*u*ret*", "sururets", True),
        ("*", "alt", True),
        ("*", "al-t", False),
        ("**", "", True),
        ("a*", "", False),
        ("aa*", "a", False),
        ("*aa", "a", False),
    ],
)
def test_a_star_stands_for_letters_and_nothing_else(entry: str, word: str, fits: bool) -> None:
    assert WordTable([(entry, 1)]).of(word) == ([1] if fits else [])


def test_values_come_as_entered_plain_words_first() -> None:
    entries = [("*sus", 1), ("kursus", 2), ("kur*", 3), ("*urs*", 4), ("kursus", 5), ("kur*", 6), ("k*s", 7)]
    assert WordTable(entries).of("kursus") == [2, 5, 1, 3, 4, 6, 7]


def test_an_empty_table_has_no_values() -> None:
    assert WordTable([]).of("kursus") == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(alphabet="ab-*", min_size=1, max_size=5), max_size=10), st.text(alphabet="ab-_é", max_size=6))
def test_a_table_finds_what_trying_every_entry_finds(entries: list[str], word: str) -> None:
    numbered = [(entry, number) for number, entry in enumerate(entries)]
    plain = [number for entry, number in numbered if entry == word]
    wild = [
        number
        for entry, number in numbered
        if "*" in entry and re.fullmatch(r"\w*".join(map(re.escape, entry.split("*"))), word)
    ]
    assert WordTable(numbered).of(word) == plain + wild
