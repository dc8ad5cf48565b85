"""Real documents beside the project, where they are there: scores, boilerplate, and what the report must name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import hoering

SHARED = Path(__file__).parent.parent.parent / "shared"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not (SHARED / "gold" / "score.py").is_file(), reason="kræver ../shared med kodede dokumenter"),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    hoering.run(SHARED / "seeds", folder)
    return folder


@pytest.fixture(scope="module")
def scores(out: Path) -> dict[str, float]:
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(out), str(SHARED / "gold" / "seeds.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("measure", "keyword_search"),
    [("themes_micro_f1", 0.61), ("actors_micro_f1", 0.82), ("stance_macro_f1", 0.57), ("voice_accuracy", 0.04)],
)
def test_better_than_a_keyword_search(scores: dict[str, float], measure: str, keyword_search: float) -> None:
    assert scores[measure] > keyword_search


def test_voice_boilerplate_and_content(scores: dict[str, float]) -> None:
    assert scores["voice_accuracy"] >= 0.95
    assert scores["boilerplate_recall"] >= 6 / 8
    assert scores["content_wrongly_removed"] == 0


def test_quotes_stand_in_the_files(out: Path) -> None:
    codings = hoering.run(SHARED / "seeds", out).table("codings")
    texts = {p.name: p.read_text(encoding="utf-8") for p in (SHARED / "seeds").iterdir()}
    exact = [texts[c.document][c.start : c.end] == c.quote for c in codings.itertuples()]
    # A broken line and bold marks inside a sentence are mended in its quotation.
    assert sum(exact) / len(exact) > 0.95
