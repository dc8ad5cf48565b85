"""The paper, the table and the Excel file of a small invented run."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook

from hoering.coverage import Coverage, CoveragePaper, cover, coverage_frame, excel_bytes
from hoering.coverage.paper import summary
from hoering.coverage.table import COLUMNS, FIELD
from hoering.draft import Draft
from hoering.errors import DraftError
from hoering.material import Material
from hoering.positions import Position
from hoering.report.blocks import Grid, Heading, Paragraph, flat
from hoering.report.papers import printed

MakeDraft = Callable[..., Draft]
MakeRun = Callable[..., Material]
NOW = "Mål 1\nVi vil\nsikre, at borgeren har den samme rådgiver\nMål 2\nSeksten svaner ligger i havnen om vinteren."
BEFORE = "Mål 1\nVi vil\nplante tyve træer ved skolen\nMål 2\nSeksten svaner ligger i havnen om vinteren."


@pytest.fixture(scope="module", name="position")
def _position() -> Callable[..., Position]:
    return _conftest().position  # type: ignore[no-any-return]


def _conftest() -> ModuleType:
    spec = importlib.util.spec_from_file_location("coverage_makers", Path(__file__).parent / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="material")
def _material(run: MakeRun, position: Callable[..., Position]) -> Material:
    return run(
        position("a", "Ønske om den samme sagsbehandler hele vejen", ["Jeg vil have den samme sagsbehandler."]),
        position("b", "Ønske om bedre busforbindelser", ["Bussen skal køre =oftere."], theme="bus", numbers=(3,)),
    )


@pytest.fixture(name="coverage")
def _coverage(material: Material, draft: MakeDraft) -> Coverage:
    return cover(material, draft(NOW, sha256="nu"), draft(BEFORE, "før.txt", sha256="før"))


def test_counts_add_up_and_what_was_taken_up_is_found(coverage: Coverage) -> None:
    assert sum(coverage.counts.values()) == len(coverage.positions) == 2
    assert list(coverage.changes) == ["taget op", "uændret"]
    assert "Af 2 synspunkter er 1 dækket, 0 delvist dækket og 1 ikke nævnt" in summary(coverage)


def test_sections_nobody_commented_on(coverage: Coverage) -> None:
    assert [(item.section.title, len(item.positions)) for item in coverage.sections] == [("Mål 1", 1), ("Mål 2", 0)]
    told = [
        b.text for b in flat(CoveragePaper(coverage).paper.blocks) if isinstance(b, Paragraph) and b.kind == "bullet"
    ]
    assert any(line.startswith("Mål 2 (s. 1, tegn ") for line in told)


@pytest.mark.parametrize("wanted", ["word", "html", "md"])
def test_the_paper_is_printed_the_same_twice(coverage: Coverage, wanted: str) -> None:
    made = [printed(CoveragePaper(coverage).paper, "u", coverage.material, [wanted], tables=False) for _ in range(2)]
    assert made[0].files == made[1].files
    assert len(made[0].files) == 1
    assert not made[0].problems


def test_positions_stand_with_verdict_passage_and_an_empty_field(coverage: Coverage) -> None:
    grids = [b for b in flat(CoveragePaper(coverage).paper.blocks) if isinstance(b, Grid) and FIELD in b.columns]
    ((row,),) = [grid.rows for grid in grids]
    assert row[0].endswith("(2) Henvendelse 1, 2")
    assert row[1] == "Dækket"
    assert row[2].startswith("»sikre, at borgeren har den samme rådgiver«\nMål 1, s. 1, tegn ")
    assert row[4] == ""


def test_all_lists_positions_of_one_sender_too(coverage: Coverage) -> None:
    titles = [b.text for b in flat(CoveragePaper(coverage, single=True).paper.blocks) if isinstance(b, Heading)]
    assert "Transport" in titles
    assert "Transport" not in [b.text for b in flat(CoveragePaper(coverage).paper.blocks) if isinstance(b, Heading)]


def test_a_passage_that_is_not_in_the_draft_is_not_printed(coverage: Coverage) -> None:
    answer = coverage.now.answers[0]
    assert answer.passage is not None
    forged = replace(answer, passage=replace(answer.passage, text="Det har vi aldrig skrevet."))
    bad = replace(coverage, now=replace(coverage.now, answers=(forged, *coverage.now.answers[1:])))
    paper = CoveragePaper(bad)
    assert paper.problems
    cells = [cell for b in flat(paper.paper.blocks) if isinstance(b, Grid) for row in b.rows for cell in row]
    assert not any("aldrig skrevet" in cell for cell in cells)


def test_table_and_excel(coverage: Coverage) -> None:
    frame = coverage_frame(coverage)
    assert tuple(frame.columns) == COLUMNS
    assert frame["verdict"].tolist() == ["dækket", "ikke nævnt"]
    assert excel_bytes(coverage) == excel_bytes(coverage)
    sheet = load_workbook(io.BytesIO(excel_bytes(coverage)))["Udkastdækning"]
    head = [cell.value for cell in sheet[1]]
    assert FIELD in head
    assert sheet.freeze_panes
    assert sheet.max_row == 3


def test_no_positions_and_the_same_draft_twice(run: MakeRun, material: Material, draft: MakeDraft) -> None:
    with pytest.raises(DraftError, match="ingen synspunkter"):
        cover(run(), draft(NOW))
    with pytest.raises(DraftError, match="samme fil"):
        cover(material, draft(NOW, sha256="x"), draft(NOW, "kopi.txt", sha256="x"))


def test_a_draft_that_was_heard_is_said_to_be(material: Material, draft: MakeDraft) -> None:
    heard = material.used[0].sha256
    told = [b.text for b in flat(CoveragePaper(cover(material, draft(NOW, sha256=heard))).paper.blocks)
            if isinstance(b, Paragraph)]  # fmt: skip
    assert any("var i høring" in line for line in told)
