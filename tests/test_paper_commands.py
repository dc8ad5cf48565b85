from __future__ import annotations

import io
from pathlib import Path

import click
import pytest
from rich.console import Console

from hoering.paper_commands import formats_in, summary
from hoering.records import Problem
from hoering.report import Papers


def test_formats_come_once_and_in_the_order_typed() -> None:
    assert formats_in(" HTML,word,, html", ["word", "html"]) == ["html", "word"]


@pytest.mark.parametrize("wanted", ["", " , ", "word,pdf"])
def test_an_unknown_format_and_none_are_refused_with_those_there_are(wanted: str) -> None:
    with pytest.raises(click.BadParameter, match="kan være word, html"):
        formats_in(wanted, ["word", "html"])


def test_what_was_not_printed_is_told_with_its_reason() -> None:
    screen = io.StringIO()
    problem = Problem(stage="rapport", item="brev [1].txt", reason="Et citat er udeladt.")
    summary([Path("ud/notat.docx")], Papers(files={}, problems=(problem,), lacking=("Citat",)), Console(file=screen))
    told = screen.getvalue()
    assert "ud/notat.docx" in told
    assert "mangler typografier: Citat." in told
    assert "brev [1].txt: Et citat er udeladt." in told
