"""Merging, splitting and renaming."""

from __future__ import annotations

import math

import pytest

from hoering import topics
from hoering.errors import HoeringError
from hoering.topics import TopicModel


def test_merged_topics_are_one_and_the_others_stay(large_model: TopicModel) -> None:
    first, second = large_model.topics[2], large_model.topics[3]
    merged = topics.merge(large_model, [first.label, second.id])
    assert len(merged.topics) == 3
    assert merged.topics[0].size == first.size + second.size
    assert math.isnan(merged.topics[0].stability)
    before = {place for place, topic in enumerate(large_model.assignments) if topic in (2, 3)}
    assert {place for place, topic in enumerate(merged.assignments) if topic == 0} == before
    assert {topic.label for topic in large_model.topics[:2]} <= {topic.label for topic in merged.topics}
    assert list(merged.bertopic.topics_) == list(merged.assignments)


def test_a_split_topic_is_two_and_can_be_merged_back(large_model: TopicModel) -> None:
    parted = topics.split(large_model, 0)
    assert len(parted.topics) == 5
    pieces = {parted.assignments[place] for place, topic in enumerate(large_model.assignments) if topic == 0}
    assert len(pieces) == 2
    again = topics.merge(parted, sorted(pieces))
    assert sorted(topic.size for topic in again.topics) == sorted(topic.size for topic in large_model.topics)


def test_a_topic_gets_the_name_people_give_it(small_model: TopicModel) -> None:
    named = topics.rename(small_model, 0, "Busser der svigter")
    assert named.topic("Busser der svigter").id == 0
    assert named.topics[1:] == small_model.topics[1:]
    assert "Busser der svigter" in named.bertopic.custom_labels_
    with pytest.raises(HoeringError, match="eget navn"):
        topics.rename(named, 1, "Busser der svigter")


def test_what_cannot_be_changed(small_model: TopicModel) -> None:
    with pytest.raises(HoeringError, match="intet emne"):
        topics.merge(small_model, ["Rumfart", 0])
    with pytest.raises(HoeringError, match="mindst to"):
        topics.merge(small_model, [0])
    with pytest.raises(HoeringError, match="kan ikke deles"):
        topics.split(small_model, 0, 1_000)
