"""How much each likeness counts when the passage nearest to a position is looked for: a linear model of few numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from hoering.coverage.likeness import NAMES, Floats

# What tells whether a passage is about a position's matter at all, besides how far it is ahead of the draft's others.
TELLING = (
    "matter_of_title", "nearest_matter", "mean_matter", "same_matter",
    "any_concept", "any_title_concept", "concepts", "what", "theme",
)  # fmt: skip
AHEAD = "ahead"
# Ahead of the passage that comes so many places after the nearest one.
_BEHIND = 5


@dataclass(frozen=True, slots=True)
class Weights:
    """Two small linear models: which passage is nearest, and whether it is about the position's matter at all.

    Attributes:
        nearness: a weight for each of `hoering.coverage.likeness.NAMES`; a score is the log of odds that this is the
            passage a reader points at, with true passages counted eight times.
        bias: of the scores.
        about: a weight for each of `TELLING` and for `AHEAD`; the log of odds that a reader finds the matter there.
        about_bias: of these.
    """

    nearness: tuple[float, ...]
    bias: float
    about: tuple[float, ...]
    about_bias: float

    def scores(self, features: Floats) -> Floats:
        """One score for each row."""
        return np.asarray(features @ np.array(self.nearness) + self.bias, dtype=np.float64)

    def likely(self, features: Floats, scores: Floats, place: int) -> float:
        """The probability that the passage in a row is about the matter."""
        odds = float(telling(features, scores, place) @ np.array(self.about)) + self.about_bias
        return float(1 / (1 + np.exp(-odds)))

    def to_json(self) -> str:
        """The file that ships, names beside numbers."""
        nearness = {name: round(weight, 4) for name, weight in zip(NAMES, self.nearness, strict=True)}
        about = {name: round(weight, 4) for name, weight in zip((*TELLING, AHEAD), self.about, strict=True)}
        stored = {
            "nearness": nearness,
            "bias": round(self.bias, 4),
            "about": about,
            "about_bias": round(self.about_bias, 4),
        }
        return json.dumps(stored, indent=1) + "\n"


def telling(features: Floats, scores: Floats, place: int) -> Floats:
    """What `Weights.about` weighs: some features of a passage, and how far its score is ahead."""
    behind = np.sort(scores)[::-1][min(_BEHIND, len(scores) - 1)]
    chosen = [features[place, NAMES.index(name)] for name in TELLING]
    return np.array([*chosen, scores[place] - behind], dtype=np.float64)


@cache
def shipped_weights() -> Weights:
    """The weights that come with hoering; made by `training/meaning/fit_coverage.py`."""
    read = json.loads((resources.files("hoering.coverage") / "weights.json").read_text(encoding="utf-8"))
    return Weights(
        nearness=tuple(float(read["nearness"][name]) for name in NAMES),
        bias=float(read["bias"]),
        about=tuple(float(read["about"][name]) for name in (*TELLING, AHEAD)),
        about_bias=float(read["about_bias"]),
    )
