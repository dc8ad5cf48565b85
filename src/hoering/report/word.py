"""A paper as a Word document: each block in a style of the template, contents, page numbers, captions, fixed bytes."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from pathlib import Path

from docx.document import Document
from lxml import etree

from hoering.report.blocks import (
    NO_QUOTE,
    QUOTED,
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
from hoering.report.figures import Figure
from hoering.report.pictures import picture
from hoering.report.quotes import Quote
from hoering.report.word_elements import (
    UNSHOWN,
    Cell,
    TableForm,
    bookmarked,
    box,
    clean,
    drawing,
    field_end,
    field_runs,
    field_start,
    holds,
    keep_with_next,
    link,
    paragraph,
    run,
    table,
)
from hoering.report.word_template import STYLES, TABLE, opened
from hoering.workbook import undated

# Not the day it was made: the same paper must give the same bytes.
EPOCH = datetime(2000, 1, 1)
_STYLE_OF = {
    "text": "Normal",
    "note": "Hoering note",
    "caution": "Hoering forbehold",
    "count": "Hoering tal",
    "bullet": "List Bullet",
    "label": "Hoering etiket",
}
# Two tables must not touch, and this is the lowest line there is.
_GAP = "Hoering tabelkilde"
# More columns than this stand upright, or their names would be cut into letters.
_UPRIGHT = 4
# Tables of up to so many lines are held on one page; letters of a table's text in a millimetre, on average.
_KEPT_LINES = 28
_LETTERS = 0.62


@dataclass(frozen=True, slots=True)
class WordPaper:
    """A .docx file as bytes; ``lacking`` are styles the user's template did not have, which hoering's own stand for."""

    data: bytes
    lacking: tuple[str, ...]


def render_word(paper: Paper, template: Path | None = None) -> WordPaper:
    """Print a paper in a template's styles; the same paper and template give the same bytes.

    A quotation with a character that Word cannot hold is not bent: it is left out, and a line says so.

    Raises:
        PaperError: the template cannot be read.
    """
    made = opened(template)
    _Writer.of(made.document, paper).write()
    properties = made.document.core_properties
    properties.title = clean(paper.title)[:255]
    properties.author = properties.last_modified_by = "hoering"
    properties.language = "da-DK"
    properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = EPOCH
    data = io.BytesIO()
    made.document.save(data)
    return WordPaper(undated(data.getvalue()), made.lacking)


@dataclass(slots=True)
class _Writer:
    """What a document is written with: its body, the ids of its styles, the width of its lines, and running numbers."""

    document: Document
    paper: Paper
    styles: Mapping[str, str]
    width: float
    ids: int = 0
    captions: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, paper: Paper) -> _Writer:
        section = document.sections[-1]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        # By name, as the ids are in the language of the Word that made the template.
        styles = {name: document.styles[name].style_id for name in STYLES}
        return cls(document, paper, styles, max(width, 1) / 36_000)

    def write(self) -> None:
        body = self.document.element.body
        end = body[-1] if len(body) else None
        for made in self._all():
            if end is None:
                body.append(made)
            else:
                end.addprevious(made)

    def _all(self) -> Iterator[etree._Element]:
        yield self._line("Title", self.paper.title)
        yield self._line("Subtitle", self.paper.subtitle)
        yield from self._blocks(self.paper.blocks)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[etree._Element]:
        before: etree._Element | None = None
        for block in blocks:
            if isinstance(block, Remarks) and before is not None:
                # A field for remarks is of no use on the page after what it is about.
                keep_with_next(before)
            for before in self._block(block):
                yield before

    def _block(self, block: Block) -> Iterator[etree._Element]:
        match block:
            case Group():
                yield from self._blocks(block.blocks)
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case Numbers():
                yield self._line("Hoering henvendelser", block.line)
            case Quoted():
                yield from self._quoted(block)
            case Singles():
                yield from self._singles(block)
            case Briefly():
                for row in block.rows:
                    yield self._line("Hoering enkelt", row.line if holds(row.line) else UNSHOWN)
            case Grid():
                yield from self._grid(block)
            case Picture():
                yield from self._picture(block.figure)
            case Remarks():
                yield from self._remarks(block)
            case Contents():
                yield from self._contents()

    def _line(self, style: str, text: str) -> etree._Element:
        return paragraph(self.styles[style], run(clean(text)))

    def _next(self) -> int:
        self.ids += 1
        return self.ids

    def _heading(self, block: Heading) -> etree._Element:
        parts = [run(clean(block.text))]
        if block.anchor:
            parts = bookmarked(block.anchor, self._next(), *parts)
        return paragraph(self.styles[f"Heading {block.level}"], *parts, new_page=block.new_page)

    def _paragraph(self, block: Paragraph) -> etree._Element:
        before, after = block.parts
        parts = [run(clean(before))]
        if block.see:
            anchor, words = block.see
            parts += [link(anchor, run(clean(words))), run(after)]
        return paragraph(self.styles[_STYLE_OF[block.kind]], *parts)

    def _quoted(self, block: Quoted) -> Iterator[etree._Element]:
        if holds(block.quote.text):
            yield paragraph(self.styles["Quote"], run(block.quote.text))
        else:
            yield self._line("Hoering note", UNSHOWN)
        yield self._line("Hoering citatkilde", block.source)

    def _caption(self, word: str, text: str) -> etree._Element:
        number = self.captions[word] = self.captions.get(word, 0) + 1
        counted = field_runs(f"SEQ {word} \\* ARABIC", str(number))
        return paragraph(self.styles["Caption"], run(f"{word} "), *counted, run(f". {clean(text)}"))

    def _grid(self, block: Grid) -> Iterator[etree._Element]:
        yield self._caption("Tabel", block.caption)
        upright = block.counts and len(block.columns) > _UPRIGHT
        form = TableForm(
            style=self.styles[TABLE],
            text=self.styles["Hoering tabeltekst"],
            number=self.styles["Hoering tabeltal"],
            widths=self._widths(block),
            counts=block.counts,
            head=min(60, 10 + 1.8 * max(map(len, block.columns))) if upright else 0,
            title=clean(block.caption),
            kept=not block.headed and self._lines(block) <= _KEPT_LINES,
            anchors=[(anchor, self._next()) for anchor in block.anchors],
            split=block.headed,
        )
        rows = [[self._parts(cell) for cell in row] if block.headed else self._cells(row, block) for row in block.rows]
        yield table([clean(column) for column in block.columns], rows, form)
        yield paragraph(self.styles[_GAP])

    def _lines(self, block: Grid) -> int:
        """About how many lines a table fills, its head left out."""
        room = [width * _LETTERS for width in self._widths(block)]
        return sum(max(_height(cell, own) for cell, own in zip(row, room, strict=True)) for row in block.rows)

    def _parts(self, text: str) -> Cell:
        """A cell whose parts have headings: a paragraph for each line."""
        if "\n" not in text:
            return clean(text)
        lines = [(place, line) for part in text.split("\n\n") for place, line in enumerate(part.split("\n"))]
        return [self._line("Hoering tabeltekst" if place else "Hoering tabeltitel", line) for place, line in lines]

    def _cells(self, row: Sequence[str], block: Grid) -> list[Cell]:
        """The texts of a row; a quotation is never bent."""
        cells: list[Cell] = [clean(cell) for cell in row]
        if block.places and not holds(row[QUOTED]):
            cells[QUOTED] = UNSHOWN
        return cells

    def _singles(self, block: Singles) -> Iterator[etree._Element]:
        form = TableForm(
            style=self.styles[TABLE],
            text=self.styles["Hoering tabeltekst"],
            number=self.styles["Hoering tabeltal"],
            widths=[self.width * part for part in (0.25, 0.1, 0.65)],
            title="Synspunkter, som én afsender står bag",
        )
        rows: list[list[Cell]] = [[clean(row.title), clean(row.who), self._words(row.quote)] for row in block.rows]
        yield table(block.columns, rows, form)
        yield paragraph(self.styles[_GAP])

    def _words(self, quote: Quote | None) -> list[etree._Element]:
        if quote is None:
            return [self._line("Hoering tabelkilde", NO_QUOTE)]
        style = self.styles["Hoering tabelcitat"]
        said = paragraph(style, run(quote.text)) if holds(quote.text) else self._line("Hoering tabelkilde", UNSHOWN)
        return [said, self._line("Hoering tabelkilde", f"{quote.who} · {quote.spot}")]

    def _widths(self, block: Grid) -> list[float]:
        if block.widths:
            return [self.width * part / sum(block.widths) for part in block.widths]
        narrow = min(22.0, 0.62 * self.width / (len(block.columns) - 1))
        return [self.width - narrow * (len(block.columns) - 1), *[narrow] * (len(block.columns) - 1)]

    def _picture(self, figure: Figure) -> Iterator[etree._Element]:
        data = picture(figure)
        relation, _ = self.document.part.get_or_add_image(io.BytesIO(data))
        wide, high = struct.unpack(">II", data[16:24])
        size = (self.width, self.width * high / wide)
        number = self._next()
        yield paragraph(
            self.styles["Hoering figur"], drawing(relation, number, f"Figur {number}", clean(figure.alt), size)
        )
        yield self._caption("Figur", figure.caption)

    def _remarks(self, block: Remarks) -> Iterator[etree._Element]:
        inside = [self._line("Hoering etiket", block.title), paragraph(self.styles["Hoering felt"])]
        yield box(self.styles[TABLE], self.width, [*inside, paragraph(self.styles["Hoering felt"])])
        yield paragraph(self.styles[_GAP])

    def _contents(self) -> Iterator[etree._Element]:
        """A real field, filled in beforehand; only Word knows the pages, and is asked to count them on opening."""
        yield self._line("Hoering etiket", "Indhold")
        listed = headings(self.paper)
        for place, entry in enumerate(listed):
            parts = [link(entry.anchor, run(clean(entry.text)))]
            if place == 0:
                parts = [*field_start(r'TOC \o "1-2" \h \z \u', dirty=True), *parts]
            if place == len(listed) - 1:
                parts.append(field_end())
            yield paragraph(self.styles[f"toc {entry.level}"], *parts)


def _height(cell: str, room: float) -> int:
    """Lines of a cell where ``room`` letters stand in one."""
    return sum(max(1, ceil(len(line) / room)) for line in cell.split("\n"))
