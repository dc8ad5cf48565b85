"""The finished comparison, read again, and the command that writes it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from hoering.compare_commands import compare_command
from hoering.comparison import Part, comparison_papers, split
from hoering.comparison.counting import Comparison
from hoering.comparison.paper import ComparisonPaper
from hoering.errors import PaperError
from hoering.material import Material
from hoering.report.blocks import quotes
from tests.report.conftest import build

from .conftest import FIRST, SECOND, part

pytestmark = pytest.mark.model

Make = Callable[..., Path]


def rows(data: bytes, sheet: str) -> list[dict[str, Any]]:
    head, *below = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in below]


def typed(*arguments: str | Path) -> Result:
    return CliRunner().invoke(compare_command, [str(argument) for argument in arguments])


def test_all_formats_and_the_same_bytes_twice(two: list[Part]) -> None:
    made = comparison_papers(two)
    assert set(made.files) == {f"sammenligning.{end}" for end in ("docx", "html", "md", "xlsx")}
    assert not made.problems
    fresh = [Part(p.name, Material(p.material.frames, p.material.settings), p.run) for p in two]
    assert comparison_papers(fresh).files == made.files


def test_sizes_stand_beside_every_share(two: list[Part]) -> None:
    text = comparison_papers(two, ["md"]).files["sammenligning.md"].decode()
    assert "| Runde 1 | 3 | 3 | 3 |" in text
    assert "| Bus og transport | 2 (67 %) | 1 (50 %) |" in text
    assert "- Runde 1: 2 af 3 henvendelser (67 %), 2 med kritik." in text
    assert "Runde 2: ingen af 2 henvendelser." in text
    assert "ingen afstemning" in text
    assert "Få henvendelser har »Runde 1« (3) og »Runde 2« (2)" in text


def test_every_quotation_stands_where_it_says_and_tells_its_part(two: list[Part]) -> None:
    made = ComparisonPaper(Comparison(tuple(two)))
    found = quotes(made.paper)
    texts = {key: text for p in two for key, text in p.material.texts.items()}
    assert len(found) == 2
    for quote in found:
        assert texts[quote.source].view.quote(quote.start, quote.end) == quote.text
    assert [quote.who.split(" · ")[0] for quote in found] == ["Runde 1", "Runde 2"]


def test_a_quotation_that_does_not_stand_there_is_not_printed(two: list[Part]) -> None:
    members = two[1].material.table("position_members").copy()
    members["quote"] = "Det har ingen sagt."
    wrong = Material({**two[1].material.frames, "position_members": members}, two[1].material.settings)
    made = comparison_papers([two[0], replace(two[1], material=wrong)])
    assert made.problems
    assert b"Det har ingen sagt" not in made.files["sammenligning.md"]
    cited = [row["Citat"] for row in rows(made.files["sammenligning.xlsx"], "Citater") if row["Materiale"] == "Runde 2"]
    assert all(text.startswith("[Citatet er udeladt") for text in cited)


def test_the_spreadsheet_has_every_number_and_no_formula(two: list[Part]) -> None:
    data = comparison_papers(two, ["xlsx"]).files["sammenligning.xlsx"]
    by_part = {(row["Tema"], row["Materiale"]): row for row in rows(data, "Temaer")}
    bus = by_part["Bus og transport", "Runde 1"]
    assert (bus["Henvendelser"], bus["Af"], bus["Afsendere"], bus["Med kritik"]) == (2, 3, 2, 2)
    assert bus["Andel"] == pytest.approx(2 / 3)
    (again,) = [row for row in rows(data, "Synspunkter") if row["Antal materialer"] == 2]
    assert (again["Afsendere: Runde 1"], again["Afsendere: Runde 2"], again["Henvendelser: Runde 1"]) == (2, 1, "1, 2")
    book = openpyxl.load_workbook(io.BytesIO(data))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "n", "d"}


def test_parts_of_one_run() -> None:
    text = comparison_papers(split(build(FIRST), "afsendertype"), ["md"]).files["sammenligning.md"].decode()
    assert "1 synspunkt går igen i to materialer eller flere" in text
    assert "dele af samme kørsel" in text


def test_an_empty_part_is_told_and_only_empty_ones_are_an_error(two: list[Part]) -> None:
    empty = part("Tom runde", [], 3)
    text = comparison_papers([two[0], empty], ["md"]).files["sammenligning.md"].decode()
    assert "»Tom runde« har ingen henvendelser" in text
    with pytest.raises(PaperError, match="Ingen af materialerne"):
        comparison_papers([empty, empty])


def test_names_with_markup_are_shown_and_not_obeyed() -> None:
    made = comparison_papers([part("<b>A</b> & *B*", FIRST, 1), part("=B|C", SECOND, 2)])
    assert len(made.files) == 4
    assert b"<b>A</b>" not in made.files["sammenligning.html"]


def test_command_two_projects(make_project: Make, tmp_path: Path) -> None:
    done = typed(make_project("a", FIRST), make_project("b", SECOND), "--navne", "2025,2026", "--ud", tmp_path / "ud",
                 "--format", "md,xlsx")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert {path.name for path in (tmp_path / "ud").iterdir()} == {"sammenligning.md", "sammenligning.xlsx"}
    assert re.search(r"»2025« og »2026«", (tmp_path / "ud" / "sammenligning.md").read_text(encoding="utf-8"))


def test_command_one_project_split(make_project: Make) -> None:
    project = make_project("a", FIRST)
    done = typed(project, "--efter", "fase", "--format", "md")
    assert done.exit_code == 0, done.output
    assert (project / "reports" / "sammenligning.md").is_file()


@pytest.mark.parametrize(("options", "reason"), [
    ((), "mindst to projekter"), (("--efter", "farve"), "--efter kan være"), (("--efter", "spor"), "samme spor"),
    (("--efter", "fase", "--navne", "x"), "kan ikke bruges sammen"),
    (("--format", "pdf"), "kan være word, html, md, xlsx"),
])  # fmt: skip
def test_command_tells_in_danish_what_is_wrong(make_project: Make, options: tuple[str, ...], reason: str) -> None:
    done = typed(make_project("a", FIRST), *options)
    assert done.exit_code == 2
    assert reason in " ".join(done.output.split())
