"""How far topics are found again in other samples of the passages: bootstrap, by the words that name them.

Each resample is divided anew, and each topic is held against the one that shares most of its key words (Jaccard; best
match, as in Greene et al. 2014). 1 is found again word for word, below 0.5 fewer than two words in three are. The
vectors of the passages are not learned anew, so the figure is rather too high than too low; for large corpora a
resample holds 2,000 passages, which draws it the other way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import scipy.sparse as sp

from hoering.topics.clusters import Floats, Labels, by_size
from hoering.topics.keywords import Scored, key_words

RESAMPLES = 10
_MANY, _RESAMPLES_OF_MANY = 2_000, 5
_MOST_ROWS = 2_000


def bootstrap(
    rows: Floats,
    counts: sp.csr_matrix,
    vocabulary: Sequence[str],
    topics: Sequence[Scored],
    *,
    divide: Callable[[Floats], Labels],
    seed: int,
    resamples: int,
    advance: Callable[[int], None] = lambda _: None,
) -> list[float]:
    """The mean best match of each topic over resamples; no figures where none are asked for.

    Args:
        rows: passages with content, one row each.
        counts: their terms.
        vocabulary: the terms.
        topics: the key words found on all passages.
        divide: finds topics of other rows as these were found; -1 for none.
        seed: of the draws.
        resamples: how many.
        advance: called with 1 for each (progress).
    """
    drawn = np.random.default_rng(seed)
    met = np.zeros((resamples, len(topics)))
    for number in range(resamples):
        places = np.sort(drawn.integers(0, len(rows), min(len(rows), _MOST_ROWS)))
        sample = rows[places]
        labels = by_size(divide(sample))
        met[number] = matches(topics, key_words(counts[places], labels, vocabulary))
        advance(1)
    return [float(value) for value in met.mean(axis=0)] if resamples else [float("nan")] * len(topics)


def resamples_of(passages: int, wanted: int | None) -> int:
    """How many resamples: those wanted, else 10, or 5 from 2,000 passages on."""
    return wanted if wanted is not None else RESAMPLES if passages < _MANY else _RESAMPLES_OF_MANY


def matches(topics: Sequence[Scored], others: Sequence[Scored]) -> list[float]:
    """For each topic the Jaccard likeness (0 to 1) of its words to those of the topic most like it."""
    return [max((_jaccard(_words(topic), _words(other)) for other in others), default=0.0) for topic in topics]


def _words(topic: Scored) -> frozenset[str]:
    return frozenset(word for word, _ in topic)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
