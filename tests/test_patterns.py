from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.errors import CodebookError
from hoering.patterns import PatternIndex, Word, parse


def spans(pattern: str, sentence: str, lemmas: str = "") -> list[tuple[int, int]]:
    """Where a pattern is found in a sentence whose tokens are set apart by spaces."""
    forms = sentence.split()
    index = PatternIndex([parse(pattern, code="x", weight=1)])
    return [(hit.start, hit.end) for hit in index.find(forms, lemmas.split() or [f.lower() for f in forms])]


@pytest.mark.parametrize(
    ("pattern", "sentence", "expected"),
    [
        ("socialt ansvar", "De tager socialt ansvar nu", [(2, 4)]),
        ("socialt ansvar", "De tager socialt og grønt ansvar", []),
        ("socialt ansvar", "ansvar socialt", []),
        ("kursus", "Kursus i maj", [(0, 1)]),
        ("Kursus", "et kursus", [(1, 2)]),
        ("behov", "behovet", []),
        ("*behov", "kompetencebehov og behov", [(0, 1), (2, 3)]),
        ("behov*", "behovene", [(0, 1)]),
        ("*behov*", "kompetencebehovet", [(0, 1)]),
        ("a-kasse*", "a-kasserne", [(0, 1)]),
        ("a-kasse*", "akasserne", []),
        ("savne/mangle", "savne mangle elske", [(0, 1), (1, 2)]),
        ("vi savne/mangle svar", "vi mangle svar", [(0, 3)]),
        (r"A\/S", "Tang A/S", [(1, 2)]),
        (r"A\/S", "a/s", []),
        (r"A\/S/ApS", "ApS", [(0, 1)]),
        ("FH", "FH mener", [(0, 1)]),
        ("FH", "fh mener", []),
        ("FH-*", "FH-formand", [(0, 1)]),
        ("SMV*", "SMVdanmark", [(0, 1)]),
        ("SMV*", "smvdanmark", []),
        ("Å", "å", [(0, 1)]),
        ("^hvis", "Hvis det regner hvis", [(0, 1)]),
        ("^hvis", "” Hvis det regner", [(1, 2)]),
        ("^hvis", "Nu hvis", []),
        ("^hvis ~ så", "Hvis det regner , så", [(0, 5)]),
    ],
)
def test_a_pattern_finds_its_words(pattern: str, sentence: str, expected: list[tuple[int, int]]) -> None:
    assert spans(pattern, sentence) == expected


@pytest.mark.parametrize(
    ("pattern", "sentence", "expected"),
    [
        ("fra ~ til", "fra til", [(0, 2)]),
        ("fra ~ til", "fra a b c til", [(0, 5)]),
        ("fra ~ til", "fra a b c d til", []),
        ("fra ~6 til", "fra a b c d e f til", [(0, 8)]),
        ("fra ~1 til", "fra a b til", []),
        ("fra ~0 til", "fra til", [(0, 2)]),
        ("fra ~0 til", "fra a til", []),
        ("fra ~ til nu", "fra a til c til nu", [(0, 6)]),
    ],
)
def test_a_gap_holds_so_many_words_at_most(pattern: str, sentence: str, expected: list[tuple[int, int]]) -> None:
    assert spans(pattern, sentence) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("savne", [(1, 2)]), ("savner", [(1, 2)]), ("savn", []), ("vi savne", [(0, 2)]), ("sav*", [(1, 2)])],
)
def test_a_word_matches_the_form_or_the_lemma_and_counts_once(pattern: str, expected: list[tuple[int, int]]) -> None:
    assert spans(pattern, "Vi savner svar", "vi savne svar") == expected


def test_hits_of_many_patterns_come_in_order_of_place() -> None:
    patterns = [parse(text, code=code, weight=2) for code, text in (("b", "svar"), ("a", "vi"), ("c", "*var"))]
    forms = ["Vi", "savner", "svar"]
    hits = PatternIndex(patterns).find(forms, forms)
    assert [(hit.pattern.code, hit.start) for hit in hits] == [("a", 0), ("b", 2), ("c", 2)]


def test_an_empty_sentence_has_no_hits() -> None:
    assert PatternIndex([parse("vi", code="x", weight=1)]).find([], []) == []


def test_a_pattern_keeps_its_parts() -> None:
    pattern = parse("^Vi savne/mangle ~2 FH*", code="kritik", weight=3)
    assert pattern.words == (Word(("vi",)), Word(("savne", "mangle")), Word(("FH*",), 2))
    assert (pattern.code, pattern.weight, pattern.initial) == ("kritik", 3, True)


@pytest.mark.parametrize("text", ["", "   ", "^", "~", "~2 vision", "vision ~", "vision ~0"])
def test_half_a_pattern_is_refused(text: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(f"Mønsteret »{text}« under »styring« er ikke et helt mønster.")):
        parse(text, code="styring", weight=1)


@pytest.mark.parametrize("text", ["/", "*", "plan * mål", "plan */*"])
def test_a_word_without_letters_is_refused(text: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(f"Mønsteret »{text}« under »styring« har et tomt ord.")):
        parse(text, code="styring", weight=1)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=9), st.integers(0, 3))
def test_a_gapped_pattern_is_found_just_where_a_search_by_hand_finds_it(forms: list[str], gap: int) -> None:
    found = {start for start, _ in spans(f"a ~{gap} b c", " ".join(forms))}
    text = " ".join(forms) + " "
    by_hand = {start for start in range(len(forms)) if re.match(rf"a (?:\w ){{0,{gap}}}b c ", text[2 * start :])}
    assert found == by_hand
