"""F1 on what people have decided, with an interval from drawing the sources anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hoering.learning.decisions import DecidedKind
from hoering.learning.known import HAS, HAS_NOT, Known
from hoering.learning.residual import Floats

# Draws of the bootstrap, their seed and the ends of the interval (Efron & Tibshirani 1993, the percentile method).
_DRAWS, _SEED, _ENDS = 2000, 5, (2.5, 97.5)


class Score(NamedTuple):
    """A figure with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


class Compared(NamedTuple):
    """Scores before and after, the gain, and in which share of the draws there was one."""

    before: Score
    after: Score
    gain: Score
    certain: float


def counts(chosen: NDArray[np.bool_], known: Known, sources: Sequence[str]) -> NDArray[np.float64]:
    """Hits, false alarms and misses: sources by codes by three. What is unknown counts nowhere."""
    has, has_not = known == HAS, known == HAS_NOT
    cells = np.stack([chosen & has, chosen & has_not, ~chosen & has], axis=-1).astype(np.float64)
    names = {name: number for number, name in enumerate(dict.fromkeys(sources))}
    total = np.zeros((len(names), *cells.shape[1:]))
    np.add.at(total, [names[name] for name in sources], cells)
    return total


def f1(total: NDArray[np.float64], kind: DecidedKind) -> Floats:
    """F1 over counts of codes by three: over all codes together, for stances the mean of those that occur.

    Args:
        total: any number of leading axes, then codes, then hits, false alarms and misses.
        kind: themes, actors or stances.
    """
    if kind != "stance":
        return _f1(total.sum(axis=-2))
    occurs = total[..., 0] + total[..., 2] > 0
    return np.asarray((_f1(total) * occurs).sum(axis=-1) / np.maximum(occurs.sum(axis=-1), 1))


def _f1(total: NDArray[np.float64]) -> Floats:
    hits, false, missed = total[..., 0], total[..., 1], total[..., 2]
    return np.asarray(2 * hits / np.maximum(2 * hits + false + missed, 1))


def compare(before: NDArray[np.float64], after: NDArray[np.float64], kind: DecidedKind) -> Compared:
    """Compare two ways of coding by their counts per source."""
    number = len(before)
    drawn = np.random.default_rng(_SEED).multinomial(number, np.full(number, 1 / number), size=_DRAWS)
    own, then = (f1(np.tensordot(drawn, total, axes=1), kind) for total in (before, after))
    first, last = (float(f1(total.sum(axis=0), kind)) for total in (before, after))
    return Compared(
        _score(first, own), _score(last, then), _score(last - first, then - own), float((then > own).mean())
    )


def _score(value: float, draws: Floats) -> Score:
    low, high = np.percentile(draws, _ENDS)
    return Score(value, float(low), float(high))
