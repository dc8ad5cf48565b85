"""How far topics are found again in other samples of the passages: bootstrap, by the words that name them.

Each resample is divided anew, and each topic is held against the one that shares most of its key words (Jaccard; best
match, as in Greene et al. 2014). 1 is found again word for word, below 0.5 fewer than two words in three are. The
vectors of the passages are not learned anew, so the figure is rather too high than too low; for large corpora a
resample holds 2,000 passages, which draws it the other way.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from hoering.topics.clusters import Floats, Method, by_size, centres, nearest
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
    method: Method,
    words: int,
    seed: int,
    resamples: int | None,
) -> list[float]:
    """The mean best match of each topic over resamples; no figures where none are asked for.

    Args:
        rows: passages with content, one row each.
        counts: their terms.
        vocabulary: the terms.
        topics: the key words found on all passages.
        method: as the topics were found, like ``words``.
        words: see there.
        seed: of the draws.
        resamples: how many; None for 10, or 5 from 2,000 passages on.
    """
    times = resamples if resamples is not None else RESAMPLES if len(rows) < _MANY else _RESAMPLES_OF_MANY
    drawn = np.random.default_rng(seed)
    met = np.zeros((times, len(topics)))
    for number in range(times):
        places = np.sort(drawn.integers(0, len(rows), min(len(rows), _MOST_ROWS)))
        sample = rows[places]
        labels = by_size(nearest(sample, centres(sample, len(topics), method, seed, words))[0])
        met[number] = matches(topics, key_words(counts[places], labels, vocabulary))
    return [float(value) for value in met.mean(axis=0)] if times else [float("nan")] * len(topics)


def matches(topics: Sequence[Scored], others: Sequence[Scored]) -> list[float]:
    """For each topic the Jaccard likeness (0 to 1) of its words to those of the topic most like it."""
    return [max((_jaccard(_words(topic), _words(other)) for other in others), default=0.0) for topic in topics]


def _words(topic: Scored) -> frozenset[str]:
    return frozenset(word for word, _ in topic)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
