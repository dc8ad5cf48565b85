from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from hoering.material import Material
from hoering.report_commands import report_command
from hoering.tables import parquet_bytes


@pytest.fixture
def project(material: Material, tmp_path: Path) -> Path:
    """A project whose run is finished."""
    processed = tmp_path / "projekt" / "data" / "processed"
    processed.mkdir(parents=True)
    for name, frame in material.frames.items():
        (processed / f"{name}.parquet").write_bytes(parquet_bytes(frame))
    manifest = json.dumps({"settings": asdict(material.settings)})
    (processed / "manifest.json").write_text(manifest, encoding="utf-8")
    return tmp_path / "projekt"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(report_command, [str(argument) for argument in arguments])


def test_reports_are_written_into_the_project(project: Path) -> None:
    done = call(project, "--format", "word,md")
    assert done.exit_code == 0, done.output
    assert {path.name for path in (project / "reports").iterdir()} == {"temarapport.docx", "temarapport.md"}
    assert "Skrevet:" in done.output


def test_another_folder_and_one_format(project: Path, tmp_path: Path) -> None:
    done = call(project, "--ud", tmp_path / "ud", "--format", "md")
    assert done.exit_code == 0, done.output
    assert [path.name for path in (tmp_path / "ud").iterdir()] == ["temarapport.md"]


def test_the_template_can_be_saved_changed_and_used(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "skabelon.docx"
    assert call("--gem-skabelon", path).exit_code == 0
    document = docx.Document(str(path))
    document.styles["Heading 1"].font.name = "Georgia"
    element = document.styles["Hoering note"].element
    element.getparent().remove(element)
    document.save(str(path))
    done = call(project, "--format", "word", "--skabelon", path)
    assert done.exit_code == 0, done.output
    assert "Skabelonen mangler typografier: Hoering note." in done.output
    made = docx.Document(str(project / "reports" / "temarapport.docx"))
    assert made.styles["Heading 1"].font.name == "Georgia"


def test_own_target_groups(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "grupper.yaml"
    path.write_text("- {id: breve, label: Brevmodtagere, words: [breve*]}", encoding="utf-8")
    assert call(project, "--format", "md", "--maalgrupper", path).exit_code == 0
    assert "Brevmodtagere (1 henvendelse)" in (project / "reports" / "temarapport.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "pdf"], "kan være word, html, md"),
        (["--format", ","], "kan være word, html, md"),
        (["--skabelon", "væk.docx"], "Skabelonen væk.docx kan ikke læses"),
        (["--maalgrupper", "væk.yaml"], "kan ikke læses"),
    ],
)
def test_what_cannot_be_used_is_said(project: Path, arguments: list[str], said: str) -> None:
    done = call(project, *arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())
    assert not (project / "reports").exists()


def test_no_run_is_said(tmp_path: Path) -> None:
    done = call(tmp_path)
    assert done.exit_code == 2
    assert "ingen færdig kørsel" in " ".join(done.output.split())


def test_a_folder_that_may_not_be_written_to_is_said(project: Path, tmp_path: Path) -> None:
    """A file where the folder should be stands for one that is write-protected, also where tests are run by root."""
    blocked = tmp_path / "ud"
    blocked.write_text("", encoding="utf-8")
    done = call(project, "--ud", blocked, "--format", "md")
    assert done.exit_code == 2
    assert "Resultatet kan ikke skrives" in " ".join(done.output.split())


def test_a_file_that_is_held_open_stays_as_it_was(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ud"
    assert call(project, "--ud", out, "--format", "md").exit_code == 0
    before = (out / "temarapport.md").read_bytes()

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "Access is denied", str(out / "temarapport.md"))

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(Path, "replace", held)
    done = call(project, "--ud", out, "--format", "md")
    assert done.exit_code == 2
    assert "åben i et andet program" in " ".join(done.output.split())
    assert (out / "temarapport.md").read_bytes() == before
    assert [path.name for path in out.iterdir()] == ["temarapport.md"]
