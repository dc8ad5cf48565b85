"""Too little, too much alike, and vectors that are none: a Danish message or a smaller method, never a traceback."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from hoering import topics
from hoering.errors import HoeringError

from .conftest import passages


@pytest.mark.parametrize("count", [0, 1, 2, 19])
def test_few_passages_give_key_words_and_a_note(count: int) -> None:
    model = topics.fit(passages(count)[0], 5)
    assert model.assignments == (-1,) * count
    assert model.topics == ()
    assert model.notes
    assert bool(model.key_words) == (count > 0)
    assert model.assign(["Bussen er sen"]) == (-1,)
    assert str(model)


@pytest.mark.parametrize("count", [20, 21, 23, 149, 150])
def test_every_passage_is_assigned_at_any_size(count: int) -> None:
    model = topics.fit(passages(count)[0], resamples=1)
    assert len(model.assignments) == count
    assert -1 not in model.assignments


@pytest.mark.parametrize("count", [30, 200])
@pytest.mark.parametrize("wanted", [None, 6])
def test_identical_passages_are_one_topic(count: int, wanted: int | None) -> None:
    model = topics.fit(["Bussen kører for sjældent."] * count, wanted, resamples=2)
    assert model.assignments == (0,) * count
    assert any("over halvdelen" in note for note in model.notes)


@pytest.mark.parametrize("count", [40, 160])
def test_one_word_each(count: int) -> None:
    letters = "bcdfghklmnprst"
    words = [f"{a}u{b}a{c}" for a in letters for b in letters for c in letters][:count]
    model = topics.fit(words, resamples=2)
    assert len(model.assignments) == count
    assert str(model)


def test_very_long_passages() -> None:
    texts = [" ".join([text] * 900) for text in passages(20)[0]]
    assert len(topics.fit(texts, 3, resamples=0).topics) == 3


def test_more_topics_than_passages_are_cut_down_with_a_note() -> None:
    model = topics.fit(passages(24)[0], 100, resamples=1)
    assert 1 <= len(model.topics) <= 24
    assert any("100 emner" in note for note in model.notes)


@pytest.mark.parametrize("given", ["én tekst", 5, None, [1, 2], ["a", None]])
def test_what_are_no_passages(given: Any) -> None:
    with pytest.raises(HoeringError, match="afsnit"):
        topics.fit(given)


@pytest.mark.parametrize("number", [0, -1, 2.5, "ti", True])
def test_what_is_no_number(number: Any) -> None:
    with pytest.raises(HoeringError, match="Antallet"):
        topics.fit(passages(30)[0], number)


@pytest.mark.parametrize(
    "settings", [{"min_similarity": 2}, {"min_similarity": "lidt"}, {"resamples": -1}, {"seed": "a"}]
)
def test_settings_that_are_none(settings: Any) -> None:
    with pytest.raises(HoeringError, match=next(iter(settings))):
        topics.fit(passages(30)[0], 3, **settings)


def test_damaged_letters_do_no_harm() -> None:
    model = topics.fit([f"\x00 \ud800 {text}" for text in passages(30)[0]], 3, resamples=1)
    assert -1 not in model.assignments


@pytest.mark.parametrize(
    ("vectors", "message"),
    [
        (np.ones((29, 3)), "29 vektorer"),
        (np.ones(30), "en række"),
        (np.ones((30, 0)), "en række"),
        (np.full((30, 3), np.nan), "NaN"),
        ([["a"]] * 30, "tal"),
        ([[1.0], [1.0, 2.0]], "tal"),
    ],
)
def test_vectors_that_are_none(vectors: Any, message: str) -> None:
    with pytest.raises(HoeringError, match=message):
        topics.fit(passages(30)[0], 3, embeddings=vectors)


def test_vectors_of_zeros_give_key_words() -> None:
    model = topics.fit(passages(30)[0], 3, embeddings=np.zeros((30, 3)))
    assert model.topics == ()
    assert "nul" in model.notes[0]


def failing(_: list[str]) -> None:
    raise RuntimeError("hemmelig tekst")


def test_encoders_that_are_none() -> None:
    texts = passages(30)[0]
    with pytest.raises(HoeringError, match="encode"):
        topics.fit(texts, encoder=object())
    with pytest.raises(HoeringError, match="RuntimeError") as caught:
        topics.fit(texts, encoder=SimpleNamespace(encode=failing))
    assert "hemmelig" not in str(caught.value)
    with pytest.raises(HoeringError, match="ikke begge"):
        topics.fit(texts, embeddings=np.ones((30, 2)), encoder=SimpleNamespace(encode=failing))


def test_new_passages_need_vectors_like_the_old() -> None:
    own = topics.fit(passages(30)[0], 3, embeddings=np.random.default_rng(0).normal(size=(30, 5)), resamples=0)
    with pytest.raises(HoeringError, match="vektorer for de nye"):
        own.assign(["Bussen"])
    with pytest.raises(HoeringError, match="4 tal"):
        own.assign(["Bussen"], embeddings=np.ones((1, 4)))
    plain = topics.fit(passages(30)[0], 3, resamples=0)
    with pytest.raises(HoeringError, match="selv sine vektorer"):
        plain.assign(["Bussen"], embeddings=np.ones((1, 5)))
    assert plain.assign([]) == ()
