"""The confidential files: what the key looks like, who may read it, and that nothing is half written."""

from __future__ import annotations

import csv
import io
import os
import stat
from pathlib import Path

import pytest

from hoering.errors import OutputError
from hoering.pseudonymise.key import KeyedPerson
from hoering.pseudonymise.key_file import key_bytes, write_confidential

LIS = KeyedPerson(placeholder="[Borger 1]", names=("Lis Holm", "Lis"), documents=("breve/a;b.txt", "c.txt"))
posix = pytest.mark.skipif(os.name != "posix", reason="Windows har ingen filrettigheder af den slags")


def test_key_is_a_table_of_placeholder_names_and_documents() -> None:
    rows = list(csv.reader(io.StringIO(key_bytes([LIS]).decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["pladsholder", "navne", "dokumenter"],
        ["[Borger 1]", "Lis Holm | Lis", "breve/a;b.txt | c.txt"],
    ]


@pytest.mark.parametrize("name", ["=1+1", "+45 12", "-x", "@SUM(A1)"])
def test_cell_that_looks_like_a_formula_is_made_text(name: str) -> None:
    person = KeyedPerson(placeholder="[Person 1]", names=(name,), documents=("a.txt",))
    assert f";'{name};" in key_bytes([person]).decode()


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_the_owner_may_read_whatever_the_umask_and_the_old_modes(umask: int, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "fortroligt"
    folder.mkdir(parents=True, mode=0o755)
    (folder / "noegle.csv").write_text("gammel")
    (folder / "noegle.csv").chmod(0o644)
    before = os.umask(umask)
    try:
        write_confidential(folder, {"noegle.csv": b"ny", "ark.xlsx": b"x"})
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert (folder / "noegle.csv").read_bytes() == b"ny"


def test_nothing_in_the_folder_is_seen_by_git_and_no_temporary_file_is_left(tmp_path: Path) -> None:
    write_confidential(tmp_path / "f", {"noegle.csv": b"x"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "f").iterdir()} == {
        "noegle.csv": b"x",
        ".gitignore": b"*\n",
    }


def test_sheet_somebody_wrote_in_is_set_aside_and_an_equal_one_is_not(tmp_path: Path) -> None:
    write_confidential(tmp_path, {"ark.xlsx": b"1"}, set_aside=["ark.xlsx"])
    write_confidential(tmp_path, {"ark.xlsx": b"1"}, set_aside=["ark.xlsx"])
    assert len(list(tmp_path.glob("ark*.xlsx"))) == 1
    (tmp_path / "ark.xlsx").write_bytes(b"1 + ja")
    write_confidential(tmp_path, {"ark.xlsx": b"1"}, set_aside=["ark.xlsx"])
    assert sorted(path.read_bytes() for path in tmp_path.glob("ark*.xlsx")) == [b"1", b"1 + ja"]
    assert (tmp_path / "ark.xlsx").read_bytes() == b"1"


@posix
def test_file_behind_a_link_is_not_written_to(tmp_path: Path) -> None:
    elsewhere = tmp_path / "andet.csv"
    elsewhere.write_bytes(b"urort")
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "noegle.csv").symlink_to(elsewhere)
    write_confidential(tmp_path / "f", {"noegle.csv": b"hemmeligt"})
    assert elsewhere.read_bytes() == b"urort"


def test_place_that_is_a_file_is_told_in_danish_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "fortroligt").write_bytes(b"")
    with pytest.raises(OutputError, match="fortrolige filer kan ikke skrives i mappen fortroligt"):
        write_confidential(tmp_path / "fortroligt", {"noegle.csv": b"x"})
