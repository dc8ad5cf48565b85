"""`hoering coverage` as a person types it, on a small invented consultation."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import hoering
from hoering.coverage_commands import coverage_command
from hoering.tables import read_table

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("loaded_once")]

LETTER = """Høringssvar fra {who}

Jeg har haft fem forskellige sagsbehandlere på et år. Jeg ønsker den samme sagsbehandler gennem hele forløbet.

Bussen kører for sjældent om aftenen, så jeg kan ikke passe arbejdet. Kommunen bør sætte flere busser ind.

Venlig hilsen
{who}
"""
DRAFT = """Politik for arbejde

Mål 1: Borgeren

Vi vil sikre, at borgeren har den samme sagsbehandler gennem hele forløbet.

Mål 2: Havnen

Seksten svaner ligger i havnen om vinteren, og det glæder os.
"""


@pytest.fixture(scope="module", name="project")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raw, out = tmp_path_factory.mktemp("rå"), tmp_path_factory.mktemp("ud")
    for who in ("Handicaprådet", "Seniorrådet"):
        (raw / f"{who}.txt").write_text(LETTER.format(who=who), encoding="utf-8")
    hoering.run(raw, out, topics=False)
    return out


def typed(*words: object) -> Result:
    return CliRunner().invoke(coverage_command, [str(word) for word in words])


def test_papers_and_table_are_written(project: Path, tmp_path: Path) -> None:
    draft, earlier = tmp_path / "udkast.txt", tmp_path / "første.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    earlier.write_text(DRAFT.replace("den samme sagsbehandler gennem hele forløbet", "kaffe"), encoding="utf-8")
    result = typed(draft, project, "--mod", earlier, "--format", "word,html,md", "--ud", tmp_path / "ud")
    assert result.exit_code == 0, result.output
    assert {p.name for p in (tmp_path / "ud").iterdir()} == {
        f"udkastdaekning.{e}" for e in ("docx", "html", "md", "xlsx")
    }
    frame = read_table(project / "data" / "processed", "coverage")
    assert len(frame) == len(read_table(project / "data" / "processed", "positions"))
    same = frame[frame["title"].str.contains("samme sagsbehandler|skiftende sagsbehandlere")]
    assert (same["verdict"] == "dækket").all()
    assert (same["change"] == "taget op").all()
    assert "»" not in " ".join(frame["passage"])
    assert "Afsnit, ingen har kommenteret" in result.output


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("mangler.txt", None, "findes ikke"),
        ("tom.txt", "", "kan ikke læses"),
        ("stikord.txt", "Ja", "ingen sætninger"),
        ("fil.xyz", "Vi vil have flere busser.", "kan ikke læses"),
    ],
)
def test_a_draft_that_cannot_be_used(project: Path, tmp_path: Path, name: str, text: str | None, told: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = typed(tmp_path / name, project)
    assert result.exit_code == 2
    assert told in result.output


def test_the_same_draft_twice_and_no_run(project: Path, tmp_path: Path) -> None:
    draft = tmp_path / "udkast.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    assert "samme fil" in typed(draft, project, "--mod", draft).output
    assert "ingen færdig kørsel" in typed(draft, tmp_path / "ingen").output
    assert typed(draft, project, "--format", "pdf").exit_code == 2
