"""What a sentence is to the trained coder: words, pairs of words, base forms, compound parts, letters and a vector.

Names and numbers are not features: what a model learns from them holds for its training texts only, and a name has
no place in a file that is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from hoering.annotate import Sentence
from hoering.coding.trained.vectors import WordVectors
from hoering.language.compounds import part_lemmas

NAME, NUMBER = "§navn", "§tal"
LETTERS = (3, 5)

# Length of a sentence's vector beside the two blocks of length 1; tried 1, 1.4 and 2 on authors left out.
MEANING = 1.4

_NUMBER = re.compile(r"\d[\d.,:/-]*")
_WORDLESS = frozenset({NAME, NUMBER})


def words(sentence: Sentence) -> list[str]:
    """The words in lower case; capitalised ones inside the sentence count as names, figures as numbers."""
    return [_word(form, first=number == 0) for number, form in enumerate(sentence.forms)]


def _word(form: str, *, first: bool) -> str:
    if _NUMBER.fullmatch(form):
        return NUMBER
    if not first and form[:1].isupper() and not form.isupper():
        return NAME
    return form.lower()


def word_terms(sentence: Sentence) -> list[str]:
    """Words, pairs of neighbours, base forms (``l:``) and parts of compounds (``d:``) of a sentence."""
    own = words(sentence)
    pairs = [f"{a} {b}" for a, b in pairwise(own)]
    terms = own + pairs
    for word, form, lemma in zip(own, sentence.forms, sentence.lemmas, strict=True):
        if word not in _WORDLESS:
            terms.append(f"l:{lemma.lower()}")
            terms += [f"d:{part}" for part in part_lemmas(form)]
    return terms


def letter_text(sentence: Sentence) -> str:
    """What letter sequences are taken from: the words without names and numbers."""
    return " ".join(word for word in words(sentence) if word not in _WORDLESS)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of a block of features in their order, and how much each counts (inverse document frequency)."""

    terms: tuple[str, ...]
    idf: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Features:
    """Turns sentences into rows: words first, then letters, each block of length 1, then the vector."""

    words: Vocabulary
    letters: Vocabulary
    vectors: WordVectors
    _counters: tuple[CountVectorizer, CountVectorizer]

    @classmethod
    def of(cls, words: Vocabulary, letters: Vocabulary, vectors: WordVectors) -> Features:
        """The features of two vocabularies and word vectors, as a model stores them."""
        counters = word_counter(vocabulary=_places(words)), letter_counter(vocabulary=_places(letters))
        return cls(words, letters, vectors, counters)

    @classmethod
    def learned_from(cls, sentences: Sequence[Sentence], vectors: WordVectors, *, least: int = 2) -> Features:
        """The vocabularies of training sentences; a term stands in at least ``least`` of them."""
        words, letters = (_vocabulary(make(min_df=least), sentences) for make in (word_counter, letter_counter))
        return cls.of(words, letters, vectors)

    def rows(self, sentences: Sequence[Sentence]) -> sp.csr_matrix:
        """One row a sentence; zeros where nothing in it is known."""
        blocks = [
            _weighed(counter.transform(sentences), vocabulary.idf)
            for counter, vocabulary in zip(self._counters, (self.words, self.letters), strict=True)
        ]
        return sp.hstack([*blocks, sp.csr_matrix(MEANING * self.vectors.rows(sentences))], format="csr")

    def term(self, column: int) -> str:
        """The term a column stands for, or "" for letters and vectors, which tell people nothing."""
        return self.words.terms[column] if column < len(self.words.terms) else ""


def word_counter(**options: Any) -> CountVectorizer:
    """Counts word terms."""
    return CountVectorizer(analyzer=word_terms, dtype=np.float32, **options)


def letter_counter(**options: Any) -> CountVectorizer:
    """Counts sequences of letters inside words."""
    return CountVectorizer(
        preprocessor=letter_text, analyzer="char_wb", ngram_range=LETTERS, dtype=np.float32, **options
    )


def _vocabulary(counter: CountVectorizer, sentences: Sequence[Sentence]) -> Vocabulary:
    counts = counter.fit_transform(sentences)
    idf = TfidfTransformer().fit(counts).idf_.astype(np.float32)
    return Vocabulary(tuple(counter.get_feature_names_out()), idf)


def _places(vocabulary: Vocabulary) -> dict[str, int]:
    return {term: number for number, term in enumerate(vocabulary.terms)}


def _weighed(counts: sp.csr_matrix, idf: NDArray[np.float32]) -> sp.csr_matrix:
    """TF-IDF with rows of length 1; a term met twice counts less than double.

    The same as scikit-learn's `TfidfTransformer(sublinear_tf=True)`, whose checks of its input take longer than a
    short piece itself.
    """
    counts.data = (1 + np.log(counts.data)) * idf[counts.indices]
    lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    counts.data /= np.repeat(np.maximum(lengths, 1e-9), np.diff(counts.indptr)).astype(np.float32)
    return counts
