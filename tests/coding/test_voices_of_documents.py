"""Whole documents from file to voice; see tests/data/stemmer/README.md."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest
from docx import Document

import hoering

DATA = Path(__file__).parents[1] / "data" / "stemmer"
DEBATES = ("o01", "o02", "o03", "p01", "p02", "p03")


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def voices(folder: Path, out: Path) -> dict[str, list[tuple[str, str]]]:
    """Sentence and voice by file, in order."""
    hoering.run(folder, out)
    codings = pd.read_parquet(out / "data" / "processed" / "codings.parquet")
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in codings[codings["kind"] == "voice"].itertuples():
        found[Path(row.document).stem].append((words(row.quote), row.code))
    return found


def of(told: list[tuple[str, str]], sentence: str) -> str:
    """The voice of the sentence that is, holds or is held in another; empty where cleaning took it out."""
    wanted = words(sentence)
    same = [voice for text, voice in told if text == wanted]
    near = [voice for text, voice in told if wanted in text or (len(text) > 12 and text in wanted)]
    return next(iter(same or near or [voice for text, voice in told if alike(text, wanted) >= 0.5]), "")


def alike(one: str, other: str) -> float:
    """Share of words in common: a masked name differs."""
    first, second = set(one.split()), set(other.split())
    return len(first & second) / len(first | second)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, bool]]]:
    """For each half, file and whether the voice is right, sentence by sentence."""
    folder = tmp_path_factory.mktemp("stemmer")
    for path in DATA.glob("[op][0-9]*"):
        shutil.copy(path, folder / path.name)
    found = voices(folder, tmp_path_factory.mktemp("ud"))
    result: dict[str, list[tuple[str, bool]]] = {}
    for half in ("oevelse", "proeve"):
        key = [json.loads(line) for line in (DATA / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]
        result[half] = [(k["file"][:3], of(found[Path(k["file"]).stem], k["text"]) == k["voice"]) for k in key]
    return result


@pytest.mark.parametrize(("half", "least"), [("oevelse", 0.93), ("proeve", 0.80)])
def test_voices_are_told(right: dict[str, list[tuple[str, bool]]], half: str, least: float) -> None:
    hits = [hit for _, hit in right[half]]
    assert sum(hits) >= least * len(hits)


def test_debates_are_the_politicians(right: dict[str, list[tuple[str, bool]]]) -> None:
    hits = [hit for told in right.values() for file, hit in told if file in DEBATES]
    assert len(hits) > 100
    assert sum(hits) >= 0.95 * len(hits)


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_debate_is_read_alike_from_other_formats(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "ind"
    folder.mkdir()
    lines = (DATA / "o01_folketing_kl.txt").read_text(encoding="utf-8").splitlines()
    if suffix == ".docx":
        document = Document()
        for line in filter(None, lines):
            document.add_paragraph(line)
        document.save(str(folder / "debat.docx"))
    else:
        body = "".join(f"<p>{line}</p>" for line in lines if line)
        (folder / "debat.html").write_text(f"<html><body><main>{body}</main></body></html>", encoding="utf-8")
    told = voices(folder, tmp_path / "ud")["debat"]
    key = [json.loads(line) for line in (DATA / "oevelse.jsonl").read_text(encoding="utf-8").splitlines()]
    hits = [of(told, k["text"]) == k["voice"] for k in key if k["file"].startswith("o01")]
    assert sum(hits) >= 0.95 * len(hits)


def test_those_who_have_the_floor_keep_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "ind"
    folder.mkdir()
    shutil.copy(DATA / "o01_folketing_kl.txt", folder / "debat.txt")
    hoering.run(folder, tmp_path / "ud")
    codings = pd.read_parquet(tmp_path / "ud" / "data" / "processed" / "codings.parquet")
    assert set(codings["speaker"]) - {""} == {
        "Formanden (Preben Kærsgård)", "Torleif Amstrup (FG)", "Solvej Rindum (GS)",
        "Beskæftigelsesministeren (Rasmine Dalbro)", "Første næstformand (Gorm Tvede)",
    }  # fmt: skip
