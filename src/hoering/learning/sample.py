"""Which sentences to ask people about: those the coder is in doubt about, code by code, and some drawn by lot."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hoering.codebook import Codebook
from hoering.coding.protocol import WeighingCoder
from hoering.learning import sheet
from hoering.learning.decisions import KIND_LABELS, KINDS, DecidedKind
from hoering.learning.known import codes_of
from hoering.learning.margins import margins, of_kind
from hoering.learning.material import Material
from hoering.learning.places import Place, place_of
from hoering.learning.residual import Floats

# So near to being suggested that it is worth a question.
_NEAR = -2.0
# Drawn by lot: without them nothing would be learned of what the coder has no idea of.
_BY_LOT = 1 / 3
_SEED = 5

Cells = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sentence that may be asked about: its log odds and its rows in the table."""

    place: Place
    odds: Mapping[DecidedKind, Floats]
    rows: list[Cells]


def ask(
    material: Iterable[Material], coder: WeighingCoder, book: Codebook, *, sentences: int, leave_out: Collection[Place]
) -> list[Cells]:
    """Rows for people to decide on, in reading order; all suggestions for a sentence stand together.

    Args:
        material: the sources of the run.
        coder: the coder in use.
        book: the codebook.
        sentences: how many sentences to ask about at most.
        leave_out: sentences that stand in the table already.
    """
    pool = [item for source in material for item in _askable(source, coder, book) if item.place not in leave_out]
    lot = random.Random(_SEED).sample(range(len(pool)), len(pool))
    chosen = _doubtful(pool, lot, round(sentences * (1 - _BY_LOT)))
    drawn = [number for number in lot if number not in chosen][: sentences - len(chosen)]
    return [row for number in sorted({*chosen, *drawn}) for row in pool[number].rows]


def _doubtful(pool: Sequence[_Asked], lot: Sequence[int], number: int) -> set[int]:
    """Code by code in turn the sentence in which it is nearest to the threshold, while any is near it.

    Among sentences equally near the lot decides, else the first letters would get all the questions.
    """
    if not pool:
        return set()
    doubt = np.array([np.concatenate([_distance(pool[place].odds[kind], kind) for kind in KINDS]) for place in lot])
    queues = [[lot[row] for row in np.argsort(column, kind="stable") if column[row] <= -_NEAR] for column in doubt.T]
    chosen: set[int] = set()
    while len(chosen) < number and any(queues):
        for queue in queues:
            while queue and queue[0] in chosen:
                queue.pop(0)
            if queue and len(chosen) < number:
                chosen.add(queue.pop(0))
    return chosen


def _distance(odds: Floats, kind: DecidedKind) -> Floats:
    """How far each code is from being suggested or not; for a stance, how far behind the one that is taken."""
    if kind != "stance":
        return np.abs(odds)
    behind = odds.max(initial=0.0) - odds
    return np.where(behind > 0, behind, np.inf)


def _askable(item: Material, coder: WeighingCoder, book: Codebook) -> Iterator[_Asked]:
    own = margins(coder, book, item.source, item.sentences, item.voices)
    for row, (sentence, found) in enumerate(zip(item.sentences, own.suggested, strict=True)):
        if sentence.segment.role == "interviewer":
            continue  # coded, but no part of any report
        odds = {kind: own.odds[kind][row] for kind in KINDS}
        place = place_of(sentence.segment)
        head: Cells = {"Henvendelse": item.source.number, sheet.DOCUMENT: place[0], sheet.START: place[1],
                       sheet.END: place[2], sheet.QUOTE: sentence.text, sheet.STAMP: book.stamp}  # fmt: skip
        rows: list[Cells] = []
        for kind in KINDS:
            why = {suggestion.code: suggestion.why for suggestion in of_kind(found, kind)}
            rows += [{**head, **cells} for cells in _of_kind(kind, why, odds[kind], book)]
        yield _Asked(place, odds, rows)


def _of_kind(kind: DecidedKind, why: Mapping[str, str], odds: Floats, book: Codebook) -> Iterator[Cells]:
    """The rows of one kind: what is suggested, the code next to it, or an empty row to fill in."""
    codes = codes_of(book)[kind]
    label = KIND_LABELS[kind]
    for code in codes:
        if code.id in why:
            yield {sheet.KIND: label, sheet.CODE: code.id, "Kodens navn": code.label, "Foreslået": "ja",
                   "Hvorfor": why[code.id]}  # fmt: skip
    next_to = max((number for number, code in enumerate(codes) if code.id not in why), key=lambda n: odds[n], default=0)
    if kind != "stance" and codes and codes[next_to].id not in why and odds[next_to] >= _NEAR:
        near = codes[next_to]
        yield {sheet.KIND: label, sheet.CODE: near.id, "Kodens navn": near.label, "Foreslået": "nej, men nær"}
    elif not why:
        yield {sheet.KIND: label, "Foreslået": "intet"}
