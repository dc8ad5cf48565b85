from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.codebook.examples import tallies, try_examples
from hoering.codebook.reading import Reader

pytestmark = pytest.mark.model

ReadWith = Callable[..., Reader]

THEATRE = (
    "strong: [teater*]",
    "strong: [teater*, +dukke]\n"
    "  examples: [Vi elsker dukketeatret., Teateret er lukket., Musikken spiller.]\n"
    "  counterexamples: [Naboen sover., Teaterkikkerten er min.]",
)
ANGER = ("strong: [savne/savner]", "strong: [savne/savner]\n  examples: [Vi savner lys., Er der lys?]")


def test_examples_and_counterexamples_are_tried(read_with: ReadWith) -> None:
    trials = try_examples(read_with(THEATRE))
    assert [(t.code, t.wanted, t.found, t.right) for t in trials] == [
        ("scenekunst", True, True, True),
        ("scenekunst", True, True, True),
        ("scenekunst", True, False, False),
        ("scenekunst", False, False, True),
        ("scenekunst", False, True, False),
    ]


def test_a_part_of_a_compound_is_found(read_with: ReadWith) -> None:
    part = ("strong: [teater*]", "strong: [+dukke]\n  examples: [Dukketeatret er godt., Dukken er god.]")
    assert [t.found for t in try_examples(read_with(part))] == [True, False]


def test_an_example_of_several_sentences_is_found_by_any_of_them(read_with: ReadWith) -> None:
    long = ("strong: [teater*]", "strong: [teater*]\n  examples: [Solen skinner. Teateret spiller. Godt.]")
    assert [t.found for t in try_examples(read_with(long))] == [True]


def test_a_stance_is_the_one_that_is_chosen(read_with: ReadWith) -> None:
    assert [t.suggested for t in try_examples(read_with(ANGER))] == [("kritik",), ("neutral",)]


def test_the_trials_are_counted_per_code_also_for_codes_without_examples(read_with: ReadWith) -> None:
    reader = read_with(THEATRE)
    found = tallies(reader.book, try_examples(reader))
    counted = {(t.kind, t.code): (t.examples, t.found, t.counterexamples, t.hit) for t in found}
    assert counted["themes", "scenekunst"] == (3, 2, 2, 1)
    assert counted["themes", "bibliotek"] == (0, 0, 0, 0)
    assert [t.kind for t in found] == ["themes"] * 2 + ["actors"] * 3 + ["stances"] * 2
