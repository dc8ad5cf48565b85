"""The command as a person meets it: once in a process of its own, then in this one, for it takes seconds to start."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from importlib import resources
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import hoering
from hoering.cli import main

LOCALE = Path(hoering.__file__).parent / "locale" / "da" / "LC_MESSAGES"


def in_own_process(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from hoering.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def hoering_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.object(sys, "argv", ["hoering", *arguments]),
        patch.dict(os.environ),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), out.getvalue(), err.getvalue())


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["run"], "Fejl: Mangler argumentet 'RAW'."),
        (["ran"], "Fejl: Kommandoen 'ran' findes ikke. Mente du 'run'?"),
        (["run", "a", "b"], "Fejl: Der står et argument for meget (b)"),
        (["run", "a", "--udd", "b"], "Fejl: Tilvalget '--udd' findes ikke."),
    ],
)
def test_wrong_command_lines_are_answered_in_danish(arguments: list[str], answer: str) -> None:
    done = hoering_command(*arguments)
    assert done.returncode == 2
    assert answer in done.stderr
    assert "Usage" not in done.stderr


def test_help_is_danish() -> None:
    for arguments in (["--help"], ["run", "--help"]):
        # click remembers the help option in the language it was first asked in, by whichever test that was.
        text = in_own_process(*arguments).stdout
        assert "Brug: " in text
        assert "Tilvalg:" in text
        for english in ("Usage", "Options", "Show ", "Commands", "default:"):
            assert english not in text


def texts(catalog: Catalog) -> dict[str, list[str]]:
    def forms(text: Any) -> list[str]:
        return [text] if isinstance(text, str) else [str(form) for form in text]

    return {forms(message.id)[0]: forms(message.string) for message in catalog if message.id}


def test_compiled_texts_agree_with_their_source() -> None:
    with (LOCALE / "messages.po").open("rb") as po, (LOCALE / "messages.mo").open("rb") as mo:
        source, compiled = texts(read_po(po)), texts(read_mo(mo))
    assert len(source) > 20
    assert source == compiled


@pytest.mark.model
def test_run_reports_in_danish_and_ends_with_zero(tmp_path: Path) -> None:
    raw = tmp_path / "rå"
    raw.mkdir()
    (raw / "svar [fra] os.txt").write_text("Vi foreslår flere lærepladser til de unge.", encoding="utf-8")
    (raw / "tom.docx").write_bytes(b"")
    done = in_own_process("run", str(raw), "--out", str(tmp_path / "ud"))
    assert done.returncode == 0
    assert "Læst: 2 henvendelser: 1 brugt, 1 kan ikke læses." in done.stdout
    assert "  - tom.docx: Filen er tom (0 byte)." in done.stdout
    assert "temarapport.html" in done.stdout
    assert "Læser filer" in done.stderr
    again = hoering_command("run", str(raw), "--out", str(tmp_path / "ud"))
    assert "Intet er ændret siden sidste kørsel" in again.stdout


@pytest.mark.parametrize(("folder", "answer"), [("findes ikke", "findes ikke."), ("tom mappe", "er tom.")])
def test_missing_or_empty_folder_ends_with_two_and_writes_nothing(tmp_path: Path, folder: str, answer: str) -> None:
    (tmp_path / "tom mappe").mkdir()
    done = hoering_command("run", str(tmp_path / folder), "--out", str(tmp_path / "ud"))
    assert done.returncode == 2
    assert answer in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "ud").exists()


def test_nothing_readable_ends_with_two_and_says_why(tmp_path: Path) -> None:
    raw = tmp_path / "rå"
    raw.mkdir()
    (raw / "brev.pdf").write_bytes(b"%PDF-1.4 afkortet")
    done = hoering_command("run", str(raw), "--out", str(tmp_path / "ud"))
    assert done.returncode == 2
    assert "brev.pdf: PDF-filen er beskadiget og kan ikke åbnes." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (["--kodebog", "findes-ikke"], "Der følger ingen kodebog med navnet »findes-ikke«"),
        (["--model", "da_findes_ikke"], "python -m spacy download da_findes_ikke"),
    ],
)
def test_missing_codebook_or_model_ends_with_two(tmp_path: Path, options: list[str], answer: str) -> None:
    (tmp_path / "a.txt").write_text("Vi savner hjælp.", encoding="utf-8")
    done = hoering_command("run", str(tmp_path), "--out", str(tmp_path / "ud"), *options)
    assert done.returncode == 2
    assert answer in done.stderr
    assert not (tmp_path / "ud").exists()


def damaged(model: Path) -> None:
    (model / "ner" / "model").write_bytes(b"\x81")


def foreign(model: Path) -> None:
    change_meta(model, lang="sv")


def outdated(model: Path) -> None:
    change_meta(model, spacy_version=">=2.3.0,<2.4.0")


def change_meta(model: Path, **changes: str) -> None:
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    (model / "meta.json").write_text(json.dumps({**meta, **changes}), encoding="utf-8")


@pytest.mark.model
@pytest.mark.parametrize(
    ("harm", "answer"),
    [
        (damaged, "kan ikke indlæses; den er beskadiget"),
        (foreign, "er ikke dansk (sprog: sv)"),
        (outdated, "er lavet til spaCy >=2.3.0,<2.4.0"),
    ],
)
def test_a_model_that_cannot_be_used_ends_with_two_and_nothing_is_written(
    tmp_path: Path, harm: Callable[[Path], None], answer: str
) -> None:
    raw, model = tmp_path / "raw", tmp_path / "model"
    raw.mkdir()
    (raw / "a.txt").write_text("Vi savner hjælp.", encoding="utf-8")
    shutil.copytree(str(resources.files("hoering.language") / "model"), model)
    harm(model)
    done = hoering_command("run", str(raw), "--out", str(tmp_path / "ud"), "--model", str(model))
    assert done.returncode == 2
    assert answer in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "ud").exists()
