"""The raw text of a PDF: pages put one after the other, with the marks that say what stands where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hoering.read.pdf_layout import PageText, TablePart
from hoering.read.pdf_lines import Line
from hoering.read.pdf_paragraphs import Paragraph
from hoering.records import Page
from hoering.sensitive import Mark, RawText

# Cells longer than this hold sentences: each is a paragraph of its own, and not one of several in a line.
_PROSE = 80


class PdfText:
    """Gathers pages into one text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pages: list[Page] = []
        self._marks: list[Mark] = []
        # The paragraph that may still go on: its start, its end, and how many lines it has.
        self._running = (0, 0, 0)

    def raw(self, warnings: tuple[str, ...] = ()) -> RawText:
        """All pages added so far."""
        self._end_paragraph()
        marks = sorted(self._marks, key=lambda m: (m.start, -m.end))
        return RawText(text="".join(self._parts), pages=tuple(self._pages), marks=tuple(marks), warnings=warnings)

    def add_page(self, number: int, page: PageText, recognised: str | None = None) -> None:
        """Add a page; ``recognised`` is what stands there instead where the page was a scan."""
        start = self._length
        if recognised is not None:
            self._end_paragraph()
            self._add(recognised.rstrip() + "\n")
        else:
            self._furniture(page.head)
            for place, part in enumerate(page.parts):
                is_close = isinstance(part, Paragraph) and (part.close or (part.rest and place > 0))
                if self._length > start and not is_close:
                    self._add("\n")
                if isinstance(part, TablePart):
                    self._table(part)
                else:
                    self._paragraph(part, page.labels)
            if page.foot and self._length > start:
                self._add("\n")
            self._furniture(page.foot)
        self._add("\f")
        self._pages.append(Page(number=number, start=start, end=self._length))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _mark(self, start: int, kind: str) -> None:
        self._marks.append(Mark(start=start, end=self._length, kind=kind))

    def _furniture(self, lines: Iterable[Line]) -> None:
        for line in lines:
            start = self._length
            self._add(line.text)
            self._mark(start, "page furniture")
            self._add("\n")

    def _paragraph(self, paragraph: Paragraph, labels: frozenset[str]) -> None:
        if not paragraph.rest:
            self._end_paragraph()
        start = self._length
        self._lines(paragraph.lines, labels)
        if paragraph.kind:
            self._mark(start, paragraph.kind)
        first, _, lines = self._running
        self._running = (first if paragraph.rest and lines else start, self._length, lines + len(paragraph.lines))
        self._add("\n")

    def _lines(self, lines: Sequence[Line], labels: frozenset[str]) -> None:
        for place, line in enumerate(lines):
            if place:
                self._add("\n")
            start = self._length
            self._add(line.text)
            for low, high in line.notes:
                if line.text[low:high].rstrip(")") in labels and low:
                    self._marks.append(Mark(start=start + low, end=start + high, kind="note mark"))

    def _end_paragraph(self) -> None:
        start, end, lines = self._running
        if lines > 1:
            self._marks.append(Mark(start=start, end=end, kind="paragraph"))
        self._running = (0, 0, 0)

    def _table(self, table: TablePart) -> None:
        self._end_paragraph()
        start = self._length
        cells = [cell for row in table.rows for cell in row]
        is_prose = any(sum(len(line.text) for p in cell for line in p.lines) > _PROSE for cell in cells)
        for number, row in enumerate(table.rows):
            if number:
                self._add("\n")
            for place, cell in enumerate(row):
                if place:
                    self._add("\n" if is_prose else "\t")
                self._cell(cell)
        self._mark(start, "table")
        self._add("\n")

    def _cell(self, cell: Sequence[Paragraph]) -> None:
        for place, paragraph in enumerate(cell):
            if place:
                self._add("\n")
            start = self._length
            self._lines(paragraph.lines, frozenset())
            if len(paragraph.lines) > 1:
                self._mark(start, "paragraph")
