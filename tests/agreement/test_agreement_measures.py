"""Measures by hand on a few units, and against scikit-learn on many."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score, precision_score, recall_score

from hoering.agreement import measures
from hoering.agreement.measures import Table

BUS, VEJ, BY = "bus", "vej", "by"


def once(table: Table) -> np.ndarray:
    return np.ones((1, len(table.gold)))


@pytest.fixture
def sets() -> Table:
    """Hits 2 of 4 in the gold and 3 found; the last unit has no code on either side."""
    return Table.of_sets([{BUS}, {BUS, VEJ}, {BY}, set()], [{BUS}, {VEJ, BY}, set(), set()])


@pytest.mark.parametrize(
    ("measure", "by_hand"),
    [
        (measures.micro_f1, 2 * 2 / (4 + 3)),
        (measures.precision, 2 / 3),
        (measures.recall, 2 / 4),
        (measures.samples_f1, (1 + 2 * 1 / 4 + 0) / 3),
    ],
)
def test_measures_of_sets_by_hand(sets: Table, measure: Callable[..., np.ndarray], by_hand: float) -> None:
    assert measure(sets, once(sets)) == pytest.approx([by_hand])


def test_macro_f1_is_the_mean_over_the_codes_asked_for(sets: Table) -> None:
    assert sets.codes == (BUS, BY, VEJ)
    assert measures.macro_f1(sets, once(sets), [0, 2]) == pytest.approx([(2 / 3 + 1) / 2])
    assert sets.supported(2) == [0]
    assert math.isnan(measures.macro_f1(sets, once(sets), [])[0])


def test_macro_f1_leaves_out_codes_that_the_units_drawn_do_not_have(sets: Table) -> None:
    first_only = np.array([[1.0, 0.0, 0.0, 0.0]])
    assert measures.macro_f1(sets, first_only, [0, 1, 2]) == pytest.approx([1.0])


def test_accuracy_and_kappa_by_hand() -> None:
    # Five of six agree; by chance (3 * 4 + 3 * 2) / 36, one half, would.
    table = Table.of_singles([BUS, BUS, BUS, VEJ, VEJ, VEJ], [BUS, BUS, BUS, BUS, VEJ, VEJ])
    assert measures.accuracy(table, once(table)) == pytest.approx([5 / 6])
    assert measures.kappa(table, once(table)) == pytest.approx([(5 / 6 - 1 / 2) / (1 - 1 / 2)])


def test_a_unit_that_counts_twice_is_as_good_as_two(sets: Table) -> None:
    double = Table.of_sets([{BUS}, {BUS, VEJ}, {BUS, VEJ}, {BY}, set()], [{BUS}, {VEJ, BY}, {VEJ, BY}, set(), set()])
    weights = np.array([[1.0, 2.0, 1.0, 1.0]])
    for measure in (measures.micro_f1, measures.precision, measures.recall, measures.samples_f1):
        assert measure(sets, weights) == pytest.approx(measure(double, once(double)))


def test_nothing_found_is_zero_and_one_code_throughout_has_no_kappa() -> None:
    nothing = Table.of_sets([{BUS}], [set()])
    assert measures.micro_f1(nothing, once(nothing))[0] == 0
    assert measures.precision(nothing, once(nothing))[0] == 0
    same = Table.of_singles([BUS, BUS], [BUS, BUS])
    assert math.isnan(measures.kappa(same, once(same))[0])
    uncoded = Table.of_sets([set()], [set()])
    assert math.isnan(measures.samples_f1(uncoded, once(uncoded))[0])


codes = st.sampled_from([BUS, VEJ, BY])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sets(codes), st.sets(codes)), min_size=1, max_size=20))
def test_measures_of_sets_are_those_of_scikit_learn(pairs: list[tuple[set[str], set[str]]]) -> None:
    table = Table.of_sets([gold for gold, _ in pairs], [found for _, found in pairs])
    assume(len(table.codes) > 1)  # scikit-learn takes a single column for two classes
    for measure, theirs in ((measures.micro_f1, f1_score), (measures.precision, precision_score),
                            (measures.recall, recall_score)):  # fmt: skip
        expected = theirs(table.gold, table.found, average="micro", zero_division=0)
        assert measure(table, once(table))[0] == pytest.approx(expected)
    everything = range(len(table.codes))
    expected = f1_score(table.gold, table.found, average="macro", zero_division=0)
    assert measures.macro_f1(table, once(table), list(everything))[0] == pytest.approx(expected)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(codes, codes), min_size=2, max_size=20))
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    gold, found = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    table = Table.of_singles(gold, found)
    ours = measures.kappa(table, once(table))[0]
    if len({*gold, *found}) == 1:
        assert math.isnan(ours)
    else:
        assert ours == pytest.approx(cohen_kappa_score(gold, found))
