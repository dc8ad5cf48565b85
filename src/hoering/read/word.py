"""Word files (.docx): paragraphs and tables in reading order, headers and footers marked as such."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from hoering.errors import ReadError
from hoering.sensitive import Mark, RawText

# A real letter unpacks to a few megabytes; more is a packing trick or a picture book.
_MAX_UNPACKED = 200_000_000

# A password-protected .docx is an OLE file, not a zip archive.
_OLE_START = b"\xd0\xcf\x11\xe0"


def read_word(path: Path) -> RawText:
    """Read a .docx file.

    Raises:
        ReadError: broken, password-protected or far too large once unpacked.
    """
    _check_archive(path)
    try:
        document = docx.Document(str(path))
        blocks = [*_body(document), *_furniture(document)]
    except (PackageNotFoundError, KeyError, ValueError, XMLSyntaxError, zipfile.BadZipFile) as error:
        raise ReadError("Word-filen er beskadiget og kan ikke åbnes.") from error
    return _join(blocks)


def _check_archive(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(4) == _OLE_START:
            raise ReadError("Word-filen er beskyttet med adgangskode.")
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise ReadError("Word-filen er beskadiget og kan ikke åbnes.") from error
    if unpacked > _MAX_UNPACKED:
        raise ReadError("Word-filen fylder for meget, når den pakkes ud.")


def _body(document: Document) -> Iterator[tuple[str, str]]:
    """Text and mark of every block of the body."""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text, _mark_of(block)
        else:
            yield from _table(block)


def _table(table: Table) -> Iterator[tuple[str, str]]:
    seen: set[int] = set()
    for row in table.rows:
        for cell in row.cells:
            # A merged cell comes back once per column it spans.
            if id(cell._tc) in seen:
                continue
            seen.add(id(cell._tc))
            yield from _cell(cell)


def _cell(cell: _Cell) -> Iterator[tuple[str, str]]:
    for block in cell.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text, _mark_of(block)
        else:
            yield from _table(block)


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


def _join(blocks: list[tuple[str, str]]) -> RawText:
    parts: list[str] = []
    marks: list[Mark] = []
    here = 0
    for text, kind in blocks:
        if kind and text.strip():
            marks.append(Mark(start=here, end=here + len(text), kind=kind))
        parts.append(text)
        here += len(text) + 1
    return RawText(text="\n".join(parts), marks=tuple(marks))
