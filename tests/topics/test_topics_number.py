"""How many topics are suggested."""

from __future__ import annotations

import numpy as np

from hoering.topics.number import halvings, largest


def test_of_numbers_that_agree_as_well_the_largest() -> None:
    assert largest((5, 10, 20), np.array([[0.50, 0.48, 0.30], [0.52, 0.47, 0.31]])) == 10
    assert largest((5, 10, 20), np.array([[0.2, 0.3, 0.5], [0.2, 0.3, 0.5]])) == 20


def test_a_number_that_agrees_best_by_chance_is_not_taken_for_it() -> None:
    """Two errors of 0.2 below 0.4: what agrees half as well is not clearly worse."""
    assert largest((5, 20), np.array([[0.2, 0.2], [0.6, 0.2]])) == 20


def test_no_agreement_at_all_is_no_failure() -> None:
    assert largest((2, 3), np.zeros((3, 2))) == 3
    assert largest((2, 3), np.array([[-0.1, -0.2], [-0.1, -0.2]])) == 2


def test_few_passages_are_halved_more_often() -> None:
    assert halvings(300) > halvings(5_000) >= 2
