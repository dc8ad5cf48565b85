"""`hoering memo` and `hoering item` as a person types them, and what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hoering.cli import app


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize("command", ["memo", "item"])
def test_help_is_danish_and_names_the_options(command: str) -> None:
    shown = _run(command, "--help").output

    assert "--parter" in shown
    assert "PROJEKT" in shown
    assert "Skriv" in shown


@pytest.mark.parametrize("command", ["memo", "item"])
def test_a_folder_without_a_run_is_said(tmp_path: Path, command: str) -> None:
    result = _run(command, str(tmp_path))

    assert result.exit_code == 2
    assert "ingen færdig kørsel" in " ".join(result.stderr.split())


def test_a_missing_list_is_said_before_anything_is_read(tmp_path: Path) -> None:
    result = _run("memo", str(tmp_path), "--parter", str(tmp_path / "liste.txt"))

    assert result.exit_code == 2
    assert "kan ikke læses" in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("option", "value"), [("--form", "brev"), ("--dato", "i dag"), ("--dato", "2026-02-30"), ("--format", "pdf")]
)
def test_a_choice_that_does_not_exist(tmp_path: Path, option: str, value: str) -> None:
    result = _run("memo", str(tmp_path), option, value)

    assert result.exit_code == 2
    assert option in result.stderr
