"""The figures of the topics: who speaks of them, which themes they are, and every number counted again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from hoering.report import ThemeReport, render_markdown
from hoering.report.recount.counting import faults
from hoering.report.recount.markdown_file import read_markdown
from hoering.report.recount.tables import Tables
from hoering.report.topic_figures import WHICH, WHO, topic_figures

BUS, JOB = "Bus og aften", "Breve, bange"


@pytest.fixture(name="topical")
def _topical(material: Any) -> Any:
    """Each sentence of four letters is a passage; the second of the first letter is a copy of another's."""
    codings = material.table("codings")
    said = codings[codings["kind"] == "theme"].drop_duplicates(["source", "start"]).head(5)
    topic = [1, 0, 0, 1, 1]
    placed = pd.DataFrame(
        {
            "segment_id": [f"p{place}" for place in range(5)], "source": said["source"].tolist(),
            "start": said["start"].tolist(), "end": said["end"].tolist(), "topic": topic,
            "label": [(BUS, JOB)[number] for number in topic], "copy": [False, True, False, False, False],
        }
    )  # fmt: skip
    topics = pd.DataFrame(
        {
            "topic": [0, 1], "label": [BUS, JOB], "key_words": ["bus", "breve"], "passages": [1, 3],
            "share": [0.2, 0.6], "sources": [2, 3], "stability": [0.8, 0.8],
            "coverage_code": ["bus", "moede"], "coverage": [0.6, 0.6],
            "new": [False, False], "method": ["", ""],
        }
    )  # fmt: skip
    # The passages' own ids are the sentences': a sentence without a parent stands for itself.
    ids = dict(zip(zip(placed["source"], placed["start"], strict=True), placed["segment_id"], strict=True))
    named = [ids.get(place, "") for place in zip(codings["source"], codings["start"], strict=True)]
    segments = pd.DataFrame({"segment_id": placed["segment_id"], "parent": [""] * 5})
    more = {
        "topics": topics, "topic_assignments": placed, "segments": segments,
        "codings": codings.assign(segment_id=named),
    }  # fmt: skip
    return replace(material, frames={**material.frames, **more})


def test_submissions_by_type_and_passages_by_theme_are_counted(topical: Any) -> None:
    who, which = topic_figures(ThemeReport(topical).tally)

    assert (who.key, which.key) == (WHO, WHICH)
    assert [name for name, _ in who.rows] == [BUS, JOB]
    placed = topical.table("topic_assignments")
    for number, (_, counts) in enumerate(who.rows):
        assert sum(counts) == placed[placed["topic"] == number]["source"].nunique()
    assert sum(sum(counts) for _, counts in which.rows) >= 4
    assert "BUS" not in which.alt
    assert "Emner og temaer" in which.caption


def test_a_run_without_topics_has_no_figures_of_them(material: Any) -> None:
    assert topic_figures(ThemeReport(material).tally) == []


def test_each_number_is_counted_again_in_the_tables(topical: Any) -> None:
    report = ThemeReport(topical)
    lines = read_markdown(render_markdown(report.paper))
    assert not list(faults(lines, Tables(topical)))

    for caption in ("Hvem taler om emnerne", "Emner og temaer"):
        first = next(
            i
            for i, line in enumerate(lines)
            if line.kind == "caption" and caption in line.text and "antal" in line.text
        )
        row = lines[first + 2]
        wrong = replace(row, cells=(row.cells[0], "9", *row.cells[2:]))
        planted = [*lines[: first + 2], wrong, *lines[first + 3 :]]
        assert any(caption in fault for fault in faults(planted, Tables(topical)))


def test_topics_of_one_name_are_told_apart(topical: Any) -> None:
    topics = topical.table("topics").assign(label=BUS)
    placed = topical.table("topic_assignments").assign(label=BUS)
    both = replace(topical, frames={**topical.frames, "topics": topics, "topic_assignments": placed})

    assert [name for name, _ in topic_figures(ThemeReport(both).tally)[0].rows] == [BUS, f"{BUS} (1)"]
    assert not list(faults(read_markdown(render_markdown(ThemeReport(both).paper)), Tables(both)))
