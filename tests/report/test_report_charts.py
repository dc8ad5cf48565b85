from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from hoering.records import Theme
from hoering.report import Labels
from hoering.report.charts import theme_stances, theme_voices

Make = Callable[..., Any]


@pytest.fixture
def themes(make_theme: Make) -> list[Theme]:
    return [
        make_theme("Unge", voices={"borgere": 3, "politikere": 1}, stances={"kritik": 2, "forslag": 2}),
        make_theme("A-kasser", voices={"politikere": 1200}, stances={"stoette": 1200}),
    ]


def test_heat_map_holds_the_counts(themes: list[Theme], labels: Labels) -> None:
    (heat,) = theme_voices(themes, labels).data
    assert list(heat.x) == ["Borgere", "Politikere"]
    assert list(heat.y) == ["Unge", "A-kasser"]
    assert [list(row) for row in heat.z] == [[3, 1], [0, 1200]]
    assert [list(row) for row in heat.text] == [["3", "1"], ["", "1.200"]]


def test_bars_point_both_ways(themes: list[Theme], labels: Labels) -> None:
    figure = theme_stances(themes, labels)
    assert {bar.name: list(bar.x) for bar in figure.data} == {
        "Kritik og bekymring": [-2, 0],
        "Støtte og ros": [0, 1200],
        "Ønsker og forslag": [2, 0],
    }
    assert figure.layout.xaxis.ticktext[-1] == "1.200"
    assert 0 in figure.layout.xaxis.tickvals
    assert all("-" not in text for text in figure.layout.xaxis.ticktext)


def test_numbers_that_do_not_fit_stand_beside_the_bar(make_theme: Make, labels: Labels) -> None:
    counts = [{"kritik": 400, "stoette": 2, "forslag": 300}, {"kritik": 3, "stoette": 1, "forslag": 4}]
    figure = theme_stances([make_theme(f"Tema {i}", stances=each) for i, each in enumerate(counts)], labels)
    assert [list(bar.text) for bar in figure.data] == [["400", ""], ["", ""], ["300", ""]]
    assert {bar.constraintext for bar in figure.data} == {"none"}
    beside = [(note.x, note.y, re.sub("<.*?>", "", note.text), note.xanchor) for note in figure.layout.annotations]
    assert beside == [
        (302, "Tema 0", "2", "left"),
        (-3, "Tema 1", "3", "right"),
        (5, "Tema 1", "1 · 4", "left"),
    ]


@pytest.mark.parametrize("draw", [theme_voices, theme_stances])
def test_titles_explain_and_nothing_is_drawn_from_nothing(
    draw: Callable[..., Any], labels: Labels, themes: list[Theme]
) -> None:
    assert "Antal sætninger" in draw(themes, labels).layout.title.text
    empty = draw([], labels)
    assert len(empty.data) == 0
    assert empty.layout.annotations[0].text == "Der er ingen temaer at vise."


def test_themes_with_the_same_label_stay_apart(make_theme: Make, labels: Labels) -> None:
    twins = [make_theme("Unge", code=code, voices={"borgere": 1}) for code in ("unge_a", "unge_b")]
    assert list(theme_voices(twins, labels).data[0].y) == ["Unge", "Unge (unge_b)"]


def test_markup_in_labels_is_shown_and_not_obeyed(make_theme: Make, labels: Labels) -> None:
    theme = make_theme("<b>A & B</b>", voices={"borgere": 1}, stances={"kritik": 1})
    assert list(theme_voices([theme], labels).data[0].y) == ["&lt;b&gt;A &amp; B&lt;/b&gt;"]


def test_no_stances_at_all(make_theme: Make, labels: Labels) -> None:
    assert theme_stances([make_theme("Unge")], labels).layout.xaxis.tickvals == (0,)
