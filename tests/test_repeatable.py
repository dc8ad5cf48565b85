"""Same input, same output: a run that loads everything anew gives every file again, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

import hoering
from hoering import tables

LETTER = "Høringssvar\n\nBussen kører for sjældent. Jeg foreslår en tur mere.\n\nVenlig hilsen\nBirgit Vangsgaard\n"
ARTICLE = "– Vi vil have flere unge i lære, siger borgmester Ditte Ravnkilde (A).\n"


@pytest.mark.model
def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    raw = tmp_path / "rå data æøå"
    raw.mkdir()
    (raw / "brev.txt").write_text(LETTER, encoding="utf-8")
    (raw / "brev (kopi).txt").write_text(LETTER, encoding="utf-8")
    (raw / "avis.txt").write_bytes(ARTICLE.encode("cp1252"))
    (raw / "tom.txt").write_bytes(b"")
    for out in ("a", "b"):
        hoering.run(raw, tmp_path / out)
    files = sorted(p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file())
    # Register, manifest, four reports, key, audit sheet, .gitignore, and the two files of the topic model.
    assert len(files) == len(tables.TABLES) + 11
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes(), file
