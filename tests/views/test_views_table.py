from __future__ import annotations

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
