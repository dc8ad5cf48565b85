"""`hoering report --format xlsx`, as a person types it, on a small invented run."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hoering.report_commands import report_command
from hoering.tables import parquet_bytes
from tests.report.conftest import LETTERS, build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a finished run."""
    material = build(LETTERS)
    processed = tmp_path / "data" / "processed"
    processed.mkdir(parents=True)
    for name, frame in material.frames.items():
        (processed / f"{name}.parquet").write_bytes(parquet_bytes(frame))
    (processed / "manifest.json").write_text(json.dumps({"settings": asdict(material.settings)}), encoding="utf-8")
    return tmp_path


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(report_command, list(arguments))


def test_only_the_appendix(project: Path) -> None:
    done = typed(str(project), "--format", "xlsx")
    assert done.exit_code == 0, done.output
    assert [path.name for path in (project / "reports").iterdir()] == ["bilag.xlsx"]
    assert "bilag.xlsx" in done.output


def test_everything_without_being_asked(project: Path) -> None:
    assert typed(str(project)).exit_code == 0
    names = {path.name for path in (project / "reports").iterdir()}
    assert names == {"temarapport.docx", "temarapport.html", "temarapport.md", "bilag.xlsx"}


def test_an_unknown_format_is_told_in_danish(project: Path) -> None:
    done = typed(str(project), "--format", "excel")
    assert done.exit_code == 2
    assert "kan være word, html, md, xlsx." in done.output
