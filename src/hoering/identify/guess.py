"""A guess: what is believed, how firmly, and from what."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "ukendt"
NOTHING = "intet fundet"

# The weight at which a cue without rivals is believed half.
_HALF = 1.5


@dataclass(frozen=True, slots=True)
class Guess:
    """A value with a score from 0 to 1 and its reason in Danish.

    Scores order guesses, they are no probabilities; 1 is what a person has said, 0 what nothing speaks for.
    """

    value: str
    score: float = 0.0
    why: str = NOTHING


def strength(weight: float, total: float) -> float:
    """Score of the best of several candidates: grows with its weight, falls with that of its rivals.

    Args:
        weight: sum of the weights of the cues for it.
        total: sum for all candidates, it included.

    >>> strength(3, 3), strength(3, 6), strength(0, 0)
    (0.67, 0.33, 0.0)
    """
    return round(weight / (weight + _HALF) * weight / total, 2) if total else 0.0
