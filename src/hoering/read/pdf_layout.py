"""The layout of a whole PDF: what is furniture, table, footnote or text, in the order it is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hoering.read.pdf_blocks import Block, blocks_of, in_reading_order
from hoering.read.pdf_furniture import furniture_of
from hoering.read.pdf_glyphs import Drawn, Rule
from hoering.read.pdf_lines import Line, lines_of_page
from hoering.read.pdf_notes import footnotes_of, labels_of
from hoering.read.pdf_paragraphs import Measures, Paragraph, body_size, goes_on, paragraphs_of
from hoering.read.pdf_tables import take_tables

Turned = tuple[tuple[Line, ...], tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as lines, upright text first and then text that is turned; without the weight of its letters."""

    width: float
    height: float
    directions: tuple[Turned, ...]
    letters: int
    unknown: int
    is_scan: bool

    @property
    def main(self) -> Turned:
        """The lines and rules of the way most text runs."""
        return self.directions[0] if self.directions else ((), ())


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table, its cells as paragraphs, row by row."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page, in the order it is read; ``labels`` lead to the footnotes of the document."""

    head: tuple[Line, ...]
    parts: tuple[Paragraph | TablePart, ...]
    foot: tuple[Line, ...]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Parted:
    head: tuple[Line, ...]
    foot: tuple[Line, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    turned: tuple[Block, ...]


def sheet_of(drawn: Drawn, *, is_scan: bool) -> Sheet:
    """The lines of a drawn page."""
    directions = tuple((tuple(lines_of_page(glyphs, rules)), rules) for glyphs, rules in drawn.directions)
    return Sheet(drawn.width, drawn.height, directions, drawn.letters, drawn.unknown, is_scan)


def laid_out(sheets: Sequence[Sheet]) -> list[PageText]:
    """All pages in reading order; what is furniture, and which paragraphs run on, only several pages can tell."""
    body = body_size(line for sheet in sheets for line in sheet.main[0])
    furniture = furniture_of([(_height(sheet), sheet.main[0]) for sheet in sheets], body)
    parted = [_parted(sheet, places, body) for sheet, places in zip(sheets, furniture, strict=True)]
    everywhere = Measures(block for page in parted for block in page.blocks)
    labels = labels_of(note for page in parted for note in page.notes)
    texts = [_body(page, everywhere, body) for page in parted]
    notes = [_notes(page, everywhere, body) for page in parted]
    _run_on(texts, notes)
    return [
        PageText(page.head, (*text, *note, *_turned(page, body)), page.foot, labels)
        for page, text, note in zip(parted, texts, notes, strict=True)
    ]


def _height(sheet: Sheet) -> float:
    """Height of the page as its main text stands."""
    bottom = max((line.bottom for line in sheet.main[0]), default=0.0)
    return sheet.height if bottom <= sheet.height else max(sheet.width, bottom)


def _parted(sheet: Sheet, furniture: frozenset[int], body: float) -> _Parted:
    lines, rules = sheet.main
    edge = [lines[place] for place in sorted(furniture)]
    rest = [line for place, line in enumerate(lines) if place not in furniture]
    tables, rest = take_tables(rest, rules)
    notes, blocks = footnotes_of(blocks_of(rest, rules), rules, body, sheet.width)
    turned = [block for others, own in sheet.directions[1:] for block in in_reading_order(blocks_of(others, own))]
    middle = _height(sheet) / 2
    return _Parted(
        head=tuple(line for line in edge if line.baseline < middle),
        foot=tuple(line for line in edge if line.baseline >= middle),
        blocks=tuple(in_reading_order([*tables, *blocks])),
        notes=tuple(notes),
        turned=tuple(turned),
    )


def _body(page: _Parted, everywhere: Measures, body: float) -> list[Paragraph | TablePart]:
    here = Measures(page.blocks)
    parts: list[Paragraph | TablePart] = []
    for block in page.blocks:
        if block.rows:
            parts.append(_table(block))
            continue
        measure = here.of(block) or everywhere.of(block)
        for paragraph in paragraphs_of(block, measure, body):
            before = parts[-1] if parts else None
            rest = isinstance(before, Paragraph) and not paragraph.close and goes_on(before, paragraph)
            is_first = paragraph.lines[0] is block.lines[0]
            parts.append(replace(paragraph, rest=rest and is_first))
    return parts


def _table(block: Block) -> TablePart:
    return TablePart(tuple(tuple(_cell(cell, block.lines) for cell in row) for row in block.rows))


def _cell(lines: Sequence[Line], table: Iterable[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell; how wide its column is, the longest line of the column tells."""
    left = min(line.x0 for line in lines)
    measure = max(line.x1 for line in table if abs(line.x0 - left) < line.size)
    return tuple(replace(p, kind="") for p in paragraphs_of(Block(tuple(lines)), measure, 0.0))


def _notes(page: _Parted, everywhere: Measures, body: float) -> list[Paragraph]:
    here = Measures([*page.notes, *page.blocks])
    return [
        paragraph for block in page.notes
        for paragraph in paragraphs_of(block, here.of(block) or everywhere.of(block), body, note=True)
    ]  # fmt: skip


def _turned(page: _Parted, body: float) -> list[Paragraph]:
    here = Measures(page.turned)
    return [p for block in page.turned for p in paragraphs_of(block, here.of(block), body)]


def _run_on(texts: list[list[Paragraph | TablePart]], notes: list[list[Paragraph]]) -> None:
    """Tie a paragraph to its rest on the next page.

    Footnotes would stand in the middle of it: they go before it. A paragraph that already fills its page
    from the one before has no such place, and is not tied where the page has footnotes.
    """
    for page in range(len(texts) - 1):
        here, after = texts[page], texts[page + 1]
        last, first = here[-1] if here else None, after[0] if after else None
        if not (isinstance(last, Paragraph) and isinstance(first, Paragraph) and goes_on(last, first)):
            continue
        if notes[page]:
            start = _start(here)
            begins = here[start]
            if isinstance(begins, Paragraph) and begins.rest:
                continue
            here[start:start] = notes[page]
            notes[page] = []
        after[0] = replace(first, rest=True)


def _start(parts: Sequence[Paragraph | TablePart]) -> int:
    """Where the last paragraph of a page begins on that page."""
    place = len(parts) - 1
    while place > 0:
        part = parts[place]
        if not (isinstance(part, Paragraph) and part.rest):
            break
        place -= 1
    return place
