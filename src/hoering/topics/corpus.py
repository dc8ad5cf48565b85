"""Passages as a topic model sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hoering.language.keyness import keyness
from hoering.topics.words import Reader, own_words, surface_forms, written

_KEY_WORDS = 20


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts, their terms, how terms are written, and which terms may be key words."""

    texts: tuple[str, ...]
    reader: Reader
    terms: tuple[tuple[str, ...], ...]
    surface: Mapping[str, str]
    own: frozenset[str]

    @classmethod
    def of(
        cls, texts: Sequence[str], names: Iterable[str] = (), *, advance: Callable[[int], None] = lambda _: None
    ) -> Corpus:
        """Read passages.

        Args:
            texts: the passages.
            names: names of persons known from elsewhere; see `Reader.learned_from`.
            advance: called with the number of passages read (progress).
        """
        reader = Reader.learned_from(texts, names)
        terms = []
        for text in texts:
            terms.append(tuple(reader.terms(text)))
            advance(1)
        counted = written(texts)
        return cls(tuple(texts), reader, tuple(terms), surface_forms(counted, reader), own_words(counted, reader))

    @property
    def full(self) -> NDArray[np.bool_]:
        """Which passages have content."""
        return np.array([bool(found) for found in self.terms], dtype=np.bool_)

    @property
    def fingerprint(self) -> str:
        """The same for the same passages in the same order."""
        return fingerprint(self.texts)

    def key_words(self) -> tuple[str, ...]:
        """Words the passages use more than general Danish does, as people write them; no parts of compounds."""
        whole = [[term for term in found if term in self.surface] for found in self.terms]
        if not any(whole):
            return ()
        table = keyness(whole, min_count=2 if len(whole) > 2 else 1)
        return tuple(self.surface[str(word)] for word in table.loc[table["direction"] == "over", "word"][:_KEY_WORDS])


def fingerprint(texts: Sequence[str]) -> str:
    """A hash of texts in their order; nothing can be read out of it."""
    summed = hashlib.sha256()
    for text in texts:
        summed.update(f"{len(text)}:".encode() + text.encode("utf-8", "surrogatepass"))
    return summed.hexdigest()
