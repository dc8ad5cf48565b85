"""Fits what `hoering coverage` weighs by: `make meaning` calls it after the space is fitted.

    python fit_coverage.py OUT

Ranking of passages and whether the nearest one is about the matter: logistic regressions on positions judged by hand
(`tests/data/coverage`, the tables for tuning) and on simulated drafts, each read with a space that has not seen its
writer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from fit import fit
from groups import all_groups
from numpy.typing import NDArray
from simulated import simulated
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from hoering.coverage.likeness import Floats, Ground
from hoering.coverage.records import ABSENT
from hoering.coverage.weights import Weights, telling

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import coverage as by_hand

# Writers whose drafts are simulated, each with a space learned without him (four minutes each).
WRITERS = ("mixed",)
# A position judged by hand counts as much as so many simulated ones, in ranking and where it is asked whether the
# nearest passage is about it at all: 1, 5 and 20 with 1, 4 and 10 were tried (README.md).
RANKING, ABOUT = 5.0, 4.0

Row = tuple[Floats, NDArray[np.bool_], bool, bool]


def main(arguments: Sequence[str]) -> None:
    """Fit and write ``weights.json``."""
    (out,) = arguments
    weights = fitted([*_by_hand(), *_simulated()])
    Path(out).write_text(weights.to_json(), encoding="utf-8")


def fitted(rows: Sequence[Row]) -> Weights:
    """Weights from positions: the features of a draft's passages, which of them carries the verdict, whether any does,
    and whether the position was judged by hand."""
    near = LogisticRegression(C=0.3, class_weight={0: 1, 1: 8}, max_iter=5000)
    near.fit(
        np.vstack([row[0] for row in rows]),
        np.concatenate([row[1] for row in rows]).astype(int),
        sample_weight=np.concatenate([np.full(len(row[1]), RANKING if row[3] else 1.0) for row in rows]),
    )
    nearness, bias = tuple(float(weight) for weight in near.coef_[0]), float(near.intercept_[0])
    bare = Weights(nearness, bias, (), 0.0)
    told = np.array([telling(row[0], scores := bare.scores(row[0]), int(scores.argmax())) for row in rows])
    about = make_pipeline(StandardScaler(), LogisticRegression(C=0.1))
    counts = np.array([ABOUT if row[3] else 1.0 for row in rows])
    about.fit(told, [row[2] for row in rows], logisticregression__sample_weight=counts)
    scaler, model = about[0], about[1]
    weights = model.coef_[0] / scaler.scale_
    return Weights(
        nearness=nearness,
        bias=bias,
        about=tuple(float(weight) for weight in weights),
        about_bias=float(model.intercept_[0] - weights @ scaler.mean_),
    )


def _by_hand() -> Iterator[Row]:
    pairs = [pair for half in by_hand.TUNING for pair in by_hand.table(half)]
    for name, parts in by_hand.drafts().items():
        own = [pair for pair in pairs if pair.draft == name]
        ground = Ground.of(parts.passages, [pair.wish for pair in own], known=by_hand.matters())
        for pair in own:
            carries = np.array([by_hand.is_same(passage.text, pair.passage) for passage in parts.passages])
            yield ground.features(ground.asked(pair.wish)), carries, pair.verdict != ABSENT, True


def _simulated() -> Iterator[Row]:
    groups = all_groups()
    for writer in WRITERS:
        space = fit([group for group in groups if group.author != writer])
        for draft in simulated([group for group in groups if group.author == writer]):
            ground = Ground.of(draft.passages, draft.wishes, known=by_hand.matters(), space=space)
            for wish, verdict, carries in zip(draft.wishes, draft.verdicts, draft.carries, strict=True):
                yield ground.features(ground.asked(wish)), carries, verdict != ABSENT, False


if __name__ == "__main__":
    main(sys.argv[1:])
