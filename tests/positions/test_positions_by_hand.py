"""Positions against those grouped by hand: `tests/data/positions`, figures by `make eval-positions`."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from hoering.positions.measure import Pairs

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", name="bench")
def _bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("positions_bench", ROOT / "benchmarks" / "positions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_what_their_guide_says(bench: ModuleType) -> None:
    tuning, held_out, other, other_held_out = map(bench.table, (*bench.HALVES, *bench.OTHERS))
    assert not set(tuning) & set(held_out)
    assert sum(map(len, tuning.values())) == 253
    assert sum(map(len, held_out.values())) == 287
    assert sum(map(len, other.values())) == 170
    assert sum(map(len, other_held_out.values())) == 165
    documents = [{c.source for rows in parts.values() for _, c in rows} for parts in (other, other_held_out)]
    assert not documents[0] & documents[1]
    for parts in (tuning, held_out, other, other_held_out):
        for rows in parts.values():
            alone = [hand for hand, _ in rows if hand.startswith("alene")]
            assert len(alone) == len(set(alone))


@pytest.mark.parametrize(("half", "least"), [("oevelse", 0.71), ("proeve", 0.69)])
def test_agreement_with_the_groups_made_by_hand(bench: ModuleType, half: str, least: float) -> None:
    parts = bench.table(half)
    found = sum(bench.measured(parts, bench.by_method(bench.language_of_all())).values(), Pairs())
    assert found.f1 >= least


def test_all_that_was_grouped_by_hand_together_reaches_the_bar(bench: ModuleType) -> None:
    language = bench.language_of_all()
    halves = [bench.measured(bench.table(half), bench.by_method(language)) for half in bench.HALVES]
    assert sum((pairs for half in halves for pairs in half.values()), Pairs()).f1 >= 0.70


@pytest.mark.parametrize(("half", "least"), [("andre_oevelse", 0.57), ("andre_proeve", 0.55)])
def test_agreement_on_wording_of_other_writers(bench: ModuleType, half: str, least: float) -> None:
    parts = bench.table(half)
    language = bench.language_of(parts)
    found = sum(bench.measured(parts, bench.by_method(language)).values(), Pairs())
    bare = sum(bench.measured(parts, bench.without_matters(language)).values(), Pairs())
    assert found.f1 >= max(least, bare.f1 + 0.3)


def test_titles_are_true_for_the_claims_under_them(bench: ModuleType) -> None:
    found = sum(
        (bench.verdicts(bench.table(half), bench.language_of_all()) for half in bench.HALVES), Counter[str]()
    ) + sum(
        (bench.verdicts(parts, bench.language_of(parts)) for parts in map(bench.table, bench.OTHERS)), Counter[str]()
    )
    read = found["ja"] + found["halvt"] + found["nej"]
    assert read >= 200
    assert found["ja"] >= 0.75 * read
    assert found["nej"] <= 0.05 * read


def test_the_method_beats_what_needs_no_list(bench: ModuleType) -> None:
    language = bench.language_of_all()
    parts = bench.table("proeve")
    own = sum(bench.measured(parts, bench.by_method(language)).values(), Pairs())
    for other in (bench.without_matters(language), lambda claims: [0] * len(claims)):
        assert own.f1 > sum(bench.measured(parts, other).values(), Pairs()).f1 + 0.3
