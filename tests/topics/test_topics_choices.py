"""People's decisions on topics: kept in a file, placed again by passages or words, never dropped without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoering import topics
from hoering.errors import DecisionsError, HoeringError
from hoering.topics.choices import (
    CHOICES_FILE,
    Action,
    Choice,
    TopicChoices,
    after,
    passage_mark,
    read_choices,
    remembered,
    replay,
)
from hoering.topics.model import Topic, TopicModel

from .conftest import passages

Given = tuple[list[str], list[str]]


def about(model: TopicModel, word: str) -> Topic:
    """The topic with a key word."""
    return next(topic for topic in model.topics if word in " ".join(topic.terms))


def choice(model: TopicModel, texts: list[str], action: Action, *words: str, name: str = "") -> Choice:
    known = tuple(remembered(about(model, word), model, texts) for word in words)
    return Choice(handling=action, emner=known, navn=name)


def test_decisions_come_back_from_the_file_as_they_were(small: Given, small_model: TopicModel, tmp_path: Path) -> None:
    made = choice(small_model, small[0], "navn", "bus", name="Kollektiv »trafik«: æøå")
    choices = TopicChoices(antal=7, valg=(made, choice(small_model, small[0], "flet", "bus", "lærer")))
    (tmp_path / CHOICES_FILE).write_bytes(choices.to_yaml())
    assert read_choices(tmp_path) == choices


def test_without_a_file_there_are_no_decisions(tmp_path: Path) -> None:
    assert read_choices(tmp_path) == TopicChoices()
    (tmp_path / CHOICES_FILE).write_text("# kun en bemærkning\n", encoding="utf-8")
    assert read_choices(tmp_path) == TopicChoices()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("antal: [", "linje"),
        ("antal: mange", "antal: skal være et helt tal"),
        ("antal: 0", "antal: er for lille"),
        ("hvad: 1", "hvad: ukendt nøgle"),
        ("valg:\n- handling: slet\n  emner: [Bus]", "valg, nr. 1, handling: skal være"),
        ("valg:\n- handling: flet\n  emner: [Bus]", "mindst to emner"),
        ("valg:\n- handling: navn\n  emner: [Bus]", "mangler det nye navn"),
        ("- 1", "valg"),
    ],
)
def test_a_file_out_of_form_is_told_in_danish(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / CHOICES_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DecisionsError, match=message):
        read_choices(tmp_path)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / CHOICES_FILE).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DecisionsError, match="UTF-8"):
        read_choices(tmp_path)


def test_a_name_survives_more_passages_and_another_order(small: Given, small_model: TopicModel) -> None:
    made = choice(small_model, small[0], "navn", "bus", name="Kollektiv trafik")
    more = passages(100)[0][::-1]
    model, problems = replay(topics.fit(more, 4, resamples=0), TopicChoices(valg=(made,)), more)
    assert problems == ()
    assert "bus" in " ".join(model.topic("Kollektiv trafik").terms)


def test_a_name_is_placed_by_words_where_no_passage_is_left(small: Given, small_model: TopicModel) -> None:
    made = choice(small_model, small[0], "navn", "bus", name="Kollektiv trafik")
    other = [text.removesuffix(".") + " siden nytår." for text in small[0]]
    assert not {passage_mark(text) for text in other} & set(made.emner[0].afsnit.split())
    model, problems = replay(topics.fit(other, 4, resamples=0), TopicChoices(valg=(made,)), other)
    assert problems == ()
    assert "bus" in " ".join(model.topic("Kollektiv trafik").terms)


def test_merges_splits_and_names_follow_each_other(small: Given, small_model: TopicModel) -> None:
    texts, model, choices = small[0], small_model, TopicChoices()
    for action, words, name in (
        ("flet", ("bus", "lærer"), ""),
        ("navn", ("bus",), "Bus og skole"),
        ("del", ("job",), ""),
    ):
        made = choice(model, texts, action, *words, name=name)  # type: ignore[arg-type]
        model = after(model, made, texts)
        choices = TopicChoices(valg=(*choices.valg, made))
    again, problems = replay(small_model, choices, texts)
    assert problems == ()
    assert again.assignments == model.assignments
    assert [topic.label for topic in again.topics] == [topic.label for topic in model.topics]
    assert again.topic("Bus og skole").size == 40
    assert len(again.topics) == 4


def test_a_decision_on_a_topic_that_is_gone_is_told_and_the_others_hold(small: Given, small_model: TopicModel) -> None:
    texts, names = small
    choices = TopicChoices(
        valg=(
            choice(small_model, texts, "navn", "bus", name="Kollektiv trafik"),
            choice(small_model, texts, "navn", "job", name="Beskæftigelse"),
        )
    )
    left = [text for text, name in zip(texts, names, strict=True) if name != "bus"]
    model, problems = replay(topics.fit(left, 3, resamples=0), choices, left)
    assert model.topic("Beskæftigelse").size == 20
    (problem,) = problems
    assert problem.stage == "emner"
    assert "Kollektiv trafik" in problem.item
    assert "findes ikke mere" in problem.reason
    assert CHOICES_FILE in problem.reason


def test_a_topic_does_not_take_two_names(small: Given, small_model: TopicModel) -> None:
    texts = small[0]
    choices = TopicChoices(
        valg=(
            choice(small_model, texts, "navn", "bus", name="Kollektiv trafik"),
            choice(small_model, texts, "navn", "bus", name="Noget andet"),
        )
    )
    model, (problem,) = replay(small_model, choices, texts)
    assert model.topic("Kollektiv trafik")
    assert "allerede fået navnet »Kollektiv trafik«" in problem.reason


def test_a_name_can_be_changed_later(small: Given, small_model: TopicModel) -> None:
    texts = small[0]
    first = choice(small_model, texts, "navn", "bus", name="Kollektiv trafik")
    second = choice(after(small_model, first, texts), texts, "navn", "bus", name="Busser")
    model, problems = replay(small_model, TopicChoices(valg=(first, second)), texts)
    assert problems == ()
    assert model.topic("Busser")


def test_topics_that_have_become_one_are_told(small: Given, small_model: TopicModel) -> None:
    texts = small[0]
    made = choice(small_model, texts, "flet", "bus", "lærer")
    model, problems = replay(small_model, TopicChoices(valg=(made, made)), texts)
    assert len(model.topics) == 3
    assert "ét emne" in problems[0].reason or "findes ikke" in problems[0].reason


def test_a_topic_written_by_hand_is_known_by_its_name(small: Given, small_model: TopicModel) -> None:
    label = about(small_model, "bus").label
    made = Choice.model_validate({"handling": "navn", "emner": [label], "navn": "Busser"})
    assert after(small_model, made, small[0]).topic("Busser")
    with pytest.raises(HoeringError, match="intet emne"):
        after(small_model, Choice.model_validate({"handling": "del", "emner": ["Måner"]}), small[0])


def test_no_topics_take_no_decision(small: Given, small_model: TopicModel) -> None:
    made = choice(small_model, small[0], "navn", "bus", name="Busser")
    few = small[0][:5]
    model, problems = replay(topics.fit(few), TopicChoices(valg=(made,)), few)
    assert model.topics == ()
    assert len(problems) == 1
