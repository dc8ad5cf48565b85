"""Models on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hoering import topics
from hoering.errors import HoeringError, OutputError
from hoering.topics import TopicModel
from hoering.topics.store import dumped

from .conftest import passages

Corpus = tuple[list[str], list[str]]


@pytest.mark.parametrize("size", ["small", "large"])
def test_a_model_with_its_passages_is_as_it_was(size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    texts: list[str] = request.getfixturevalue(size)[0]
    model: TopicModel = request.getfixturevalue(f"{size}_model")
    topics.save(model, tmp_path / "emner")
    back = topics.load(tmp_path / "emner", texts)
    assert back == model
    assert list(back.bertopic.topics_) == list(model.assignments)
    assert topics.merge(back, [0, 1]).assignments == topics.merge(model, [0, 1]).assignments


def test_without_its_passages_it_assigns_and_holds_none_of_them(
    large: Corpus, large_model: TopicModel, tmp_path: Path
) -> None:
    topics.save(large_model, tmp_path)
    back = topics.load(tmp_path)
    assert back.assign(large[0][:20]) == large_model.assignments[:20]
    assert back.assignments == large_model.assignments
    assert back.topics[0].examples[0].text == ""
    stored = (tmp_path / "model.json").read_text(encoding="utf-8")
    assert large_model.topics[0].examples[0].text not in stored
    with pytest.raises(HoeringError, match="uden sine afsnit"):
        topics.merge(back, [0, 1])


def test_a_model_of_another_corpus_is_refused(large: Corpus, large_model: TopicModel, tmp_path: Path) -> None:
    topics.save(large_model, tmp_path)
    with pytest.raises(HoeringError, match="andre afsnit"):
        topics.load(tmp_path, large[0][1:])


@pytest.mark.parametrize("name", ["model.json", "model.npz"])
def test_a_damaged_model_is_named(name: str, small_model: TopicModel, tmp_path: Path) -> None:
    topics.save(small_model, tmp_path)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:100])
    with pytest.raises(HoeringError, match="beskadiget"):
        topics.load(tmp_path)
    with pytest.raises(HoeringError, match="mangler"):
        topics.load(tmp_path / "ingen")


def test_a_model_without_topics_is_kept_too(tmp_path: Path) -> None:
    model = topics.fit(["Bussen er sen."])
    topics.save(model, tmp_path)
    back = topics.load(tmp_path, ["Bussen er sen."])
    assert replace(back, stability=0) == replace(model, stability=0)


def test_a_folder_that_cannot_be(small_model: TopicModel, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    with pytest.raises(OutputError):
        topics.save(small_model, tmp_path / "fil" / "emner")


def test_names_are_kept_with_the_model_and_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    texts = [f"{text} Det siger Bjørn Skov." for text in passages(40)[0]]
    model = topics.fit(texts, 4, names=["Bjørn Skov"], resamples=0)
    topics.save(model, tmp_path)
    again = topics.load(tmp_path, texts)
    assert again.engine.names == {"bjørn", "skov"}
    assert not {"bjørn", "skov"} & set(again.corpus.corpus.surface)
    assert dumped(model) == dumped(again)
    assert dumped(model) == dumped(topics.fit(texts, 4, names=["Bjørn Skov"], resamples=0))
