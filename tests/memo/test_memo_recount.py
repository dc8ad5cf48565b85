"""A finished paper in which one thing is wrong is not handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hoering.memo import ITEM, MEMO, SCHEMA, Choices, Heard, Hearing, Memo, memo_papers
from hoering.memo import papers as papers_module
from hoering.memo.item import item_paper
from hoering.memo.note import memo_paper
from hoering.memo.papers import read_lines
from hoering.memo.recount import faults
from hoering.report.blocks import Paper, Paragraph
from hoering.report.recount.lines import Line, expected

CHOICES = Choices(parties=(Heard("Handicaprådet"), Heard("KL")))


def _printed(material: Any, paper: Callable[[Memo], Paper] = memo_paper) -> list[Line]:
    return list(expected(paper(Memo(Hearing(material), CHOICES))))


@pytest.mark.parametrize("name", [MEMO, SCHEMA, ITEM])
@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_a_right_paper_passes_in_every_format(material: Any, name: str, suffix: str) -> None:
    wanted = {"docx": "word"}.get(suffix, suffix)
    data = memo_papers(material, name, (wanted,), CHOICES).files[f"{name}.{suffix}"]

    assert not list(faults(read_lines(f"{name}.{suffix}", data), material))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("fire forskellige sagsbehandlere« (svar", "fem forskellige sagsbehandlere« (svar"),
        ("gør folk utrygge« (svar\xa02,\xa0s.\xa02)", "gør folk utrygge« (svar\xa02,\xa0s.\xa01)"),
        ("gør folk utrygge« (svar\xa02,", "gør folk utrygge« (svar\xa01,"),
        ("gør folk utrygge« (svar\xa02,", "gør folk utrygge« (svar\xa099,"),
        ("To borgere (svar 3 og 4)", "Tre borgere (svar 3 og 4)"),
        ("To borgere (svar 3 og 4)", "To borgere (svar 2 og 4)"),
        ("A-kassen Havblik (svar 2) ønsker", "A-kassen Havblik (svar 1) ønsker"),
        ("Handicaprådet i Vestrup Kommune (svar 1)", "Seniorrådet (svar 1)"),
        ("(svar\xa05,\xa0s.\xa01) henviser", "(svar\xa02,\xa0s.\xa01) henviser"),
        ("Der er modtaget 5 høringssvar", "Der er modtaget 6 høringssvar"),
        ("c) Svar fra andre end de hørte parter (4)", "c) Svar fra andre end de hørte parter (3)"),
        ("2. marts – 20. marts 2026« (henvendelse", "2. marts – 21. marts 2026« (henvendelse"),
    ],
)
def test_one_wrong_thing_in_the_text_is_found(material: Any, right: str, wrong: str) -> None:
    lines = _printed(material)
    planted = [replace(line, text=line.text.replace(right, wrong)) for line in lines]

    assert planted != lines
    assert list(faults(planted, material))


@pytest.mark.parametrize(
    ("row", "column", "wrong"),
    [
        ("Svar i alt", 1, "6"), ("– med bemærkninger", 1, "3"), ("– uden bemærkninger", 1, "2"),
        ("– fra hørte parter", 1, "2"), ("– fra andre", 1, "3"), ("Hørte parter i alt", 1, "3"),
        ("– som har svaret", 1, "2"), ("– som ikke har svaret", 1, "0"), ("Handicaprådet", 1, "2"),
        ("3", 1, "Ole Olsen"), ("2", 4, "uden"), ("5", 0, "50"),
    ],
)  # fmt: skip
def test_one_wrong_thing_in_a_table_is_found(material: Any, row: str, column: int, wrong: str) -> None:
    lines = _printed(material)
    place = next(i for i, line in enumerate(lines) if line.cells and line.cells[0] == row)
    cells = list(lines[place].cells)
    cells[column] = wrong
    lines[place] = replace(lines[place], cells=tuple(cells))

    assert list(faults(lines, material))


def test_a_wrong_weight_in_the_item_is_found(material: Any) -> None:
    lines = [replace(line, text=line.text.replace("(4 svar)", "(3 svar)")) for line in _printed(material, item_paper)]

    assert any("svar om Mødet med jobcentret" in fault for fault in faults(lines, material))


def test_a_paper_with_a_wrong_quotation_is_not_handed_over(material: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(memo: Memo) -> Paper:
        return Paper(title="T", subtitle="S", blocks=(Paragraph("Rådet skriver: »aldrig sagt« (svar 1, s. 1)."),))

    monkeypatch.setitem(papers_module._MADE, MEMO, wrong)

    made = memo_papers(material, MEMO, ("md",))

    assert not made.files
    assert "stemmer ikke" in made.problems[0].reason or "ikke stemmer" in made.problems[0].reason


def test_quotation_marks_within_a_quotation(make_material: Any, letter: Any, said: Any) -> None:
    own = [said("Chefen kalder det »en god idé« hver dag.", "bus", "kritik")]

    assert not memo_papers(make_material([letter("Kroen", "virksomheder", own)]), MEMO, ("md", "word")).problems
