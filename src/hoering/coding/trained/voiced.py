"""Words as said by a party: "vi" of a company is the company, "hun" of a citizen most often a caseworker.

A linear model of words gives a word one weight per code, whoever says it. Beside each word stands therefore the word
together with the voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from hoering.coding.trained.features import Vocabulary, words
from hoering.coding.trained.vectors import Worded

# Stands before a term, which no word of a text begins with.
MARK = "@"

# Length of the block beside the words' and letters' of length 1; .5, .7 and 1 were tried (docs/coder-rounds.md).
LENGTH = 0.5


class Said(NamedTuple):
    """A sentence and the code of the party whose view it renders."""

    sentence: Worded
    voice: str


def voiced_terms(said: Said) -> list[str]:
    """Each word of a sentence once, with the voice before it: "@virksomheder vi"."""
    return [f"{MARK}{said.voice} {word}" for word in dict.fromkeys(words(said.sentence))]


def word_of(term: str) -> str:
    """The word of a voiced term; other terms as they are.

    >>> word_of("@borgere hun"), word_of("på kommunen")
    ('hun', 'på kommunen')
    """
    return term.partition(" ")[2] if term.startswith(MARK) else term


def vocabulary_of(said: Sequence[Said], *, least: int = 3) -> Vocabulary:
    """The voiced terms of training sentences; each stands in at least ``least`` of them."""
    return Vocabulary.learned_from(said, voiced_terms, least=least)


def voiced_rows(vocabulary: Vocabulary, sentences: Sequence[Worded], voices: Sequence[str]) -> sp.csr_matrix:
    """One row of length `LENGTH` a sentence; zeros where nothing in it is known."""
    terms = [voiced_terms(Said(*pair)) for pair in zip(sentences, voices, strict=True)]
    rows: sp.csr_matrix = vocabulary.rows([vocabulary.places(own) for own in terms])
    return rows * np.float32(LENGTH)
