"""The page of figures: sections replaced, history kept, overview newest."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hoering.agreement import Answer, Unit, agreement


@pytest.fixture
def page() -> ModuleType:
    return importlib.import_module("evaluation_page")


def result(page: ModuleType, value: float, body: str = "Tables.", **changes: str) -> Any:
    said = {"date": "2026-01-02", "version": "0.1", "codebook": "bus 1", "model": "none", "coder": "patterns",
            "material": "letters", **changes}  # fmt: skip
    return page.Result(page.Stamp(**said), body, {"themes_micro_f1": value})


def section(text: str, title: str) -> str:
    return text.split(f"\n## {title}\n")[1].split("\n## ")[0].strip()


def rows(text: str, title: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")[5:9]] for line in section(text, title).splitlines()[2:]]


def test_a_new_page_has_overview_section_and_history(page: ModuleType) -> None:
    text = page.updated("", [result(page, 0.5)])
    assert text.startswith("# Evaluation\n")
    assert section(text, "letters: patterns") == "Tables."
    assert rows(text, "Newest figures") == rows(text, "History") == [["patterns", "letters", "0.500", ""]]


def test_a_newer_result_replaces_its_section_and_the_older_stays_in_the_history(page: ModuleType) -> None:
    other = result(page, 0.7, "Other.", coder="stacked")
    text = page.updated("", [result(page, 0.5), other])
    text = page.updated(text, [result(page, 0.6, "New tables.", date="2026-02-03")])
    assert section(text, "letters: patterns") == "New tables."
    assert section(text, "letters: stacked") == "Other."
    assert [row[2] for row in rows(text, "History")] == ["0.500", "0.700", "0.600"]
    assert [row[2] for row in rows(text, "Newest figures")] == ["0.600", "0.700"]


def test_the_same_result_again_changes_nothing(page: ModuleType) -> None:
    text = page.updated("", [result(page, 0.5)])
    assert page.updated(text, [result(page, 0.5)]) == text


def test_a_body_shows_figures_bars_codes_and_confusion(page: ModuleType) -> None:
    units = [
        Unit(file=file, answer=Answer(themes=frozenset({"bus"}), stance=stance))
        for file, stance in (("a", "kritik"), ("a", "neutral"), ("b", "kritik"))
    ]
    found = agreement(units, [Answer(themes=frozenset({"bus"}), stance="kritik")] * 3)
    text = page.body(result(page, 1.0).stamp, found, {"themes_micro_f1": 0.75})
    assert "3 units in 2 documents" in text
    assert "| themes micro-F1 | 1.000 | 1.000–1.000 | 1.000–1.000 | 0.750 |" in text
    assert "| bus | 3 | 3 | 3 | 1.00 | 1.00 | 1.00 |" in text
    assert "| neutral | 1 | 0 |" in text
    assert "actors" not in text


def test_it_is_written_where_no_page_was(page: ModuleType, tmp_path: Path) -> None:
    page.write([result(page, 0.5)], tmp_path / "page.md")
    page.write([result(page, 0.4, date="2026-03-04")], tmp_path / "page.md")
    text = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert [row[2] for row in rows(text, "History")] == ["0.500", "0.400"]


def test_a_section_of_its_own_is_kept_by_the_other_writer_and_the_other_way_round(
    page: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "page.md"
    page.put("topics: titles", "First.", path)
    page.write([result(page, 0.5)], path)
    page.put("topics: titles", "Second.", path)
    text = path.read_text(encoding="utf-8")
    assert section(text, "topics: titles") == "Second."
    assert section(text, "letters: patterns") == "Tables."
    assert rows(text, "History") == [["patterns", "letters", "0.500", ""]]
    assert text.count("## topics: titles") == 1
    assert list(page._sections(text))[-1] == "History"
