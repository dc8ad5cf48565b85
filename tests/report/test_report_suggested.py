from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from hoering.material import Material
from hoering.report import ThemeReport, check, render_markdown
from hoering.report.blocks import Grid, Heading, Paragraph, Quoted, flat
from hoering.report.recount.counting import faults
from hoering.report.recount.markdown_file import read_markdown
from hoering.report.recount.tables import Tables

QUOTE = "Bussen kører ikke om aftenen."


def with_topics(material: Material, *, quote: str = QUOTE) -> Material:
    """A run with a topic that is new, and one like a theme; a copied passage does not count."""
    topics = pd.DataFrame(
        {
            "topic": [0, 1],
            "label": ["Bus og aften", "Breve, bange"],
            "key_words": ["bus, aften", "breve, bange"],
            "passages": [2, 1],
            "share": [0.5, 0.25],
            "sources": [3, 1],
            "stability": [0.8, 0.2],
            "coverage_code": ["bus", "moede"],
            "coverage": [0.2, 0.6],
            "new": [True, False],
            "method": ["", ""],
        }
    )
    placed = pd.DataFrame(
        {
            "topic": [0, 0, 0, 1, -1],
            "label": ["Bus og aften"] * 3 + ["Breve, bange", ""],
            "source": ["s1", "s2", "s4", "s3", "s5"],
            "copy": [False, False, True, False, False],
        }
    )
    text = material.texts["s1"]
    start = text.view.text.index(QUOTE)
    examples = pd.DataFrame(
        {
            "topic": [0], "rank": [1], "source": ["s1"], "page": [text.page_of(start)], "start": [start],
            "end": [start + len(QUOTE)], "quote": [quote], "score": [0.9],
        }
    )  # fmt: skip
    more = {"topics": topics, "topic_assignments": placed, "topic_examples": examples}
    return replace(material, frames={**material.frames, **more})


def test_a_run_without_topics_has_no_chapter(report: ThemeReport) -> None:
    assert not [b for b in flat(report.paper.blocks) if isinstance(b, Heading) and b.anchor == "emner"]


def test_new_topics_come_first_with_words_size_and_a_passage(material: Material) -> None:
    blocks = list(flat(ThemeReport(with_topics(material)).paper.blocks))
    start = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "emner")
    end = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "afsendere")
    own = blocks[start:end]
    headings = [b.text for b in own if isinstance(b, Heading)][1:]
    assert headings == ["Nyt, som kodebogen ikke dækker", "Bus og aften", "Emner, som ligner temaer i kodebogen"]
    told = [b.text for b in own if isinstance(b, Paragraph)]
    assert told[1].startswith("Der er 2 emner. Usikre er 1:")
    assert told[2] == "2 afsnit i 3 henvendelser. Nøgleord: bus, aften."
    assert [b.quote.text for b in own if isinstance(b, Quoted)] == [QUOTE]
    assert [b.rows for b in own if isinstance(b, Grid)] == [
        (("Breve, bange", "breve, bange", "1", "1", "Mødet med jobcentret"),)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2 afsnit i 3 henvendelser", "2 afsnit i 4 henvendelser"),
        ("2 afsnit i 3 henvendelser", "3 afsnit i 3 henvendelser"),
        ("| Breve, bange | breve, bange | 1 |", "| Breve, bange | breve, bange | 2 |"),
        ("Der er 2 emner", "Der er 3 emner"),
    ],
)
def test_a_wrong_number_of_a_topic_is_found(material: Material, old: str, new: str) -> None:
    report = ThemeReport(with_topics(material))
    text = render_markdown(report.paper)
    assert check(text.encode(), "md", report.paper, report.material) == []
    assert text.count(old) == 1
    # The tables alone tell, also where the paper was counted wrong.
    assert list(faults(read_markdown(text.replace(old, new)), Tables(report.material)))


def test_a_passage_that_is_not_in_the_text_is_not_printed_and_said(material: Material) -> None:
    report = ThemeReport(with_topics(material, quote="Bussen kører altid om natten."))
    assert "altid om natten" not in render_markdown(report.paper)
    assert any("ordlyden stemmer ikke med teksten" in problem.reason for problem in report.problems)
