"""The list of changes: empty without a revised draft, with suggestions in its order with one; each one recounted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hoering.memo import MEMO, SCHEMA, Choices, memo_papers
from hoering.memo.changes import CAPTION, EDITORIAL
from hoering.memo.changes_recount import change_faults
from hoering.memo.papers import read_lines
from hoering.report.recount.lines import Line

WISH = "Ønske om retten til en bisidder"
ASKED = "Vi ønsker, at borgeren har ret til en bisidder."
NEW = "Kommunen vil fortælle borgeren, at man må have en bisidder med til mødet."
LINES = ("Hvem hjælper borgeren", NEW, "Mål 1: De unge først", "Unge skal have et fritidsjob i kommunen.")


@pytest.fixture
def asking(make_material: Any, letters: Any, said: Any, letter: Any) -> Any:
    """Two answers that want the same, one on a theme the draft does not have, and the draft."""
    hound = said("Hunden i venteværelset gør folk utrygge.", "hund", "kritik")
    own = [
        letter("A", "raad", [said(ASKED, "moede", "forslag", WISH), hound]),
        letter("B", "raad", [said(ASKED, "moede", "forslag", WISH), said("Unge skal med.", "unge", "forslag")]),
    ]
    return make_material([*own, letters[6]])


def _lines(material: Any, name: str = MEMO, form: str = "md", **choices: Any) -> list[Line]:
    made = memo_papers(material, name, ({"docx": "word"}.get(form, form),), Choices(**choices))
    assert not made.problems
    return read_lines(f"{name}.{form}", made.files[f"{name}.{form}"])


def _rows(lines: list[Line]) -> list[tuple[str, ...]]:
    first = next(place for place, line in enumerate(lines) if line.kind == "caption" and CAPTION in line.text)
    rows = []
    for line in lines[first + 1 :]:
        if line.kind != "row":
            break
        rows.append(tuple(" ".join(cell.split()) for cell in line.cells))
    return rows


def test_without_a_revised_draft_the_list_is_empty(material: Any) -> None:
    rows = _rows(_lines(material))

    assert rows[0] == ("Afsnit i udkastet", "Bemærkning og afsender", "Ændring")
    assert rows[-1] == (EDITORIAL, "", "")
    assert len(rows) > 3
    assert all(cell == "" for row in rows[1:] for cell in row[1:])


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize("name", [MEMO, SCHEMA])
def test_suggestions_stand_in_the_new_drafts_order_beside_an_empty_field(
    asking: Any, revise: Any, name: str, form: str
) -> None:
    lines = _lines(asking, name, form, revised=revise(*LINES))
    rows = _rows(lines)

    assert [row[0] for row in rows[1:]] == ["Hvem hjælper borgeren", "Mål 1: De unge først", "Andre emner", EDITORIAL]
    assert rows[1][1] == f"{WISH} Henvendelse 1 og 2; før ikke nævnt, nu dækket"
    assert rows[1][2] == f"»{NEW}« (s. 2)"
    assert all(row[-1] == "" for row in rows[1:])
    assert rows[2][1:] == ("", "", "")
    assert any("er forslag fra et program" in line.text for line in lines)
    assert any(line.text.startswith("Forslagene er 1 bemærkning ved 1 sted i det nye udkast.") for line in lines)


def test_a_draft_that_takes_nothing_up_says_so(asking: Any, revise: Any) -> None:
    lines = _lines(asking, revised=revise("Hvem hjælper borgeren", "Kommunen plukker æbler hver onsdag i haven."))

    assert any("ikke fundet nye steder" in line.text for line in lines)
    assert all(cell == "" for row in _rows(lines)[1:] for cell in row[1:])


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Ønske om retten", "Ønske om pligten"),
        ("Henvendelse 1 og 2", "Henvendelse 1, 2 og 3"),
        ("Henvendelse 1 og 2", "Henvendelse 1"),
        ("nu dækket", "nu ikke nævnt"),
        ("med til mødet.«", "med til festen.«"),
        ("(s.\xa02)", "(s.\xa03)"),
        ("Forslagene er 1 bemærkning", "Forslagene er 2 bemærkninger"),
        ("ved 1 sted", "ved 2 steder"),
    ],
)
def test_one_wrong_thing_in_the_list_is_found(asking: Any, revise: Any, right: str, wrong: str) -> None:
    revised = revise(*LINES)
    lines = _lines(asking, revised=revised)
    planted = [
        replace(
            line, text=line.text.replace(right, wrong), cells=tuple(cell.replace(right, wrong) for cell in line.cells)
        )
        for line in lines
    ]
    heard = asking.texts[next(s.source for s in asking.used if s.kind == "politik")]

    assert planted != lines
    assert not list(change_faults(lines, asking, heard, revised.text))
    assert list(change_faults(planted, asking, heard, revised.text))


def test_words_that_the_heard_draft_has_too_are_a_fault(asking: Any, revise: Any) -> None:
    revised = revise(*LINES)

    faults = list(change_faults(_lines(asking, revised=revised), asking, revised.text, revised.text))

    assert faults == [f"»{NEW[:80]}« stod også i det udkast, der var i høring."]
