"""Key words of topics by BERTopic's class-based TF-IDF (Grootendorst 2022), and labels of words people wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from hoering.topics.bertopic_parts import SHOWN, class_tfidf
from hoering.topics.clusters import Labels
from hoering.topics.naming import names_something
from hoering.topics.words import related

_IN_LABEL = 3
# A key word of more topics than so many, and of more than this share of them, tells them apart badly.
_FEW_TOPICS, _SHARE_OF_TOPICS = 2, 0.15
# How many of the best words are looked at before some are left out.
_LOOKED_AT = 30
# How much the company of the other words counts beside a word's own weight (more raises NPMI and lowers diversity), and
# the power of the share of a word's passages that lie in the topic (the other way round). Chosen on council agenda
# titles, k 20: (0.07, 0) gives NPMI -0.34 and diversity 0.80, (0.15, 0.15) -0.33 and 0.84, (0.15, 0.3) -0.38 and 0.91.
_COMPANY, _OWN = 0.2, 0.15

Scored = tuple[tuple[str, float], ...]


def key_words(counts: sp.csr_matrix, labels: Labels, vocabulary: Sequence[str]) -> list[Scored]:
    """The key words of each topic, best first, with their class-based TF-IDF.

    A word that is part of a better one, or made of it, is left out ("center" beside "jobcenter"). Words that stand
    in the same passages come before others of like weight: ten words of ten passages name nothing.

    Args:
        counts: how often each passage holds each term.
        labels: the topic of each passage, numbered from 0 without gaps; -1 for none.
        vocabulary: the terms, in the order of the columns.
    """
    size = int(labels.max(initial=-1)) + 1
    if not size:
        return []
    inside = labels >= 0
    spread = _spread(labels[inside], size)
    own = counts[inside]
    met = np.unique(own.indices)
    own, names = own[:, met], [vocabulary[place] for place in met]
    met_in = (own > 0).astype(np.float32)
    used = (spread @ met_in).toarray()
    # Frequent words of a topic before rare ones that only it has: those tell little of most of its passages.
    share = (used / np.maximum(used.sum(axis=0), 1)) ** _OWN
    weights = class_tfidf(spread @ own).toarray() * np.log1p(used) * share if len(met) else used
    found, columns = [], met_in.tocsc()
    for topic in range(size):
        places = np.argsort(-weights[topic], kind="stable")[:_LOOKED_AT]
        places = places[weights[topic, places] > 0]
        together = _together(columns[:, places], own.shape[0])
        found.append(_picked([names[place] for place in places], weights[topic, places], together))
    return found


def _spread(labels: Labels, size: int) -> sp.csr_matrix:
    places = np.arange(len(labels))
    return sp.csr_matrix((np.ones(len(labels), dtype=np.float32), (labels, places)), shape=(size, len(labels)))


def _together(columns: sp.csc_matrix, passages: int) -> NDArray[Any]:
    """Normalised pointwise mutual information of words in passages (Bouma 2009), -1 where two never meet."""
    both = np.asarray((columns.T @ columns).toarray(), dtype=np.float64) / passages
    alone = np.outer(np.diag(both), np.diag(both))
    seen = both > 0
    ratio = np.divide(both, alone, out=np.ones_like(both), where=seen)
    surprise = np.maximum(-np.log(np.where(seen, both, 0.5)), 1e-9)
    return np.where(seen, np.log(ratio) / surprise, -1.0)


def _picked(words: Sequence[str], weights: NDArray[Any], together: NDArray[Any]) -> Scored:
    """The best word, then each time the one of high weight that most stands in passages with those before it."""
    chosen: list[int] = []
    left = list(range(len(words)))
    while left and len(chosen) < SHOWN:
        score = {
            place: weights[place] / weights[0] + (_COMPANY * together[place, chosen].mean() if chosen else 0)
            for place in left
        }
        best = max(left, key=score.__getitem__)
        chosen.append(best)
        left = [place for place in left if place != best and not related(words[place], words[best])]
    return tuple((words[place], float(weights[place])) for place in chosen)


def labels_of(topics: Sequence[Scored], surface: Mapping[str, str]) -> list[str]:
    """A label for each topic from its key words as people write them; no two alike.

    Words that name something come first, among them those that are key words of few topics, each time the best.

    >>> labels_of([(("møde", 1.0), ("ung", 0.5))], {"møde": "møder", "ung": "unge"})
    ['Møder og unge']
    """
    found: list[str] = []
    met = Counter(word for words in topics for word, _ in words)
    common = {word for word, count in met.items() if count > max(_FEW_TOPICS, _SHARE_OF_TOPICS * len(topics))}
    for words in topics:
        shown = _for_label([(surface.get(word, word), word in common) for word, _ in words])
        label = next(
            (name for size in range(_IN_LABEL, len(shown) + 1) if (name := _joined(shown[:size])) not in found),
            _joined(shown[:_IN_LABEL]),
        )
        found.append(label if label not in found else f"{label} ({len(found) + 1})")
    return found


def _for_label(words: Sequence[tuple[str, bool]]) -> list[str]:
    """Shown words in the order a label takes them; an inflected form of one that is there comes last."""
    ordered = sorted(words, key=lambda pair: (not names_something(pair[0]), pair[1]))
    first: list[str] = []
    for word, _ in ordered:
        if not any(word.startswith(other) or other.startswith(word) for other in first):
            first.append(word)
    return [*first, *(word for word, _ in ordered if word not in first)]


def _joined(words: Sequence[str]) -> str:
    text = " og ".join([part for part in (", ".join(words[:-1]), *words[-1:]) if part])
    return text[:1].upper() + text[1:] if text else "Uden nøgleord"
