from __future__ import annotations

import pytest

from hoering.coding.evidence import Suggestion, confidence, suggestion, weigh
from hoering.patterns import Hit, parse


def hit(text: str, weight: float, code: str = "bus", start: int = 0) -> Hit:
    return Hit(pattern=parse(text, code=code, weight=weight), start=start, end=start + 1)


def test_a_pattern_that_fires_twice_counts_once() -> None:
    assert weigh([hit("rute", 1), hit("rute", 1, start=4), hit("tur", 1)]) == {"bus": {"rute": 1, "tur": 1}}


def test_codes_are_weighed_apart() -> None:
    assert weigh([hit("rute", 1), hit("klasse", 2, "skole")]) == {"bus": {"rute": 1}, "skole": {"klasse": 2}}


@pytest.mark.parametrize(
    ("fired", "expected"),
    [
        ({"bus": 3.0}, Suggestion(code="x", score=0.6, why="mønster: bus")),
        ({"a": 2.0, "b": 2.0}, Suggestion(code="x", score=0.667, why="mønster: a, b")),
        ({"b": 1.0, "a": 1.0, "c": 1.0}, Suggestion(code="x", score=0.6, why="mønster: a, b, c")),
        ({"let": 1.0, "tung": 3.0}, Suggestion(code="x", score=0.667, why="mønster: tung, let")),
        ({"tung": 3.0, "mere": 3.0, "mod": -3.0}, Suggestion(code="x", score=0.6, why="mønster: mere, tung")),
        ({"a": 2.0}, None),
        ({"a": 1.0, "b": 1.0}, None),
        ({"tung": 3.0, "mod": -3.0}, None),
        ({}, None),
    ],
)
def test_patterns_add_up_to_a_suggestion_from_three_on(fired: dict[str, float], expected: Suggestion | None) -> None:
    assert suggestion("x", fired) == expected


def test_faint_words_are_counted_in_the_reason_and_not_listed() -> None:
    assert suggestion("x", {"bus": 2.8, "a": 0.4, "b": 0.2}) == Suggestion(
        code="x", score=0.63, why="mønster: bus; 2 svage ord"
    )
    found = suggestion("x", {f"ord{i}": 0.8 for i in range(4)})
    assert found is not None
    assert found.why == "4 svage ord"


def test_a_score_grows_with_the_weight_and_stays_below_one() -> None:
    assert [confidence(w) for w in (3.0, 6.0, 18.0)] == [0.6, 0.75, 0.9]
