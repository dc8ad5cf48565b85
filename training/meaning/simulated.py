"""Drafts and positions made of groups, to learn from when a draft answers a position in other words.

A draft is put together of promises, half promises and traps of some groups; each group's sayings are a position. What
is covered is then known without a reader. The drafts are read with a space that has not seen the groups' writer.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from groups import HALF, PROMISE, TRAP, Group
from numpy.typing import NDArray

from hoering.codebook import DEFAULT
from hoering.coding.trained.model import TrainedModel, shipped
from hoering.coding.voice import UNKNOWN
from hoering.coverage.records import ABSENT, COVERED, PARTLY, Passage, Verdict, Wish
from hoering.meaning.plain import plain_text

SEED = 0
# Groups a draft is about, and how often all are dealt out anew.
_GROUPS, _DEALS = 45, 2
# How often a group's matter is promised, or promised by half; else it is not mentioned. Traps stand beside either.
_PROMISED, _HALF, _TRAPPED, _BOTH = 0.38, 0.66, 0.5, 0.3
# How often a position is of one sender, titled by his own words.
_SINGLE = 0.3
_CUT = 60
_TITLES = {"kritik": "Kritik af ", "forslag": "Ønske om ", "stoette": "Ros for "}
_QUOTED = {"kritik": "Kritik", "forslag": "Ønske", "stoette": "Ros"}


@dataclass(frozen=True, slots=True)
class Simulated:
    """A draft's passages, and of each position its verdict and which passage carries it (none where not mentioned)."""

    passages: tuple[Passage, ...]
    wishes: tuple[Wish, ...]
    verdicts: tuple[Verdict, ...]
    carries: tuple[NDArray[np.bool_], ...]


def simulated(groups: Sequence[Group]) -> Iterator[Simulated]:
    """Drafts of one writer's groups; the same groups give the same drafts."""
    chance = random.Random(SEED)
    order = list(groups)
    for _ in range(_DEALS):
        chance.shuffle(order)
        for start in range(0, len(order) - _GROUPS + 1, _GROUPS):
            yield _draft(order[start : start + _GROUPS], chance)


def _draft(groups: Sequence[Group], chance: random.Random) -> Simulated:
    lines = [(text, kind, number) for number, group in enumerate(groups) for text, kind in _lines(group, chance)]
    chance.shuffle(lines)
    coded = _coded([text for text, _, _ in lines])
    passages = tuple(
        Passage(
            number=place, page=1, start=0, end=len(text), text=text, section=0, led=False, paragraph=text,
            themes=themes, actors=actors,
        )
        for place, ((text, _, _), (themes, actors)) in enumerate(zip(lines, coded, strict=True))
    )  # fmt: skip
    kinds = [{kind for _, kind, of in lines if of == number} for number in range(len(groups))]
    verdicts = [COVERED if PROMISE in met else PARTLY if HALF in met else ABSENT for met in kinds]
    carrying = {COVERED: PROMISE, PARTLY: HALF, ABSENT: ""}
    carries = [
        np.array([of == number and kind == carrying[verdict] for _, kind, of in lines])
        for number, verdict in enumerate(verdicts)
    ]
    wishes = [_wish(group, str(number), chance) for number, group in enumerate(groups)]
    return Simulated(passages, tuple(wishes), tuple(verdicts), tuple(carries))


def _lines(group: Group, chance: random.Random) -> Iterator[tuple[str, str]]:
    dealt = chance.random()
    half, traps = group.texts(HALF), group.texts(TRAP)
    if dealt < _PROMISED:
        yield chance.choice(group.texts(PROMISE)), PROMISE
    if half and (_PROMISED <= dealt < _HALF or (dealt < _PROMISED and chance.random() < _BOTH)):
        yield chance.choice(half), HALF
    if traps and chance.random() < _TRAPPED:
        yield chance.choice(traps), TRAP


def _wish(group: Group, name: str, chance: random.Random) -> Wish:
    said = group.texts("bvop")
    chance.shuffle(said)
    if chance.random() < _SINGLE:
        quotes, cut = said[:1], said[0][:_CUT].rsplit(" ", 1)[0]
        title = f"{_QUOTED[group.stance]}: »{cut}« …"
    else:
        quotes = said[: chance.choice([1, 2, 3, 4])]
        title = _TITLES[group.stance] + group.matter.replace("_", " ")
    return Wish(
        position_id=name, theme=group.theme, stance=group.stance, target_actor="", title=title, words=(),
        quotes=tuple(quotes),
    )  # fmt: skip


def _coded(texts: Sequence[str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Themes and actors of sentences, by their words alone."""
    model = _model()
    decisions = model.decisions(model.rows([plain_text(text) for text in texts], [UNKNOWN] * len(texts)))
    found: dict[str, list[frozenset[str]]] = {}
    for kind in ("themes", "actors"):
        weighing = model.weighings[kind]
        likely = 1 / (1 + np.exp(-weighing.by_words(decisions[kind])))
        given = likely >= weighing.alone
        if kind == "themes":
            best = (likely - weighing.alone).argmax(axis=1)
            rows = np.arange(len(texts))
            given[rows, best] |= likely[rows, best] >= weighing.alone[best] / 2
        found[kind] = [frozenset(np.array(weighing.codes)[row].tolist()) for row in given]
    return list(zip(found["themes"], found["actors"], strict=True))


@cache
def _model() -> TrainedModel:
    model = shipped(DEFAULT)
    if model is None:
        raise SystemExit("`make coder` first")
    return model
