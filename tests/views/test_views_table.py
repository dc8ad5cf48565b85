from __future__ import annotations

import re

import pandas as pd

from hoering import views


def test_show_escapes_counts_rows_and_writes_numbers_in_danish(sentences: pd.DataFrame) -> None:
    page = views.show(sentences.assign(Antal=1234), rows=1).to_html()
    assert "Bussen kører aldrig &lt;i&gt;." in page
    assert "1.234" in page
    assert "Viser de første 1 af 4 rækker." in page
    named = views.show(sentences["Stemme"].value_counts().to_frame("Antal")).to_html()
    assert "Stemme" in named
    assert "Viser" not in named


def test_a_title_stands_above_and_nothing_is_said_to_be_nothing(sentences: pd.DataFrame) -> None:
    page = views.show(sentences, rows=1, title="Bus & tog.").to_html()
    assert "Bus &amp; tog. Viser de første 1 af 4 rækker." in page
    assert "caption-side: top" in page
    empty = views.show(sentences.head(0)).to_html()
    assert "Her er intet at vise." in empty
    assert "caption-side: top" not in empty


def test_wide_tables_share_the_room() -> None:
    alone = views.show(pd.DataFrame({"a": ["x" * 250]})).to_html()
    beside = views.show(pd.DataFrame({name: ["x" * 250] for name in "abcd"})).to_html()
    assert widths(alone) == [30]
    assert len(widths(beside)) == 4
    assert 60 < sum(widths(beside)) <= 72
    assert not widths(views.show(pd.DataFrame({"kort": ["ja"], "tal": [1]})).to_html())


def test_a_long_path_breaks_between_its_folders_and_stays_escaped() -> None:
    page = views.show(pd.DataFrame({"Fil": ["svar/<b>/Et meget langt navn på et brev.txt", None]})).to_html()
    assert "svar/<wbr>&lt;b&gt;/<wbr>Et meget langt navn" in page
    assert "None" not in page
    assert "svar/brev.txt" in views.show(pd.DataFrame({"Fil": ["svar/brev.txt"]})).to_html()


def widths(page: str) -> list[int]:
    return [int(em) for em in re.findall(r"min-width: (\d+)em", page)]
