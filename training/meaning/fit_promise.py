"""Fits what tells a promise from half a promise or a description: `make meaning` calls it.

    python fit_promise.py OUT

With ``--measure`` each writer is left out in turn, and nothing is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from groups import HALF, PROMISE, Group, all_groups
from sklearn.linear_model import LogisticRegression

from hoering.coverage.promise import PROMISES, PromiseModel, reader, save

# Less, .3, and more, 3, and sequences of letters beside the words made a difference of .01 at most.
STRENGTH = 1.0


def fit(groups: Iterable[Group]) -> PromiseModel:
    """A model learned from the draft sentences of groups."""
    texts, promised = sentences(groups)
    cut = reader()
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(cut.fit_transform(texts), promised)
    terms = tuple(str(term) for term in cut.get_feature_names_out())
    weights = model.coef_[0].astype(np.float32)
    return PromiseModel(terms, cut.idf_.astype(np.float32), weights, float(model.intercept_[0]))


def sentences(groups: Iterable[Group]) -> tuple[list[str], list[bool]]:
    """Draft sentences, and whether each promises."""
    found = [(text, kind == PROMISE) for group in groups for kind in (PROMISE, HALF) for text in group.texts(kind)]
    return [text for text, _ in found], [promised for _, promised in found]


def main(arguments: Sequence[str]) -> None:
    """Fit and write, or measure."""
    groups = all_groups()
    if "--measure" not in arguments:
        save(fit(groups), Path(arguments[0]))
        return
    for author in sorted({group.author for group in groups}):
        model = fit(group for group in groups if group.author != author)
        texts, promised = sentences(group for group in groups if group.author == author)
        right = (model.probabilities(texts) >= PROMISES) == promised
        print(f"{author}: {right.mean():.3f} of {len(texts)}")


if __name__ == "__main__":
    main(sys.argv[1:])
