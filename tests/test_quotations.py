"""Direct speech becomes segments with speaker and place."""

from __future__ import annotations

from pathlib import Path

import pytest

import hoering

ARTICLE = (
    "Byrådet drøftede sagen mandag.\n\n"
    "– Vi skal have flere lærepladser, siger borgmester Ditte Ravnkilde (A).\n\n"
    "Hun fik opbakning fra formand for udvalget, Palle Storgård (B).\n\n"
    "”De unge kan ikke vente på en bus, der ikke kører,” siger Palle Storgård.\n\n"
    "Planen hedder ”Alle med”.\n"
)


@pytest.mark.model
def test_quotes_are_placed_and_have_their_speaker(tmp_path: Path) -> None:
    (tmp_path / "nyhed.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "kilder.csv").write_text("fil;type\nnyhed.txt;nyhed\n", encoding="utf-8")
    segments = hoering.run(tmp_path, tmp_path / "ud").table("segments")
    quotes = segments[segments["level"] == "quote"]
    assert quotes[["speaker", "text"]].to_numpy().tolist() == [
        ["Ditte Ravnkilde (A)", "Vi skal have flere lærepladser, siger borgmester Ditte Ravnkilde (A)."],
        ["Palle Storgård (B)", "De unge kan ikke vente på en bus, der ikke kører,"],
    ]
    for quote in quotes.itertuples():
        assert ARTICLE[quote.start : quote.end] == quote.text
        assert quote.parent in set(segments["segment_id"])
