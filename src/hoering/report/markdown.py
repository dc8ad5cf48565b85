"""A paper as Markdown: the same words, numbers and quotations as in Word and HTML, for those who work in text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hoering.report.blocks import (
    NO_QUOTE,
    Block,
    Briefly,
    Contents,
    Grid,
    Group,
    Heading,
    Numbers,
    Paper,
    Paragraph,
    Picture,
    Quoted,
    Remarks,
    Singles,
    headings,
)
from hoering.report.quotes import Quote

# What Markdown or the HTML within it may take for a sign of its own, anywhere or at the beginning of a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#^&])")
_LEADING = re.compile(r"^(\d+(?=[.)]\s)|)([-+=.)—…])")


def render_markdown(paper: Paper) -> str:
    """A whole paper; figures are told in words, and their numbers stand in the appendix."""
    return "\n".join([*_head(paper), *_Writer(paper).blocks(paper.blocks)]).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text)).replace("\n", "<br>")


def _head(paper: Paper) -> list[str]:
    return [f"# {escaped(paper.title)}", "", f"*{escaped(paper.subtitle)}*", ""]


class _Writer:
    """Lines of Markdown, with running numbers of tables and figures."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.tables = self.pictures = 0

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Group():
                yield from self.blocks(block.blocks)
            case Heading():
                yield from (f"{'#' * (block.level + 1)} {escaped(block.text)}", "")
            case Paragraph():
                mark = {"bullet": "- ", "label": "**", "caution": "> **Bemærk:** "}.get(block.kind, "")
                yield from (f"{mark}{escaped(block.line)}{'**' if block.kind == 'label' else ''}", "")
            case Numbers():
                yield from (f"*{escaped(block.line)}*", "")
            case Quoted():
                yield from _quoted(block)
            case Singles():
                rows = [[row.title, row.who, _words(row.quote)] for row in block.rows]
                yield from (*_table(block.columns, rows), "")
            case Briefly():
                yield from (f"- {escaped(row.line)}" for row in block.rows)
                yield ""
            case Grid():
                self.tables += 1
                caption = f"**{escaped(f'Tabel {self.tables}. {block.caption}')}**"
                yield from (caption, "", *_table(block.columns, block.rows), "")
            case Picture():
                self.pictures += 1
                figure = block.figure
                # No picture: its words, and its numbers stand in a table of the appendix.
                yield from (f"![{escaped(figure.alt)}](#tal)", "")
                yield from (f"**{escaped(f'Figur {self.pictures}. {figure.caption}')}**", "")
            case Remarks():
                yield from (f"**{escaped(block.title)}**", "", "…", "")
            case Contents():
                yield from ("**Indhold**", "")
                for entry in headings(self.paper):
                    yield f"{'  ' * (entry.level - 1)}- {escaped(entry.text)}"
                yield ""


def _quoted(block: Quoted) -> Iterator[str]:
    yield f"> {escaped(block.quote.text)}"
    yield ">"
    yield f"> — {escaped(' · '.join(block.source.splitlines()))}"
    yield ""


def _words(quote: Quote | None) -> str:
    return f"{quote.text}\n{quote.who} · {quote.spot}" if quote else NO_QUOTE


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(escaped(column) for column in columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(escaped(cell) for cell in row)} |"
