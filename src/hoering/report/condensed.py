"""A paper to be paged through takes no more room than it needs: fewer quotations for each position, shorter sources.

What one sender says becomes a line, unless it says nothing out of its place ("Det er ikke rimeligt."). The page on the
screen and the workbook hold all of it, with the documents' names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoering.report import danish
from hoering.report.blocks import Block, Briefly, Group, Heading, Numbers, Paper, Paragraph, Quoted, Single, Singles
from hoering.report.telling import stands_alone
from hoering.report.themes import THEMES

# Quotations for a position of two or three submissions, and for one of more.
FEW, FEW_UP_TO, MORE = 2, 3, 3
TOLD = (
    "Under hvert synspunkt står her to eller tre citater, og det, én afsender står bag, er skrevet på én linje med "
    "henvendelse, slags og side. Alle synspunkter og citater står med sted i bilag.xlsx og i HTML-udgaven."
)
# What tells of sentences that stand under another theme already begins so.
AGAIN = "Hertil kommer "


def condensed(paper: Paper) -> Paper:
    """The paper as it is printed in Word and Markdown; every position, number and reference is still in it."""
    return replace(paper, blocks=tuple(_blocks(paper.blocks, set())))


def _blocks(blocks: Sequence[Block], shown: set[tuple[str, int, int]]) -> Iterator[Block]:
    """``shown`` are the sentences that have stood as a line already; it grows."""
    for block in blocks:
        if isinstance(block, Group):
            inner = tuple(_blocks(block.blocks, shown))
            yield replace(block, blocks=tuple(_fewer(inner)) if block.kind == "entry" else inner)
        elif isinstance(block, Quoted):
            yield replace(block, short=True)
        elif isinstance(block, Heading) and block.anchor == THEMES:
            yield from (block, Paragraph(TOLD, "note"))
        elif isinstance(block, Singles):
            yield from _briefly(block.rows, shown)
        else:
            yield block


def _briefly(rows: Sequence[Single], shown: set[tuple[str, int, int]]) -> Iterator[Block]:
    """A line each; a sentence in its sender's own words stands under the first of its themes, if it tells anything."""
    kept: list[Single] = []
    again: list[Single] = []
    empty: list[Single] = []
    for row in rows:
        place = (row.quote.source, row.quote.start, row.quote.end) if row.quote and not row.gathered else None
        if place in shown:
            again.append(row)
        elif place and row.quote and not stands_alone(row.quote.text):
            empty.append(row)
        else:
            kept.append(row)
        if place:
            shown.add(place)
    if kept:
        yield Briefly(tuple(kept))
    yield from _beside(again, "som står under et tema ovenfor")
    yield from _beside(empty, "som ikke kan læses alene (se bilag.xlsx eller HTML-udgaven)")


def _beside(rows: Sequence[Single], where: str) -> Iterator[Block]:
    if rows:
        what = danish.counted(len(rows), "synspunkt", "synspunkter")
        numbers = sorted({number for row in rows for number in row.numbers})
        listed = danish.listed([str(number) for number in numbers])
        yield Paragraph(f"{AGAIN}{what} fra henvendelse {listed}, {where}.", "note")


def _fewer(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a position with as many quotations as its size earns, two at least."""
    submissions = sum(len(block.numbers) for block in blocks if isinstance(block, Numbers))
    left = FEW if submissions <= FEW_UP_TO else MORE
    for block in blocks:
        if isinstance(block, Quoted):
            left -= 1
        if left >= 0 or not isinstance(block, Quoted):
            yield block
