"""What is measured on, and one small measurement from documents to page."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

SENTENCES = {"Bussen kører aldrig om søndagen.": ["mobilitet"], "Fagforeningerne mangler helt.": ["fagforeninger"]}


@pytest.fixture
def evaluate() -> ModuleType:
    return importlib.import_module("evaluate")


def test_the_untouched_half_is_only_measured_where_it_is_asked_for(evaluate: ModuleType) -> None:
    usual, all_of_them = (list(evaluate.materials(untouched=asked)) for asked in (False, True))
    assert evaluate.TUNED in usual
    assert evaluate.UNTOUCHED not in usual
    assert evaluate.UNTOUCHED in all_of_them
    assert (evaluate.SEEDS in usual) == evaluate.SEEDS.gold.is_file()


def test_the_halves_of_the_example_are_there_and_have_no_document_in_common(evaluate: ModuleType) -> None:
    tuned, untouched = (
        {json.loads(line)["file"] for line in half.gold.read_text(encoding="utf-8").splitlines()}
        for half in (evaluate.TUNED, evaluate.UNTOUCHED)
    )
    assert tuned
    assert untouched
    assert not tuned & untouched


@pytest.mark.model
def test_from_documents_to_figures(
    evaluate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raw, text = tmp_path / "rå", "\n\n".join(SENTENCES)
    raw.mkdir()
    (raw / "brev.txt").write_text(text, encoding="utf-8")
    rows = [
        {"file": "brev.txt", "start": text.index(said), "end": text.index(said) + len(said), "themes": themes}
        for said, themes in SENTENCES.items()
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    monkeypatch.setattr(evaluate, "RUNS", tmp_path / "runs")
    material = evaluate.Material(name="letters", raw=raw, gold=gold, bars={"themes_micro_f1": 0.75})
    result = evaluate.evaluated(material, "patterns")
    evaluate.compare([result])
    assert result.stamp.title == "letters: patterns"
    assert result.stamp.codebook.startswith("beskaeftigelse ")
    assert set(result.figures) >= {"themes_micro_f1", "themes_samples_f1"}
    assert "actors_micro_f1" not in result.figures
    assert "| fagforeninger | 1 | 1 | 1 |" in result.body
    assert "themes micro-F1" in capsys.readouterr().out.splitlines()[-2]
