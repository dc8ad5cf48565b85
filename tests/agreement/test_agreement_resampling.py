"""Intervals: the same for the same seed, wider by document, none where there is nothing to draw."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hoering.agreement.resampling import Array, Resamples

VALUES = np.array([1.0, 1.0, 1.0, 0.0, 0.0, 0.0])
SOURCES = ["a", "a", "a", "b", "b", "b"]


def mean(weights: Array) -> Array:
    return (weights @ VALUES) / weights.sum(axis=1)


def test_every_draw_is_as_large_as_the_material() -> None:
    resamples = Resamples.of(SOURCES, draws=50)
    assert resamples.by_unit.shape == (50, 6)
    assert (resamples.by_unit.sum(axis=1) == 6).all()


def test_documents_are_drawn_whole() -> None:
    by_source = Resamples.of(SOURCES, draws=50).by_source
    assert by_source is not None
    assert (by_source[:, 0] == by_source[:, 2]).all()
    assert (by_source[:, 0] + by_source[:, 3] == 2).all()


def test_alike_sentences_make_the_interval_by_document_the_wider() -> None:
    estimate = Resamples.of(SOURCES).estimate(mean)
    assert estimate.value == 0.5
    assert estimate.by_source == (0.0, 1.0)
    low, high = estimate.by_unit
    assert 0 < low < 0.5 < high < 1


def test_same_seed_same_interval() -> None:
    first, again, other = (Resamples.of(["a"] * 6, seed=seed).by_unit for seed in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).any()


def test_a_single_document_has_no_interval_by_document() -> None:
    assert Resamples.of(["a"] * 6).estimate(mean).by_source is None


def test_draws_without_a_figure_are_left_out() -> None:
    def known(weights: Array) -> Array:
        return np.where(weights[:, 0] > 0, 1.0, np.nan)

    assert Resamples.of(SOURCES).estimate(known).by_unit == (1.0, 1.0)
    nowhere = Resamples.of(SOURCES).estimate(lambda weights: np.full(len(weights), np.nan))
    assert math.isnan(nowhere.value)
    assert nowhere.by_unit == pytest.approx((np.nan, np.nan), nan_ok=True)
