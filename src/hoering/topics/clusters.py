"""Dividing passages: centres of topics, and the nearest centre of a passage. Nothing is left outside unless asked.

The start of k-means is cut from a Ward tree, not drawn: another seed finds the same topics. What another sample of
passages would give is told by the bootstrap (`hoering.topics.stability`).
"""

from __future__ import annotations

import warnings
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, ward
from scipy.spatial.distance import squareform
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.decomposition import NMF
from sklearn.metrics import euclidean_distances

Method = Literal["nmf", "kmeans", "minibatch"]
Floats = NDArray[np.float32]
Labels = NDArray[np.int64]

# A Ward tree needs memory by the square: 18 MB here.
_TREE = 1_500
_DECIMALS = 12
_CHUNK = 10_000


def centres(rows: Floats, count: int, method: Method, seed: int, words: int = 0) -> Floats:
    """Centres of length 1, at most ``count``.

    Args:
        rows: one row a passage, none of zeros, at least one.
        count: how many topics are wanted.
        method: NMF for few passages, k-means, or k-means by mini-batches for very many.
        seed: for what is drawn.
        words: the first so many columns are counts, which is what NMF reads.
    """
    count = min(count, len(rows))
    with warnings.catch_warnings():
        # Too few iterations or alike passages: the bootstrap tells what the topics are worth.
        warnings.simplefilter("ignore")
        if method == "nmf":
            labels = _nmf_labels(rows[:, :words], count, seed)
            return means(rows, labels)
        start = means(sample := evenly(rows, _TREE), tree_labels(tree(sample), count))
        kind = KMeans if method == "kmeans" else MiniBatchKMeans
        sizes = {} if method == "kmeans" else {"batch_size": 4_096}
        found = kind(len(start), init=start, n_init=1, random_state=seed, **sizes).fit(rows).cluster_centers_
    return lengths_one(found)


def nearest(rows: Floats, middle: Floats) -> tuple[Labels, Floats]:
    """The nearest centre of each row, and how like it is; -1 for a row of zeros."""
    labels, likeness = np.full(len(rows), -1, dtype=np.int64), np.zeros(len(rows), dtype=np.float32)
    for start in range(0, len(rows) if len(middle) else 0, _CHUNK):
        chunk = rows[start : start + _CHUNK]
        scores = chunk @ middle.T
        known = np.abs(chunk).sum(axis=1) > 0
        labels[start : start + _CHUNK] = np.where(known, scores.argmax(axis=1), -1)
        likeness[start : start + _CHUNK] = np.where(known, scores.max(axis=1), 0)
    return labels, likeness


def nearest_first(rows: Floats, middle: Floats, first: NDArray[np.bool_], least: float) -> tuple[Labels, Floats]:
    """As `nearest`, but what is like enough one of the ``first`` centres belongs to it, however near others are.

    Args:
        rows: one row a passage.
        middle: the centres.
        first: which of them come first; none if it is empty.
        least: how like a first centre a row must be, cosine.
    """
    if not first.any():
        return nearest(rows, middle)
    labels, likeness = nearest(rows, middle[first])
    far = (labels < 0) | (likeness < least)
    others, alike = nearest(rows[far], middle[~first])
    found = np.flatnonzero(first)[labels]
    found[far] = np.append(np.flatnonzero(~first), -1)[others]
    likeness[far] = alike
    return found, likeness


def means(rows: Floats, labels: Labels) -> Floats:
    """The mean of each topic's rows, of length 1, in the order of the labels; topics without rows are left out."""
    return lengths_one(np.array([rows[labels == label].mean(axis=0) for label in np.unique(labels[labels >= 0])]))


def by_size(labels: Labels) -> Labels:
    """The same topics numbered from the largest; of equals the one met first comes first."""
    met, first, sizes = np.unique(labels[labels >= 0], return_index=True, return_counts=True)
    order = sorted(range(len(met)), key=lambda place: (-sizes[place], first[place]))
    number = {int(met[place]): rank for rank, place in enumerate(order)}
    return np.array([number.get(int(label), -1) for label in labels], dtype=np.int64)


def tree(rows: Floats) -> NDArray[Any]:
    """The Ward tree of rows; empty for a single one."""
    if len(rows) < 2:
        return np.zeros((0, 4))
    # By matrix product, many times as fast as scipy's own; rounded, so that rows that are alike are at no distance.
    squared = euclidean_distances(rows.astype(np.float64), squared=True).round(_DECIMALS)
    found: NDArray[Any] = ward(squareform(np.sqrt(squared), checks=False))
    return found


def tree_labels(found: NDArray[Any], count: int) -> Labels:
    """A tree cut into ``count`` topics, fewer where the rows are alike."""
    if not len(found):
        return np.zeros(1, dtype=np.int64)
    return np.asarray(fcluster(found, count, criterion="maxclust") - 1, dtype=np.int64)


def evenly(rows: Floats, most: int) -> Floats:
    """At most so many rows, evenly spread over all: no draw that another seed would make differently.

    Spread over the rows as their last number orders them, which is one of meaning, and among equals their length: the
    same are taken in whatever order the passages come. Taken by place, other orders of 2,000 sentences gave topics half
    of whose words were others.
    """
    if len(rows) <= most:
        return rows
    ordered = np.lexsort((np.abs(rows).sum(axis=1).round(3), rows[:, -1].round(4)))
    return rows[ordered[np.linspace(0, len(rows) - 1, most).astype(np.int64)]]


def _nmf_labels(counts: Floats, count: int, seed: int) -> Labels:
    own = nmf_start(counts, count) if count <= min(counts.shape) else None
    model = NMF(count, init="custom" if own else "random", max_iter=400, random_state=seed)
    weights = model.fit_transform(counts, W=own[0], H=own[1]) if own else model.fit_transform(counts)
    labels = np.asarray(weights.argmax(axis=1), dtype=np.int64)
    return np.where(weights.max(axis=1) > 0, labels, labels[np.argmax(weights.max(axis=1))])


def nmf_start(counts: Floats, count: int) -> tuple[Floats, Floats]:
    """Where NMF starts: NNDSVD (Boutsidis & Gallopoulos 2008) of an exact singular value decomposition.

    scikit-learn's own is of a randomised one: on 56 passages other seeds gave other topics.

    Args:
        counts: one row a passage, no number below 0.
        count: how many topics, at most as many as there are rows or columns.
    """
    left, values, right = np.linalg.svd(counts.astype(np.float64), full_matrices=False)
    weights, words = np.zeros((len(counts), count)), np.zeros((count, counts.shape[1]))
    for topic in range(count):
        # Of the two signs the one that says more.
        sides = [(np.maximum(sign * left[:, topic], 0), np.maximum(sign * right[topic], 0)) for sign in (1, -1)]
        one, other = max(sides, key=lambda side: np.linalg.norm(side[0]) * np.linalg.norm(side[1]))
        lengths = np.linalg.norm(one), np.linalg.norm(other)
        if lengths[0] and lengths[1]:
            scale = np.sqrt(values[topic] * lengths[0] * lengths[1])
            weights[:, topic], words[topic] = scale * one / lengths[0], scale * other / lengths[1]
    return np.asarray(weights, dtype=np.float32), np.asarray(words, dtype=np.float32)


def lengths_one(rows: NDArray[Any]) -> Floats:
    """Rows of length 1; a row of zeros stays one."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)
