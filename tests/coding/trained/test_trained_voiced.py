from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hoering.annotate import Sentence
from hoering.coding.trained.voiced import LENGTH, Said, vocabulary_of, voiced_rows, voiced_terms, word_of

MakeSentence = Callable[..., Sentence]


def test_a_word_stands_once_with_the_voice_before_it(make_sentence: MakeSentence) -> None:
    assert voiced_terms(Said(make_sentence("Vi ved, hvad vi vil"), "virksomheder")) == [
        "@virksomheder vi",
        "@virksomheder ved",
        "@virksomheder ,",
        "@virksomheder hvad",
        "@virksomheder vil",
    ]


def test_names_and_numbers_stay_out_of_it(make_sentence: MakeSentence) -> None:
    terms = " ".join(voiced_terms(Said(make_sentence("Så ringede Karsten 17 gange"), "borgere")))
    assert "karsten" not in terms
    assert "17" not in terms


def test_the_same_word_of_two_parties_is_two_terms(make_sentence: MakeSentence) -> None:
    sentence = make_sentence("Vi venter")
    known = vocabulary_of([Said(sentence, "borgere"), Said(sentence, "a_kasser")], least=1)
    rows = voiced_rows(known, [sentence, sentence], ["borgere", "a_kasser"])
    assert np.allclose(np.linalg.norm(rows.toarray(), axis=1), LENGTH)
    assert (rows[0] @ rows[1].T).sum() == 0


def test_a_party_nobody_has_heard_is_a_row_of_zeros(make_sentence: MakeSentence) -> None:
    sentence = make_sentence("Vi venter")
    known = vocabulary_of([Said(sentence, "borgere")], least=1)
    assert voiced_rows(known, [sentence], ["staten"]).nnz == 0


def test_the_word_of_a_term() -> None:
    assert [word_of(term) for term in ("@borgere hun", "på kommunen", "l:mangle")] == ["hun", "på kommunen", "l:mangle"]
