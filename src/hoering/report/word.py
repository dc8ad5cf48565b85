"""The report as a Word document with built-in styles, so that the secretariat can go on writing in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from hoering.report import danish
from hoering.report.findings import Wish
from hoering.report.model import CAUTION, StanceGroup, Table, ThemeReport, ThemeSection
from hoering.report.quotes import Quote

# Not the day it was made: the same report must give the same bytes.
EPOCH = datetime(2000, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

QUOTES_PER_GROUP = 4

# What XML 1.0 cannot hold, and so Word cannot.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = Mm(210), Mm(297), Mm(22)
_TEXT_WIDTH = 166
_SOFT = RGBColor(0x52, 0x60, 0x6D)
_BLUE = RGBColor(0x1D, 0x4F, 0x7C)
_FONT = "Calibri"
_SOURCE_STYLE = "Citatkilde"


def render_word(report: ThemeReport) -> bytes:
    """A .docx file as bytes; the same report gives the same bytes.

    A quotation with a character that Word cannot hold is not bent: it is left out, and a line says so.
    """
    document = _blank(report.title)
    _front(document, report)
    _short(document, report)
    _overview(document, report)
    _wishes(document, report.wishes)
    _themes(document, report.themes)
    _appendices(document, report)
    return _saved(document)


def _clean(text: str) -> str:
    """A name or label with a mark for what Word cannot hold. Never used on quotations."""
    return _ILLEGAL.sub("\ufffd", text)


# Frame: page, styles, language, page numbers


def _blank(title: str) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE_WIDTH, _PAGE_HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Mm(24)
    _style(document)
    _danish(document)
    _number_pages(section.footer.paragraphs[0])
    properties = document.core_properties
    properties.title = _clean(title)[:255]
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
    source = _added(document, _SOURCE_STYLE)
    _shape(source, 9, 0, 8)
    source.font.color.rgb = _SOFT
    source.paragraph_format.left_indent = Mm(8)
    quote = _paragraph_style(document, "Quote")
    quote.paragraph_format.left_indent = Mm(8)
    # The words and where they stand belong on one page.
    quote.paragraph_format.keep_with_next = True
    _paragraph_style(document, "Caption").paragraph_format.keep_with_next = True
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        _paragraph_style(document, name).font.color.rgb = _BLUE
    for name in ("Quote", "Subtitle", "Caption"):
        _paragraph_style(document, name).font.color.rgb = RGBColor(0x1B, 0x27, 0x33)


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
    _field_start(paragraph, instruction)
    paragraph.add_run(result)
    _field_end(paragraph)


def _field_start(paragraph: Paragraph, instruction: str) -> None:
    _field_mark(paragraph, "begin")
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    paragraph.add_run()._r.append(text)
    _field_mark(paragraph, "separate")


def _field_end(paragraph: Paragraph) -> None:
    _field_mark(paragraph, "end")


def _field_mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


# Contents: a real field, filled in beforehand, because Word shows an empty one until it is updated


def _front(document: Document, report: ThemeReport) -> None:
    document.add_paragraph(_clean(report.title), style="Title")
    document.add_paragraph("Temarapport over modtagne henvendelser", style="Subtitle")
    document.add_paragraph(CAUTION, style="Intense Quote")
    document.add_paragraph().add_run("Indhold").bold = True
    _contents(document, _entries(report))


def _entries(report: ThemeReport) -> list[tuple[int, str, str]]:
    """Level, bookmark and text of every line of the contents."""
    themes = [(2, section.anchor, section.title) for section in report.themes]
    return [
        (1, "kort", "Kort fortalt"),
        (1, "overblik", "Overblik i tal"),
        (1, "hvem", "Hvem vil hvad"),
        (1, "temaer", "Temaer"),
        *themes,
        (1, "afsendere", "Bilag 1: Afsendere"),
        (1, "udeladt", "Bilag 2: Lagt til side"),
        (1, "metode", "Bilag 3: Metode og forbehold"),
    ]


def _contents(document: Document, entries: Sequence[tuple[int, str, str]]) -> None:
    for index, (level, anchor, text) in enumerate(entries):
        paragraph = document.add_paragraph(style=f"toc {level}")
        if index == 0:
            _field_start(paragraph, r'TOC \o "1-2" \h \z \u')
        _link(paragraph, anchor, _clean(text))
        if index == len(entries) - 1:
            _field_end(paragraph)


def _link(paragraph: Paragraph, anchor: str, text: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark_name(anchor))
    run = paragraph.add_run(text)
    paragraph._p.remove(run._r)
    link.append(run._r)
    paragraph._p.append(link)


def _heading(document: Document, anchor: str, text: str, level: int) -> Paragraph:
    paragraph: Paragraph = document.add_heading(_clean(text), level)
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


# Chapters


def _short(document: Document, report: ThemeReport) -> None:
    paragraph = _heading(document, "kort", "Kort fortalt", 1)
    paragraph.paragraph_format.page_break_before = True
    for line in report.facts.lines:
        document.add_paragraph(_clean(line))
    for finding in report.findings:
        point = document.add_paragraph(_clean(finding.sentence), style="List Bullet")
        point.paragraph_format.keep_with_next = True
        _quotes(document, [finding.quote] if finding.quote else [])
    if not report.findings:
        document.add_paragraph("Der er ikke fundet temaer, så der er intet at fremhæve.")


def _overview(document: Document, report: ThemeReport) -> None:
    _heading(document, "overblik", "Overblik i tal", 1)
    if not report.themes:
        document.add_paragraph("Der er ingen temaer at tælle.")
        return
    _counts(document, "Antal henvendelser om hvert tema, efter afsenderens type", report.by_sender_type)
    _counts(document, "Antal sætninger om hvert tema, efter hvad de gør", report.by_stance)


def _wishes(document: Document, wishes: Sequence[Wish]) -> None:
    _heading(document, "hvem", "Hvem vil hvad", 1)
    if not wishes:
        document.add_paragraph("Ingen sætninger er vurderet som kritik eller forslag.")
        return
    document.add_paragraph(
        "Alle, hvis sætninger er vurderet som kritik eller forslag. "
        "Tal i parentes er antal sætninger, hvor der er flere end én."
    )
    for wish in wishes:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(_clean(wish.heading)).bold = True
        paragraph.add_run(_clean(f" {wish.text}"))
        _quotes(document, wish.quotes)


def _themes(document: Document, sections: Sequence[ThemeSection]) -> None:
    _heading(document, "temaer", "Temaer", 1)
    if not sections:
        document.add_paragraph("Ingen sætninger er placeret under et tema.")
    for section in sections:
        _theme(document, section)


def _theme(document: Document, section: ThemeSection) -> None:
    _heading(document, section.anchor, section.title, 2)
    definition = document.add_paragraph()
    run = definition.add_run(_clean(section.theme.definition))
    run.font.size, run.font.color.rgb = Pt(9.5), _SOFT
    lines = [definition, document.add_paragraph(_clean(section.count_line))]
    if section.theme.sources:
        lines.append(document.add_paragraph(f"Henvendelse {', '.join(map(str, section.theme.sources))}"))
    for line in lines:
        line.paragraph_format.keep_with_next = True
    for group in section.groups:
        _group(document, group)
    _remarks(document)


def _group(document: Document, group: StanceGroup) -> None:
    document.add_heading(_clean(group.title), 3)
    printable = [quote for quote in group.quotes if not _ILLEGAL.search(quote.text)]
    refused = [quote for quote in group.quotes if _ILLEGAL.search(quote.text)]
    shown = printable[: min(group.visible, QUOTES_PER_GROUP)]
    if len(shown) < len(printable):
        shares = f"{len(shown)} af {danish.counted(len(printable), 'citat', 'citater')}"
        note = _note(document, f"{shares}; alle står i HTML-udgaven.")
        note.paragraph_format.keep_with_next = True
    _quotes(document, [*shown, *refused])
    if not group.quotes:
        _note(document, "Ingen citater kan vises.")


def _quotes(document: Document, quotes: Iterable[Quote]) -> None:
    """Quotations with their sources; one that Word cannot hold becomes a line that says so."""
    for quote in quotes:
        if _ILLEGAL.search(quote.text):
            _note(
                document,
                f"Et citat er udeladt her, fordi det rummer tegn, som Word ikke kan vise ({quote.reference}). "
                "Det står i HTML-udgaven.",
            )
            continue
        document.add_paragraph(quote.text, style="Quote")
        source = f"{quote.who}\n{quote.reference} · {quote.document}"
        document.add_paragraph(_clean(source), style=_SOURCE_STYLE)


def _note(document: Document, text: str) -> Paragraph:
    return document.add_paragraph(_clean(text), style=_SOURCE_STYLE)


def _remarks(document: Document) -> None:
    """The field the administration fills in."""
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    cell = table.cell(0, 0)
    cell.paragraphs[0].add_run("Forvaltningens bemærkninger").bold = True
    cell.add_paragraph()
    cell.add_paragraph()
    _keep_whole(table.rows[0])
    document.add_paragraph()


def _appendices(document: Document, report: ThemeReport) -> None:
    paragraph = _heading(document, "afsendere", "Bilag 1: Afsendere", 1)
    paragraph.paragraph_format.page_break_before = True
    if report.senders:
        rows = [(str(r.number), r.sender, r.type, r.kind, r.date, r.document) for r in report.senders]
        head = ("Nr.", "Afsender", "Type", "Form", "Dato", "Dokument")
        _rows(document, head, rows, widths=(10, 36, 41, 24, 22, 33))
    else:
        document.add_paragraph("Ingen henvendelser er brugt.")
    _heading(document, "udeladt", "Bilag 2: Lagt til side", 1)
    if report.set_aside:
        aside = [(r.document, r.status, r.reason) for r in report.set_aside]
        _rows(document, ("Dokument", "Status", "Grund"), aside, widths=(60, 30, 76))
    else:
        document.add_paragraph("Intet er lagt til side: Alt, hvad der er modtaget, er brugt.")
    _heading(document, "metode", "Bilag 3: Metode og forbehold", 1)
    for line in report.method:
        document.add_paragraph(_clean(line), style="List Bullet")


# Tables


def _counts(document: Document, caption: str, table: Table) -> None:
    """Counts per theme; the heads of many columns stand upright, so that all types find room."""
    document.add_paragraph(caption, style="Caption")
    narrow = min(22, 106 // len(table.columns))
    widths = (_TEXT_WIDTH - narrow * len(table.columns), *[narrow] * len(table.columns))
    rows = [(label, *(danish.number(n) if n else "–" for n in cells)) for label, cells in table.rows]
    grid = _rows(document, ("Tema", *table.columns), rows, widths=widths)
    if len(table.columns) > 6:
        _upright(grid.rows[0], height=min(55, 8 + 2 * max(map(len, table.columns))))
    # Rows held together: a table of up to a page is not split over two.
    for left, row in zip(range(len(rows), -1, -1), grid.rows, strict=True):
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = left > 0
        for cell in row.cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _rows(
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
        _keep_whole(row)
    _mark(table.rows[0], "w:tblHeader")
    document.add_paragraph()
    return table


def _write(cell: _Cell, text: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(_clean(text))
    run.font.size = Pt(9)
    run.bold = bold


def _upright(row: _Row, *, height: int) -> None:
    row.height = Mm(height)
    for cell in row.cells[1:]:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "btLr")
        cell._tc.get_or_add_tcPr().append(direction)


def _keep_whole(row: _Row) -> None:
    _mark(row, "w:cantSplit")


def _mark(row: _Row, name: str) -> None:
    mark: BaseOxmlElement = OxmlElement(name)
    row._tr.get_or_add_trPr().append(mark)


# Bytes


def _saved(document: Document) -> bytes:
    """The document as bytes, with the clock taken out of the archive."""
    made = io.BytesIO()
    document.save(made)
    fixed = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            undated = zipfile.ZipInfo(item.filename, _ZIP_DATE)
            target.writestr(undated, source.read(item), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
