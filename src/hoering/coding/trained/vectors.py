"""What words mean, as far as the company they keep tells: the mean vector of a sentence's base forms.

"Togskifte" and "pendlerkort" never stood in the same training sentence, but in the same kind of text. A compound that
is unknown is the mean of its parts, a known one lies half way between itself and them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from hoering.language.compounds import part_lemmas

# How many distinct words' places are remembered; some 40 MB.
_REMEMBERED = 200_000

Entries = tuple[tuple[int, float], ...]


class Worded(Protocol):
    """What features are made of: words as they stand, and the base form of each."""

    @property
    def forms(self) -> Sequence[str]:
        """The words."""

    @property
    def lemmas(self) -> Sequence[str]:
        """Their base forms."""


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Vectors of base forms.

    Attributes:
        words: the base forms, in the order of the rows.
        table: a vector each, of length 1, times 127.
        weights: how much a word counts in a sentence; frequent words count little (Arora et al. 2017).
    """

    words: tuple[str, ...]
    table: NDArray[np.int8]
    weights: NDArray[np.float32]
    _rows: dict[str, int] = field(init=False, repr=False)
    _floats: NDArray[np.float32] = field(init=False, repr=False)
    _known: dict[tuple[str, str], Entries] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_rows", {word: row for row, word in enumerate(self.words)})
        object.__setattr__(self, "_floats", self.table.astype(np.float32))

    def rows(self, sentences: Sequence[Worded]) -> NDArray[np.float32]:
        """One vector of length 1 for each sentence, zeros where no word of it is known."""
        entries = [
            [entry for pair in zip(item.forms, item.lemmas, strict=True) for entry in self._entries(*pair)]
            for item in sentences
        ]
        counts = [len(found) for found in entries]
        columns = np.array([row for found in entries for row, _ in found], dtype=np.int64)
        values = np.array([weight for found in entries for _, weight in found], dtype=np.float32)
        spread = sp.csr_matrix(
            (values, columns, np.concatenate([[0], np.cumsum(counts)])), (len(entries), len(self.words))
        )
        summed: NDArray[np.float32] = np.asarray(spread @ self._floats)
        lengths = np.linalg.norm(summed, axis=1, keepdims=True)
        normed: NDArray[np.float32] = summed / np.maximum(lengths, 1e-6)
        return normed

    def _entries(self, form: str, lemma: str) -> Entries:
        key = form, lemma
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = self._look_up(form, lemma.lower())
        return found

    def _look_up(self, form: str, lemma: str) -> Entries:
        whole = self._rows.get(lemma, self._rows.get(form.lower()))
        parts = [self._rows[part] for part in part_lemmas(form) if part in self._rows]
        share = (0.5 if parts else 1.0) if whole is not None else 0.0
        entries = [(whole, share * float(self.weights[whole]))] if whole is not None else []
        # An unknown compound counts as much as its parts do, a known one as much as it does itself.
        weigh = float(np.mean(self.weights[parts])) if parts and whole is None else 0.0
        weigh = weigh or (float(self.weights[whole]) if whole is not None else 0.0)
        return (*entries, *((part, (1 - share) * weigh / len(parts)) for part in parts))
