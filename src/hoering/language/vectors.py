"""A memory for floret vectors: spaCy works out a word's subwords anew in every batch and for every component.

That is a third of the time a Danish text takes, and most words of a text come back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.vectors import Mode, Vectors

# Distinct words remembered: some 50 MB at 64 dimensions, several large consultations.
_REMEMBERED = 200_000


class RememberedVectors(Vectors):  # type: ignore[misc]  # spaCy ships no types for it
    """Floret vectors that are worked out once per word; the same numbers as without the memory."""

    def get_batch(self, keys: Iterable[int | str]) -> Any:
        """Vectors of words given as strings or their numbers, one row each."""
        wanted = [int(key) if not isinstance(key, str) else self.strings.add(key) for key in keys]
        rows: dict[int, int] = self.__dict__.setdefault("_rows", {})
        new = [key for key in dict.fromkeys(wanted) if key not in rows]
        if len(rows) + len(new) > _REMEMBERED:
            rows.clear()
            new = list(dict.fromkeys(wanted))
        if new:
            self._remember(new, rows)
        table: NDArray[np.float32] = self.__dict__["_table"]
        return table[[rows[key] for key in wanted]]

    def _remember(self, new: list[int], rows: dict[int, int]) -> None:
        worked_out = np.asarray(super().get_batch(new), dtype=np.float32)
        table = self.__dict__.get("_table", worked_out[:0])
        begin, end = len(rows), len(rows) + len(new)
        if end > len(table):
            grown = np.zeros((max(2 * len(table), end), worked_out.shape[1]), dtype=np.float32)
            grown[:begin] = table[:begin]
            self.__dict__["_table"] = table = grown
        table[begin:end] = worked_out
        rows.update(zip(new, range(begin, end), strict=True))


def remember_vectors(nlp: Language) -> None:
    """Give a pipeline's floret vectors a memory; other kinds of vectors are left as they are."""
    old = nlp.vocab.vectors
    if not isinstance(old, Vectors) or old.mode != Mode.floret:
        return
    nlp.vocab.vectors = RememberedVectors(
        strings=nlp.vocab.strings,
        data=old.data,
        name=old.name,
        mode=Mode.floret,
        minn=old.minn,
        maxn=old.maxn,
        hash_count=old.hash_count,
        hash_seed=old.hash_seed,
        bow=old.bow,
        eow=old.eow,
        attr=old.attr,
    )
