from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hoering.edits import Edit, View
from hoering.records import Page, SafeText
from hoering.report import verified, verified_themes

Make = Callable[..., Any]

RAW = "Kære udvalg. Vi sav-\nner en plan. Hilsen Mette"
TEXT = "Vi savner en plan."


@pytest.fixture
def texts(make_source: Make) -> dict[str, SafeText]:
    view = View.of(
        RAW,
        [
            Edit(start=19, end=21, reason="orddeling"),
            Edit(start=41, end=46, replacement="[NAVN_1]", reason="navn"),
        ],
    )
    pages = (Page(number=1, start=0, end=13), Page(number=2, start=13, end=len(RAW)))
    return {"s1": SafeText(source=make_source(1), view=view, pages=pages)}


def test_a_quotation_that_is_found_again_is_kept(make_quotation: Make, texts: dict[str, SafeText]) -> None:
    good = make_quotation(TEXT, start=13, end=33, page=2)
    assert verified([good], texts) == ([good], [])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"source": "s9"}, "henvendelsens tekst findes ikke"),
        ({"start": 12}, "ordlyden stemmer ikke"),
        ({"end": 32}, "ordlyden stemmer ikke"),
        ({"text": "Vi savner en god plan."}, "ordlyden stemmer ikke"),
        ({"page": 1}, "sidetallet stemmer ikke"),
        ({"text": "", "start": 500, "end": 510}, "stedet er tomt"),
        ({"text": "", "start": 20, "end": 20}, "stedet er tomt"),
        ({"text": "Mette", "start": 41, "end": 46}, "ordlyden stemmer ikke"),
    ],
)
def test_any_other_is_left_out_with_a_reason(
    make_quotation: Make, texts: dict[str, SafeText], change: dict[str, Any], reason: str
) -> None:
    values = {"text": TEXT, "start": 13, "end": 33, "page": 2} | change
    kept, (problem,) = verified([make_quotation(**values)], texts)
    assert kept == []
    assert problem.stage == "rapport"
    assert problem.item == values.get("source", "s1")
    assert reason in problem.reason
    assert "savner" not in problem.reason
    assert "Mette" not in problem.reason


def test_counts_stay_where_a_quotation_goes(make_quotation: Make, make_theme: Make, texts: dict[str, SafeText]) -> None:
    good = make_quotation(TEXT, start=13, end=33, page=2)
    bad = make_quotation("Opdigtet ytring.", start=0)
    themes, problems = verified_themes([make_theme("Unge", [bad, good]), make_theme("Styring", [bad])], texts)
    assert [theme.sentences for theme in themes] == [2, 1]
    assert [theme.quotations for theme in themes] == [(good,), ()]
    assert len(problems) == 1
