"""Footnotes: small print at the foot of a column, under a short line or with a raised figure before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hoering.read.pdf_blocks import Block
from hoering.read.pdf_glyphs import Rule
from hoering.read.pdf_lines import Line

_SMALL = 0.95
_RULE = (20.0, 0.6)  # points, share of the width of the page
_LABEL = re.compile(r"(?P<label>\d{1,3}|\*{1,3})[).]?(?:\s+\S|(?=[^\W\d_a-zæøå]))")


def footnotes_of(
    blocks: Sequence[Block], rules: Sequence[Rule], body: float, width: float
) -> tuple[list[Block], list[Block]]:
    """The footnotes of a page from the top down, and the other blocks in the order they came."""
    notes: list[Block] = []
    for block in sorted(blocks, key=lambda b: -b.top):
        below = [o for o in blocks if o.top > block.top and o is not block and _overlap(o, block)]
        if not block.rows and all(any(o is note for note in notes) for o in below) and _is_note(
            block, rules, body, width, above=bool(below)
        ):  # fmt: skip
            notes.append(block)
    taken = set(map(id, notes))
    return notes[::-1], [block for block in blocks if id(block) not in taken]


def _overlap(one: Block, other: Block) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _is_note(block: Block, rules: Sequence[Rule], body: float, width: float, *, above: bool) -> bool:
    first = block.lines[0]
    is_small = all(line.size <= _SMALL * body for line in block.lines)
    if is_small and (note_label(first) or (above and first.size <= _SMALL * body)):
        return True
    if not (is_small or note_label(first)):
        return False
    return any(
        rule.horizontal and _RULE[0] < rule.x1 - rule.x0 < _RULE[1] * width
        and abs(rule.x0 - block.x0) < 12 and 0 < first.baseline - rule.bottom < 3 * first.size
        for rule in rules
    )  # fmt: skip


def note_label(line: Line) -> str:
    """The figure or star a footnote begins with; empty where the line begins with none."""
    if line.notes and line.notes[0][0] == 0:
        return line.text[: line.notes[0][1]].rstrip(")")
    found = _LABEL.match(line.text)
    # A plain figure before a small letter is a quantity ("12 borgere").
    is_label = found is not None and not re.match(r"\d+ [a-zæøå]", line.text) and re.search(r"[^\W\d_]{2}", line.text)
    return found["label"] if found is not None and is_label else ""


def labels_of(notes: Iterable[Block]) -> frozenset[str]:
    """All figures and stars that the footnotes begin with."""
    return frozenset(label for block in notes for line in block.lines if (label := note_label(line)))
