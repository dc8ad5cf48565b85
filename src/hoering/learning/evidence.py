"""What there is to learn from: decided sentences with their words, the coder's log odds, and what people said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hoering.codebook import Codebook
from hoering.coding.protocol import WeighingCoder
from hoering.learning.decisions import KINDS, DecidedKind, Decision
from hoering.learning.known import UNKNOWN, Known, codes_of, known
from hoering.learning.margins import margins
from hoering.learning.material import Material
from hoering.learning.residual import Floats
from hoering.learning.words import words_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """Decided sentences, row by row: words, source and, per kind, log odds and what is known (sentences by codes)."""

    words: Sequence[Sequence[str]]
    sources: Sequence[str]
    odds: Mapping[DecidedKind, Floats]
    known: Mapping[DecidedKind, Known]

    def rows(self, kind: DecidedKind) -> NDArray[np.intp]:
        """The rows in which something is known of a kind."""
        return np.flatnonzero((self.known[kind] != UNKNOWN).any(axis=1))

    def only(self, rows: NDArray[np.intp]) -> Evidence:
        """The same of some rows."""
        return Evidence(
            words=[self.words[row] for row in rows],
            sources=[self.sources[row] for row in rows],
            odds={kind: odds[rows] for kind, odds in self.odds.items()},
            known={kind: found[rows] for kind, found in self.known.items()},
        )


def evidence(
    material: Iterable[Material], decisions: Sequence[Decision], book: Codebook, base: WeighingCoder
) -> Evidence:
    """Gather what decisions say about the sentences of sources.

    Args:
        material: the sources; those without decisions give no rows.
        decisions: in place and without contradictions.
        book: the codebook.
        base: the coder that is to be built upon.
    """
    codes = codes_of(book)
    decided = {item.place for item in decisions}
    words: list[list[str]] = []
    sources: list[str] = []
    odds: dict[DecidedKind, list[Floats]] = {kind: [np.zeros((0, len(codes[kind])))] for kind in KINDS}
    said: dict[DecidedKind, list[Known]] = {kind: [np.zeros((0, len(codes[kind])), np.int8)] for kind in KINDS}
    for item in material:
        rows = [row for row, place in enumerate(item.places()) if place in decided]
        if not rows:
            continue
        own = margins(base, book, item.source, item.sentences, item.voices)
        places = [item.places()[row] for row in rows]
        words += [words_of(item.source, item.sentences[row], item.voices[row]) for row in rows]
        sources += [item.source.source] * len(rows)
        for kind in KINDS:
            odds[kind].append(own.odds[kind][rows])
            said[kind].append(known(decisions, places, [code.id for code in codes[kind]], kind))
    return Evidence(
        words=words,
        sources=sources,
        odds={kind: np.concatenate(odds[kind]) for kind in KINDS},
        known={kind: np.concatenate(said[kind]) for kind in KINDS},
    )
