"""Pairwise agreement of two groupings."""

from __future__ import annotations

import pytest

from hoering.positions.measure import Pairs, pairs


def test_pairs_are_counted() -> None:
    assert pairs([1, 1, 1, 2], ["a", "a", "b", "b"]) == Pairs(both=1, found=1, missed=2)


def test_figures() -> None:
    found = Pairs(both=3, found=1, missed=3)
    assert (found.precision, found.recall, found.f1) == pytest.approx((0.75, 0.5, 0.6))
    assert found + Pairs(1, 1, 1) == Pairs(4, 2, 4)


def test_nothing_together_is_no_error() -> None:
    assert pairs([], []) == Pairs()
    assert (Pairs().precision, Pairs().recall, Pairs().f1) == (0.0, 0.0, 0.0)


def test_the_same_grouping_is_perfect_whatever_its_labels() -> None:
    assert pairs("aabbc", "xxyyz").f1 == 1.0


def test_the_two_must_be_of_the_same_items() -> None:
    with pytest.raises(ValueError, match="zip"):
        pairs([1, 2], [1])
