"""What a Word document is put together from: page and styles, fields, links, tables, fixed bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from hoering.workbook import undated

# Not the day it was made: the same report must give the same bytes.
EPOCH = datetime(2000, 1, 1)

# What XML 1.0 cannot hold, and so Word cannot.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

SOFT = RGBColor(0x52, 0x60, 0x6D)
SOURCE_STYLE = "Citatkilde"

# Millimetres: an A4 page less its margins.
TEXT_WIDTH = 166
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = Mm(210), Mm(297), Mm(22)
_INK = RGBColor(0x1B, 0x27, 0x33)
_BLUE = RGBColor(0x1D, 0x4F, 0x7C)
_FONT = "Calibri"


def holds(text: str) -> bool:
    """Whether Word can hold every character of a text."""
    return _ILLEGAL.search(text) is None


def clean(text: str) -> str:
    """A name or label with a mark for what Word cannot hold. Never used on quotations."""
    return _ILLEGAL.sub("\ufffd", text)


# Frame: page, styles, language, page numbers


def blank(title: str) -> Document:
    """An empty A4 document with its styles, language, page numbers and properties."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE_WIDTH, _PAGE_HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Mm(24)
    _style(document)
    _danish(document)
    _number_pages(section.footer.paragraphs[0])
    properties = document.core_properties
    properties.title = clean(title)[:255]
    properties.author = properties.last_modified_by = "hoering"
    properties.language = "da-DK"
    properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = EPOCH
    return document


def _style(document: Document) -> None:
    """The built-in styles in one quiet face, and three that the template lacks."""
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 24, 0, 4),
        ("Subtitle", 13, 0, 12),
        ("Heading 1", 17, 24, 8),
        ("Heading 2", 14, 20, 4),
        ("Heading 3", 11.5, 12, 4),
        ("Quote", 11, 6, 0),
        ("List Bullet", 11, 0, 4),
        ("Caption", 10, 12, 4),
    ):
        _shape(_paragraph_style(document, name), size, before, after)
    for name, indent in (("toc 1", 0), ("toc 2", 6)):
        style = _added(document, name)
        _shape(style, 11, 0, 2)
        style.paragraph_format.left_indent = Mm(indent)
    source = _added(document, SOURCE_STYLE)
    _shape(source, 9, 0, 8)
    source.font.color.rgb = SOFT
    source.paragraph_format.left_indent = Mm(8)
    quote = _paragraph_style(document, "Quote")
    quote.paragraph_format.left_indent = Mm(8)
    # The words and where they stand belong on one page.
    quote.paragraph_format.keep_with_next = True
    _paragraph_style(document, "Caption").paragraph_format.keep_with_next = True
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        _paragraph_style(document, name).font.color.rgb = _BLUE
    for name in ("Quote", "Subtitle", "Caption"):
        _paragraph_style(document, name).font.color.rgb = _INK


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _added(document: Document, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
    assert isinstance(style, ParagraphStyle)
    style.base_style = _paragraph_style(document, "Normal")
    return style


def _shape(style: ParagraphStyle, size: float, before: float, after: float) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # A theme font would win over the named one.
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def _danish(document: Document) -> None:
    """Danish for all text, so that the spelling checker knows."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "da-DK")


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Side ")
    _field(paragraph, "PAGE", "1")


def _field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """A whole field with the result that shows until Word counts for itself."""
    field_start(paragraph, instruction)
    paragraph.add_run(result)
    field_end(paragraph)


def field_start(paragraph: Paragraph, instruction: str) -> None:
    """Open a field; what follows up to `field_end` shows until Word counts for itself."""
    _field_mark(paragraph, "begin")
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    paragraph.add_run()._r.append(text)
    _field_mark(paragraph, "separate")


def field_end(paragraph: Paragraph) -> None:
    """Close a field."""
    _field_mark(paragraph, "end")


def _field_mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def link(paragraph: Paragraph, anchor: str, text: str) -> None:
    """Add text that leads to the heading with an anchor."""
    element = OxmlElement("w:hyperlink")
    element.set(qn("w:anchor"), _bookmark_name(anchor))
    run = paragraph.add_run(text)
    paragraph._p.remove(run._r)
    element.append(run._r)
    paragraph._p.append(element)


def heading(document: Document, anchor: str, text: str, level: int) -> Paragraph:
    """Add a heading that links can lead to."""
    paragraph: Paragraph = document.add_heading(clean(text), level)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    number = str(len(document.element.body.findall(f".//{qn('w:bookmarkStart')}")) + 1)
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), _bookmark_name(anchor))
    end.set(qn("w:id"), number)
    paragraph.runs[0]._r.addprevious(start)
    paragraph._p.append(end)
    return paragraph


def _bookmark_name(anchor: str) -> str:
    # Word allows no hyphen in the name of a bookmark.
    return anchor.replace("-", "_")


# Tables


def table_of(
    document: Document, head: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[int]
) -> WordTable:
    """A table whose head is repeated on every page; widths in millimetres."""
    table: WordTable = document.add_table(rows=1 + len(rows), cols=len(head), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    # Row by row: python-docx finds a single cell of a long table slowly.
    for row, texts in zip(table.rows, (head, *rows), strict=True):
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Mm(width)
            _write(cell, text, bold=texts is head)
        keep_whole(row)
    _mark(table.rows[0], "w:tblHeader")
    document.add_paragraph()
    return table


def _write(cell: _Cell, text: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(clean(text))
    run.font.size = Pt(9)
    run.bold = bold


def upright(row: _Row, *, height: int) -> None:
    """Turn all cells but the first; height in millimetres."""
    row.height = Mm(height)
    for cell in row.cells[1:]:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "btLr")
        cell._tc.get_or_add_tcPr().append(direction)


def keep_whole(row: _Row) -> None:
    """Let no page break cut a row."""
    _mark(row, "w:cantSplit")


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


# Bytes


def saved(document: Document) -> bytes:
    """The document as bytes, with the clock taken out of the archive."""
    made = io.BytesIO()
    document.save(made)
    return undated(made.getvalue())
