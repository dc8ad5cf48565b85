"""Where the head of a table is: below titles, above answers, in one row or two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

Rows = Sequence[tuple[int, tuple[str, ...]]]

# Variable names of survey tools (s_12, Q3_a, v7), above or below the questions themselves.
_CODE = re.compile(r"(?:[A-Za-z]{1,4}|var|spm|item)[_.-]?\d+(?:[_.-]\w+)*|[a-z]+(?:_[a-z0-9]+)+", re.IGNORECASE)
_IMPORT_ID = '{"ImportId"'
_ENDS_AS_ANSWER = re.compile(r"[.!]\s*$")
_ASKS = re.compile(r"\b(?:skriv|uddyb|beskriv|kommentar)", re.IGNORECASE)
_WORDS_OF_AN_ANSWER = 5


@dataclass(frozen=True, slots=True)
class Head:
    """Names of the columns, the lines above or around them, and the place of the first row below."""

    names: tuple[str, ...]
    above: tuple[str, ...]
    below: int


def head_of(rows: Rows) -> Head:
    """Find the head of a table with at least one row.

    Titles and dates of the export stand above it, each in a row less than half full. Of two rows, variable names and
    questions, the questions are the head; a row of groups over columns named alike is joined with theirs. A list
    whose first line reads as an answer has no head.
    """
    width = max(len(row) for _, row in rows)
    first = next((i for i, (_, row) in enumerate(rows) if sum(map(bool, row)) * 2 >= width), 0)
    names = padded(rows[first][1], width)
    under = padded(rows[first + 1][1], width) if first + 1 < len(rows) else ("",) * width
    head = {first}
    if _are_codes(names) and _are_questions(under):
        names, head = under, {first + 1}
    elif _are_parts(names, under):
        names, head = _joined(names, under), {first, first + 1}
    elif first and len(set(filter(None, names))) < sum(map(bool, names)):
        names, head = _joined(padded(rows[first - 1][1], width), names), {first - 1, first}
    elif all(_is_answer(name) for name in names if name):
        names, head = ("",) * width, {first - 1}
    below = max(head) + 1
    while below < len(rows) and any(cell.startswith(_IMPORT_ID) for cell in rows[below][1]):
        below += 1
    above = [" ".join(filter(None, row)) for i, (_, row) in enumerate(rows[:below]) if i not in head]
    return Head(names, tuple(above), below)


def padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    """A row with empty cells up to a width."""
    return row + ("",) * (width - len(row))


def _are_codes(row: Sequence[str]) -> bool:
    cells = [cell for cell in row if cell]
    return len(cells) > 1 and sum(bool(_CODE.fullmatch(cell)) for cell in cells) >= 0.8 * len(cells)


def _are_questions(row: Sequence[str]) -> bool:
    cells = [cell for cell in row if cell]
    named = [cell for cell in cells if any(c.isalpha() for c in cell)]
    return len(named) == len(cells) > 0 and any(cell.endswith("?") or len(cell.split()) > 1 for cell in cells)


def _are_parts(groups: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row below a row with gaps names the parts of groups: names that come back, no numbers."""
    cells = [cell for cell in row if cell]
    gaps = any(not group and cell for group, cell in zip(groups, row, strict=True))
    again = any(count > 1 for count in Counter(cells).values())
    return gaps and again and not any(any(c.isdigit() for c in cell) or len(cell) > 60 for cell in cells)


def _joined(groups: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Every name with its group before it, where it has both; a group runs on over the empty cells beside it."""
    joined: list[str] = []
    group = ""
    for own, name in zip(groups, names, strict=True):
        group = own or group
        joined.append(" – ".join(dict.fromkeys(filter(None, (group, name)))))
    return tuple(joined)


def _is_answer(cell: str) -> bool:
    asks = _ASKS.search(cell) is not None
    return not asks and _ENDS_AS_ANSWER.search(cell) is not None and len(cell.split()) >= _WORDS_OF_AN_ANSWER
