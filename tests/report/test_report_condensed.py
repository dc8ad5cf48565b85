"""The paper to be paged through: shorter, and still with every position, number and reference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hoering.report import ThemeReport, check, render_markdown, render_word, theme_papers
from hoering.report.blocks import Briefly, Paper, Paragraph, Quoted, Singles, flat
from hoering.report.condensed import AGAIN, TOLD, condensed
from hoering.report.recount.counting import faults
from hoering.report.recount.lines import expected
from hoering.report.recount.markdown_file import read_markdown
from hoering.report.recount.tables import Tables
from hoering.report.recount.word_file import as_word_holds, read_word
from hoering.report.word_elements import UNSHOWN

Make = Callable[..., Any]


@pytest.fixture(name="many")
def _many(make_material: Make, letter: Make, said: Make) -> ThemeReport:
    """Six who want one thing, one who says another in own words under two themes, and one with a telling title."""
    bus = "Ønske om en bus om aftenen"
    same = [letter("", "borgere", [said(f"Sæt bus nr. {n} ind.", ["bus"], "forslag", bus)]) for n in range(6)]
    own = [
        said("Bussen gør de unge trætte.", ["bus", "unge"]),
        said("Giv de unge et kort.", ["unge"], "forslag", "Ønske om et ungdomskort"),
    ]
    return ThemeReport(make_material([*same, letter("Ungerådet", "raad", own)]))


def _lines(paper: Paper) -> list[str]:
    return [row.line for block in flat(paper.blocks) if isinstance(block, Briefly) for row in block.rows]


def test_a_position_has_three_quotations_at_most_and_its_source_on_one_line(many: ThemeReport) -> None:
    whole, short = ([b for b in flat(p.blocks) if isinstance(b, Quoted)] for p in (many.paper, condensed(many.paper)))
    own = [block for block in short if "Sæt bus" in block.quote.text]

    assert sum("Sæt bus" in block.quote.text for block in whole) > len(own)
    assert all(", tegn " in block.source and "\n" not in block.source for block in short)
    chapter = condensed(many.paper).blocks
    entries = [g for theme in chapter if hasattr(theme, "blocks") for g in theme.blocks if hasattr(g, "blocks")]
    assert [sum(isinstance(block, Quoted) for block in entry.blocks) for entry in entries] == [3]


def test_what_one_says_is_a_line_and_own_words_stand_once(many: ThemeReport) -> None:
    paper = condensed(many.paper)

    assert sorted(_lines(paper)) == [
        "Kritik: »Bussen gør de unge trætte.« (7, R, s. 1)", "Ønske om et ungdomskort (7, R, s. 2)",
    ]  # fmt: skip
    told = [block.text for block in flat(paper.blocks) if isinstance(block, Paragraph)]
    assert f"{AGAIN}1 synspunkt fra henvendelse 7, som står under et tema ovenfor." in told
    assert TOLD in told
    assert not [block for block in flat(paper.blocks) if isinstance(block, Singles)]


def test_only_word_and_markdown_are_shortened_and_all_agree_with_the_tables(many: ThemeReport) -> None:
    made = theme_papers(many.material)

    assert made.problems == ()
    assert TOLD in made.files["temarapport.md"].decode()
    assert TOLD not in made.files["temarapport.html"].decode()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("»Bussen gør de unge trætte.« (7,", "»Bussen gør de unge friske.« (7,"),
        ("trætte.« (7, R, s. 1)", "trætte.« (7, R, s. 2)"),
        ("trætte.« (7, R, s. 1)", "trætte.« (6, R, s. 1)"),
        ("Ønske om et ungdomskort (7,", "Ønske om et ungdomshus (7,"),
        ("Ønske om et ungdomskort (7,", "Ønske om et ungdomskort (6,"),
        ("står bag (1)", "står bag (2)"),
        (f"{AGAIN}1 synspunkt fra henvendelse 7", f"{AGAIN}2 synspunkter fra henvendelse 7"),
        (f"{AGAIN}1 synspunkt fra henvendelse 7", f"{AGAIN}1 synspunkt fra henvendelse 8"),
    ],
)
def test_one_wrong_thing_in_a_line_is_found_in_the_tables_alone(many: ThemeReport, right: str, wrong: str) -> None:
    paper = condensed(many.paper)
    for lines in (read_word(render_word(paper).data), read_markdown(render_markdown(paper))):
        planted = [replace(line, text=line.text.replace(right, wrong)) for line in lines]

        assert not list(faults(lines, Tables(many.material)))
        assert planted != lines
        assert list(faults(planted, Tables(many.material)))


def test_a_line_that_is_left_out_is_found(many: ThemeReport) -> None:
    lines = read_markdown(render_markdown(condensed(many.paper)))
    lacking = [line for line in lines if not line.text.startswith("Ønske om et ungdomskort (")]

    assert any("synspunkter med én afsender" in fault for fault in faults(lacking, Tables(many.material)))


def test_words_that_word_cannot_hold_are_left_out_and_not_bent(make_material: Make, letter: Make, said: Make) -> None:
    report = ThemeReport(make_material([letter("", "borgere", [said("Bussen \x0b kommer aldrig.", ["bus"])])]))
    paper = condensed(report.paper)
    data = render_word(paper).data

    assert check(data, "docx", paper, report.material) == []
    assert [line.plain for line in read_word(data)] == [as_word_holds(line).plain for line in expected(paper)]
    assert UNSHOWN in [line.text for line in read_word(data)]


def test_a_sentence_that_tells_nothing_out_of_its_place_is_counted_and_stands_in_the_annexes(
    make_material: Make, letter: Make, said: Make
) -> None:
    letters = [
        letter("", "borgere", [said("Bussen gør de unge trætte.", ["bus"]), said("Det er ikke rimeligt.", ["bus"])])
    ]
    made = theme_papers(make_material(letters))

    assert made.problems == ()
    printed = made.files["temarapport.md"].decode()
    assert "Synspunkter (2)" in printed
    assert f"{AGAIN}1 synspunkt fra henvendelse 1, som ikke kan læses alene" in printed
    assert "Kritik: »Det er ikke rimeligt.«" not in printed
    assert "Det er ikke rimeligt." in made.files["temarapport.html"].decode()
