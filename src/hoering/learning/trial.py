"""Whether learning helps: measured on sources that were kept out, before anything is switched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hoering.codebook import Codebook
from hoering.learning.coder import chosen_codes
from hoering.learning.decisions import KINDS, DecidedKind
from hoering.learning.evidence import Evidence
from hoering.learning.known import HAS, HAS_NOT, UNKNOWN, codes_of
from hoering.learning.residual import PULL, STANCE_PULL, Floats, Residual, fit
from hoering.learning.scoring import Compared, compare, counts, f1
from hoering.learning.words import Vocabulary

FEWEST_SENTENCES, FEWEST_SOURCES = 20, 3
# The gain must be there in so many of the draws.
CERTAIN = 0.9
# A code alone is judged where at least so many sentences have it, and have it not.
_ENOUGH = 10
_FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of measuring one kind: the scores, and whether what was learned is to be used.

    ``sentences`` and ``sources`` are those with decisions; ``compared`` is None where there are too few.
    ``left`` are codes of the kind that stay with the coder, since what was learned did worse on them.
    """

    kind: DecidedKind
    sentences: int
    sources: int
    compared: Compared | None = None
    switched: bool = False
    left: tuple[str, ...] = ()


def learn_all(found: Evidence, book: Codebook) -> tuple[Vocabulary, dict[DecidedKind, dict[str, Residual]]]:
    """Learn every code of which something is known from all rows."""
    vocabulary = Vocabulary.of(found.words)
    table = vocabulary.table(found.words)
    learned: dict[DecidedKind, dict[str, Residual]] = {}
    for kind in KINDS:
        learned[kind] = {}
        for column, code in enumerate(codes_of(book)[kind]):
            rows = np.flatnonzero(found.known[kind][:, column] != UNKNOWN)
            if len(rows):
                has = found.known[kind][rows, column] == HAS
                pull = STANCE_PULL if kind == "stance" else PULL
                learned[kind][code.id] = fit(found.odds[kind][rows, column], table[rows], has, pull)
    return vocabulary, learned


def moved(
    found: Evidence, vocabulary: Vocabulary, learned: Mapping[DecidedKind, Mapping[str, Residual]], book: Codebook
) -> dict[DecidedKind, Floats]:
    """The log odds of rows after learning."""
    table = vocabulary.table(found.words)
    odds = {kind: found.odds[kind].copy() for kind in KINDS}
    for kind in KINDS:
        for column, code in enumerate(codes_of(book)[kind]):
            if item := learned[kind].get(code.id):
                odds[kind][:, column] = item.moved(odds[kind][:, column], table)
    return odds


def kept_out(found: Evidence, book: Codebook) -> dict[DecidedKind, Floats]:
    """Each row's log odds after learning from other sources than its own (cross-validation grouped by source)."""
    folds = _folds(found.sources)
    odds = {kind: found.odds[kind].copy() for kind in KINDS}
    for fold in range(max(folds, default=-1) + 1):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        vocabulary, learned = learn_all(found.only(inside), book)
        for kind, own in moved(found.only(outside), vocabulary, learned, book).items():
            odds[kind][outside] = own
    return odds


def _folds(sources: Sequence[str]) -> NDArray[np.intp]:
    """A fold for every row: sources whole, the largest first, each to the fold with fewest rows so far."""
    sizes = Counter(sources)
    filled = [0] * min(_FOLDS, len(sizes))
    fold_of: dict[str, int] = {}
    for source, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold_of[source] = filled.index(min(filled))
        filled[fold_of[source]] += size
    return np.array([fold_of[source] for source in sources], dtype=np.intp)


def trials(found: Evidence, book: Codebook) -> list[Trial]:
    """Measure each kind, and say what is to be switched."""
    after = kept_out(found, book) if len(set(found.sources)) >= FEWEST_SOURCES else found.odds
    return [_trial(found, after, kind, [code.id for code in codes_of(book)[kind]]) for kind in KINDS]


def _trial(found: Evidence, after: Mapping[DecidedKind, Floats], kind: DecidedKind, codes: Sequence[str]) -> Trial:
    rows = found.rows(kind)
    own = found.only(rows)
    sources = len(set(own.sources))
    if len(rows) < FEWEST_SENTENCES or sources < FEWEST_SOURCES:
        return Trial(kind=kind, sentences=len(rows), sources=sources)
    first = counts(chosen_codes(own.odds[kind], kind), own.known[kind], own.sources)
    last = counts(chosen_codes(after[kind][rows], kind), own.known[kind], own.sources)
    compared = compare(first, last, kind)
    switched = compared.gain.value > 0 and compared.certain >= CERTAIN
    left = _worse(found, after, kind, codes) if switched and kind != "stance" else ()
    return Trial(kind=kind, sentences=len(rows), sources=sources, compared=compared, switched=switched, left=left)


def _worse(
    found: Evidence, after: Mapping[DecidedKind, Floats], kind: DecidedKind, codes: Sequence[str]
) -> tuple[str, ...]:
    """Codes with enough decisions that learning did worse on."""
    known = found.known[kind]
    enough = ((known == HAS).sum(axis=0) >= _ENOUGH) & ((known == HAS_NOT).sum(axis=0) >= _ENOUGH)
    before, then = (
        counts(chosen_codes(odds, kind), known, ["all"] * len(known))[0] for odds in (found.odds[kind], after[kind])
    )
    return tuple(
        code
        for column, code in enumerate(codes)
        if enough[column] and f1(then[[column]], kind) < f1(before[[column]], kind)
    )
