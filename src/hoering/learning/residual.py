"""How people's decisions move a coder's weight for one code: logistic regression that starts out from the coder.

The model is ``z = a·m + b + w·x`` with the coder's own log odds ``m`` and the sentence's words ``x``. It is drawn
towards ``a = 1, b = 0, w = 0``, that is to the coder as it is; the more decisions, the further it goes (ridge
regression around a prior guess, as in Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 3.4.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

Floats = NDArray[np.float64]


class Pull(NamedTuple):
    """How firmly each part is held to the coder as it is, and how much a sentence that has the code counts.

    Chosen on the practice half of the example (`training/coding/learning_curve.py`). What has the code counts
    more since F1 asks for it: with 4, a code is suggested from a probability of one fifth.
    """

    scale: float = 20.0
    shift: float = 20.0
    words: float = 1.0
    positive: float = 4.0


PULL = Pull()
# Of the stances the one with most for it is taken, so that none needs to count more.
STANCE_PULL = Pull(positive=1.0)


@dataclass(frozen=True, slots=True)
class Residual:
    """What was learned about one code: ``scale`` and ``shift`` of the coder's log odds and a weight per word."""

    scale: float
    shift: float
    words: Floats

    def moved(self, own: Floats, table: csr_matrix) -> Floats:
        """The log odds of sentences after learning.

        Args:
            own: the coder's log odds, one per sentence.
            table: the sentences' words (`Vocabulary.table`).
        """
        return np.asarray(self.scale * own + self.shift + table @ self.words)


def fit(own: Floats, table: csr_matrix, has: NDArray[np.bool_], pull: Pull = PULL) -> Residual:
    """Learn from decided sentences.

    Args:
        own: the coder's log odds.
        table: the sentences' words.
        has: whether people say that the sentence has the code.
        pull: how firmly it is held to the coder.
    """
    sign = np.where(has, 1.0, -1.0)
    weight = np.where(has, pull.positive, 1.0)
    hold = np.concatenate([[pull.scale, pull.shift], np.full(table.shape[1], pull.words)])
    home = np.zeros(len(hold))
    home[0] = 1.0

    def cost(at: Floats) -> tuple[float, Floats]:
        z = at[0] * own + at[1] + table @ at[2:]
        off = at - home
        slope = -weight * sign * expit(-sign * z)
        value = weight @ np.logaddexp(0.0, -sign * z) + 0.5 * hold @ (off * off)
        return float(value), np.concatenate([[slope @ own, slope.sum()], table.T @ slope]) + hold * off

    found = minimize(cost, home, jac=True, method="L-BFGS-B").x
    return Residual(float(found[0]), float(found[1]), found[2:])
