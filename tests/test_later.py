"""Commands that are imported when they are used."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from hoering.cli import app
from hoering.later import Later, LaterGroup

HEAVY = ("spacy", "sklearn", "plotly", "bertopic", "pandas", "docx", "hoering.pipeline")


def test_the_command_starts_without_anything_heavy() -> None:
    code = (
        "import sys; from hoering.cli import app; from click.testing import CliRunner; "
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", sorted(app.commands))
def test_every_command_is_where_it_is_said_to_be(name: str) -> None:
    later = app.commands[name]

    assert isinstance(later, Later)
    assert later.load().name == name
    assert (later.short_help or "").endswith(".")


def test_the_list_of_commands_shows_whole_lines() -> None:
    shown = CliRunner().invoke(app, ["--help"], terminal_width=80).output

    assert all((command.short_help or "") in shown for command in app.commands.values())
    assert "..." not in shown


def test_what_is_no_command_is_not_loaded_as_one() -> None:
    group = LaterGroup("gruppe", commands={"sti": Later("sti", "pathlib:Path", "En sti.")})

    with pytest.raises(TypeError, match="no command"):
        group.get_command(click.Context(group), "sti")
    assert group.get_command(click.Context(group), "andet") is None
