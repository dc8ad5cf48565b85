"""All figures of a set of units, by hand and beside the scorer that lies with the shared data."""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from hoering.agreement import Answer, Unit, agreement, match

SCORER = Path(__file__).parents[3] / "shared" / "gold" / "score.py"

THEMES = ("unge", "sundhed", "mobilitet", "styring")
STANCES = ("kritik", "forslag", "stoette", "neutral")
VOICES = ("borgere", "politikere", "ukendt")


def answer(themes: str, stance: str, *, boilerplate: bool = False) -> Answer:
    return Answer(themes=frozenset(themes.split()), stance=stance, boilerplate=boilerplate)


GOLD = [
    Unit(file="a", answer=answer("unge", "kritik")),
    Unit(file="a", answer=answer("unge", "neutral")),
    Unit(file="b", answer=answer("unge styring", "forslag")),
    Unit(file="b", answer=answer("", "neutral", boilerplate=True)),
]
FOUND = [
    answer("unge", "kritik"),
    answer("sundhed", "kritik"),
    answer("unge", "forslag", boilerplate=True),
    answer("", "neutral", boilerplate=True),
]


def test_figures_by_hand() -> None:
    found = agreement(GOLD, FOUND)
    values = {name: estimate.value for name, estimate in found.figures.items()}
    assert values["themes_micro_f1"] == pytest.approx(2 * 2 / (4 + 3))
    assert values["themes_macro_f1"] == pytest.approx(0.8)  # only "unge" is there three times
    assert values["themes_samples_f1"] == pytest.approx((1 + 0 + 2 / 3) / 3)
    assert values["stance_accuracy"] == 0.75
    assert values["stance_macro_f1"] == pytest.approx((2 / 3 + 1 + 2 / 3) / 3)
    assert (found.units, found.sources) == (4, 2)
    assert (found.boilerplate, found.boilerplate_found, found.content_removed) == (1, 1, 1)


def test_a_question_nobody_answered_has_no_figures() -> None:
    found = agreement(GOLD, FOUND)
    assert not [name for name in found.figures if name.startswith(("actors", "voice"))]
    assert set(found.confusion) == {"stance"}


def test_units_without_an_answer_to_a_question_do_not_count_in_it() -> None:
    units = [*GOLD, Unit(file="c", answer=Answer(stance="kritik"))]
    found = agreement(units, [*FOUND, answer("sundhed", "kritik")])
    assert found.figures["themes_micro_f1"].value == agreement(GOLD, FOUND).figures["themes_micro_f1"].value
    assert found.figures["stance_accuracy"].value == 0.8


def test_codes_and_confusion() -> None:
    found = agreement(GOLD, FOUND)
    rows = found.codes.set_index("code")
    assert rows.loc["unge", ["gold", "found", "hit"]].tolist() == [3, 2, 2]
    assert rows.loc["unge", ["precision", "recall", "f1"]].tolist() == pytest.approx([1, 2 / 3, 0.8])
    assert rows.loc["sundhed", ["gold", "found", "hit", "f1"]].tolist() == [0, 1, 0, 0]
    assert found.confusion["stance"].loc["neutral", "kritik"] == 1
    assert found.confusion["stance"].to_numpy().sum() == len(GOLD)


def test_no_units_cannot_be_compared_and_answers_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="no units"):
        agreement([], [])
    with pytest.raises(ValueError, match="zip"):
        agreement(GOLD, FOUND[:-1])


def test_a_single_code_is_measured_like_any_other() -> None:
    units = [Unit(file="a", answer=Answer(themes=frozenset(codes))) for codes in (["unge"], ["unge"], [])]
    found = agreement(units, [Answer(themes=frozenset(codes)) for codes in (["unge"], [], [])])
    (row,) = found.codes.to_dict("records")
    assert row == {
        "kind": "themes", "code": "unge", "gold": 2, "found": 1, "hit": 1, "precision": 1.0, "recall": 0.5,
        "f1": pytest.approx(2 / 3),
    }  # fmt: skip


def test_units_without_any_code_are_no_error() -> None:
    found = agreement([Unit(file="a", answer=Answer(themes=frozenset()))], [Answer(themes=frozenset())])
    assert found.codes.empty
    assert math.isnan(found.figures["themes_samples_f1"].value)
    assert found.figures["themes_micro_f1"].value == 0


def invented(count: int) -> tuple[list[dict[str, Any]], pd.DataFrame, pd.DataFrame]:
    """Units of three documents and a run whose codings are off by a few characters and often wrong."""
    rng = random.Random(1)
    gold, codings, removals = [], [], []
    for number in range(count):
        file, start = f"brev {number % 3}.txt", 50 * (number // 3)
        chosen = {"themes": rng.sample(THEMES, rng.randint(0, 2)), "actors": rng.sample(VOICES[:2], rng.randint(0, 1)),
                  "stance": rng.choice(STANCES), "voice": rng.choice(VOICES)}  # fmt: skip
        boilerplate = rng.random() < 0.1
        gold.append({"file": file, "unit": number, "start": start, "end": start + 45, "text": f"Sætning {number}.",
                     "boilerplate": boilerplate, **chosen})  # fmt: skip
        place = (f"mappe/{file}", start + rng.randint(-9, 9), start + 45 + rng.randint(-9, 9), f"Sætning {number}.")
        codes = [("theme", code) for code in THEMES if (code in chosen["themes"]) != (rng.random() < 0.2)]
        codes += [("actor", code) for code in VOICES[:2] if (code in chosen["actors"]) != (rng.random() < 0.3)]
        codes += [
            ("stance", rng.choice([chosen["stance"], *STANCES])),
            ("voice", rng.choice([chosen["voice"], "raad"])),
        ]
        codings += [(*place, *code) for code in codes if rng.random() < 0.95]
        if rng.random() < 0.5 * boilerplate + 0.02:
            removals.append((f"mappe/{file}", start, start + 40, "sidefod"))
    return (
        gold,
        pd.DataFrame(codings, columns=["document", "start", "end", "quote", "kind", "code"]),
        pd.DataFrame(removals, columns=["document", "start", "end", "reason"]),
    )


def unit_of(row: dict[str, Any]) -> Unit:
    coded = Answer(themes=frozenset(row["themes"]), actors=frozenset(row["actors"]), stance=row["stance"],
                   voice=row["voice"], boilerplate=row["boilerplate"])  # fmt: skip
    return Unit(file=row["file"], text=row["text"], start=row["start"], end=row["end"], answer=coded)


@pytest.mark.skipif(not SCORER.is_file(), reason="kræver ../shared")
def test_figures_are_those_of_the_shared_scorer(tmp_path: Path) -> None:
    gold, codings, removals = invented(150)
    processed = tmp_path / "data" / "processed"
    processed.mkdir(parents=True)
    codings.to_parquet(processed / "codings.parquet")
    removals.to_parquet(processed / "removals.parquet")
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in gold), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(tmp_path), str(file)]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    units = [unit_of(row) for row in gold]
    ours = agreement(units, [found.answer for found in match(units, codings, removals)])
    for name, estimate in ours.figures.items():
        assert round(estimate.value, 3) == theirs[name], name
    assert len(ours.figures) == 16
    assert ours.boilerplate_found / ours.boilerplate == pytest.approx(theirs["boilerplate_recall"], abs=0.001)
    assert ours.content_removed == theirs["content_wrongly_removed"] > 0
    # Theirs draws anew only the units with a code, and with another generator.
    for kind in ("themes", "actors"):
        assert ours.figures[f"{kind}_samples_f1"].by_unit == pytest.approx(theirs[f"{kind}_samples_f1_95"], abs=0.02)
