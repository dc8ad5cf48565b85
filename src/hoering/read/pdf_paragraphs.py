"""Paragraphs: which line ends are the author's own, and which are only the end of the paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hoering.read.pdf_blocks import Block
from hoering.read.pdf_lines import Line
from hoering.read.pdf_notes import note_label

# In sizes of the letters.
_INDENT = 0.8
_GAP = 1.25
_HEADING = 1.12
_MAX_HEADING = 200
# Shares of the width of a column: a line so long goes on where a small letter follows, or anything else.
_WIDE = 0.7
_WIDER = 0.85
_SURE_ITEM = re.compile(r"[•▪◦●○■□►➢✓]")
_ITEM = re.compile(r"(?:[-–—*o]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[a-z][.)])\s+\S")
_LABEL = re.compile(r"(?:[A-ZÆØÅ][\w .]{0,20}|I|IP):\s")
_SENTENCE_END = re.compile(r"[.!?:…][”»\"')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one paragraph.

    ``kind`` is ``heading``, ``footnote`` or empty; ``close`` says that it follows the one before without a
    gap (lines of an address, items of a list); ``open`` that its last line is full and ends no sentence;
    ``rest`` that it goes on from the paragraph before, in another column or on another page.
    """

    lines: tuple[Line, ...]
    kind: str = ""
    close: bool = False
    open: bool = False
    rest: bool = False


def body_size(lines: Iterable[Line]) -> float:
    """The size in which most of a document is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 4) / 4] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


class Measures:
    """How far the lines of a column reach, for blocks too short to show it themselves."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._known = [
            (block.x0, block.x1, block.top) for block in blocks if not block.rows and _shows_measure(block.lines)
        ]

    def of(self, block: Block) -> float:
        """Right edge of the column a block stands in; 0 where nothing tells."""
        if _shows_measure(block.lines):
            return block.x1
        size = block.lines[0].size
        near = [known for known in self._known if abs(known[0] - block.x0) <= 2.5 * size]
        if not near:
            return 0.0
        fitting = [known for known in near if known[1] >= block.x1 - 0.5 * size] or near
        return min(fitting, key=lambda known: abs(known[2] - block.top))[1]


def _shows_measure(lines: Sequence[Line]) -> bool:
    if len(lines) < 3:
        return False
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    full = sum(line.x1 - left >= 0.85 * (right - left) for line in lines)
    small = sum(_is_small(line.text[:1]) for line in lines[1:])
    return full >= 0.5 * len(lines) and small >= 0.3 * (len(lines) - 1)


def _is_small(text: str) -> bool:
    return text[:1].islower()


def paragraphs_of(block: Block, measure: float, body: float, *, note: bool = False) -> Iterator[Paragraph]:
    """The paragraphs of a block of text, in order."""
    lines = block.lines
    steps = sorted(after.baseline - before.baseline for before, after in pairwise(lines))
    pitch = steps[len(steps) // 4] if steps else 0.0
    start = 0
    close = False
    for place in range(1, len(lines) + 1):
        if place < len(lines) and not _is_new(lines, start, place, pitch, measure, note=note):
            continue
        part = lines[start:place]
        yield Paragraph(
            part,
            kind="footnote" if note else "heading" if _is_heading(part, body) else "",
            close=close,
            open=_is_open(part[-1], measure),
        )
        close = place < len(lines) and lines[place].baseline - part[-1].baseline <= _GAP * pitch
        start = place


def _is_new(lines: Sequence[Line], start: int, place: int, pitch: float, measure: float, *, note: bool) -> bool:
    """Whether a line begins a paragraph; ``start`` is the first line of the one that may end before it."""
    before, line = lines[place - 1], lines[place]
    size = line.size
    if line.baseline - before.baseline > _GAP * pitch:
        return True
    if _SURE_ITEM.match(line.text) or (note and note_label(line) and _ends(before)):
        return True
    full = is_full(before, line, measure) or _goes_on(before, line, measure)
    if not full:
        return True
    if before.bold != line.bold and not (full and _is_small(line.text)):
        return True
    if (_ITEM.match(line.text) or _LABEL.match(line.text)) and (_ends(before) or _is_hanging(lines, place)):
        return True
    mark = _ITEM.match(line.text)
    if mark and not line.text[0].isalnum() and lines[start].text[:1] == line.text[0]:
        return True  # the next item of a list
    return _is_indented(lines, start, place, size)


def is_full(before: Line, line: Line, measure: float) -> bool:
    """Whether the first word of a line would not have fitted on the line before."""
    if measure == 0:
        return False
    return before.x1 + 0.2 * before.size + line.first_word > measure or before.text.rstrip().endswith(("-", "\u00ad"))


def _goes_on(before: Line, line: Line, measure: float) -> bool:
    """Whether a line that could have held one word more is still no end: it is long, and ends no sentence."""
    if _ends(before) or _is_item(line.text) or (measure == 0 and not _is_small(line.text)):
        return False
    share = _WIDE if _is_small(line.text) else _WIDER
    return measure == 0 or before.x1 - before.x0 > share * (measure - before.x0)


def _ends(line: Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


def _is_hanging(lines: Sequence[Line], place: int) -> bool:
    """Whether a line stands further left than its neighbours, as the first line of a list item does."""
    line = lines[place]
    others = [lines[place - 1], *lines[place + 1 : place + 2]]
    return any(other.x0 - line.x0 > 0.5 * line.size for other in others)


def _is_indented(lines: Sequence[Line], start: int, place: int, size: float) -> bool:
    before, line = lines[place - 1], lines[place]
    shift = line.x0 - before.x0
    if abs(shift) <= _INDENT * size:
        return False
    if abs(before.x0 + before.x1 - line.x0 - line.x1) < size:
        return False  # centred
    is_first = place - 1 == start
    if shift > 0:
        return not (is_first and _is_item(before.text))
    return not is_first


def _is_item(text: str) -> bool:
    return bool(_SURE_ITEM.match(text) or _ITEM.match(text) or _LABEL.match(text))


def _is_heading(lines: Sequence[Line], body: float) -> bool:
    text = " ".join(line.text for line in lines)
    if len(lines) > 3 or len(text) > _MAX_HEADING or text.rstrip().endswith((".", ",", ";")):
        return False
    if not any(c.isalpha() for c in text):
        return False
    return all(line.size >= _HEADING * body for line in lines) or all(
        line.bold and line.size >= 0.98 * body for line in lines
    )


def _is_open(line: Line, measure: float) -> bool:
    if line.text.rstrip().endswith(("-", "\u00ad")):
        return True
    reaches = measure > 0 and line.x1 > measure - 8 * line.size
    return reaches and not _ends(line)


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph is the rest of the one before it, in another column or on another page."""
    if not before.open or before.kind or after.kind:
        return False
    last, first = before.lines[-1], after.lines[0]
    if last.bold != first.bold or not 0.95 < last.size / first.size < 1.05 or _SURE_ITEM.match(first.text):
        return False
    if _is_small(first.text):
        return True
    ends_in_hyphen = last.text.rstrip().endswith(("-", "\u00ad"))
    is_text = len(before.lines) > 1 and not _ITEM.match(first.text) and not _LABEL.match(first.text)
    return is_text and (ends_in_hyphen or first.text[:1].isalnum())
