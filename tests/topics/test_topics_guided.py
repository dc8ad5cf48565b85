"""Topics guided by a codebook."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from hoering import topics
from hoering.codebook import ActorCode, Code, Codebook
from hoering.errors import HoeringError
from hoering.topics.clusters import nearest_first
from hoering.topics.guided import strong_words, text_of

from .conftest import passages

CODES = {
    "bus": ("Busser", "Bussen, køreplanen, ruten og stoppestedet.", "Natbussen er altid forsinket."),
    "skole": ("Skolen", "Læreren, eleverne og klasseværelset. Busser: `bus`.", "Pædagogen klager over larm."),
}


def entry(id: str, label: str, definition: str, *examples: str) -> Code:
    return Code(id=id, label=label, definition=definition, examples=examples)


@pytest.fixture(scope="module")
def book() -> Codebook:
    """Codes for two of the four subjects of the passages."""
    who = ActorCode(id="borgere", label="Borgere", definition="Borgere")
    themes = tuple(entry(id, *said) for id, said in CODES.items())
    return Codebook(id="x", label="X", version="1", themes=themes, actors=(who,), stances=(entry("kritik", "K", "K"),))


@pytest.fixture(scope="module")
def model(large: tuple[list[str], list[str]], book: Codebook) -> topics.TopicModel:
    return topics.fit(large[0], 2, guided_by=book, resamples=2)


def test_codes_and_what_they_do_not_cover_become_topics(
    model: topics.TopicModel, large: tuple[list[str], list[str]]
) -> None:
    assert adjusted_rand_score(large[1], model.assignments) > 0.8
    by_code = {topic.code: topic for topic in model.topics}
    assert set(by_code) == {"bus", "skole", ""}
    assert [topic.label for topic in model.topics if topic.code == "bus"] == ["Busser"]
    assert sum(not topic.code for topic in model.topics) == 2
    bus = {place for place, subject in enumerate(large[1]) if subject == "bus"}
    found = {place for place, topic in enumerate(model.assignments) if topic == by_code["bus"].id}
    assert len(bus & found) / len(bus | found) > 0.8
    assert [topic.size for topic in model.topics] == sorted((topic.size for topic in model.topics), reverse=True)
    assert "kodebogen" in model.method
    assert "Busser" in model.bertopic.custom_labels_
    assert all(0 <= topic.stability <= 1 for topic in model.topics)


def test_new_passages_go_where_the_old_ones_went(model: topics.TopicModel, large: tuple[list[str], list[str]]) -> None:
    """BERTopic's zero-shot rule and the one that needs no BERTopic are the same."""
    assert model.assign(large[0]) == model.assignments


def test_it_is_the_same_again_and_from_disk(
    model: topics.TopicModel, large: tuple[list[str], list[str]], book: Codebook, tmp_path: Path
) -> None:
    assert topics.fit(large[0], 2, guided_by=book, resamples=2) == model
    topics.save(model, tmp_path)
    loaded = topics.load(tmp_path, large[0])
    assert loaded == model
    assert loaded.assign(large[0]) == model.assignments


def test_a_merged_topic_is_no_code_and_the_others_stay(model: topics.TopicModel) -> None:
    free = [topic.id for topic in model.topics if not topic.code]
    merged = topics.merge(model, free)
    assert sorted(topic.code for topic in merged.topics) == ["", "bus", "skole"]
    assert merged.engine.codes == ()


def test_few_passages_far_from_codes_stay_outside(book: Codebook) -> None:
    texts, subjects = passages(60)
    kept = [text for text, subject in zip(texts, subjects, strict=True) if subject in CODES]
    others = ["Skraldespanden lugter af madaffald.", "Genbrugspladsen har lukket.", "Renovationen sorterer plast."]
    found = topics.fit([*kept, *others], guided_by=book, resamples=1)
    assert {topic.code for topic in found.topics} == {"bus", "skole"}
    assert found.assignments[-3:] == (-1, -1, -1)
    assert any("uden for emnerne" in note for note in found.notes)


def test_passages_far_from_every_code_are_topics_of_their_own(book: Codebook) -> None:
    texts, subjects = passages(80)
    kept = [text for text, subject in zip(texts, subjects, strict=True) if subject not in CODES]
    found = topics.fit(kept, 2, guided_by=book, near=0.9, resamples=0)
    assert [topic.code for topic in found.topics] == ["", ""]


def test_every_passage_near_a_code(book: Codebook) -> None:
    texts, subjects = passages(80)
    kept = [text for text, subject in zip(texts, subjects, strict=True) if subject in CODES]
    found = topics.fit(kept, guided_by=book, near=0.01, resamples=0)
    assert {topic.code for topic in found.topics} == {"bus", "skole"}


