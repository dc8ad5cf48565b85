"""From letters to lines: which letters stand on one line, where a column or a cell begins, where a word ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from hoering.read.pdf_glyphs import Glyph, Rule

# All in sizes of the letters (em). A word space is 0.2-0.35, stretched to some 0.7 in justified lines; a
# gutter between columns is 1 or more and stays where it is from line to line.
_SAME_LINE = 0.25
_WORD_GAP = 0.15
_SPACED = 0.08
_GUTTER_GAP = 0.8
_GUTTER = 0.5
_WIDE_GAP = 3.0
_RAISED = 0.1
# A gap that needs but one other line beside it to be a gutter, and how many lines up and down are looked at.
_SURE_GAP = 1.2
_REACH = 30
_LABEL = re.compile(r"(?:[-–—•·▪◦●○■□►➢✓*o\ufffd]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zA-Z][.)]|[^\d\W][\w .-]{0,24}:)")
_FIGURE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column or one cell; ``notes`` are the places of raised figures in its text."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    first_word: float
    notes: tuple[tuple[int, int], ...] = ()


def lines_of_page(glyphs: Sequence[Glyph], rules: Sequence[Rule] = ()) -> list[Line]:
    """Lines from the top down, and from left to right where they share a height."""
    rows = [_parted(row) for row in _rows(glyphs)]
    upright = [rule for rule in rules if not rule.horizontal]
    lines: list[Line] = []
    for position in range(len(rows)):
        for part in _cut(rows, position, upright):
            line = _line(part)
            if line is not None:
                lines.append(line)
    return lines


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Letters on one height; small raised or lowered ones are put with the letters they stand beside."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.baseline, g.x0)):
        last = rows[-1][0] if rows else None
        if last is not None and glyph.baseline - last.baseline <= _SAME_LINE * min(glyph.size, last.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return _with_raised(rows)


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    sizes = [max(g.size for g in row) for row in rows]
    heights = [row[0].baseline for row in rows]
    moved: list[list[Glyph]] = [[] for _ in rows]
    kept: list[list[Glyph]] = []
    for position, row in enumerate(rows):
        rest: list[Glyph] = []
        for glyph in row:
            home = _home(glyph, position, rows, sizes, heights) if sizes[position] < 40 else None
            (rest if home is None else moved[home]).append(glyph)
        kept.append(rest)
    return [[*rest, *extra] for rest, extra in zip(kept, moved, strict=True) if rest or extra]


def _home(glyph: Glyph, position: int, rows: list[list[Glyph]], sizes: list[float], heights: list[float]) -> int | None:
    """The neighbouring row of larger letters that a letter is raised over or lowered under, if any."""
    for other in (position + 1, position - 1, position + 2, position - 2):
        if not 0 <= other < len(rows) or glyph.size > 0.85 * sizes[other]:
            continue
        if abs(heights[other] - glyph.baseline) > 0.6 * sizes[other]:
            continue
        if any(_stands_beside(glyph, larger) for larger in rows[other]):
            return other
    return None


def _stands_beside(small: Glyph, larger: Glyph) -> bool:
    if larger.text.isspace() or larger.size <= 1.15 * small.size:
        return False
    after, before = small.x0 - larger.x1, larger.x0 - small.x1
    return min(after, before) < 0 < 0.3 * larger.size + max(after, before) and max(after, before) < 0.6 * larger.size


@dataclass(frozen=True, slots=True)
class _Row:
    glyphs: tuple[Glyph, ...]
    spaces: tuple[bool, ...]  # whether a drawn space stands before the letter
    gaps: tuple[float, ...]  # between a letter and the next
    size: float
    baseline: float


def _parted(row: list[Glyph]) -> _Row:
    glyphs: list[Glyph] = []
    spaces: list[bool] = []
    pending = False
    for glyph in sorted(row, key=lambda g: g.x0):
        if glyph.text.isspace():
            pending = True
            continue
        glyphs.append(glyph)
        spaces.append(pending)
        pending = False
    size = median(g.size for g in glyphs) if glyphs else 0.0
    right = [0.0] * len(glyphs)
    furthest = float("-inf")
    for position, glyph in enumerate(glyphs):
        furthest = max(furthest, glyph.x1)
        right[position] = furthest
    gaps = tuple(after.x0 - edge for edge, after in zip(right, glyphs[1:], strict=False))
    return _Row(tuple(glyphs), tuple(spaces), gaps, size, glyphs[0].baseline if glyphs else 0.0)


def _cut(rows: list[_Row], position: int, upright: Sequence[Rule]) -> Iterator[_Row]:
    """The parts of a row that belong to different columns or cells."""
    row = rows[position]
    start = 0
    for place, gap in enumerate(row.gaps):
        if gap < 0.3 * row.size:
            continue
        left, right = row.glyphs[place].x1, row.glyphs[place + 1].x0
        ruled = any(left - 1 <= r.x0 <= right + 1 and r.top < row.baseline - 0.2 * row.size < r.bottom for r in upright)
        if not ruled and not _is_cut(rows, position, place, start):
            continue
        yield _part(row, start, place + 1)
        start = place + 1
    if row.glyphs:
        yield _part(row, start, len(row.glyphs))


def _is_cut(rows: list[_Row], position: int, place: int, start: int) -> bool:
    row = rows[position]
    gap = row.gaps[place]
    if gap < _GUTTER_GAP * row.size:
        return False
    before = "".join(g.text for g in row.glyphs[start : place + 1])
    if len(before) <= 26 and _LABEL.fullmatch(before):
        return False  # a bullet or a label belongs to what follows
    if start == 0 and gap < _WIDE_GAP * row.size and _FIGURE.fullmatch(before):
        return False
    return gap >= _WIDE_GAP * row.size or _is_gutter(rows, position, place)


def _is_gutter(rows: list[_Row], position: int, place: int) -> bool:
    """Whether the lines above and below leave the same strip free, with text on either side of it."""
    row = rows[position]
    low, high = row.glyphs[place].x1, row.glyphs[place + 1].x0
    lefts = rights = 0
    needed = 2 if row.gaps[place] < _SURE_GAP * row.size else 1
    for step in (-1, 1):
        free = (low, high)
        for other in range(position + step, max(-1, min(len(rows), position + step * _REACH)), step):
            if abs(rows[other].baseline - rows[other - step].baseline) > 5 * row.size:
                break
            sides = _beside(rows[other], *free)
            if sides is None:
                break
            free = (max(free[0], sides[0] or free[0]), min(free[1], sides[1] or free[1]))
            if free[1] - free[0] < _GUTTER * row.size:
                break
            lefts += sides[0] is not None
            rights += sides[1] is not None and sides[1] - high < 2 * row.size
            if rights >= needed and lefts >= needed:
                return True
    return False


def _beside(row: _Row, low: float, high: float) -> tuple[float | None, float | None] | None:
    """Where the text left of a strip ends and the text right of it begins; none where text stands in it."""
    middle = (low + high) / 2
    after = bisect_right(row.glyphs, middle, key=lambda g: g.x0)
    left = max((g.x1 for g in row.glyphs[:after]), default=None)
    right = row.glyphs[after].x0 if after < len(row.glyphs) else None
    if left is not None and left > middle:
        return None
    if left is not None and right is not None and right - left < _GUTTER_GAP * row.size:
        return None
    return left, right


def _part(row: _Row, start: int, end: int) -> _Row:
    return _Row(
        row.glyphs[start:end], (False, *row.spaces[start + 1 : end]), row.gaps[start : end - 1], row.size, row.baseline
    )


def _line(part: _Row) -> Line | None:
    """The text of a part of a row, with its spaces; none where nothing is to be seen."""
    glyphs = part.glyphs
    limit, drawn = _word_gap(part)
    pieces: list[str] = []
    length = 0
    notes: list[tuple[int, int]] = []
    size = _usual([g.size for g in glyphs])
    floor = median(g.bottom for g in glyphs if g.size >= 0.9 * size)
    first_word = glyphs[-1].x1
    for position, glyph in enumerate(glyphs):
        if position and (part.gaps[position - 1] > limit or (drawn and part.spaces[position])):
            pieces.append(" ")
            length += 1
            first_word = min(first_word, glyphs[position - 1].x1)
        if _is_raised(glyph, size, floor):
            notes.append((length, length + len(glyph.text)))
        pieces.append(glyph.text)
        length += len(glyph.text)
    text = "".join(pieces)
    if not text.strip():
        return None
    body = [g for g in glyphs if g.size >= 0.9 * size] or glyphs
    return Line(
        text=text,
        x0=glyphs[0].x0,
        x1=max(g.x1 for g in glyphs),
        top=min(g.top for g in body),
        bottom=max(g.bottom for g in body),
        baseline=median(g.baseline for g in body),
        size=size,
        bold=sum(g.bold for g in glyphs) > 0.9 * len(glyphs),
        first_word=first_word - glyphs[0].x0,
        notes=_merged(notes),
    )


def _usual(sizes: Sequence[float]) -> float:
    ordered = sorted(sizes)
    return ordered[len(ordered) // 2]


def _is_raised(glyph: Glyph, size: float, floor: float) -> bool:
    is_mark = glyph.text.isdigit() or glyph.text in {"*", ")"}
    return is_mark and glyph.size < 0.85 * size and glyph.bottom < floor - _RAISED * size


def _merged(notes: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in notes:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _word_gap(part: _Row) -> tuple[float, bool]:
    """From which gap on a new word begins, and whether a drawn space does so as well.

    Both change where the letters themselves are spaced (``N O T A T``), by gaps or by typed spaces.
    """
    typed = sum(part.spaces)
    if len(part.glyphs) >= 4 and typed > 0.7 * len(part.gaps) and not any(g.text.islower() for g in part.glyphs):
        return 1.6 * max(median(part.gaps), 0.2 * part.size), False
    close = [gap for gap, space in zip(part.gaps, part.spaces[1:], strict=True) if not space]
    usual = median(close) if len(close) >= 3 else 0.0
    if usual < _SPACED * part.size:
        return _WORD_GAP * part.size, True
    return usual + max(_WORD_GAP * part.size, 0.5 * usual), True
