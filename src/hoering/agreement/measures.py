"""Measures of agreement between two codings of the same units.

Every measure is a function of how often each unit counts, so that a thousand resamples are one product of matrices;
the tests hold the figures to scikit-learn's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.preprocessing import MultiLabelBinarizer

from hoering.agreement.resampling import Array

# A code met less often than this in the gold says nothing by itself and is left out of a macro mean.
SUPPORT = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Two codings as tables of zeros and ones, units by codes: ``gold`` by people, ``found`` by what is measured."""

    codes: tuple[str, ...]
    gold: Array
    found: Array

    @classmethod
    def of_sets(cls, gold: Sequence[Collection[str]], found: Sequence[Collection[str]]) -> Table:
        """Any number of codes a unit."""
        binarizer = MultiLabelBinarizer().fit([{*g, *f} for g, f in zip(gold, found, strict=True)])
        return cls(tuple(binarizer.classes_), *(binarizer.transform(side).astype(float) for side in (gold, found)))

    @classmethod
    def of_singles(cls, gold: Sequence[str], found: Sequence[str]) -> Table:
        """Exactly one code a unit."""
        return cls.of_sets([{code} for code in gold], [{code} for code in found])

    def supported(self, least: int = SUPPORT) -> list[int]:
        """The columns of codes that stand at least so often in the gold."""
        return [int(column) for column in np.flatnonzero(self.gold.sum(axis=0) >= least)]


def precision(table: Table, weights: Array) -> Array:
    """The part of what was found that the gold has, over all codes."""
    return _ratio(weights @ _hits(table).sum(axis=1), weights @ table.found.sum(axis=1))


def recall(table: Table, weights: Array) -> Array:
    """The part of the gold that was found, over all codes."""
    return _ratio(weights @ _hits(table).sum(axis=1), weights @ table.gold.sum(axis=1))


def micro_f1(table: Table, weights: Array) -> Array:
    """F1 over all codes together: every coding counts alike."""
    coded = (table.gold + table.found).sum(axis=1)
    return _ratio(2 * weights @ _hits(table).sum(axis=1), weights @ coded)


def macro_f1(table: Table, weights: Array, columns: Sequence[int]) -> Array:
    """The mean of F1 over the codes of ``columns``: every code counts alike; nan without codes.

    A code that is on neither side in the units that count is left out, so that a resample without it is no worse.
    """
    kept = list(columns)
    hits, coded = _hits(table)[:, kept], (table.gold + table.found)[:, kept]
    each = _ratio(2 * weights @ hits, weights @ coded, empty=np.nan)
    return _ratio(np.nansum(each, axis=1), np.isfinite(each).sum(axis=1).astype(float), empty=np.nan)


def samples_f1(table: Table, weights: Array) -> Array:
    """The mean of F1 over the units that have a code on either side: every unit counts alike; nan without one."""
    coded = (table.gold + table.found).sum(axis=1)
    each = _ratio(2 * _hits(table).sum(axis=1), coded)
    return _ratio(weights @ each, weights @ (coded > 0), empty=np.nan)


def accuracy(table: Table, weights: Array) -> Array:
    """The part of the units with the same code on both sides."""
    return _ratio(weights @ _hits(table).sum(axis=1), weights.sum(axis=1))


def kappa(table: Table, weights: Array) -> Array:
    """Agreement past chance (Cohen 1960); nan where both sides have one and the same code throughout."""
    agreed = accuracy(table, weights)
    chance: Array = ((weights @ table.gold) * (weights @ table.found)).sum(axis=1) / weights.sum(axis=1) ** 2
    return _ratio(agreed - chance, 1 - chance, empty=np.nan)


def _hits(table: Table) -> Array:
    return table.gold * table.found


def _ratio(part: Array, whole: Array, empty: float = 0.0) -> Array:
    ratio: Array = np.divide(part, whole, out=np.full(np.shape(part), empty), where=np.asarray(whole) > 0)
    return ratio
