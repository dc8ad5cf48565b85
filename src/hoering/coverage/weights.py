"""How much each likeness counts when the passage nearest to a position is looked for: a linear model of few numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from hoering.coverage.likeness import NAMES, Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each of `hoering.coverage.likeness.NAMES`, and the bias.

    Logistic regression on the tuning half of ``tests/data/coverage``: is this the passage a reader pointed at? A score
    is the log of odds, with true passages counted eight times.
    """

    weights: tuple[float, ...]
    bias: float

    def scores(self, features: Floats) -> Floats:
        """One score for each row."""
        return np.asarray(features @ np.array(self.weights) + self.bias, dtype=np.float64)

    def to_json(self) -> str:
        """The file that ships, names beside numbers."""
        named = {name: round(weight, 4) for name, weight in zip(NAMES, self.weights, strict=True)}
        return json.dumps({"weights": named, "bias": round(self.bias, 4)}, indent=1) + "\n"


@cache
def shipped_weights() -> Weights:
    """The weights that come with hoering; made by ``make eval-coverage FIT=1``."""
    read = json.loads((resources.files("hoering.coverage") / "weights.json").read_text(encoding="utf-8"))
    return Weights(tuple(float(read["weights"][name]) for name in NAMES), float(read["bias"]))
