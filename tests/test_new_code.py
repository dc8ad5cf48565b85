"""A topic of a finished run becomes a code by one command."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import hoering
from hoering import codebook
from hoering.topic_commands import topics_command

pytestmark = [pytest.mark.model, pytest.mark.slow]


def told(run: hoering.RunResult, *arguments: str) -> Result:
    return CliRunner().invoke(topics_command, [str(run.project.root), *arguments])


def test_a_topic_becomes_a_code(example_run: hoering.RunResult, tmp_path: Path) -> None:
    path = tmp_path / "min.yaml"
    label = example_run.table("topics")["label"].iloc[0]
    made = told(example_run, "--ny-kode", "0", "--til", str(path))
    assert made.exit_code == 0, made.output
    assert label in made.output
    assert "ordrette" in made.output
    code = codebook.load(path).themes[-1]
    assert code.label == label
    assert all(example in made.output.replace("\n", " ") for example in code.examples)
    texts = " ".join(example_run.table("segments")["text"])
    assert all(example in texts for example in code.examples)


def test_what_cannot_be_done_is_told(example_run: hoering.RunResult, tmp_path: Path) -> None:
    path = tmp_path / "min.yaml"
    for arguments, message in [
        (("--ny-kode", "999"), "intet emne"),
        (("--ny-kode", "0, 1"), "ét emne"),
        (("--ny-kode", "0", "--kodebog", "findesikke"), "findesikke"),
    ]:
        result = told(example_run, *arguments, "--til", str(path))
        assert result.exit_code == 2
        assert message in result.stderr
        assert "Traceback" not in result.output
    assert not path.exists()
