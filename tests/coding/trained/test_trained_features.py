from __future__ import annotations

from collections.abc import Callable

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from hoering.annotate import Sentence
from hoering.coding.trained.features import NAME, NUMBER, Features, letter_terms, word_terms, words

MakeSentence = Callable[..., Sentence]


def test_names_and_numbers_are_no_words(make_sentence: MakeSentence) -> None:
    sentence = make_sentence("Lone ringede til Karsten 17 gange")
    assert words(sentence) == ["lone", "ringede", "til", NAME, NUMBER, "gange"]
    assert not [term for term in letter_terms(sentence) if "karst" in term or "17" in term]


def test_an_acronym_stays_a_word(make_sentence: MakeSentence) -> None:
    assert words(make_sentence("Vi spurgte FH")) == ["vi", "spurgte", "fh"]


def test_terms_are_words_pairs_base_forms_and_parts(make_sentence: MakeSentence) -> None:
    terms = word_terms(make_sentence("Fraværspolitikken mangler", {"mangler": "mangle"}))
    assert {"fraværspolitikken", "fraværspolitikken mangler", "l:mangle", "d:fravær", "d:politik"} <= set(terms)


def test_a_name_has_no_base_form_among_the_terms(make_sentence: MakeSentence) -> None:
    assert not [term for term in word_terms(make_sentence("Vi så Karsten")) if "karsten" in term]


def test_each_block_has_length_one(features: Features, make_sentence: MakeSentence) -> None:
    row = features.rows([make_sentence("Bussen kører ikke")])
    border = len(features.words.terms)
    assert np.isclose(np.linalg.norm(row[:, :border].toarray()), 1)
    assert np.isclose(np.linalg.norm(row[:, border : border + len(features.letters.terms)].toarray()), 1)


def test_what_nobody_has_seen_is_a_row_of_zeros(features: Features, make_sentence: MakeSentence) -> None:
    assert features.rows([make_sentence("Xyz")]).nnz == 0


def test_rows_are_those_of_scikit_learn(features: Features, make_sentence: MakeSentence) -> None:
    sentences = [make_sentence(text) for text in ("Bussen kører, bussen kører ikke", "Kurset var godt", "Xyz")]
    vectorizer = TfidfVectorizer(analyzer=word_terms, sublinear_tf=True, vocabulary=features.words.terms)
    vectorizer.idf_ = features.words.idf
    wanted = vectorizer.transform(sentences)
    assert np.allclose(
        features.words.rows([features.words.places(word_terms(s)) for s in sentences]).toarray(),
        wanted.toarray(),
        atol=1e-6,
    )


def test_letters_are_looked_up_once_and_stay_the_same(features: Features, make_sentence: MakeSentence) -> None:
    sentence = make_sentence("Kurset var et kursus")
    first, again = features.rows([sentence]), features.rows([sentence])
    assert (first != again).nnz == 0
    assert features.letters.places(letter_terms(sentence)) == features._letters(words(sentence))
