from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hoering.annotate import Sentence
from hoering.coding.trained.vectors import WordVectors

MakeSentence = Callable[..., Sentence]


def test_a_sentence_is_the_weighted_mean_of_its_words(vectors: WordVectors, make_sentence: MakeSentence) -> None:
    (row,) = vectors.rows([make_sentence("bus tog")])
    wanted = np.array([127, 0]) + 0.5 * np.array([90, 90])
    assert np.allclose(row, wanted / np.linalg.norm(wanted), atol=1e-5)


def test_an_unknown_compound_is_the_mean_of_its_parts(vectors: WordVectors, make_sentence: MakeSentence) -> None:
    compound, parts = vectors.rows([make_sentence("buskursus"), make_sentence("bus kursus")])
    assert np.allclose(compound, parts, atol=1e-5)


def test_a_sentence_without_a_known_word_is_zero(vectors: WordVectors, make_sentence: MakeSentence) -> None:
    assert not vectors.rows([make_sentence("Nej")]).any()


def test_no_sentences_make_no_rows(vectors: WordVectors) -> None:
    assert vectors.rows([]).shape == (0, 2)
