"""Measures coders against coded sentences and writes `docs/evaluation.md`: `make eval CODER=patterns,stacked`.

Sets: the half of the example consultation to tune on; with ``PROEVE=1`` also the half that is only to be measured on;
and what lies in ``../shared/gold``, where that is there. The runs are left in `training/build/eval`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

import evaluation_page
from evaluation_page import SHOWN, Result, Stamp

import hoering
from hoering import codebook
from hoering.agreement import Agreement, agreement, match
from hoering.coding.registry import make_coder
from hoering.coding.trained.coders import STACKED, TRAINED
from hoering.coding.trained.model import ARRAYS
from hoering.facit import read_facit
from hoering.project import MANIFEST, sha256_of

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SHARED", ROOT.parent / "shared")).resolve()
RUNS = ROOT / "training" / "build" / "eval"
_EXAMPLE = ROOT / "data" / "raw" / "eksempelkommune"
_CODED = ROOT / "tests" / "data" / "kodning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Documents and what people coded in them; ``bars`` is what is aimed at, by a figure's name."""

    name: str
    raw: Path
    gold: Path
    bars: Mapping[str, float] = field(default_factory=dict)


TUNED = Material(name="example, tuning half", raw=_EXAMPLE, gold=_CODED / "eksempel_oevelse.jsonl")
UNTOUCHED = Material(
    name="example, untouched half",
    raw=_EXAMPLE,
    gold=_CODED / "eksempel_proeve.jsonl",
    bars={"themes_samples_f1": 0.65, "stance_macro_f1": 0.68, "voice_accuracy": 0.90},
)
SEEDS = Material(
    name="seeds",
    raw=SHARED / "seeds",
    gold=SHARED / "gold" / "seeds.jsonl",
    bars={
        "themes_micro_f1": 0.75,
        "themes_samples_f1": 0.70,
        "actors_micro_f1": 0.88,
        "stance_macro_f1": 0.72,
        "stance_kappa": 0.65,
        "voice_accuracy": 0.92,
    },
)


def materials(*, untouched: bool) -> Iterator[Material]:
    """What there is to measure on; the untouched half only where it is asked for."""
    if SEEDS.gold.is_file():
        yield SEEDS
    yield TUNED
    if untouched:
        yield UNTOUCHED


@cache
def run_with(coder: str, raw: Path) -> hoering.RunResult:
    """A run by one coder, done anew; that of the two halves of the example is the same."""
    return hoering.run(raw, RUNS / raw.name / coder, coder=coder, force=True)


def model_of(coder: str) -> str:
    """The beginning of the SHA-256 of the shipped model, for a coder that is made from it."""
    name = make_coder(coder, codebook.load()).name
    model = resources.files("hoering") / "coding" / "models" / codebook.DEFAULT / ARRAYS
    return sha256_of(model.read_bytes())[:12] if name in {TRAINED, STACKED} else "none"


def measure(material: Material, result: hoering.RunResult) -> Agreement:
    """How well a run agrees with what people coded."""
    units = read_facit(material.gold, codebook.load())
    found = match(units, result.table("codings"), result.table("removals"))
    return agreement(units, [item.answer for item in found])


def stamp(material: Material, coder: str, result: hoering.RunResult) -> Stamp:
    """What was measured, from the run's manifest."""
    settings = json.loads((result.project.processed / MANIFEST).read_text(encoding="utf-8"))["settings"]
    return Stamp(
        date=datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        version=f"{settings['hoering']} ({settings['code'][:7]})",
        codebook=f"{settings['codebook']} {settings['codebook_version']} ({settings['codebook_sha256'][:7]})",
        model=model_of(coder),
        coder=coder,
        material=material.name,
    )


def evaluated(material: Material, coder: str) -> Result:
    """One coder on one set, as it goes on the page."""
    result = run_with(coder, material.raw)
    found = measure(material, result)
    said = stamp(material, coder, result)
    print(f"\n{said.title} ({said.date}, hoering {said.version}, codebook {said.codebook}, model {said.model})\n")
    body = evaluation_page.body(said, found, material.bars)
    print(body)
    return Result(said, body, {name: estimate.value for name, estimate in found.figures.items()})


def compare(results: list[Result]) -> None:
    """Print the coders side by side."""
    names = [name for name in SHOWN if any(name in result.figures for result in results)]
    width = max(len(result.stamp.title) for result in results)
    print("\n" + " " * width + "".join(f"{SHOWN[name]:>19}" for name in names))
    for result in results:
        cells = "".join(f"{result.figures[name]:>19.3f}" for name in names)
        print(f"{result.stamp.title:<{width}}{cells}")


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coder", default="patterns", help="names with commas between")
    parser.add_argument("--untouched", action="store_true", help="also the half that is only to be measured on")
    arguments = parser.parse_args()
    coders = [name.strip() for name in arguments.coder.split(",") if name.strip()]
    results = [evaluated(material, coder) for material in materials(untouched=arguments.untouched) for coder in coders]
    compare(results)
    evaluation_page.write(results)


if __name__ == "__main__":
    main()
