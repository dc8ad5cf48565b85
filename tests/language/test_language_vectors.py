from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language

from hoering.language import vectors
from hoering.language.models import bundled
from hoering.language.vectors import RememberedVectors

WORDS = ["virksomheder", "kompetencebehovet", "og", "xyzzyx", "og", "Borger", "", "virksomheder"]


@pytest.fixture(scope="module")
def bare() -> Language:
    return spacy.load(bundled(), exclude=["parser", "ner", "lemmatizer", "morphologizer"])


def test_vectors_are_those_of_the_model(nlp: Language, bare: Language) -> None:
    assert isinstance(nlp.vocab.vectors, RememberedVectors)
    plain = bare.vocab.vectors.get_batch([bare.vocab.strings.add(word) for word in WORDS])
    for _ in range(2):
        remembered = nlp.vocab.vectors.get_batch([nlp.vocab.strings.add(word) for word in WORDS])
        np.testing.assert_array_equal(remembered, plain)


def test_a_full_memory_begins_anew(nlp: Language, bare: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_REMEMBERED", 3)
    nlp.vocab.vectors.get_batch(["endnu", "flere", "ord"])
    for start in range(len(WORDS) - 1):
        some = WORDS[start : start + 2]
        plain = bare.vocab.vectors.get_batch([bare.vocab.strings.add(word) for word in some])
        np.testing.assert_array_equal(nlp.vocab.vectors.get_batch(some), plain)


def test_a_pipeline_without_floret_vectors_is_left_alone() -> None:
    blank = spacy.blank("da")
    before = blank.vocab.vectors
    vectors.remember_vectors(blank)
    assert blank.vocab.vectors is before
