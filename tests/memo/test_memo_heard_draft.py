"""The heard draft, taken from the tables of the run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hoering.coverage import parts_of
from hoering.errors import PaperError
from hoering.material import Material
from hoering.memo.heard_draft import heard_draft


def test_it_is_cut_into_the_sections_and_sentences_that_the_file_has(material: Any) -> None:
    source = next(source for source in material.used if source.kind == "politik")

    draft = heard_draft(material, source)
    parts = parts_of(draft)

    assert "Mål 1: De unge først" in [section.title for section in parts.sections]
    assert "Unge skal have et fritidsjob i kommunen." in [passage.text for passage in parts.passages]
    assert all(draft.text.view.quote(p.start, p.end) == p.text for p in parts.passages)
    assert {coding.source for coding in draft.codings} == {source.source}
    assert [s.start for s in draft.segments] == sorted(s.start for s in draft.segments)


def test_a_run_without_its_text_says_so(material: Any) -> None:
    source = next(source for source in material.used if source.kind == "politik")
    frames = {name: frame for name, frame in material.frames.items() if name != "segments"}

    with pytest.raises(PaperError, match="ikke udkastets tekst"):
        heard_draft(Material(frames, material.settings), source)
    with pytest.raises(PaperError, match="ikke udkastets tekst"):
        heard_draft(material, replace(source, source="findes ikke"))
