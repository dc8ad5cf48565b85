"""What may name a topic."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from hoering.topics.keywords import key_words, labels_of, telling_words
from hoering.topics.naming import names_something


@pytest.mark.parametrize(
    "form",
    [
        "bussen",
        "køreplanerne",
        "natbussen",
        "VUC",
        "unge",
        "fritidsforældre",
        "hjælp",
        "møde",
        "pejlemærke",
        "a-kasserne",
        "sagsbehandler",
    ],
)
def test_nouns_abbreviations_and_groups_of_people_name_something(form: str) -> None:
    assert names_something(form)


@pytest.mark.parametrize(
    "form", ["skriver", "ringe", "bange", "sprunget", "varsles", "rundt", "fl", "tydelig", "videregiver"]
)
def test_verbs_adjectives_and_crumbs_do_not(form: str) -> None:
    assert not names_something(form)


def scored(*topics: str) -> list[tuple[tuple[str, float], ...]]:
    return [tuple((word, 1.0 / (place + 1)) for place, word in enumerate(topic.split())) for topic in topics]


def test_a_label_takes_nouns_first_and_other_words_only_where_there_are_too_few() -> None:
    assert labels_of(scored("ringe bus sen køreplan rute"), {}) == ["Bus, køreplan og rute"]
    assert labels_of(scored("ringe bus sen"), {}) == ["Bus, ringe og sen"]


def test_words_of_many_topics_come_after_those_of_few() -> None:
    found = scored("borger bus rute tog", "borger skole elev lærer", "borger affald plads", "have plæne træ busk")
    assert labels_of(found, {})[:3] == ["Bus, rute og tog", "Skole, elev og lærer", "Affald, plads og borger"]


def test_two_forms_of_a_word_do_not_share_a_label() -> None:
    shown = {"bus": "bussen", "rute": "ruten"}
    assert labels_of(scored("bus bussens tog rute"), shown) == ["Bussen, tog og ruten"]


def test_words_of_many_passages_before_those_of_one() -> None:
    key = scored("fleksjob kran hæl timer")
    assert labels_of(key, {}, [["fleksjob", "timer", "løn"]]) == ["Fleksjob, timer og løn"]
    assert labels_of(key, {}, [["fleksjob", "timer"]]) == ["Fleksjob og timer"]
    assert labels_of(key, {}, [["fleksjob"]]) == ["Fleksjob og kran"]
    assert labels_of(key, {}, [[]]) == ["Fleksjob, kran og hæl"]


def test_two_topics_of_the_same_words_are_told_apart() -> None:
    key = scored("fleksjob timer kran", "fleksjob timer hæl")
    assert labels_of(key, {}, [["fleksjob", "timer"]] * 2) == ["Fleksjob og timer", "Fleksjob, timer og hæl"]


def test_words_that_say_when_come_last() -> None:
    assert labels_of(scored("kirke onsdag kaffe jul forening"), {}) == ["Kirke, kaffe og forening"]


def test_a_word_tells_of_a_topic_that_stands_in_several_of_its_passages_and_mostly_there() -> None:
    vocabulary = ["bus", "kran", "kommune"]
    passages = [[1, 0, 1], [1, 1, 1], [1, 0, 0], *[[0, 0, 1]] * 12]
    counts, labels = sp.csr_matrix(np.array(passages, dtype=np.float32)), np.array([0, 0, 0, *[1] * 12])
    assert {word for word, _ in key_words(counts, labels, vocabulary)[0]} == set(vocabulary)
    assert telling_words(counts, labels, vocabulary) == [["bus"], ["kommune"]]
