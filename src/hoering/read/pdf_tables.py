"""Tables on a PDF page: found by their ruled lines, or by short cells that stand under one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from hoering.read.pdf_blocks import Block, Rows
from hoering.read.pdf_glyphs import Rule
from hoering.read.pdf_lines import Line

_TOUCH = 3.0
_MAX_RULES = 2_000
_NUMBER = re.compile(r"[-+–]?\d[\d.,: ]*(?:%|pct\.?|kr\.?|t\.?)?|[-–]|ja|nej|x", re.IGNORECASE)
_SHORT = 40


def take_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[list[Block], list[Line]]:
    """The tables, and the lines that stand in none."""
    tables: list[Block] = []
    rest = list(lines)
    for xs, ys in _grids(rules):
        inside = [line for line in rest if _is_in(line, xs, ys)]
        rows = _ruled_rows(inside, xs, ys)
        if sum(len(row) for row in rows) > 1 and max((len(row) for row in rows), default=0) > 1:
            taken = set(map(id, inside))
            tables.append(Block(tuple(inside), rows))
            rest = [line for line in rest if id(line) not in taken]
    found, rest = _unruled(rest)
    return [*tables, *found], rest


def _grids(rules: Sequence[Rule]) -> list[tuple[list[float], list[float]]]:
    """Upright and flat places of the ruled lines of each grid that has inner lines."""
    if len(rules) > _MAX_RULES:
        return []
    grids = []
    for group in _touching(rules):
        xs = _places([r.x0 for r in group if not r.horizontal])
        ys = _places([r.top for r in group if r.horizontal])
        if len(ys) >= 3 or (len(ys) >= 2 and len(xs) >= 3):
            left, right = min(r.x0 for r in group), max(r.x1 for r in group)
            grids.append((_places([*xs, left, right]), ys))
    return grids


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: (r.top, r.x0)):
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if all(group is not other for other in near)]
        groups.append([rule, *(r for group in near for r in group)])
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.x0 <= other.x1 + _TOUCH and other.x0 <= one.x1 + _TOUCH
        and one.top <= other.bottom + _TOUCH and other.top <= one.bottom + _TOUCH
    )  # fmt: skip


def _places(values: Sequence[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOUCH:
            places.append(value)
    return places


def _is_in(line: Line, xs: Sequence[float], ys: Sequence[float]) -> bool:
    middle = line.baseline - 0.3 * line.size
    return ys[0] < middle < ys[-1] and xs[0] - _TOUCH < line.x0 and line.x1 < xs[-1] + _TOUCH


def _ruled_rows(lines: Sequence[Line], xs: Sequence[float], ys: Sequence[float]) -> Rows:
    cells: dict[int, dict[int, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        row = bisect_right(ys, line.baseline - 0.3 * line.size)
        cells[row][bisect_right(xs, line.x0 + 1)].append(line)
    return tuple(tuple(tuple(cells[row][column]) for column in sorted(cells[row])) for row in sorted(cells))


def _unruled(lines: Sequence[Line]) -> tuple[list[Block], list[Line]]:
    """Runs of rows whose later cells are figures, or that have three or more short cells."""
    rows = _level(lines)
    tables: list[Block] = []
    rest: list[Line] = []
    run: list[list[Line]] = []
    for row in [*rows, []]:
        if len(row) > 1 and (not run or row[0].baseline - run[-1][0].baseline < 3 * row[0].size):
            run.append(row)
            continue
        if _is_table(run):
            tables.append(Block(tuple(c for r in run for c in r), tuple(tuple((c,) for c in r) for r in run)))
        else:
            rest += [cell for r in run for cell in r]
        run = [row] if len(row) > 1 else []
        rest += row if len(row) == 1 else []
    return tables, rest


def _level(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        if rows and line.baseline - rows[-1][0].baseline <= 0.25 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _is_table(run: list[list[Line]]) -> bool:
    if len(run) < 2:
        return False
    later = [cell for row in run for cell in row[1:]]
    figures = sum(_NUMBER.fullmatch(cell.text.strip()) is not None for cell in later)
    if figures >= 0.6 * len(later) and _aligned(run):
        return True
    cells = [cell for row in run for cell in row]
    is_short = all(len(cell.text) <= _SHORT for cell in cells) and sum(len(c.text) for c in cells) < 22 * len(cells)
    return len(run) >= 3 and min(len(row) for row in run) >= 3 and is_short and _aligned(run)


def _aligned(run: list[list[Line]]) -> bool:
    """Whether cells of neighbouring rows stand under one another, by a left or a right edge or the middle."""
    pairs = under = 0
    for before, row in pairwise(run):
        for cell in row[1:]:
            pairs += 1
            under += any(
                min(abs(cell.x0 - o.x0), abs(cell.x1 - o.x1), abs(cell.x0 + cell.x1 - o.x0 - o.x1) / 2) < cell.size
                for o in before[1:]
            )
    return pairs > 0 and under >= 0.7 * pairs
