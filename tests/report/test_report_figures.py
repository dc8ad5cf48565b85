from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from hoering.material import Material
from hoering.report.draw import figures, table_rows
from hoering.report.figures import Figure
from hoering.report.interactive import interactive
from hoering.report.periods import Periods
from hoering.report.pictures import WIDTH, picture
from hoering.report.tally import Tally

Make = Callable[..., Any]


@pytest.fixture(scope="module")
def drawn(material: Material) -> dict[str, Figure]:
    return {figure.key: figure for figure in figures(Tally(material))}


def test_figures_count_submissions_and_claims(drawn: dict[str, Figure]) -> None:
    assert list(drawn) == ["hvem", "sider", "retning", "forloeb"]
    assert drawn["hvem"].columns == ("Virksomheder", "Borgere", "Råd", "Journalist")
    assert drawn["hvem"].rows == (
        ("Mødet med jobcentret", (1, 1, 1, 0)),
        ("Bus og transport", (1, 0, 1, 1)),
        ("Unge", (1, 0, 0, 0)),
    )
    assert drawn["sider"].codes == ("kritik", "forslag", "stoette")
    assert drawn["sider"].rows[0] == ("Mødet med jobcentret", (1, 2, 1))
    assert drawn["retning"].columns == ("Politikere",)
    assert drawn["retning"].rows == (("Borgere", (1,)), ("Råd", (1,)))
    assert table_rows(drawn["hvem"])[1] == ("Bus og transport", "1", "–", "1", "1")


def test_no_themes_no_figures(make_material: Make) -> None:
    assert figures(Tally(make_material([]))) == []


@pytest.mark.parametrize("key", ["hvem", "sider", "retning", "forloeb"])
def test_a_picture_has_the_same_bytes_and_fits_the_page(drawn: dict[str, Figure], key: str) -> None:
    data = picture(drawn[key])
    assert data == picture(drawn[key])
    with Image.open(io.BytesIO(data)) as image:
        assert image.size[0] == WIDTH
        assert len(image.convert("RGB").getcolors(1 << 20) or []) > 3


@pytest.mark.parametrize("key", ["hvem", "sider"])
def test_another_number_makes_another_picture(drawn: dict[str, Figure], key: str) -> None:
    figure = drawn[key]
    (name, counts), *rest = figure.rows
    other = replace(figure, rows=((name, (counts[0] + 8, *counts[1:])), *rest))
    assert picture(other) != picture(figure)


@pytest.mark.parametrize("kind", ["heat", "sides"])
def test_extremes_are_drawn(kind: Any) -> None:
    names = [f"En meget lang betegnelse på noget, nummer {n}" for n in range(40)]
    figure = Figure(key="x", kind=kind, title="Titel", note="Note.", unit="stk.", columns=tuple(names[:14]),
                    codes=tuple(names[:14]), rows=tuple((n, (0,) * 13 + (123456,)) for n in names))  # fmt: skip
    assert picture(figure)
    empty = replace(figure, rows=(("Intet", (0,) * 14),))
    assert picture(empty)
    assert interactive(figure).data


def test_the_words_for_those_who_cannot_see_it(drawn: dict[str, Figure]) -> None:
    assert drawn["sider"].alt.startswith(
        "Kritik, forslag og støtte. Liggende søjler med 3 rækker og 3 kolonner, talt i henvendelser. "
        "Størst: Bus og transport, Kritik og bekymring: 3; "
    )


def test_paper_and_screen_show_the_same_numbers(drawn: dict[str, Figure]) -> None:
    heat = interactive(drawn["hvem"]).data[0]
    assert [tuple(row) for row in heat.z] == [counts for _, counts in drawn["hvem"].rows]
    bars = {bar.name: list(bar.x) for bar in interactive(drawn["sider"]).data}
    assert bars == {
        "Kritik og bekymring": [-1, -3, -1],
        "Ønsker og forslag": [2, 0, 0],
        "Støtte og ros": [1, 0, 0],
    }


def test_phases_where_they_are_told_and_months_where_not(make_source: Make) -> None:
    told = [
        make_source(n, phase=phase, date=date)
        for n, (phase, date) in enumerate([("høring", "2026-03-01"), ("inddragelse", "2025-10"), ("", "2026-04-02")])
    ]
    assert Periods.of(told[:2]).names == ("Inddragelse", "Høring")
    months = Periods.of(told)
    assert months.names == ("Oktober 2025", "Marts 2026", "April 2026")
    assert months.kind == "måned"
    undated = make_source(9, date="2026")
    assert Periods.of([*told, undated]).names[-1] == "Uden dato"
    assert Periods.of([undated]).names == ()
    assert Periods.of(told[:1]).names == ()
    many = [make_source(n, date=f"20{n // 12 + 10}-{n % 12 + 1:02d}") for n in range(15)]
    assert Periods.of(many).names == ()