def test_an_encoder_reads_the_codes_too(book: Codebook) -> None:
    texts, subjects = passages(80)
    places = {"bus": 0, "job": 1, "skole": 2, "affald": 3}
    vectors = dict(zip(texts, np.eye(4)[[places[subject] for subject in subjects]], strict=True))
    codes = {text_of(code): np.eye(4)[places[code.id]] for code in book.themes}
    encoder = SimpleNamespace(encode=lambda given: [(vectors | codes)[text] for text in given])
    found = topics.fit(texts, 2, encoder=encoder, guided_by=book, resamples=0)
    assert adjusted_rand_score(subjects, found.assignments) == 1
    assert found.engine.near == 0.7


def test_a_code_does_not_say_what_belongs_to_others(book: Codebook) -> None:
    assert "bus`" not in text_of(book.themes[1])
    assert "larm" in text_of(book.themes[1])


def test_the_words_of_strong_patterns_tell_of_a_code(large: tuple[list[str], list[str]], book: Codebook) -> None:
    bare = {"definition": "X.", "include": "", "examples": (), "label": "X"}
    themes = [theme.model_copy(update=bare) for theme in book.themes]
    patterns = {"bus": ("*bus/natbus", "<by> køreplan"), "skole": ("lærer*", "klasseværelse")}
    towns = {"by": ("brejlund",)}
    told = [theme.model_copy(update={"strong": patterns[theme.id]}).with_groups(towns) for theme in themes]
    assert [strong_words(theme) for theme in told] == ["bus natbus køreplan", "lærer klasseværelse"]
    found = topics.fit(large[0], 2, guided_by=book.model_copy(update={"themes": tuple(told)}), resamples=0)
    codes = {topic.id: topic.code for topic in found.topics}
    hit = [codes[topic] == subject for topic, subject in zip(found.assignments, large[1], strict=True) if codes[topic]]
    assert set(codes.values()) == {"bus", "skole", ""}
    assert sum(hit) / len(hit) > 0.8


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"guided_by": "beskaeftigelse"}, "kodebog"),
        ({"method": "lda"}, "findes ikke"),
        ({"near": 0}, "lighed"),
        ({"embeddings": np.ones((30, 2))}, "encoder"),
        ({"method": "umap"}, "ikke begge"),
        ({"min_similarity": 0.3}, "min_similarity"),
    ],
)
def test_what_cannot_be_asked(book: Codebook, asked: dict[str, Any], message: str) -> None:
    settings = {"guided_by": book} | asked
    with pytest.raises(HoeringError, match=message):
        topics.fit(passages(30)[0], **settings)


def test_codes_first() -> None:
    rows = np.array([[1, 0], [0.6, 0.8], [0, 1], [0, 0]], dtype=np.float32)
    middle = np.array([[0, 1], [1, 0]], dtype=np.float32)
    first = np.array([False, True])
    assert nearest_first(rows, middle, first, 0.5)[0].tolist() == [1, 1, 0, -1]
    assert nearest_first(rows, middle, first, 0.7)[0].tolist() == [1, 0, 0, -1]
    assert nearest_first(rows, middle[1:], np.array([True]), 0.7)[0].tolist() == [0, -1, -1, -1]
    assert nearest_first(rows, middle, np.array([], dtype=bool), 0.7)[0].tolist() == [1, 0, 0, -1]


def test_patterns_find_passages_that_share_no_word_with_their_code(book: Codebook) -> None:
    """The hits of one word show where passages lie that stand beside it in meaning."""
    texts, subjects = passages(240)
    job = entry("job", "Q", "Q").model_copy(update={"strong": ("jobcentret", "jobkonsulenten")})
    found = topics.fit(texts, 3, guided_by=book.model_copy(update={"themes": (*book.themes, job)}), resamples=0)
    (own,) = [topic.id for topic in found.topics if topic.code == "job"]
    hit = ("Jobcentret", "Jobkonsulenten")
    unnamed = [
        text for text, subject in zip(texts, subjects, strict=True) if subject == "job" and not text.startswith(hit)
    ]
    others = [text for text, subject in zip(texts, subjects, strict=True) if subject != "job"]
    alike, unlike = (found.engine.rows(given) @ found.engine.centres[own] for given in (unnamed, others))
    assert np.mean(alike) > np.mean(unlike) + 0.1


def test_a_passage_that_names_two_codes_has_two_topics(
    model: topics.TopicModel, large: tuple[list[str], list[str]]
) -> None:
    both = "Bussen springer afgange over ved stoppestedet, og læreren savner bøger for eleverne i klasseværelset."
    by_code = {topic.code: topic.id for topic in model.topics}
    found = model.several([both, "Natbussen er altid forsinket.", "Og så er det det."])
    assert set(found[0]) == {by_code["bus"], by_code["skole"]}
    assert found[0][0] == model.assign([both])[0]
    assert found[1:] == ((by_code["bus"],), ())
    every = model.several(large[0])
    assert tuple(first for first, *_ in every) == model.assignments
    assert all(len(set(given)) == len(given) <= 2 for given in every)
