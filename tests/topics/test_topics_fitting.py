"""Topics of invented passages whose subjects are known."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from hoering import topics
from hoering.topics import TopicModel
from hoering.topics.clusters import by_size, centres, evenly, means, nearest, nmf_start
from hoering.topics.keywords import labels_of
from hoering.topics.number import candidates
from hoering.topics.stability import matches

from .conftest import passages

Corpus = tuple[list[str], list[str]]


@pytest.mark.parametrize("size", ["small", "large"])
def test_known_subjects_are_found(size: str, request: pytest.FixtureRequest) -> None:
    texts, subjects = request.getfixturevalue(size)
    model: TopicModel = request.getfixturevalue(f"{size}_model")
    assert len(model.assignments) == len(texts)
    assert adjusted_rand_score(subjects, model.assignments) > 0.8
    assert model.share_outside == 0
    assert [topic.id for topic in model.topics] == [0, 1, 2, 3]
    assert [topic.size for topic in model.topics] == [model.assignments.count(topic) for topic in range(4)]


def test_method_follows_size(small_model: TopicModel, large_model: TopicModel) -> None:
    assert small_model.method.startswith("NMF")
    assert "k-means" in large_model.method


def test_labels_and_key_words_are_written_as_in_the_passages(large_model: TopicModel, large: Corpus) -> None:
    every = " ".join(large[0]).lower()
    for topic in large_model.topics:
        assert topic.label.split(",")[0].split(" og ")[0].lower() in every
        assert all(word.lower() in every for word in topic.key_words)
        assert len(set(topic.key_words)) == len(topic.key_words)
    assert len({topic.label for topic in large_model.topics}) == 4


def test_examples_are_passages_of_the_topic(small_model: TopicModel, small: Corpus) -> None:
    for topic in small_model.topics:
        assert 1 <= len(topic.examples) <= 3
        for example in topic.examples:
            assert example.text == small[0][example.place]
            assert small_model.assignments[example.place] == topic.id


def test_stability_is_measured_and_printed(small_model: TopicModel) -> None:
    assert all(0 <= topic.stability <= 1 for topic in small_model.topics)
    assert f"{small_model.stability:.2f}".replace(".", ",") in str(small_model)


def test_the_same_seed_gives_the_same(small: Corpus, small_model: TopicModel) -> None:
    assert topics.fit(small[0], 4, resamples=3) == small_model


def test_the_bertopic_object_serves(large: Corpus, large_model: TopicModel) -> None:
    model = large_model.bertopic
    assert list(model.topics_) == list(large_model.assignments)
    assert [word for word, _ in model.get_topic(0)] == list(large_model.topics[0].terms)
    assert len(model.get_topic_info()) == 4
    found, _ = model.transform(large[0][:8])
    assert list(found) == list(large_model.assignments[:8])
    assert len(model.topics_per_class(large[0], classes=large[1])) >= 4


def test_new_passages_are_assigned_without_fitting(large: Corpus, large_model: TopicModel) -> None:
    assert large_model.assign(large[0]) == large_model.assignments
    bus = large_model.assignments[large[1].index("bus")]
    assert large_model.assign(["Natbussen kom aldrig til stoppestedet", "og det"]) == (bus, -1)


def test_passages_without_content_are_named_not_dropped(small: Corpus) -> None:
    texts = ["Ja, det er jo sådan.", *small[0], "[Person 1]", ""]
    model = topics.fit(texts, 4, resamples=0)
    assert model.without_content == (0, 81, 82)
    assert [place for place, topic in enumerate(model.assignments) if topic < 0] == [0, 81, 82]
    assert model.assignment_table()["label"].tolist().count("uden indhold") == 3


def test_a_number_is_suggested(small: Corpus) -> None:
    model = topics.fit(small[0], resamples=0)
    assert 3 <= len(model.topics) <= 8
    assert math.isnan(model.stability)


def test_segments_and_own_vectors_and_encoders_will_do(small: Corpus) -> None:
    texts, subjects = small
    names = sorted(set(subjects))
    vectors = np.eye(4)[[names.index(subject) for subject in subjects]]
    encoder = SimpleNamespace(encode=lambda given: vectors[[texts.index(text) for text in given]])
    own = topics.fit([SimpleNamespace(text=text) for text in texts], 4, embeddings=vectors, resamples=0)
    assert adjusted_rand_score(subjects, own.assignments) == 1
    assert own.assign(["nyt"], embeddings=vectors[:1]) == own.assignments[:1]
    made = topics.fit(texts, 4, encoder=encoder, resamples=0)
    assert made.assign(texts[:5]) == made.assignments[:5]


def test_passages_unlike_their_topic_stay_outside_if_asked(small: Corpus) -> None:
    strict = topics.fit(small[0], 4, min_similarity=0.6, resamples=0)
    assert 0 < strict.share_outside <= 1
    assert any("uden for emnerne" in note for note in strict.notes)


def test_parts_of_the_work() -> None:
    assert by_size(np.array([5, 5, 2, -1, 2, 2])).tolist() == [1, 1, 0, -1, 0, 0]
    rows = np.array([[1, 0], [0, 1], [0, 0]], dtype=np.float32)
    assert nearest(rows, rows[:2])[0].tolist() == [0, 1, -1]
    assert means(rows, np.array([0, 0, -1])).shape == (1, 2)
    assert len(centres(rows[:2], 5, "kmeans", 0)) == 2
    assert candidates(20, "nmf") == (2,)
    assert candidates(3, "nmf") == (1,)
    assert candidates(120, "nmf")[0] == 5
    assert matches([(("a", 1.0), ("b", 1.0))], [(("b", 1.0), ("c", 1.0))]) == [1 / 3]
    assert labels_of([(("a", 1.0),), (("a", 1.0),), ()], {}) == ["A", "A (2)", "Uden nøgleord"]


def test_nothing_but_the_bootstrap_is_drawn(small: Corpus, large: Corpus) -> None:
    for texts, number in ((small[0], 15), (large[0], 8)):
        found = [topics.fit(texts, number, resamples=0, seed=seed) for seed in (0, 7)]
        assert found[0].assignments == found[1].assignments


def test_nmf_starts_where_the_matrix_is_nearly_made_up_again() -> None:
    counts = np.array([[2, 2, 0, 0], [1, 1, 0, 0], [0, 0, 3, 1]], dtype=np.float32)
    weights, words = nmf_start(counts, 2)
    assert (weights >= 0).all()
    assert (words >= 0).all()
    assert np.allclose(weights @ words, counts, atol=1e-4)


def test_rows_are_spread_in_whatever_order_they_come() -> None:
    rows = np.random.default_rng(0).normal(size=(50, 3)).astype(np.float32)
    mixed = rows[np.random.default_rng(1).permutation(50)]
    assert evenly(rows, 10).tolist() == evenly(mixed, 10).tolist()
    assert evenly(rows, 50) is rows


def test_own_vectors_give_no_second_topic(small: Corpus) -> None:
    names = sorted(set(small[1]))
    vectors = np.eye(4)[[names.index(subject) for subject in small[1]]] + 0.5
    encoder = SimpleNamespace(encode=lambda given: vectors[[small[0].index(text) for text in given]])
    found = topics.fit(small[0], 4, encoder=encoder, resamples=0)
    assert {len(given) for given in found.several(small[0])} == {1}
    assert topics.fit(small[0][:5]).several(["Bussen kører."]) == ((),)


@pytest.mark.parametrize(
    ("count", "wanted", "resamples"), [(10, None, None), (40, None, 3), (40, 4, 0), (160, None, 2)]
)
def test_every_bar_is_filled(count: int, wanted: int | None, resamples: int | None) -> None:
    bars: dict[str, list[int]] = {}

    @contextmanager
    def stage(title: str, total: int) -> Iterator[Callable[[int], None]]:
        bars[title] = [total, 0]

        def advance(steps: int) -> None:
            bars[title][1] += steps

        yield advance

    topics.fit(passages(count)[0], wanted, resamples=resamples, stage=stage)
    assert all(done == total for total, done in bars.values()), bars
    assert len(bars) == (1 if count < 20 else 4)


def test_names_are_no_key_words_and_are_kept_only_where_they_stand() -> None:
    texts = [f"{text} Det siger Bjørn Skov." for text in passages(40)[0]]
    model = topics.fit(texts, 4, names=["Bjørn Skov", "Karen Uset"], resamples=0)
    assert not {"bjørn", "skov"} & {word for topic in model.topics for word in topic.terms}
    assert model.engine.names == {"bjørn", "skov"}
    without = topics.fit(texts, 4, resamples=0)
    assert "skov" in without.engine.embedder.vocabulary  # type: ignore[union-attr]
