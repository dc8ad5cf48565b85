"""From passages to rows and codings, without a run."""

from __future__ import annotations

from dataclasses import replace

from hoering.records import Coding, Segment
from hoering.topics.choices import TopicChoices
from hoering.topics.finding import (
    Found,
    assignment_rows,
    example_rows,
    find,
    nothing,
    topic_codings,
    topic_rows,
)
from hoering.topics.passages import Passage

from .conftest import passages


def passage(number: int, text: str, *, copy: bool = False) -> Passage:
    segment = Segment(segment_id=f"a:{number}", source="a", document="a.txt", level="paragraph", page=1,
                      start=100 * number, end=100 * number + len(text), text=text)  # fmt: skip
    return Passage(segment, text, copy)


def found(count: int = 40, *more: Passage) -> Found:
    given = [passage(number, text) for number, text in enumerate(passages(count)[0])]
    return find([*given, *more], TopicChoices(antal=4))


def test_copies_are_given_the_topic_of_what_they_copy_and_do_not_count() -> None:
    text = passages(1)[0][0]
    made = found(40, passage(40, text, copy=True), passage(41, text, copy=True))
    assert len(made.model.assignments) == 40
    assert [place[0] for place in made.placed[40:]] == [made.placed[0][0]] * 2
    assert "a:40" not in made.assignments
    assert sum(row.passages for row in topic_rows(made, {}, set())) == 40


def test_every_passage_has_a_topic_or_a_reason() -> None:
    made = found(40, passage(40, "Øh, ja, det er jo det."), passage(41, "Hvad så?", copy=True))
    rows = list(assignment_rows(made))
    assert [row.reason for row in rows[40:]] == ["uden indhold", "uden indhold"]
    assert all((row.topic >= 0) == (row.reason == "") == (row.label != "") for row in rows)
    assert all(0 <= row.score <= 1 for row in rows)


def test_too_few_passages_are_called_that() -> None:
    made = found(5, passage(5, "Øh, ja."))
    assert [row.reason for row in assignment_rows(made)] == ["for få afsnit"] * 5 + ["uden indhold"]
    assert list(topic_rows(made, {}, set())) == list(example_rows(made)) == []


def test_examples_stand_verbatim_at_their_place() -> None:
    made = found()
    by_id = {item.segment.segment_id: item.segment for item in made.passages}
    rows = list(example_rows(made))
    assert {row.topic for row in rows} == {0, 1, 2, 3}
    for row in rows:
        segment = by_id[row.segment_id]
        assert (row.quote, row.start, row.end) == (segment.text, segment.start, segment.end)
        assert made.assignments[row.segment_id] == row.topic


def test_rows_carry_the_nearest_theme_and_whether_the_topic_is_new() -> None:
    rows = list(topic_rows(found(), {0: ("mobilitet", 0.61234)}, {1}))
    assert (rows[0].coverage_code, rows[0].coverage, rows[0].new) == ("mobilitet", 0.612, False)
    assert (rows[1].coverage_code, rows[1].coverage, rows[1].new) == ("", 0.0, True)


def test_sentences_are_coded_with_the_topic_of_their_passage() -> None:
    made = found(40, passage(40, "Øh, ja."))
    inside = [replace(p.segment, segment_id=f"{p.segment.segment_id}.00", parent=p.segment.segment_id, level="sentence")
              for p in made.passages]  # fmt: skip
    voices = [
        Coding(coding_id=str(place), source="a", document="a.txt", page=1, start=item.start, end=item.end,
               quote=item.text, kind="voice", code="borgere", score=1, why="", coder="rule:voice", sender="Borger",
               sender_type="borgere", segment_id=item.segment_id, codebook="bog 1")
        for place, item in enumerate(inside)
    ]  # fmt: skip
    coded = list(topic_codings(made, inside, voices))
    assert [item.code for item in coded] == [f"emne_{topic}" for topic, _ in made.placed[:40]]
    assert {(item.kind, item.coder, item.codebook, item.sender) for item in coded} == {
        ("topic", "topic:nmf", "", "Borger")
    }
    assert len({item.coding_id for item in coded}) == 40
    assert list(topic_codings(made, [item.segment for item in made.passages], voices)) == []


def test_nothing_is_a_model_with_a_note() -> None:
    assert nothing("Kørt uden emner.").model.notes == ("Kørt uden emner.",)
    assert list(assignment_rows(nothing())) == []
