from __future__ import annotations

from pathlib import Path

from hoering.notebook.papers import put, wrapped
from hoering.report.figures import Figure
from hoering.report.interactive import interactive


def test_a_paper_somebody_has_written_in_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "hoeringsnotat.docx"
    assert put(path, b"first", again=False) == "{} er skrevet:"
    assert "som det blev skrevet" in put(path, b"first", again=False)
    assert "ikke skrevet igen" in put(path, b"second", again=False)
    assert path.read_bytes() == b"first"
    assert put(path, b"second", again=True) == "{} er skrevet:"
    assert path.read_bytes() == b"second"


def test_a_long_note_of_a_figure_goes_over_two_lines_and_makes_room_for_them() -> None:
    short, long = (
        Figure(key="x", kind="heat", title="Hvem?", note=note, unit="svar", columns=("A & B",), codes=("a",),
               rows=(("R", (1,)),))
        for note in ("Kort.", "Et langt & grundigt ord. " * 8)
    )  # fmt: skip
    before, after = interactive(long), wrapped(interactive(long), long)
    assert after.layout.title.text.count("<br>") == 2
    assert "langt &amp; grundigt" in after.layout.title.text
    assert after.layout.height == before.layout.height + 18
    assert after.layout.margin.t == before.layout.margin.t + 18
    assert wrapped(interactive(short), short).layout.height == interactive(short).layout.height
