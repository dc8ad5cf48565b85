"""Counting words by text, source and group of texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hoering.errors import HoeringError

Texts: TypeAlias = Iterable[Sequence[str]]
_Whole: TypeAlias = NDArray[np.int64]


def word_counts(texts: Texts, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Count words: a table with the columns ``word``, ``count`` and ``sources``, in the order of the words.

    Args:
        texts: texts (letters, sentences …) as sequences of words, all lemmas or all forms.
        sources: what each text is from, one for each; without it every text is a source of its own.

    Raises:
        HoeringError: there are more or fewer sources than texts, or a text is not cut into words.
    """
    counted = tallies(texts, sources, None)
    return _frame(counted.vocabulary, counted.counts[:, 0], counted.sources[:, 0])


@dataclass(frozen=True, slots=True)
class Tallies:
    """Words by group: how often, in how many sources, and in how many that use the word in no other group."""

    vocabulary: pd.Series[str]
    groups: list[str]
    counts: _Whole
    sources: _Whole
    sources_only_here: _Whole
    sources_at_all: _Whole

    def sides(self, column: int) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Counts of one group, and of all others together."""
        counts, sources = self.counts[:, column], self.sources[:, column]
        rest = self.counts.sum(axis=1) - counts, self.sources_at_all - self.sources_only_here[:, column]
        return _frame(self.vocabulary, counts, sources), _frame(self.vocabulary, *rest)


def tallies(texts: Texts, sources: Iterable[str] | None, groups: Iterable[str] | None) -> Tallies:
    """Count words by group; ``sources`` and ``groups`` give one name for each text."""
    held = [tuple(_checked(text)) for text in texts]
    lengths = [len(text) for text in held]
    origin, _ = _codes(sources if sources is not None else map(str, range(len(held))), len(held), "kilder")
    group, names = _codes(groups, len(held), "grupper") if groups is not None else (np.zeros_like(origin), [""])
    word, vocabulary = pd.factorize(np.array([*chain.from_iterable(held)], dtype=object), sort=True)
    origin, group = np.repeat(origin, lengths), np.repeat(group, lengths)
    wide, deep = len(names), len(held)
    shape = (len(vocabulary), wide)

    # A word, its source and its group as one number: what is distinct among them can then be sorted out at once.
    triples = np.unique((word * deep + origin) * wide + group)
    pairs, first, met_in = np.unique(triples // max(wide, 1), return_index=True, return_counts=True)
    alone = triples[first[met_in == 1]]
    return Tallies(
        vocabulary=pd.Series(vocabulary, dtype="str"),
        groups=names,
        counts=_histogram(word * wide + group, shape),
        sources=_histogram(_without_source(triples, deep, wide), shape),
        sources_only_here=_histogram(_without_source(alone, deep, wide), shape),
        sources_at_all=np.bincount(pairs // max(deep, 1), minlength=len(vocabulary)),
    )


def _checked(text: Sequence[str]) -> Sequence[str]:
    if isinstance(text, str):
        raise HoeringError("Teksterne skal være delt i ord, før ordene kan tælles.")
    return text


def _codes(names: Iterable[str], expected: int, what: str) -> tuple[_Whole, list[str]]:
    codes, unique = pd.factorize(np.array([str(name) for name in names], dtype=object), sort=True)
    if len(codes) != expected:
        raise HoeringError(f"Der er {expected} tekster, men {len(codes)} {what}. Der skal være én til hver tekst.")
    return codes.astype(np.int64), [str(name) for name in unique]


def _without_source(triples: _Whole, deep: int, wide: int) -> _Whole:
    return np.asarray(triples // max(deep * wide, 1) * wide + triples % max(wide, 1), dtype=np.int64)


def _histogram(numbers: _Whole, shape: tuple[int, int]) -> _Whole:
    return np.bincount(numbers, minlength=shape[0] * shape[1]).reshape(shape)


def _frame(vocabulary: pd.Series[str], counts: _Whole, sources: _Whole) -> pd.DataFrame:
    frame = pd.DataFrame({"word": vocabulary, "count": counts, "sources": sources})
    return frame.astype({"count": "int64", "sources": "int64"})
