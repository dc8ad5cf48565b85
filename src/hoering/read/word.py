"""Word files (.docx): paragraphs and tables in reading order, headers and footers marked as such."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from hoering.read.office import broken, open_office
from hoering.sensitive import Mark, RawText

_SIGNS = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-",
}  # fmt: skip
_LEFT_OUT = {
    qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip


def read_word(data: bytes) -> RawText:
    """Read a .docx file.

    Raises:
        ReadError: broken, password-protected or far too large once unpacked.
    """
    open_office(data, "Word-filen")
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = [*_body(document), *_furniture(document)]
    except Exception as error:  # python-docx lets the errors of zlib, lxml and its own lookups come out as they are
        raise broken("Word-filen") from error
    return join_blocks(blocks)


def _body(document: Document) -> Iterator[tuple[str, str]]:
    """Text and mark of every paragraph of the body, in reading order."""
    yield from _paragraphs(document.element.body, document)


def _paragraphs(element: Any, document: Document) -> Iterator[tuple[str, str]]:
    """Paragraphs below an element, also those in tables, form fields, text boxes and tracked insertions.

    python-docx itself passes over the last three, and gives a merged cell once per column.
    """
    for child in element:
        if child.tag == qn("w:p"):
            yield "".join(_signs(child)), _mark_of(Paragraph(child, document._body))
            for box in _boxes(child):
                yield from _paragraphs(box, document)
        elif not _left_out(child):
            yield from _paragraphs(child, document)


def _signs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif element.tag == qn("w:r") and child.tag in _SIGNS:
            yield "" if child.get(qn("w:type")) in {"page", "column"} else _SIGNS[child.tag]
        elif child.tag != qn("w:txbxContent") and not _left_out(child):
            yield from _signs(child)


def _boxes(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif not _left_out(child):
            yield from _boxes(child)


def _left_out(element: Any) -> bool:
    """Deleted text, second copies, the lower parts of merged cells, and prompts of form fields left empty."""
    if element.tag == qn("w:tc"):
        merged = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        return merged is not None and merged.get(qn("w:val")) != "restart"
    if element.tag == qn("w:sdt"):
        return element.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
    return element.tag in _LEFT_OUT


def _mark_of(paragraph: Paragraph) -> str:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if style.startswith(("heading", "title", "overskrift", "titel")):
        return "heading"
    return "item" if style.startswith(("list", "opstilling")) else ""


def _furniture(document: Document) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.footer):
            for paragraph in part.paragraphs:
                if paragraph.text.strip() and paragraph.text not in seen:
                    seen.add(paragraph.text)
                    yield paragraph.text, "page furniture"


def join_blocks(blocks: list[tuple[str, str]]) -> RawText:
    """One line per block of text; its mark, where it has one, covers the line."""
    parts: list[str] = []
    marks: list[Mark] = []
    here = 0
    for text, kind in blocks:
        if kind and text.strip():
            marks.append(Mark(start=here, end=here + len(text), kind=kind))
        parts.append(text)
        here += len(text) + 1
    return RawText(text="\n".join(parts), marks=tuple(marks))
