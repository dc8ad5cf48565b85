from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.errors import CodebookError
from hoering.patterns import Pattern, PatternIndex, Word, parse


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


def test_hits_at_one_place_come_as_written_then_in_small_letters_then_by_lemma_and_plain_before_starred() -> None:
    lines = ["sm*", "virksomhed", "smv", "SM*", "SMV"]
    index = PatternIndex([parse(line, code=line, weight=1) for line in lines])
    found = [hit.pattern.code for hit in index.find(["SMV"], ["virksomhed"])]
    assert found == ["SMV", "SM*", "smv", "sm*", "virksomhed"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("+besøg", [(1, 2)]),
        ("+BESØG", []),
        ("+virksomhed*", [(1, 2)]),
        ("+*somhed", [(1, 2)]),
        ("+plan", []),
        ("besøg", []),
        ("flere +besøg", [(0, 2)]),
        ("flere ~ plan/+plan", [(0, 3)]),
        ("flere ~ +plan", []),
    ],
)
def test_a_part_of_a_compound_is_found_where_parts_are_given(pattern: str, expected: list[tuple[int, int]]) -> None:
    forms, lemmas = ["Flere", "virksomhedsbesøg", "planer"], ["flere", "virksomhedsbesøg", "plan"]
    parts = [(), ("virksomhed", "besøg"), ()]
    index = PatternIndex([parse(pattern, code="x", weight=1)])
    for _ in range(2):  # the second time from memory
        assert [(hit.start, hit.end) for hit in index.find(forms, lemmas, parts)] == expected
    assert index.uses_parts == ("+" in pattern)


def test_no_part_is_found_where_none_are_given_also_after_some_were() -> None:
    index = PatternIndex([parse("+besøg", code="x", weight=1)])
    word = ["virksomhedsbesøg"]
    assert index.find(word, word) == []
    assert len(index.find(word, word, [("virksomhed", "besøg")])) == 1
    assert index.find(word, word) == []


def test_an_acronym_as_a_part_is_matched_as_written() -> None:
    index = PatternIndex([parse("+FH", code="x", weight=1)])
    assert len(index.find(["FH-formand"], ["fh-formand"], [("FH", "formand")])) == 1
    assert index.find(["fh-formand"], ["fh-formand"], [("fh", "formand")]) == []


def test_a_plus_sign_alone_or_escaped_is_a_plus_sign() -> None:
    assert spans(r"\+45", "ring +45 nu") == [(1, 2)]
    assert spans("+", "a + b") == [(1, 2)]
    assert spans("+45", "ring +45 nu") == []


def test_a_group_stands_for_its_words() -> None:
    groups = {"folk": ("ansat*", "kollega", "+hold")}
    assert parse("flere <folk>/venner", code="x", weight=1, groups=groups).words[1] == Word(
        ("ansat*", "kollega", "venner"), 0, ("hold",)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("flere <venner>", "bruger ordgruppen <venner>, som ikke findes"),
        ("flere <folk>*", "har en ordgruppe, der ikke står alene: <folk>*"),
        ("flere <folk", "har en ordgruppe, der ikke står alene: <folk"),
        ("flere u<folk>", "har en ordgruppe, der ikke står alene: u<folk>"),
    ],
)
def test_a_group_that_is_not_there_or_not_alone_is_refused(text: str, message: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(f"Mønsteret »{text}« under »styring« {message}.")):
        parse(text, code="styring", weight=1, groups={"folk": ("ansat",)})


def test_signs_that_only_look_like_groups_are_words() -> None:
    assert spans("< fem", "under < fem") == [(1, 3)]


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


def fits(alternative: str, word: str) -> bool:
    return re.fullmatch(r"\w*".join(map(re.escape, alternative.split("*"))), word) is not None


def ends(words: Sequence[Word], keys: Sequence[Sequence[str]], position: int) -> Iterator[int]:
    """Where a pattern may end whose words are to follow from a position on, nearest first."""
    if not words:
        yield position
        return
    for place in range(position, min(position + words[0].gap + 1, len(keys))):
        if any(fits(alternative, word) for alternative in words[0].alternatives for word in keys[place]):
            yield from ends(words[1:], keys, place + 1)


def by_hand(patterns: Sequence[Pattern], forms: Sequence[str], lemmas: Sequence[str]) -> list[tuple[str, int, int]]:
    """What an index should find, by trying every pattern at every token."""
    keys = [list(dict.fromkeys((f, f.lower(), m.lower()))) for f, m in zip(forms, lemmas, strict=True)]
    first = next((i for i, form in enumerate(forms) if re.search(r"[^\W_]", form)), 0)
    found = []
    for place, key in enumerate(keys):
        # Of the patterns that start at a token, those that fit it as written come first, and plain words before "*".
        starting = [
            pattern
            for word in key
            for has_wildcard in (False, True)
            for pattern in patterns
            if any(("*" in a) == has_wildcard and fits(a, word) for a in pattern.words[0].alternatives)
        ]
        for pattern in dict.fromkeys(starting):
            if pattern.initial and place != first:
                continue
            end = next(ends(pattern.words[1:], keys, place + 1), None)
            if end is not None:
                found.append((pattern.code, place, end))
    return found


STEMS = st.text(alphabet="abAB-1", min_size=1, max_size=3)
ALTERNATIVES = st.builds(
    lambda stars, stem, rest: f"{stars[0]}{stem}{stars[1]}{rest}",
    st.sampled_from([("", ""), ("", ""), ("*", ""), ("", "*"), ("*", "*")]),
    STEMS,
    st.sampled_from(["", "", "", "b"]),
)
WORDS = st.lists(ALTERNATIVES, min_size=1, max_size=2).map("/".join)
GAPS = st.sampled_from(["", "", "~0 ", "~1 ", "~ "])
LINES = st.builds(
    lambda mark, first, rest: mark + " ".join([first, *(f"{gap}{word}" for gap, word in rest)]),
    st.sampled_from(["", "", "", "^"]),
    WORDS,
    st.lists(st.tuples(GAPS, WORDS), max_size=3),
)
FORMS = st.text(alphabet="abAB-1_", min_size=1, max_size=4)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12), st.lists(st.tuples(FORMS, FORMS), max_size=10))
def test_an_index_finds_what_a_search_by_hand_finds_in_the_same_order(
    lines: list[str], tokens: list[tuple[str, str]]
) -> None:
    patterns = [parse(line, code=f"c{number}", weight=number) for number, line in enumerate(lines)]
    index = PatternIndex(patterns)
    forms, lemmas = [form for form, _ in tokens], [lemma for _, lemma in tokens]
    for _ in range(2):  # the second time from memory
        found = [(hit.pattern.code, hit.start, hit.end) for hit in index.find(forms, lemmas)]
        assert found == by_hand(patterns, forms, lemmas)


def test_an_index_that_forgets_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoering.patterns._REMEMBERED", 2)
    index = PatternIndex([parse("vi savne*", code="x", weight=1)])
    forms = ["Vi", "savner", "svar", "og", "vi", "savnede", "dem"]
    assert [(hit.start, hit.end) for hit in index.find(forms, forms)] == [(0, 2), (4, 6)]
    assert len(index._tokens) <= 2
