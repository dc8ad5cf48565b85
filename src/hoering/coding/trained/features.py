"""What a sentence is to the trained coder: words, pairs of words, base forms, compound parts, letters and a vector.

Names and numbers are not features: what a model learns from them holds for its training texts only, and a name has
no place in a file that is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from hoering.coding.trained.vectors import Worded, WordVectors
from hoering.language.compounds import part_lemmas

# Distinct words whose columns are remembered; some 40 MB.
_REMEMBERED = 50_000

Key = TypeVar("Key")
Read = TypeVar("Read")

NAME, NUMBER = "§navn", "§tal"
LETTERS = (3, 5)

# Length of a sentence's vector beside the two blocks of length 1; tried 1, 1.4 and 2 on authors left out.
MEANING = 1.4

_NUMBER = re.compile(r"\d[\d.,:/-]*")
_WORDLESS = frozenset({NAME, NUMBER})


def words(sentence: Worded) -> list[str]:
    """The words in lower case; capitalised ones inside the sentence count as names, figures as numbers."""
    return [_word(form, first=number == 0) for number, form in enumerate(sentence.forms)]


def _word(form: str, *, first: bool) -> str:
    if form[:1].isdigit() and _NUMBER.fullmatch(form):
        return NUMBER
    if not first and form[:1].isupper() and not form.isupper():
        return NAME
    return form.lower()


def word_terms(sentence: Worded) -> list[str]:
    """Words, pairs of neighbours, base forms (``l:``) and parts of compounds (``d:``) of a sentence."""
    own = words(sentence)
    terms = [f"{a} {b}" for a, b in pairwise(own)]
    for word, form, lemma in zip(own, sentence.forms, sentence.lemmas, strict=True):
        terms += terms_of_word(word, form, lemma)
    return terms


def terms_of_word(word: str, form: str, lemma: str) -> list[str]:
    """What a word is by itself: the word, its base form, its parts.

    >>> terms_of_word("jobcentret", "Jobcentret", "jobcenter")[:2]
    ['jobcentret', 'l:jobcenter']
    """
    if word in _WORDLESS:
        return [word]
    return [word, f"l:{lemma.lower()}", *(f"d:{part}" for part in part_lemmas(form))]


def letter_terms(sentence: Worded) -> list[str]:
    """Sequences of letters inside the words that are neither names nor numbers; a space stands for a word's ends."""
    return [term for word in words(sentence) if word not in _WORDLESS for term in letters_of(word)]


def letters_of(word: str) -> list[str]:
    """Sequences of letters in a word, as scikit-learn's ``char_wb`` makes them.

    >>> letters_of("bus")
    [' bu', 'bus', 'us ', ' bus', 'bus ', ' bus ']
    """
    return _letter_analyzer()(word)


@cache
def _letter_analyzer() -> Callable[[str], list[str]]:
    analyzer: Callable[[str], list[str]] = CountVectorizer(analyzer="char_wb", ngram_range=LETTERS).build_analyzer()
    return analyzer


def _remember(met: dict[Key, list[int]], key: Key, columns: list[int]) -> list[int]:
    if len(met) >= _REMEMBERED:
        met.clear()
    met[key] = columns
    return columns


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of a block of features in their order, and how much each counts (inverse document frequency)."""

    terms: tuple[str, ...]
    idf: NDArray[np.float32]
    _places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", {term: number for number, term in enumerate(self.terms)})

    @classmethod
    def learned_from(
        cls, sentences: Sequence[Read], terms_of: Callable[[Read], list[str]], *, least: int
    ) -> Vocabulary:
        """Terms that stand in at least ``least`` sentences."""
        counter = CountVectorizer(analyzer=terms_of, min_df=least)
        idf = TfidfTransformer().fit(counter.fit_transform(sentences)).idf_
        return cls(tuple(counter.get_feature_names_out()), idf.astype(np.float32))

    def places(self, terms: Iterable[str]) -> list[int]:
        """The columns of those terms that are known."""
        places = self._places
        return [place for term in terms if (place := places.get(term)) is not None]

    def rows(self, known: Sequence[Sequence[int]]) -> sp.csr_matrix:
        """TF-IDF rows of length 1 from the columns of each sentence's terms; a term met twice counts less than double.

        The same as scikit-learn's vectorizer gives, which takes four times as long on short pieces.
        """
        ends = np.cumsum([0, *map(len, known)])
        columns = np.fromiter(chain.from_iterable(known), dtype=np.int32, count=int(ends[-1]))
        counts = sp.csr_matrix(
            (np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(known), len(self.terms))
        )
        counts.sum_duplicates()
        counts.data = (1 + np.log(counts.data)) * self.idf[counts.indices]
        lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
        counts.data /= np.repeat(np.maximum(lengths, 1e-9), np.diff(counts.indptr)).astype(np.float32)
        return counts


class Blocks(NamedTuple):
    """Sentences' features: words and letters sparse, the vectors dense."""

    words: sp.csr_matrix
    letters: sp.csr_matrix
    meaning: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Features:
    """Turns sentences into rows: words first, then letters, each block of length 1, then the vector."""

    words: Vocabulary
    letters: Vocabulary
    vectors: WordVectors
    _met: dict[tuple[str, str, str], list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _spelt: dict[str, list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)

    @classmethod
    def learned_from(cls, sentences: Sequence[Worded], vectors: WordVectors, *, least: int = 2) -> Features:
        """The vocabularies of training sentences; a term stands in at least ``least`` of them."""
        words, letters = (
            Vocabulary.learned_from(sentences, terms_of, least=least) for terms_of in (word_terms, letter_terms)
        )
        return cls(words, letters, vectors)

    def rows(self, sentences: Sequence[Worded]) -> sp.csr_matrix:
        """One row a sentence, the blocks side by side; zeros where nothing in it is known."""
        found = self.blocks(sentences)
        return sp.hstack([found.words, found.letters, sp.csr_matrix(found.meaning)], format="csr")

    def blocks(self, sentences: Sequence[Worded]) -> Blocks:
        """One row a sentence in each block."""
        spoken = [words(sentence) for sentence in sentences]
        terms = self.words.rows([self._terms(own, item) for own, item in zip(spoken, sentences, strict=True)])
        letters = self.letters.rows([self._letters(own) for own in spoken])
        return Blocks(terms, letters, MEANING * self.vectors.rows(sentences))

    def _terms(self, own: Sequence[str], sentence: Worded) -> list[int]:
        """The columns of `word_terms`; those a word has alone are looked up once."""
        met, columns = self._met, self.words.places([f"{a} {b}" for a, b in pairwise(own)])
        for key in zip(own, sentence.forms, sentence.lemmas, strict=True):
            found = met.get(key)
            if found is None:
                found = _remember(met, key, self.words.places(terms_of_word(*key)))
            columns += found
        return columns

    def _letters(self, own: Sequence[str]) -> list[int]:
        """The columns of a sentence's letters; those of a word are looked up once."""
        met, columns = self._spelt, []
        for word in own:
            if word not in _WORDLESS:
                found = met.get(word)
                if found is None:
                    found = _remember(met, word, self.letters.places(letters_of(word)))
                columns += found
        return columns
