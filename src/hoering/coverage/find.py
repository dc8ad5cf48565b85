"""What a draft says of each position: the passages nearest to it, and the best verdict one of them gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from hoering.coverage.judging import Judgement, Nearness, Read, judge
from hoering.coverage.likeness import Asked, Ground
from hoering.coverage.records import ABSENT, COVERED, VERDICTS, Answer, Passage, Wish
from hoering.coverage.weights import Weights, shipped_weights
from hoering.positions.matters import Matters

# Passages nearly as near as the nearest one are asked too: a draft may answer beside where it describes.
_CLOSE, _ASKED = 1.5, 4
_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    score: float
    judgement: Judgement


def find_answers(
    wishes: Sequence[Wish],
    passages: Sequence[Passage],
    *,
    matters: Matters | None = None,
    weights: Weights | None = None,
    advance: Callable[[int], None] = lambda _: None,
) -> list[Answer]:
    """One answer for each position, in their order; the same input gives the same answers.

    Args:
        wishes: the positions.
        passages: the draft's passages.
        matters: those of the codebook.
        weights: how much each likeness counts; those that ship, without any.
        advance: called with 1 for each position (progress).
    """
    ground = Ground.of(passages, wishes, known=matters)
    used = shipped_weights() if weights is None else weights
    found: list[Answer] = []
    for wish in wishes:
        found.append(_answer(ground.asked(wish), ground, used))
        advance(1)
    return found


def _answer(asked: Asked, ground: Ground, weights: Weights) -> Answer:
    if not ground.passages:
        return Answer(wish=asked.wish, verdict=ABSENT, passage=None, score=0.0, why="udkastet har ingen sætninger")
    features = ground.features(asked)
    scores = weights.scores(features)
    order = np.argsort(-scores, kind="stable")[:_ASKED]
    close = [int(place) for place in order if scores[place] >= scores[order[0]] - _CLOSE]
    likely = [weights.likely(features, scores, place) for place in close]
    judged = [
        _Candidate(p, float(scores[p]), _judged(asked, ground, p, Nearness(float(scores[p]), chance)))
        for p, chance in zip(close, likely, strict=True)
    ]
    # VERDICTS is ordered from the best; of equals, the nearest.
    best = min(judged, key=lambda c: (VERDICTS.index(c.judgement.verdict), -c.score, c.place))
    return Answer(
        wish=asked.wish,
        verdict=best.judgement.verdict,
        passage=ground.passages[best.place],
        score=round(1 / (1 + float(np.exp(-best.score))), 3),
        why=_why(best, _about(best.judgement, asked, ground.known), ground.shared_terms(asked, best.place)),
    )


def _judged(asked: Asked, ground: Ground, place: int, near: Nearness) -> Judgement:
    read = Read(ground.passages[place], ground.concepts[place], ground.promises[place], ground.sure[place])
    return judge(asked, read, near)


def _about(judgement: Judgement, asked: Asked, matters: Matters) -> str:
    """What both are about, in Danish: the concepts they share, or else the matter of the codebook; or ``""``."""
    if judgement.shared:
        return f"begge handler om {_listed(judgement.shared)}"
    return f"samme sag: {matters.spoken(judgement.matter, asked.wish.stance)}" if judgement.matter else ""


def _why(best: _Candidate, about: str, terms: Iterable[str]) -> str:
    """The reason in Danish: what both speak of, and what is lacking for a whole answer."""
    judgement = best.judgement
    words = list(terms)[:_WORDS]
    if judgement.verdict == ABSENT:
        near = f"; det nærmeste sted deler kun ordene {', '.join(words)}" if words else ""
        return f"{judgement.reason}{near}"
    about = about or (f"fælles ord: {', '.join(words)}" if words else "ordene ligner hinanden i betydning")
    if judgement.verdict == COVERED:
        return f"{about}; udkastet lover det uden forbehold" if not judgement.praise else f"{about}; det roste står der"
    lacking = f" (mangler: {_listed(judgement.lacking)})" if judgement.partial and judgement.lacking else ""
    return f"{about}; men {judgement.reason}{lacking}"


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:4])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} og {shown[-1]}"
