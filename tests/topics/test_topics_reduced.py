"""UMAP and HDBSCAN are an extra; stand-ins take their place here."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from hoering import topics
from hoering.errors import HoeringError

Corpus = tuple[list[str], list[str]]


class Umap:
    """Keeps the first directions of the rows, and what it was asked."""

    asked: dict[str, Any] = {}  # noqa: RUF012

    def __init__(self, **settings: Any) -> None:
        Umap.asked = settings

    def fit_transform(self, rows: Any, y: Any = None) -> Any:
        return np.asarray(rows)


def clusterer(outside: int) -> Any:
    class Hdbscan:
        def __init__(self, **_: Any) -> None:
            self.labels_: list[int] = []

        def fit(self, rows: Any, y: Any = None) -> Any:
            from sklearn.cluster import KMeans

            self.labels_ = KMeans(4, n_init=3, random_state=0).fit_predict(rows).tolist()
            self.labels_[:outside] = [-1] * outside
            return self

    return Hdbscan


def installed(patch: pytest.MonkeyPatch, outside: int) -> None:
    patch.setitem(sys.modules, "umap", SimpleNamespace(UMAP=Umap))
    patch.setitem(sys.modules, "hdbscan", SimpleNamespace(HDBSCAN=clusterer(outside)))


def test_without_them_a_danish_message(small: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "umap", None)
    with pytest.raises(HoeringError, match="tilvalget »cluster«"):
        topics.fit(small[0], method="umap")


def test_topics_and_passages_outside(large: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, outside=12)
    model = topics.fit(large[0], method="umap", resamples=1, seed=7)
    assert model.assignments[:12] == (-1,) * 12
    assert adjusted_rand_score(large[1][12:], model.assignments[12:]) > 0.8
    assert Umap.asked["random_state"] == 7
    assert "UMAP" in model.method
    assert "12 afsnit med indhold er uden for emnerne." in model.notes
    assert model.assign(large[0][12:]) == model.assignments[12:]


def test_so_many_topics_as_are_asked_for(large: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, outside=5)
    assert len(topics.fit(large[0], 3, method="umap", resamples=0).topics) == 3


def test_no_topics_are_told(small: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, outside=len(small[0]))
    model = topics.fit(small[0], method="umap", resamples=0)
    assert model.topics == ()
    assert "fandt ingen emner" in model.notes[0]
