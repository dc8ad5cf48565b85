"""Key words of topics by BERTopic's class-based TF-IDF (Grootendorst 2022), and labels of words people wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from hoering.topics.bertopic_parts import SHOWN, class_tfidf
from hoering.topics.clusters import Labels
from hoering.topics.naming import names_something, says_when
from hoering.topics.words import related

_IN_LABEL, _FEWEST_IN_LABEL = 3, 2
# A key word of more topics than so many, and of more than this share of them, tells them apart badly.
_FEW_TOPICS, _SHARE_OF_TOPICS = 2, 0.15
# A word tells of a topic that stands in at least so many of its passages and in this share of them, and that has in it
# at least this share of all passages with the word. Set by reading the labels of the example, free and guided.
_PASSAGES, _SHARE_OF_PASSAGES, _SHARE_OF_WORD = 2, 0.1, 0.2
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
    held = _weighed(counts, labels, vocabulary)
    found, columns = [], held.met_in.tocsc()
    for weights in held.weights:
        places = np.argsort(-weights, kind="stable")[:_LOOKED_AT]
        places = places[weights[places] > 0]
        together = _together(columns[:, places], columns.shape[0])
        found.append(_picked([held.names[place] for place in places], weights[places], together))
    return found


def telling_words(counts: sp.csr_matrix, labels: Labels, vocabulary: Sequence[str]) -> list[list[str]]:
    """The words of each topic that tell of many of its passages, best first: what it may be called by.

    A key word may stand in one passage alone ("kran"), which is then named and not the topic. A word that stands mostly
    elsewhere ("kommunen") names it no better.

    Args:
        counts: as in `key_words`, like the rest.
        labels: see there.
        vocabulary: see there.
    """
    held = _weighed(counts, labels, vocabulary)
    sizes = np.bincount(labels[labels >= 0], minlength=len(held.weights))
    everywhere = np.maximum(held.used.sum(axis=0), 1)
    found = []
    for weights, used, size in zip(held.weights, held.used, sizes, strict=True):
        places = np.argsort(-weights, kind="stable")[:_LOOKED_AT]
        enough = (used >= max(_PASSAGES, _SHARE_OF_PASSAGES * size)) & (used >= _SHARE_OF_WORD * everywhere)
        chosen: list[str] = []
        for word in (held.names[place] for place in places if enough[place]):
            if not any(related(word, other) for other in chosen):
                chosen.append(word)
        found.append(chosen)
    return found


class _Weighed(NamedTuple):
    """Words that are met in topics: their names; a row a topic of weights and of passages; which passage has which."""

    names: list[str]
    weights: NDArray[Any]
    used: NDArray[Any]
    met_in: sp.csr_matrix


def _weighed(counts: sp.csr_matrix, labels: Labels, vocabulary: Sequence[str]) -> _Weighed:
    size, inside = int(labels.max(initial=-1)) + 1, labels >= 0
    spread = _spread(labels[inside], size)
    own = counts[inside]
    met = np.unique(own.indices)
    own = own[:, met]
    met_in = (own > 0).astype(np.float32)
    used = (spread @ met_in).toarray()
    # Frequent words of a topic before rare ones that only it has: those tell little of most of its passages.
    share = (used / np.maximum(used.sum(axis=0), 1)) ** _OWN
    weights = class_tfidf(spread @ own).toarray() * np.log1p(used) * share if used.size else used
    return _Weighed([vocabulary[place] for place in met], weights, used, met_in)


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


def labels_of(
    topics: Sequence[Scored], surface: Mapping[str, str], telling: Sequence[Sequence[str]] | None = None
) -> list[str]:
    """A label for each topic from its words as people write them; no two alike.

    Words that name something come first, among them those that do not only say when, then those that tell of many
    passages, then those that are key words of few topics; each time the best.

    Args:
        topics: the key words of each topic.
        surface: how words are written.
        telling: `telling_words` of each topic.

    >>> labels_of([(("møde", 1.0), ("ung", 0.5))], {"møde": "møder", "ung": "unge"})
    ['Møder og unge']
    """
    found: list[str] = []
    met = Counter(word for words in topics for word, _ in words)
    common = {word for word, count in met.items() if count > max(_FEW_TOPICS, _SHARE_OF_TOPICS * len(topics))}
    for words, many in zip(topics, telling or [()] * len(topics), strict=True):
        ranked = sorted(
            (_rank(word, surface.get(word, word), many, common), place, word)
            for place, word in enumerate([*many, *(word for word, _ in words if word not in many)])
        )
        shown = _for_label([surface.get(word, word) for _, _, word in ranked])
        # Two words that tell of many passages are better than these and a third that stands in one.
        good = sum(rank < _CHANCE for rank, _, _ in ranked) if many else _IN_LABEL
        size = min(_IN_LABEL, max(good, _FEWEST_IN_LABEL))
        label = next(
            (name for count in range(size, len(shown) + 1) if (name := _joined(shown[:count])) not in found),
            _joined(shown[:_IN_LABEL]),
        )
        found.append(label if label not in found else f"{label} ({len(found) + 1})")
    return found


_Rank = tuple[bool, bool, bool, bool]
# The first rank of words that name something, but do not tell of many passages.
_CHANCE: _Rank = (False, False, True, False)


def _rank(word: str, shown: str, many: Sequence[str], common: AbstractSet[str]) -> _Rank:
    """The order of a word in a label, the lowest first."""
    return not names_something(shown), says_when(word), word not in many, word in common


def _for_label(words: Sequence[str]) -> list[str]:
    """Shown words in the order a label takes them; an inflected form of one that is there comes last."""
    first: list[str] = []
    for word in words:
        if not any(word.startswith(other) or other.startswith(word) for other in first):
            first.append(word)
    return [*first, *(word for word in words if word not in first)]


def _joined(words: Sequence[str]) -> str:
    text = " og ".join([part for part in (", ".join(words[:-1]), *words[-1:]) if part])
    return text[:1].upper() + text[1:] if text else "Uden nøgleord"
