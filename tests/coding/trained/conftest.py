"""A small trained model whose numbers are set by hand, so that what it says can be worked out on paper."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from hoering.annotate import Sentence
from hoering.codebook import Code, Codebook
from hoering.coding.trained.features import Features
from hoering.coding.trained.model import CODE_KINDS, TrainedModel, Weighing
from hoering.coding.trained.vectors import WordVectors
from hoering.coding.trained.voiced import Said, vocabulary_of

MakeSentence = Callable[..., Sentence]

TEXTS = ("Bussen kører for sjældent", "Bussen kører ikke om aftenen", "Kurset var godt", "Kurset var alt for kort")


def weighing(codes: tuple[str, ...], columns: int, *, context: bool) -> Weighing:
    """The decision itself decides; nothing else has weight."""
    count = len(codes)
    own = np.zeros((8 if context else 4, count))
    own[0] = 5.0
    return Weighing(
        codes=codes,
        usual=np.full(count, -1.0),
        slope=np.full(count, 10.0),
        offset=np.zeros(count),
        shared=np.zeros((columns, count)),
        own=own,
        bias=np.zeros(count),
        alone=np.full(count, 0.5),
        together=np.full(count, 0.5),
        context=context,
    )


@pytest.fixture
def vectors() -> WordVectors:
    """Vectors of three base forms in two dimensions."""
    table = np.array([[127, 0], [0, 127], [90, 90]], dtype=np.int8)
    return WordVectors(("bus", "kursus", "tog"), table, np.array([1.0, 1.0, 0.5], dtype=np.float32))


@pytest.fixture
def features(make_sentence: MakeSentence, vectors: WordVectors) -> Features:
    """Features learned from four sentences."""
    return Features.learned_from([make_sentence(text) for text in TEXTS], vectors, least=1)


@pytest.fixture
def book() -> Codebook:
    """Two themes the model knows and one it does not."""

    def code(name: str, *strong: str) -> Code:
        return Code(id=name, label=name, definition=name, strong=strong)

    actor = {"id": "borgere", "label": "Borgere", "definition": "Borgere"}
    return Codebook.model_validate(
        {
            "id": "lille",
            "label": "Lille",
            "version": "1",
            "themes": [code("transport"), code("kurser"), code("madpakker", "madpakke*")],
            "actors": [actor],
            "stances": [code("kritik", "sjældent"), code("neutral")],
            "authority": "borgere",
            "private": "borgere",
        }
    )


@pytest.fixture
def model(features: Features, make_sentence: MakeSentence) -> TrainedModel:
    """ "bussen" speaks for transport, "kurset" for kurser, "sjældent" for kritik; all else against everything.

    What anybody says of courses is known as said by citizens and by companies; it has no weight.
    """
    terms = features.words.terms
    voiced = vocabulary_of(
        [Said(make_sentence(text), voice) for text in TEXTS[2:] for voice in ("borgere", "virksomheder")], least=1
    )
    columns = len(terms) + len(features.letters.terms) + 2 + len(voiced.terms)
    coefficients = np.zeros((columns, 5), dtype=np.float32)
    for word, column in (("bussen", 0), ("kurset", 1), ("sjældent", 3)):
        coefficients[terms.index(word), column] = 8.0
    intercepts = np.array([-1, -1, -1, -1, 0], dtype=np.float32)
    codes = {"themes": ("transport", "kurser"), "actors": ("borgere",), "stances": ("kritik", "neutral")}
    voices = ("borgere", "virksomheder", "ukendt")
    situation = 6 + 3 * len(voices) + 7 + 3
    weighings = {
        kind: weighing(codes[kind], 2 * len(codes[kind]) + situation, context=kind != "actors") for kind in CODE_KINDS
    }
    return TrainedModel("lille", features, voiced, coefficients, intercepts, voices, weighings)
