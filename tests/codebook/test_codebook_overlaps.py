from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering import codebook
from hoering.codebook import Code
from hoering.codebook.examples import Trial
from hoering.codebook.overlaps import covers, double_patterns, firing_together, idle_patterns, shared_patterns
from hoering.patterns import PatternIndex, parse

Culture = Callable[..., Path]


def code(**patterns: list[str]) -> Code:
    return Code.model_validate({"id": "x", "label": "X", "definition": "Til prøve.", **patterns})


def covered(wide: str, narrow: str) -> bool:
    return covers(parse(wide, code="x", weight=3), parse(narrow, code="x", weight=3))


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("plads*", "pladsen"),
        ("plads*", "pladserne*"),
        ("*plads*", "parkeringsplads"),
        ("plads", "en plads"),
        ("plads/tid", "tid"),
        ("smv*", "SMV"),
        ("fra ~3 til", "fra ~1 til"),
        ("ny plan", "^ny plan"),
        ("+plads", "+plads"),
    ],
)
def test_a_wider_pattern_covers_a_narrower_one(wide: str, narrow: str) -> None:
    assert covered(wide, narrow)
    assert not covered(narrow, wide) or wide == narrow


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SMV", "smv"),
        ("plads", "+plads"),
        ("plads*", "*plads"),
        ("ny plan", "plan ny"),
        ("^ny", "den ny"),
        ("a*", "a-b"),
    ],
)
def test_patterns_that_differ_do_not_cover_each_other(one: str, other: str) -> None:
    assert not covered(one, other)


WORDS = st.sampled_from(["a", "ab", "a*", "*b", "*", "b", "AB", "a/b"]).filter(lambda word: word != "*")
GAPS = st.sampled_from(["", "~1 ", "~2 "])
LINES = st.builds(
    lambda mark, first, rest: mark + " ".join([first, *(gap + word for gap, word in rest)]),
    st.sampled_from(["", "", "^"]),
    WORDS,
    st.lists(st.tuples(GAPS, WORDS), max_size=2),
)


# A line that another one may cover: something more before or after it, a star filled, or any other line.
NARROWER = LINES.flatmap(
    lambda wide: st.tuples(
        st.just(wide),
        st.one_of(LINES, st.sampled_from([f"{wide} a", f"c {wide.removeprefix('^')}", wide.replace("*", "b", 1)])),
    )
)


@settings(max_examples=400, deadline=None)
@given(NARROWER, st.lists(st.sampled_from(["a", "ab", "b", "AB", "aab", "c"]), max_size=6))
def test_what_is_covered_is_never_found_alone(lines: tuple[str, str], forms: list[str]) -> None:
    wide, narrow = (parse(line, code=code, weight=3) for line, code in zip(lines, ("wide", "narrow"), strict=True))
    hits = PatternIndex([wide, narrow]).find(forms, [form.lower() for form in forms])
    found = {hit.pattern.code for hit in hits}
    assert not covers(wide, narrow) or found != {"narrow"}


def test_a_pattern_is_idle_where_another_is_enough_already() -> None:
    found = idle_patterns(code(strong=["bus*", "busser", "tog"], medium=["ny bus", "færge"], against=["busser nu"]))
    assert [(item.text, item.by) for item in found] == [("busser", "bus*"), ("ny bus", "bus*")]


def test_of_two_patterns_alike_only_one_is_idle() -> None:
    assert [(item.text, item.by) for item in idle_patterns(code(strong=["Bus", "bus"]))] == [("Bus", "bus")]


def test_a_pattern_is_not_idle_by_one_that_weighs_too_little() -> None:
    assert idle_patterns(code(medium=["bus*", "busser"])) == []


def test_a_pattern_that_stands_twice_is_told_with_its_weights() -> None:
    found = double_patterns(code(strong=["bus", "tog"], weak=["bus"], against=["tog"]))
    assert found == [("bus", (3.0, 1.0)), ("tog", (3.0, -3.0))]


def test_patterns_of_several_themes_are_told_where_they_weigh_enough(culture: Culture) -> None:
    book = codebook.load(culture(("strong: [bibliotek*]", "strong: [bibliotek*, Scene]\n  weak: [dans]")))
    assert [(item.text, dict(item.weights)) for item in shared_patterns(book)] == [
        ("scene", {"scenekunst": 2.0, "bibliotek": 3.0})
    ]


def trial(code: str, *suggested: str, wanted: bool = True, kind: str = "themes") -> Trial:
    return Trial(kind=kind, code=code, text="…", wanted=wanted, suggested=suggested)


def test_themes_that_find_each_others_examples_are_told() -> None:
    trials = [trial("a", "a", "b"), trial("a", "a"), trial("b", "b", "a"), trial("b", "c"), trial("c", "c")]
    assert [(t.code, t.other, t.times, t.examples) for t in firing_together(trials)] == [
        ("a", "b", 1, 2),
        ("b", "a", 1, 2),
    ]


def test_counterexamples_and_parties_are_no_themes_firing_together() -> None:
    trials = [trial("a", "b"), trial("b", "a", wanted=False)]
    parties = [trial("a", "b", kind="actors"), trial("b", "a", kind="actors")]
    assert firing_together([*trials, *parties]) == []
