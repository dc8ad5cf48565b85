"""How sure a figure is: what it would be on other units, or on other documents, of the same kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# What a measure is to the resampling: weights of units (draws by units) in, one figure a draw out.
Measure = Callable[[Array], Array]
Interval = tuple[float, float]

DRAWS, SEED = 1000, 0
_BOUNDS = (2.5, 97.5)


class Estimate(NamedTuple):
    """A figure with its 95 % intervals: units drawn anew, and whole documents drawn anew.

    Sentences of a document are alike, so the second is the wider and the one to trust; None with a single document.
    """

    value: float
    by_unit: Interval
    by_source: Interval | None


@dataclass(frozen=True, slots=True)
class Resamples:
    """How often each unit is drawn, in each of many draws; the bootstrap of Efron (1979), percentile intervals."""

    by_unit: Array
    by_source: Array | None

    @classmethod
    def of(cls, sources: Sequence[str], *, draws: int = DRAWS, seed: int = SEED) -> Resamples:
        """Draws for units whose documents are ``sources``; the same seed gives the same draws."""
        rng, count = np.random.default_rng(seed), len(sources)
        units = rng.multinomial(count, np.full(count, 1 / count), size=draws).astype(float)
        names, places = np.unique(np.asarray(sources), return_inverse=True)
        if len(names) == 1:
            return cls(units, None)
        documents = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), size=draws)
        return cls(units, documents[:, places].astype(float))

    def estimate(self, measure: Measure) -> Estimate:
        """A measure on the units as they are, with its intervals."""
        (value,) = measure(np.ones((1, self.by_unit.shape[1])))
        by_source = None if self.by_source is None else _interval(measure(self.by_source))
        return Estimate(float(value), _interval(measure(self.by_unit)), by_source)


def _interval(values: Array) -> Interval:
    # A draw without a single coded unit has no figure.
    low, high = np.nanpercentile(values, _BOUNDS) if np.isfinite(values).any() else (np.nan, np.nan)
    return float(low), float(high)
