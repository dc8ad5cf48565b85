"""What may name a topic."""

from __future__ import annotations

import pytest

from hoering.topics.keywords import labels_of
from hoering.topics.naming import names_something


@pytest.mark.parametrize(
    "form", ["bussen", "køreplanerne", "natbussen", "VUC", "unge", "fritidsforældre", "hjælp", "møde", "pejlemærke"]
)
def test_nouns_abbreviations_and_groups_of_people_name_something(form: str) -> None:
    assert names_something(form)


@pytest.mark.parametrize("form", ["skriver", "ringe", "bange", "sprunget", "varsles", "rundt", "fl", "tydelig"])
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
