from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hoering.report import ThemeReport, bounded, theme_papers
from hoering.report.blocks import Grid, Paragraph, Singles, flat

Make = Callable[..., Any]


@pytest.fixture
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that the small material is beyond."""
    monkeypatch.setattr(bounded, "QUOTES_AT_MOST", 3)
    monkeypatch.setattr(bounded, "SINGLES_AT_MOST", 1)
    monkeypatch.setattr(bounded, "SINGLES_PER_THEME", 1)


def test_a_paper_within_the_bounds_stays_as_it_is(report: ThemeReport) -> None:
    assert bounded.bounded(report.paper) == report.paper


@pytest.mark.usefixtures("low")
def test_what_is_cut_is_counted_and_said_where_to_find(report: ThemeReport) -> None:
    blocks = list(flat(bounded.bounded(report.paper).blocks))
    assert not [block for block in blocks if isinstance(block, Grid) and block.places]
    told = [block.text for block in blocks if isinstance(block, Paragraph)]
    quotes = next(block for block in flat(report.paper.blocks) if isinstance(block, Grid) and block.places)
    assert f"Alle {len(quotes.rows)} citater står med sted i bilag.xlsx" in " ".join(told)
    assert [len(block.rows) for block in blocks if isinstance(block, Singles)] == [1, 1]
    assert (
        "1 synspunkt mere, som én afsender står bag, er talt med og står med citat og sted i bilag.xlsx og i "
        "HTML-udgaven."
    ) in told


@pytest.mark.usefixtures("low")
def test_word_and_markdown_are_cut_and_the_page_is_whole(report: ThemeReport) -> None:
    made = theme_papers(report.material)
    assert made.problems == ()
    assert "De er for mange til at stå her." in made.files["temarapport.md"].decode()
    page = made.files["temarapport.html"].decode()
    assert "De er for mange til at stå her." not in page
    assert "Alle citater med sted" in page
