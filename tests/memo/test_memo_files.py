"""The commands on a finished run, from tables on disk to files."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hoering.cli import app
from hoering.tables import parquet_bytes


@pytest.fixture
def project(tmp_path: Path, material: Any) -> Path:
    """A folder with the tables of the hearing, as a run leaves them."""
    processed = tmp_path / "sag" / "data" / "processed"
    processed.mkdir(parents=True)
    for name, frame in material.frames.items():
        (processed / f"{name}.parquet").write_bytes(parquet_bytes(frame))
    (processed / "manifest.json").write_text(json.dumps({"settings": asdict(material.settings)}), encoding="utf-8")
    return tmp_path / "sag"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(part) for part in arguments])


def test_memo_schema_and_item_are_written(project: Path) -> None:
    (project / "parter.csv").write_text("Navn\nHandicaprådet\nKL\n", encoding="utf-8")

    memo = _run("memo", project, "--parter", project / "parter.csv", "--format", "word,md")
    schema = _run("memo", project, "--form", "skema", "--ud", project / "ud")
    item = _run("item", project)

    assert (memo.exit_code, schema.exit_code, item.exit_code) == (0, 0, 0), memo.stderr + schema.stderr + item.stderr
    written = [path.name for path in sorted(project.rglob("*")) if path.suffix in (".docx", ".md")]
    assert written == ["hoeringsnotat.docx", "hoeringsnotat.md", "sagsfremstilling.docx", "hoeringsskema.docx"]
    assert "hoeringsnotat.docx" in "".join(memo.output.split())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--udkast", "plan.docx"], "ikke i kørslen"),
        (["--periode", "i marts"], "kan ikke forstås"),
        (["--skabelon", "findes-ikke.docx"], "kan ikke læses"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_written(project: Path, options: list[str], said: str) -> None:
    result = _run("memo", project, *options)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not (project / "reports").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to(project: Path) -> None:
    (project / "reports").mkdir(mode=0o500)

    result = _run("memo", project)

    assert result.exit_code == 2
    assert "skrivebeskyttet" in " ".join(result.stderr.split())


def test_a_file_where_the_folder_should_be(project: Path) -> None:
    (project / "reports").write_text("optaget")

    result = _run("item", project)

    assert result.exit_code == 2
    assert "kan ikke skrives" in " ".join(result.stderr.split())


@pytest.mark.slow
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_word_files_open_in_libreoffice(project: Path) -> None:
    _run("memo", project)
    _run("memo", project, "--form", "skema")
    _run("item", project)
    files = sorted((project / "reports").glob("*.docx"))

    command = ["soffice", "--headless", f"-env:UserInstallation=file://{project}/lo", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(project), *map(str, files)], check=True, capture_output=True, timeout=180)

    assert len(files) == 3
    assert all((project / f"{file.stem}.pdf").stat().st_size > 5_000 for file in files)
