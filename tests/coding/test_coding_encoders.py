from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from hoering.coding.encoders import encoded, load_encoder, wording_encoder
from hoering.errors import ModelError

TEXTS = ["Bussen kører for sjældent.", "Skolen er slidt ned.", "Børnene venter på bussen.", "Lærerne mangler i skolen."]


class Fixed:
    def __init__(self, rows: Any) -> None:
        self.rows = rows

    def encode(self, sentences: list[str]) -> Any:
        if isinstance(self.rows, Exception):
            raise self.rows
        return self.rows


def test_vectors_have_length_one_and_zeros_stay() -> None:
    rows = encoded(Fixed([[3, 4], [0, 0], [1e-300, 0], [1e300, 1e300]]), ["a", "b", "c", "d"])
    assert rows.dtype == np.float32
    assert rows.tolist() == [pytest.approx(row) for row in ([0.6, 0.8], [0, 0], [1, 0], [0.5**0.5] * 2)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([[1.0, 2.0]], "ikke én vektor pr. sætning"),
        ([1.0, 2.0], "ikke én vektor pr. sætning"),
        ([[], []], "ikke én vektor pr. sætning"),
        (np.zeros((0, 4)), "ikke én vektor pr. sætning"),
        (np.zeros((2, 2, 2)), "ikke én vektor pr. sætning"),
        (None, "ikke"),
        ([[1.0], [1.0, 2.0]], "fejlede"),
        ([["en", "to"], ["tre", "fire"]], "fejlede"),
        ([[1.0, float("nan")], [1.0, 2.0]], "NaN"),
        ([[1.0, float("inf")], [1.0, 2.0]], "NaN"),
        (RuntimeError("hukommelse"), "fejlede"),
    ],
)
def test_an_encoder_that_gives_no_vectors_is_told(rows: Any, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        encoded(Fixed(rows), ["a", "b"])


def test_no_texts_are_no_vectors() -> None:
    assert encoded(Fixed(RuntimeError("spørges ikke")), []).shape == (0, 0)


def test_wording_tells_what_is_alike() -> None:
    vectors = encoded(wording_encoder(TEXTS), [*TEXTS, "Hvornår kommer bussen?"])
    alike = vectors[-1] @ vectors[:-1].T
    assert sorted(np.argsort(alike)[-2:]) == [0, 2]


def test_letters_tell_what_whole_words_do_not() -> None:
    """A compound that no text holds is known by its parts."""
    vectors = encoded(wording_encoder(TEXTS), ["Nattebusserne", "Bussen", "Lærerne"])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_nothing_in_common_is_a_row_of_zeros() -> None:
    assert not encoded(wording_encoder(TEXTS), ["xyzq 12 !", "og det er"]).any()


def test_the_same_texts_give_the_same_vectors_in_any_order() -> None:
    first = wording_encoder(TEXTS).encode(["Bussen til skolen"])
    assert np.array_equal(first, wording_encoder([*reversed(TEXTS), TEXTS[0]]).encode(["Bussen til skolen"]))


def test_few_dimensions_can_be_asked_for() -> None:
    assert encoded(wording_encoder(TEXTS, dimensions=2), TEXTS).shape == (4, 2)


@pytest.mark.parametrize("texts", [[], ["Bus"], ["Bus", "bus."], ["og", "det er"]])
def test_too_little_to_learn_from_is_told(texts: list[str]) -> None:
    with pytest.raises(ModelError, match="for få tekster"):
        wording_encoder(texts)


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelError, match=r"hoering\[embeddings\].*similarity"):
        load_encoder("min-model")


def test_a_model_is_only_looked_for_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, dict[str, object]]] = []

    def model(name: str, **how: object) -> Fixed:
        asked.append((name, how))
        return Fixed([[1.0]])

    library = ModuleType("sentence_transformers")
    library.SentenceTransformer = model  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    assert encoded(load_encoder("min-model"), ["a"]).tolist() == [[1.0]]
    assert asked == [("min-model", {"device": "cpu", "local_files_only": True})]


def test_a_model_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise OSError("hub is offline")

    library = ModuleType("sentence_transformers")
    library.SentenceTransformer = missing  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    with pytest.raises(ModelError, match="min-model findes ikke på maskinen"):
        load_encoder("min-model")
