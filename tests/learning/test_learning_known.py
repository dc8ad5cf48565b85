"""What decisions tell of a sentence's codes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hoering.learning.decisions import Decision
from hoering.learning.known import HAS, HAS_NOT, UNKNOWN, known

Decide = Callable[..., Decision]
PLACES = [("brev.txt", 0, 10), ("brev.txt", 11, 19)]


def test_only_what_was_said_is_known(decide: Decide) -> None:
    found = known([decide(), decide(start=11, end=19, verdict="no")], PLACES, ["bus", "skole"], "theme")
    np.testing.assert_array_equal(found, [[HAS, UNKNOWN], [HAS_NOT, UNKNOWN]])


def test_a_correction_says_two_things_and_a_closed_sentence_has_no_other(decide: Decide) -> None:
    items = [decide(verdict="corrected", corrected="skole"), decide(start=11, end=19, complete=True)]
    found = known(items, PLACES, ["bus", "skole", "sport"], "theme")
    np.testing.assert_array_equal(found, [[HAS_NOT, HAS, UNKNOWN], [HAS, HAS_NOT, HAS_NOT]])


def test_a_sentence_closed_by_one_row_keeps_what_another_says_yes_to(decide: Decide) -> None:
    items = [decide(verdict="none", code="", complete=True), decide()]
    np.testing.assert_array_equal(known(items, PLACES, ["bus", "skole"], "theme")[0], [HAS, HAS_NOT])


def test_closing_the_themes_says_nothing_of_the_parties(decide: Decide) -> None:
    assert not known([decide(complete=True)], PLACES, ["borgere"], "actor").any()


def test_a_sentence_has_one_stance(decide: Decide) -> None:
    found = known([decide(kind="stance", code="kritik")], PLACES, ["kritik", "forslag"], "stance")
    np.testing.assert_array_equal(found, [[HAS, HAS_NOT], [UNKNOWN, UNKNOWN]])


def test_decisions_on_other_sentences_are_passed_over(decide: Decide) -> None:
    assert not known([decide(document="andet.txt")], PLACES, ["bus"], "theme").any()
