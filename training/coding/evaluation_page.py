"""`docs/evaluation.md`: one section for each thing measured, the newest figures of all, and what they were before."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from hoering.agreement import Agreement, Estimate

PAGE = Path(__file__).parents[2] / "docs" / "evaluation.md"

HEAD = """# Evaluation

How well the coders agree with people who coded by the coding guide. `make eval CODER=patterns,stacked` measures anew
and writes this page (topics: `make bench-topics`); nothing in it is written by hand. Intervals hold 95 % of 1,000
resamples (seed 0): first of units, then of whole documents, which is the wider and the one to trust. Macro means of
themes and actors leave out codes met fewer than three times in the gold. The tuning half of the example is no test:
what is tuned or trained may have seen it (`training/coding/pieces.py` says what the coder is trained on). An invented
consultation, coded by one school of coders, is no proof for yours: code a hundred sentences of your own and run
`hoering eval`.
"""
OVERVIEW, HISTORY = "Newest figures", "History"

# What the overview shows, by the names of `hoering.agreement`.
SHOWN = {
    "themes_micro_f1": "themes micro-F1",
    "themes_samples_f1": "themes samples-F1",
    "actors_micro_f1": "actors micro-F1",
    "stance_macro_f1": "stance macro-F1",
    "stance_kappa": "stance kappa",
    "voice_accuracy": "voice accuracy",
    "accuracy": "accuracy",
}
_COLUMNS = ["date", "version", "codebook", "model", "coder", "set", *SHOWN.values()]
_SECTION = re.compile(r"^## ", flags=re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What was measured, and when: ISO date, hoering's version, codebook and version, coder, its model's hash, set."""

    date: str
    version: str
    codebook: str
    model: str
    coder: str
    material: str

    @property
    def title(self) -> str:
        """The section's heading."""
        return f"{self.material}: {self.coder}"

    def cells(self) -> list[str]:
        """The cells of a row of history, before the figures."""
        return [self.date, self.version, self.codebook, self.model, self.coder, self.material]


@dataclass(frozen=True, slots=True)
class Result:
    """A section's text, and the figures by name that go into overview and history."""

    stamp: Stamp
    body: str
    figures: Mapping[str, float]


def updated(page: str, results: Sequence[Result]) -> str:
    """The page with these results in place of older ones on the same coder and set; others are kept."""
    sections = _sections(page)
    rows = _rows(sections.pop(HISTORY, ""))
    sections.pop(OVERVIEW, None)
    for result in results:
        sections[result.stamp.title] = result.body.strip()
        row = [*result.stamp.cells(), *(_number(result.figures.get(name)) for name in SHOWN)]
        if row not in rows:
            rows.append(row)
    whole = {
        OVERVIEW: _table(_COLUMNS, _newest(rows)),
        **dict(sorted(sections.items())),
        HISTORY: _table(_COLUMNS, rows),
    }
    return HEAD + "".join(f"\n## {title}\n\n{body}\n" for title, body in whole.items())


def write(results: Sequence[Result], page: Path = PAGE) -> None:
    """Put results on the page, which need not be there yet."""
    old = page.read_text(encoding="utf-8") if page.is_file() else ""
    page.write_text(updated(old, results), encoding="utf-8")


def put(title: str, body: str, page: Path = PAGE) -> None:
    """Put a section on the page that has no row in overview and history, such as those of `make bench-topics`."""
    old = page.read_text(encoding="utf-8") if page.is_file() else ""
    # Of two sections of one title the last holds.
    page.write_text(updated(f"{old}\n## {title}\n\n{body}\n", []), encoding="utf-8")


def _sections(page: str) -> dict[str, str]:
    """Text below each heading of the second level."""
    parts = (part.partition("\n") for part in _SECTION.split(page)[1:])
    return {title.strip(): body.strip() for title, _, body in parts}


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.splitlines()[2:]]


def _newest(rows: Sequence[list[str]]) -> list[list[str]]:
    """The last row of each coder and set, sorted by set."""
    last = {(row[5], row[4]): row for row in rows}
    return [last[key] for key in sorted(last)]


def body(stamp: Stamp, found: Agreement, bars: Mapping[str, float]) -> str:
    """A section's text: what was measured, all figures, and where they come from."""
    parts = [
        f"{stamp.date} · hoering {stamp.version} · codebook {stamp.codebook} · model {stamp.model} · "
        f"{found.units} units in {found.sources} documents · taken out as no content {found.boilerplate_found} of "
        f"{found.boilerplate} rightly, {found.content_removed} wrongly",
        figures_table(found, bars),
    ]
    for kind in ("themes", "actors"):
        rows = found.codes[found.codes["kind"] == kind]
        if len(rows):
            parts.append(f"**{kind}, code by code**\n\n{_codes(rows)}")
    for kind, counts in found.confusion.items():
        parts.append(f"**{kind}: people's code (rows), coder's (columns)**\n\n{_confusion(counts)}")
    return "\n\n".join(parts)


def figures_table(found: Agreement, bars: Mapping[str, float]) -> str:
    """All figures with their intervals; ``bars`` are what is aimed at, by a figure's name."""
    rows = [[_plain(name), *_estimate(value), _number(bars.get(name))] for name, value in found.figures.items()]
    return _table(["measure", "value", "by unit", "by document", "bar"], rows)


def _plain(name: str) -> str:
    question, measure = name.split("_", 1)
    return f"{question} {measure.replace('_', ' ').replace('micro f1', 'micro-F1').replace(' f1', '-F1')}"


def _estimate(estimate: Estimate) -> list[str]:
    return [_number(estimate.value), *(_interval(interval) for interval in estimate[1:])]


def _interval(interval: tuple[float, float] | None) -> str:
    return "" if interval is None or math.isnan(interval[0]) else f"{interval[0]:.3f}–{interval[1]:.3f}"


def _number(value: float | None) -> str:
    return "" if value is None or math.isnan(value) else f"{value:.3f}"


def _codes(rows: pd.DataFrame) -> str:
    shares = rows[["precision", "recall", "f1"]].to_numpy(dtype=float)
    counts = rows[["gold", "found", "hit"]].to_numpy(dtype=int)
    cells = [
        [str(code), *map(str, count), *(f"{share:.2f}" for share in found)]
        for code, count, found in zip(rows["code"], counts, shares, strict=True)
    ]
    return _table(["code", "gold", "found", "hit", "P", "R", "F1"], cells)


def _confusion(counts: pd.DataFrame) -> str:
    cells = [[str(code), *map(str, row)] for code, row in zip(counts.index, counts.to_numpy(), strict=True)]
    return _table(["", *map(str, counts.columns)], cells)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
