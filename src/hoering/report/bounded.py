"""A paper to be paged through: lists without end are cut, and what is left out is counted and said where to find.

Ten thousand rows of a table take a word processor ten minutes to lay out, and nobody reads them on paper. The page on
the screen and the workbook hold them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoering.report import danish
from hoering.report.blocks import Block, Grid, Group, Paper, Paragraph, Singles, flat

# About fifty pages of quotations.
QUOTES_AT_MOST = 1_000
# About sixty pages of positions that one sender each is behind; beyond it each theme shows its first ones.
SINGLES_AT_MOST, SINGLES_PER_THEME = 1_500, 40


def bounded(paper: Paper) -> Paper:
    """The paper as it is printed in Word and Markdown; the same where no list is too long."""
    many = sum(len(block.rows) for block in flat(paper.blocks) if isinstance(block, Singles)) > SINGLES_AT_MOST
    return replace(paper, blocks=tuple(_blocks(paper.blocks, many)))


def _blocks(blocks: Sequence[Block], many: bool) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield replace(block, blocks=tuple(_blocks(block.blocks, many)))
        elif isinstance(block, Grid) and block.places and len(block.rows) > QUOTES_AT_MOST:
            count = danish.number(len(block.rows))
            yield Paragraph(
                f"De er for mange til at stå her. Alle {count} citater står med sted i bilag.xlsx og i HTML-udgaven af "
                "rapporten."
            )
        elif isinstance(block, Singles) and many and len(block.rows) > SINGLES_PER_THEME:
            yield replace(block, rows=block.rows[:SINGLES_PER_THEME])
            rest = len(block.rows) - SINGLES_PER_THEME
            what = danish.counted(rest, "synspunkt mere, som", "synspunkter mere, som")
            yield Paragraph(
                f"{what} én afsender står bag, er talt med og står med citat og sted i bilag.xlsx og i HTML-udgaven.",
                "note",
            )
        else:
            yield block
