"""Reads a finished .docx as lines; nothing of how it was written is used but the names of its styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from hoering.report.recount.lines import WHOLE, Line
from hoering.report.word_elements import UNSHOWN, clean, holds

_NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_W = f"{{{_NS['w']}}}"
_KINDS = {
    "title": "title",
    "subtitle": "subtitle",
    "heading 1": "h1",
    "heading 2": "h2",
    "heading 3": "h3",
    "quote": "quote",
    "hoering citatkilde": "source",
    "hoering henvendelser": "numbers",
    "caption": "caption",
}


def read_word(data: bytes) -> list[Line]:
    """The lines of a Word document in reading order, empty ones left out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"), parser)[0]
        styles = etree.fromstring(archive.read("word/styles.xml"), parser)
    names = {
        style.get(f"{_W}styleId"): style.find("w:name", _NS).get(f"{_W}val").lower()
        for style in styles.iterfind("w:style", _NS)
        if style.find("w:name", _NS) is not None
    }
    return [line for element in body for line in _lines(element, names)]


def _lines(element: etree._Element, names: Mapping[str | None, str]) -> Iterator[Line]:
    if element.tag == f"{_W}tbl":
        for row in element.iterfind("w:tr", _NS):
            yield Line("row", cells=tuple(_cell(cell) for cell in row.iterfind("w:tc", _NS)))
    elif element.tag == f"{_W}p":
        for picture in element.iterfind(".//wp:docPr", _NS):
            yield Line("alt", picture.get("descr") or "")
        if text := _text(element):
            style = element.find("w:pPr/w:pStyle", _NS)
            name = names.get(style.get(f"{_W}val"), "") if style is not None else ""
            yield Line(_KINDS.get(name, "p"), text)


def _cell(cell: etree._Element) -> str:
    return "\n".join(text for text in map(_text, cell.iterfind("w:p", _NS)) if text)


def _text(paragraph: etree._Element) -> str:
    parts = []
    for element in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}tab"):
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.getparent().tag == f"{_W}r":
            parts.append("\n" if element.tag == f"{_W}br" else "\t")
    return "".join(parts)


def as_word_holds(line: Line) -> Line:
    """A line as Word prints it: marks for what Word cannot hold, and no quotation that has such."""
    if (line.kind == "quote" or (line.kind == "p" and line.quoted == WHOLE)) and not holds(line.text):
        return Line("p", UNSHOWN)
    cells = [clean(cell) for cell in line.cells]
    if cells and line.quoted >= 0 and not holds(line.cells[line.quoted]):
        words, _, source = line.cells[line.quoted].rpartition("\n")
        # A quotation in a table of all quotations has its source in a cell of its own.
        whole = len(cells) > line.quoted + 1
        unheld = not holds(line.cells[line.quoted] if whole else words)
        if unheld:
            cells[line.quoted] = UNSHOWN if whole else f"{UNSHOWN}\n{clean(source)}"
    return Line(line.kind, clean(line.text), tuple(cells))
