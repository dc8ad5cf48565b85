"""How many topics: the most that two halves of the passages agree on.

Silhouette rises with the number on such vectors and says nothing. Here each half is divided by itself, every passage
is given to a topic of either, and the two divisions are compared beyond chance (adjusted Rand; the idea of prediction
strength, Tibshirani & Walther 2005). Of the numbers that come close to the best agreement, or do not differ clearly
from it, the largest is taken: few large topics often agree somewhat better, now more and now less, and tell less.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

from hoering.topics.clusters import Floats, Method, centres, evenly, means, nearest, tree, tree_labels

_MOST_ROWS = 1_000
# On 290 to 470 passages other draws of three gave anything from 5 to 30 topics, of eight and by the limits below the
# same; many passages agree more evenly and take longer.
_HALVINGS, _HALVINGS_OF_MANY = 8, 3
# Share of the best agreement, and standard errors of the best below it; the lower limit holds. Agreement mostly falls a
# little from the fewest on (tried on ten corpora): with a share of 0.9 the example had 6 topics or 20 by a hair.
_CLOSE, _ERRORS = 0.8, 2.0
# Two topics of a hundred passages tell nothing, however surely they are found: it is not for that people ask.
_HANDFUL, _SOME = 40, 100
_NUMBERS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40)
# At least so many passages a topic on average.
_LEAST = {"nmf": 10, "kmeans": 20, "minibatch": 100}


def suggested(
    rows: Floats, method: Method, seed: int, words: int = 0, advance: Callable[[int], None] = lambda _: None
) -> int:
    """A number of topics for rows (none of zeros): a proposal to look at, not the truth.

    ``advance`` is called with 1 for each of the `halvings`.
    """
    tried, times = candidates(len(rows), method), halvings(len(rows))
    if len(tried) < 2:
        advance(times)
        return tried[0]
    held = evenly(rows, _MOST_ROWS)
    drawn = np.random.default_rng(seed)
    agreed = np.zeros((times, len(tried)))
    for number in range(times):
        order = drawn.permutation(len(held))
        sides = [held[order[: len(held) // 2]], held[order[len(held) // 2 :]]]
        one, other = (
            [nearest(held, middle)[0] for middle in _each(side, tried, method, seed, words)] for side in sides
        )
        agreed[number] = [adjusted_rand_score(*pair) for pair in zip(one, other, strict=True)]
        advance(1)
    return largest(tried, agreed)


def halvings(passages: int) -> int:
    """How many times so many passages are halved."""
    return _HALVINGS if passages <= _MOST_ROWS else _HALVINGS_OF_MANY


def largest(tried: Sequence[int], agreed: NDArray[np.float64]) -> int:
    """The largest number whose agreement is not clearly below the best.

    Args:
        tried: numbers of topics.
        agreed: how far two halves agree on each, a row a halving, at least two.
    """
    mean = agreed.mean(axis=0)
    best = int(mean.argmax())
    error = agreed[:, best].std(ddof=1) / np.sqrt(len(agreed))
    least = min(_CLOSE * mean[best], mean[best] - _ERRORS * error)
    return max(number for number, value in zip(tried, mean, strict=True) if value >= least or value == mean[best])


def candidates(passages: int, method: Method) -> tuple[int, ...]:
    """Numbers worth trying for so many passages; always at least one."""
    fewest = 5 if passages >= _SOME else 3 if passages >= _HANDFUL else 2
    return tuple(number for number in _NUMBERS if fewest <= number and number * _LEAST[method] <= passages) or (1,)


def _each(side: Floats, tried: Sequence[int], method: Method, seed: int, words: int) -> list[Floats]:
    if method == "nmf":
        return [centres(side, number, method, seed, words) for number in tried]
    found = tree(side)
    return [means(side, tree_labels(found, number)) for number in tried]
