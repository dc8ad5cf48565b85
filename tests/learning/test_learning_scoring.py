"""F1 on decided cells."""

from __future__ import annotations

import numpy as np
import pytest

from hoering.learning.scoring import compare, counts, f1

KNOWN = np.array([[1, 0], [-1, 1], [1, -1]], dtype=np.int8)
CHOSEN = np.array([[True, True], [True, False], [True, False]])


def test_what_is_unknown_counts_nowhere() -> None:
    total = counts(CHOSEN, KNOWN, ["a", "b", "a"])
    np.testing.assert_array_equal(total, [[[2, 0, 0], [0, 0, 0]], [[0, 1, 0], [0, 0, 1]]])


def test_f1_over_all_codes_and_as_a_mean_of_those_that_occur() -> None:
    total = counts(CHOSEN, KNOWN, ["a", "b", "a"]).sum(axis=0)
    assert float(f1(total, "theme")) == pytest.approx(2 * 2 / (2 * 2 + 1 + 1))
    assert float(f1(total, "stance")) == pytest.approx((4 / 5 + 0) / 2)
    assert float(f1(total[[0]], "stance")) == pytest.approx(4 / 5)
    absent = np.array([[2.0, 0, 0], [0, 3, 0]])
    assert float(f1(absent, "stance")) == 1.0


def test_a_gain_that_every_source_has_is_certain_and_its_interval_holds_it() -> None:
    before = np.tile([[[2.0, 1, 1]]], (6, 1, 1))
    after = np.tile([[[3.0, 1, 0]]], (6, 1, 1))
    found = compare(before, after, "theme")
    assert (found.before.value, found.after.value) == (pytest.approx(4 / 6), pytest.approx(6 / 7))
    assert found.certain == 1.0
    assert found.gain.low == found.gain.value == found.gain.high


def test_a_gain_of_one_source_alone_is_not_certain() -> None:
    before = np.tile([[[2.0, 1, 1]]], (3, 1, 1))
    after = before.copy()
    after[0] = [[3, 0, 0]]
    after[1] = [[2, 2, 1]]
    found = compare(before, after, "theme")
    assert 0.5 < found.certain < 0.9
    assert found.gain.low < 0 < found.gain.value <= found.gain.high


def test_without_a_change_nothing_is_gained() -> None:
    same = np.tile([[[2.0, 1, 1]]], (3, 1, 1))
    found = compare(same, same, "actor")
    assert (found.gain.value, found.certain) == (0.0, 0.0)
