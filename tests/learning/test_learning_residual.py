"""Learning starts out from the coder and goes as far as decisions bear."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from hoering.learning.residual import PULL, fit


def test_without_decisions_the_coder_stays_as_it_is() -> None:
    learned = fit(np.zeros(0), csr_matrix((0, 2)), np.zeros(0, dtype=bool))
    assert (learned.scale, learned.shift) == (1.0, 0.0)
    own = np.array([-2.0, 0.5])
    np.testing.assert_array_equal(learned.moved(own, csr_matrix((2, 2))), own)


@pytest.mark.parametrize(("has", "sign"), [(True, 1), (False, -1)])
def test_more_decisions_move_it_farther(has: bool, sign: int) -> None:
    shifts = []
    for number in (1, 10, 100):
        own = np.full(number, -0.5 * sign)
        shifts.append(sign * fit(own, csr_matrix((number, 0)), np.full(number, has)).shift)
    assert 0 < shifts[0] < shifts[1] < shifts[2]
    assert shifts[0] < 0.2


def test_a_word_that_tells_is_learned_and_one_that_does_not_is_not() -> None:
    has = np.arange(80) % 2 == 0
    table = csr_matrix(np.column_stack([has, np.arange(80) % 4 < 2]).astype(float))
    learned = fit(np.full(80, -1.0), table, has)
    assert learned.words[0] > 1
    assert learned.words[0] > 4 * abs(learned.words[1])
    assert (learned.moved(np.full(80, -1.0), table) > 0).tolist() == has.tolist()


def test_it_is_the_least_of_what_it_minimises() -> None:
    lot = np.random.default_rng(1)
    own, has = lot.normal(size=60), lot.random(60) < 0.4
    words = (lot.random((60, 3)) < 0.5).astype(float)
    learned = fit(own, csr_matrix(words), has)

    def cost(scale: float, shift: float, weights: np.ndarray) -> float:
        z = np.where(has, 1, -1) * (scale * own + shift + words @ weights)
        loss = np.where(has, PULL.positive, 1) @ np.log1p(np.exp(-z))
        held = PULL.scale * (scale - 1) ** 2 + PULL.shift * shift**2 + PULL.words * weights @ weights
        return float(loss + held / 2)

    least = cost(learned.scale, learned.shift, learned.words)
    for step in (-0.05, 0.05):
        assert least < cost(learned.scale + step, learned.shift, learned.words)
        assert least < cost(learned.scale, learned.shift + step, learned.words)
        assert least < cost(learned.scale, learned.shift, learned.words + step)
