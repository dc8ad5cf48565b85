"""Fits the meaning space that ships: `make meaning`.

    python fit.py OUT [--without AUTHOR]

A ridge regression from the features of sentences to the groups they belong to, and of its answers the directions that
tell most. Nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from groups import HALF, PROMISE, Group, all_groups
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from hoering.codebook import DEFAULT
from hoering.coding.trained.features import Features
from hoering.coding.trained.model import shipped
from hoering.meaning.plain import plain_text
from hoering.meaning.space import MeaningSpace, save

# With writers left out in turn: 64, 128, 200 directions and ridge 1, 3, 10 were tried (README.md).
RIDGE, DIMENSIONS = 1.0, 128
LEARNED_FROM = "bvop" + PROMISE + HALF

Floats = NDArray[np.float32]


def fit(groups: Sequence[Group]) -> MeaningSpace:
    """A space learned from groups.

    Args:
        groups: whose sentences, and names, are to lie near each other; traps are left out.
    """
    model = shipped(DEFAULT)
    if model is None:
        raise SystemExit("`make coder` first: the space reads the coder's word vectors")
    matters = list(dict.fromkeys((group.author, group.matter) for group in groups))
    places = {matter: place for place, matter in enumerate(matters)}
    texts = [(text, places[group.author, group.matter]) for group in groups for text in _texts(group)]
    read = [plain_text(text) for text, _ in texts]
    features = Features.learned_from(read, model.features.vectors)
    found = features.blocks(read)
    belongs = np.zeros((len(texts), len(matters)), dtype=np.float32)
    belongs[np.arange(len(texts)), [number for _, number in texts]] = 1
    sparse = sp.hstack([found.words, found.letters], format="csr")
    projection = _projection(sparse, found.meaning, belongs - belongs.mean(axis=0))
    middle = np.concatenate([np.asarray(sparse.mean(axis=0)).ravel(), found.meaning.mean(axis=0)]) @ projection
    return MeaningSpace(features, projection, middle.astype(np.float32))


def _texts(group: Group) -> list[str]:
    return [group.matter.replace("_", " "), *group.texts(LEARNED_FROM)]


def _projection(sparse: sp.csr_matrix, dense: Floats, belongs: Floats) -> Floats:
    """Features by dimensions: the ridge regression in its dual form, rotated to its main directions."""
    products = np.asarray((sparse @ sparse.T).todense(), dtype=np.float32)
    products += dense @ dense.T
    middle = products.mean(axis=0, keepdims=True)
    centred = products - middle - middle.T + middle.mean()
    said = centred.copy()
    centred[np.diag_indices_from(centred)] += RIDGE
    answers = cho_solve(cho_factor(centred, lower=True, overwrite_a=True), belongs).astype(np.float32)
    answers -= answers.mean(axis=0)
    scores = said @ answers
    _, directions = np.linalg.eigh((scores.T @ scores).astype(np.float64))
    main = directions[:, ::-1][:, :DIMENSIONS].astype(np.float32)
    signs = np.sign(main[np.abs(main).argmax(axis=0), np.arange(main.shape[1])])
    rotated = answers @ (main * signs)
    return np.asarray(np.vstack([sparse.T @ rotated, dense.T @ rotated]), dtype=np.float32)


def main(arguments: Sequence[str]) -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", action="append", default=[])
    chosen = parser.parse_args(arguments)
    groups = [group for group in all_groups() if group.author not in chosen.without]
    space = fit(groups)
    counts = {"groups": len(groups), "sentences": sum(len(group.texts(LEARNED_FROM)) for group in groups)}
    save(space, chosen.out, {**counts, "terms": len(space.projection)})


if __name__ == "__main__":
    main(sys.argv[1:])
