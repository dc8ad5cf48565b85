"""Why the trained coder suggests a code, in Danish: the patterns, the words, and the neighbours that spoke for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from hoering.coding.evidence import Fired, reason
from hoering.coding.trained.model import Rows, TrainedModel
from hoering.coding.trained.surroundings import NEIGHBOURS, Evidence, neighbours
from hoering.coding.trained.voiced import word_of
from hoering.language.stopwords import stop_words

_MOST_WORDS, _LOOKED_AT = 3, 16
_REMEMBERED = 100_000
_UNTOLD = "ordenes form og betydning"

# From which share of the log odds a neighbour is worth naming, and a word beside the heaviest one.
_WORTH_NAMING = 0.3
_WORTH_BESIDE = 0.33


@dataclass(slots=True)
class Spoken:
    """How much each word of a sentence speaks for each code; asked for one sentence at a time, several codes each."""

    model: TrainedModel
    rows: Rows
    _last: tuple[int, list[str], NDArray[np.float32]] | None = field(init=False, default=None)

    def of(self, row: int) -> tuple[list[str], NDArray[np.float32]]:
        """The terms, and terms by codes in the order of the model's columns; voiced words come last."""
        if self._last is None or self._last[0] != row:
            plain, own = _terms_of(self.rows.words, row)
            voiced, said = _terms_of(self.rows.voiced, row)
            words, first = self.model.features.words.terms, len(self.model.coefficients) - self.rows.voiced.shape[1]
            weights = [
                self.model.coefficients[plain] * own[:, None],
                self.model.coefficients[first + voiced] * said[:, None],
            ]
            terms = [*(words[place] for place in plain), *(self.model.voiced.terms[place] for place in voiced)]
            self._last = row, terms, np.concatenate(weights)
        return self._last[1:]


def _terms_of(rows: sp.csr_matrix, row: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The columns of a row, and how much each counts."""
    begin, end = rows.indptr[row], rows.indptr[row + 1]
    return rows.indices[begin:end], rows.data[begin:end]


@dataclass(slots=True)
class Reasons:
    """What speaks for the codes of one kind in the sentences of a piece.

    Attributes:
        model: the trained model.
        kind: themes, actors or stances.
        spoken: what the terms of the sentences speak for.
        evidence: decisions and patterns.
        fired: by sentence and code the patterns that fired and their weights, where the patterns have a say.
    """

    model: TrainedModel
    kind: str
    spoken: Spoken
    evidence: Evidence
    fired: Sequence[Fired] | None
    _near: NDArray[np.float64] | None = field(init=False, default=None)
    _columns: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        weighing = self.model.weighings[self.kind]
        self._columns = self.model.columns(self.kind)
        if self.fired is not None and weighing.context:
            self._near = neighbours(self.evidence, weighing.own)

    def of(self, row: int, code: str, *, learned: bool) -> str:
        """The reason for a code on a sentence."""
        told = [self._patterns(row, code)]
        if learned:
            told += [self._words(row, code), self._neighbours(row, code)]
        return "; ".join(part for part in told if part) or _UNTOLD

    def _patterns(self, row: int, code: str) -> str:
        fired = self.fired[row].get(code) if self.fired is not None else None
        return reason(fired) if fired else ""

    def _words(self, row: int, code: str) -> str:
        terms, weights = self.spoken.of(row)
        speaks: list[float] = weights[:, self._columns[code]].tolist()
        enough = _WORTH_BESIDE * max([0.0, *speaks])
        heavy = [place for place, share in enumerate(speaks) if share > enough]
        heavy.sort(key=lambda place: -speaks[place])
        words: list[str] = []
        for place in heavy[:_LOOKED_AT]:
            if len(words) == _MOST_WORDS:
                break
            word = _told(terms[place])
            if word and not any(word in known for known in words):
                words.append(word)
        return f"ord: {', '.join(f'»{word}«' for word in words)}" if words else ""

    def _neighbours(self, row: int, code: str) -> str:
        if self._near is None:
            return ""
        speaks = self._near[:, row, self.model.weighings[self.kind].codes.index(code)]
        named = [name for name, share in zip(NEIGHBOURS, speaks, strict=True) if share >= _WORTH_NAMING]
        return f"sammenhæng: {', '.join(named)}" if named else ""


@lru_cache(maxsize=_REMEMBERED)
def _told(term: str) -> str:
    """A term as it is shown; "" where it tells a person nothing: only words do, and not only the smallest of them."""
    shown = word_of(term).removeprefix("l:").removeprefix("d:")
    parts = shown.split()
    tells = all(part.isalpha() or "-" in part[1:-1] for part in parts) and not _small().issuperset(parts)
    return shown if tells else ""


@cache
def _small() -> frozenset[str]:
    return stop_words() - _WHO


# Pronouns are small words, but they tell whom a sentence speaks about.
_WHO = frozenset({"jeg", "mig", "vi", "os", "du", "dig", "i", "jer", "han", "hun", "ham", "hende", "de", "dem", "man"})
