from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from hoering.errors import PaperError
from hoering.material import NEEDED, Material
from hoering.project import Settings
from hoering.tables import parquet_bytes, records_frame

SETTINGS = Settings(hoering="1", code="", model="m", model_version="1", model_sha256="", codebook="b",
                    codebook_version="1", codebook_sha256="", coder="c")  # fmt: skip


def write(folder: Path, names: frozenset[str]) -> None:
    empty = records_frame("problems", [])
    for name in names:
        (folder / f"{name}.parquet").write_bytes(parquet_bytes(empty))
    (folder / "manifest.json").write_text(json.dumps({"settings": asdict(SETTINGS)}), encoding="utf-8")


def test_a_run_is_read_with_the_tables_there_are(tmp_path: Path) -> None:
    write(tmp_path, NEEDED)
    material = Material.read(tmp_path)
    assert material.frames.keys() == NEEDED
    assert material.settings == SETTINGS
    assert material.problems == ()


@pytest.mark.parametrize("gone", ["texts.parquet", "positions.parquet", "manifest.json"])
def test_no_finished_run_is_said(tmp_path: Path, gone: str) -> None:
    write(tmp_path, NEEDED)
    (tmp_path / gone).unlink()
    with pytest.raises(PaperError, match="ingen færdig kørsel"):
        Material.read(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", '{"settings": {"hoering": "1"}}'])
def test_a_manifest_of_another_kind_is_said(tmp_path: Path, content: str) -> None:
    write(tmp_path, NEEDED)
    (tmp_path / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(PaperError, match="ingen færdig kørsel"):
        Material.read(tmp_path)
