"""All figures of the coding guide for one set of units: what `make eval` and `hoering eval` show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from hoering.agreement import measures
from hoering.agreement.measures import Table
from hoering.agreement.resampling import DRAWS, SEED, Array, Estimate, Measure, Resamples
from hoering.agreement.units import Answer, Unit

SETS, SINGLES = ("themes", "actors"), ("stance", "voice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How well answers agree with those of people.

    ``figures`` are named by question and measure ("themes_micro_f1", "stance_kappa"); a question that was not asked
    is not among them. ``codes`` has one row a code of themes and actors: ``kind, code, gold, found, hit, precision,
    recall, f1``. ``confusion`` counts units for stance and voice, rows gold, columns found. Of the units that are no
    content ``boilerplate_found`` were taken out; ``content_removed`` are units with content that were as well.
    """

    units: int
    sources: int
    figures: Mapping[str, Estimate]
    codes: pd.DataFrame
    confusion: Mapping[str, pd.DataFrame]
    boilerplate: int
    boilerplate_found: int
    content_removed: int


def agreement(units: Sequence[Unit], found: Sequence[Answer], *, draws: int = DRAWS, seed: int = SEED) -> Agreement:
    """Compare answers with those of people.

    Args:
        units: at least one, with people's answers; a question counts on the units where both have an answer to it.
        found: an answer for each unit, in the same order.
        draws: how many times units and documents are drawn anew for the intervals.
        seed: of the draws.

    Raises:
        ValueError: there are no units, or not as many answers.
    """
    if not units:
        raise ValueError("no units to compare")
    figures: dict[str, Estimate] = {}
    codes, confusion = [_codes("", Table.of_sets([[]], [[]]))], {}
    for kind in (*SETS, *SINGLES):
        sources, gold, other = _asked(kind, units, found)
        if not sources:
            continue
        resamples = Resamples.of(sources, draws=draws, seed=seed)
        table = Table.of_sets(gold, other) if kind in SETS else Table.of_singles(gold, other)
        for name, measure in (_of_sets(table) if kind in SETS else _of_singles(table)).items():
            figures[f"{kind}_{name}"] = resamples.estimate(measure)
        if kind in SETS:
            codes.append(_codes(kind, table))
        else:
            confusion[kind] = _confusion(gold, other)
    said = [
        (bool(unit.answer.boilerplate), bool(answer.boilerplate)) for unit, answer in zip(units, found, strict=True)
    ]
    return Agreement(
        units=len(units),
        sources=len({unit.file for unit in units}),
        figures=figures,
        codes=pd.concat(codes, ignore_index=True),
        confusion=confusion,
        boilerplate=sum(gold for gold, _ in said),
        boilerplate_found=sum(gold and other for gold, other in said),
        content_removed=sum(other and not gold for gold, other in said),
    )


def _asked(kind: str, units: Sequence[Unit], found: Sequence[Answer]) -> tuple[list[str], list[Any], list[Any]]:
    """Document, people's answer and the other answer, of the units with both."""
    rows = [
        (unit.file, gold, other)
        for unit, answer in zip(units, found, strict=True)
        if (gold := getattr(unit.answer, kind)) is not None and (other := getattr(answer, kind)) is not None
    ]
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


def _of_sets(table: Table) -> dict[str, Measure]:
    over_all: dict[str, Callable[[Table, Array], Array]] = {
        "micro_f1": measures.micro_f1,
        "precision": measures.precision,
        "recall": measures.recall,
        "samples_f1": measures.samples_f1,
    }
    macro = partial(measures.macro_f1, table, columns=table.supported())
    return {**{name: partial(measure, table) for name, measure in over_all.items()}, "macro_f1": macro}


def _of_singles(table: Table) -> dict[str, Measure]:
    return {
        "accuracy": partial(measures.accuracy, table),
        "macro_f1": partial(measures.macro_f1, table, columns=table.supported(1)),
        "kappa": partial(measures.kappa, table),
    }


def _codes(kind: str, table: Table) -> pd.DataFrame:
    """How each code fares."""
    gold, found, hit = (side.sum(axis=0) for side in (table.gold, table.found, table.gold * table.found))
    columns = {
        "kind": [kind] * len(table.codes),
        "code": list(table.codes),
        "gold": gold,
        "found": found,
        "hit": hit,
        "precision": hit / np.maximum(found, 1),
        "recall": hit / np.maximum(gold, 1),
        "f1": 2 * hit / (gold + found),
    }
    counts = dict.fromkeys(("gold", "found", "hit"), "int64")
    return pd.DataFrame(columns).astype({"kind": "str", "code": "str", **counts})


def _confusion(gold: Sequence[str], found: Sequence[str]) -> pd.DataFrame:
    # pandas and not scikit-learn, which warns where all agree on one code.
    codes = sorted({*gold, *found})
    counts = pd.crosstab(pd.Series(gold, dtype="str"), pd.Series(found, dtype="str"))
    table = counts.reindex(index=codes, columns=codes, fill_value=0)
    return table.rename_axis(index=None, columns=None)
