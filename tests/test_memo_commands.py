"""`hoering memo` and `hoering item` as a person types them, and what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import hoering
from hoering.cli import app


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize("command", ["memo", "item"])
def test_help_is_danish_and_names_the_options(command: str) -> None:
    shown = _run(command, "--help").output

    assert "--parter" in shown
    assert "PROJEKT" in shown
    assert "Skriv" in shown
    assert ("--nyt-udkast" in shown) == (command == "memo")


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


LETTER = """Høringssvar fra {who}

Vi ønsker, at borgeren har ret til en bisidder. Mange borgere møder alene op til samtalen i jobcentret.

Venlig hilsen
{who}
"""
DRAFT = """Politik for arbejde

Hvem hjælper borgeren

Vi vil tage telefonen, når borgeren ringer til jobcentret.
"""


@pytest.mark.model
def test_a_revised_draft_fills_the_list_of_changes(tmp_path: Path) -> None:
    raw, out, new = tmp_path / "rå", tmp_path / "ud", tmp_path / "rettet.txt"
    for name, text in {
        "hoeringssvar/raad.txt": LETTER.format(who="Handicaprådet"),
        "hoeringssvar/senior.txt": LETTER.format(who="Seniorrådet"),
        "politik/Udkast politik.txt": DRAFT,
    }.items():
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text(text, encoding="utf-8")
    hoering.run(raw, out, topics=False)
    promise = "Vi vil fortælle borgeren, at man må have en bisidder med til mødet."
    new.write_text(f"{DRAFT}\n{promise}\n", encoding="utf-8")

    result = _run("memo", str(out), "--nyt-udkast", str(new), "--format", "md")
    missing = _run("memo", str(out), "--nyt-udkast", str(tmp_path / "mangler.txt"))

    assert result.exit_code == 0, result.output
    text = (out / "reports" / "hoeringsnotat.md").read_text(encoding="utf-8")
    row = next(line for line in text.split("\n") if line.startswith("| Hvem hjælper borgeren") and promise in line)
    assert "bisidder<br>Henvendelse 1 og 2; før ikke nævnt, nu dækket" in row
    assert (missing.exit_code, "findes ikke" in missing.stderr) == (2, True)
