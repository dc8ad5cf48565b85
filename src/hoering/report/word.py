"""The report as a Word document with built-in styles, so that the secretariat can go on writing in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from hoering.report import danish
from hoering.report.findings import Wish
from hoering.report.model import CAUTION, StanceGroup, Table, ThemeReport, ThemeSection
from hoering.report.quotes import Quote
from hoering.report.word_parts import (
    SOFT,
    SOURCE_STYLE,
    TEXT_WIDTH,
    blank,
    clean,
    field_end,
    field_start,
    heading,
    holds,
    keep_whole,
    link,
    saved,
    table_of,
    upright,
)

QUOTES_PER_GROUP = 4


def render_word(report: ThemeReport) -> bytes:
    """A .docx file as bytes; the same report gives the same bytes.

    A quotation with a character that Word cannot hold is not bent: it is left out, and a line says so.
    """
    document = blank(report.title)
    _front(document, report)
    _short(document, report)
    _overview(document, report)
    _wishes(document, report.wishes)
    _themes(document, report.themes)
    _appendices(document, report)
    return saved(document)


# Contents: a real field, filled in beforehand, because Word shows an empty one until it is updated


def _front(document: Document, report: ThemeReport) -> None:
    document.add_paragraph(clean(report.title), style="Title")
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
            field_start(paragraph, r'TOC \o "1-2" \h \z \u')
        link(paragraph, anchor, clean(text))
        if index == len(entries) - 1:
            field_end(paragraph)


# Chapters


def _short(document: Document, report: ThemeReport) -> None:
    paragraph = heading(document, "kort", "Kort fortalt", 1)
    paragraph.paragraph_format.page_break_before = True
    for line in report.facts.lines:
        document.add_paragraph(clean(line))
    for finding in report.findings:
        point = document.add_paragraph(clean(finding.sentence), style="List Bullet")
        point.paragraph_format.keep_with_next = True
        _quotes(document, [finding.quote] if finding.quote else [])
    if not report.findings:
        document.add_paragraph("Der er ikke fundet temaer, så der er intet at fremhæve.")


def _overview(document: Document, report: ThemeReport) -> None:
    heading(document, "overblik", "Overblik i tal", 1)
    if not report.themes:
        document.add_paragraph("Der er ingen temaer at tælle.")
        return
    _counts(document, "Antal henvendelser om hvert tema, efter afsenderens type", report.by_sender_type)
    _counts(document, "Antal sætninger om hvert tema, efter hvad de gør", report.by_stance)


def _wishes(document: Document, wishes: Sequence[Wish]) -> None:
    heading(document, "hvem", "Hvem vil hvad", 1)
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
        paragraph.add_run(clean(wish.heading)).bold = True
        paragraph.add_run(clean(f" {wish.text}"))
        _quotes(document, wish.quotes)


def _themes(document: Document, sections: Sequence[ThemeSection]) -> None:
    heading(document, "temaer", "Temaer", 1)
    if not sections:
        document.add_paragraph("Ingen sætninger er placeret under et tema.")
    for section in sections:
        _theme(document, section)


def _theme(document: Document, section: ThemeSection) -> None:
    heading(document, section.anchor, section.title, 2)
    definition = document.add_paragraph()
    run = definition.add_run(clean(section.theme.definition))
    run.font.size, run.font.color.rgb = Pt(9.5), SOFT
    lines = [definition, document.add_paragraph(clean(section.count_line))]
    if section.theme.sources:
        lines.append(document.add_paragraph(f"Henvendelse {', '.join(map(str, section.theme.sources))}"))
    for line in lines:
        line.paragraph_format.keep_with_next = True
    for group in section.groups:
        _group(document, group)
    _remarks(document)


def _group(document: Document, group: StanceGroup) -> None:
    document.add_heading(clean(group.title), 3)
    printable = [quote for quote in group.quotes if holds(quote.text)]
    refused = [quote for quote in group.quotes if not holds(quote.text)]
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
        if not holds(quote.text):
            _note(
                document,
                f"Et citat er udeladt her, fordi det rummer tegn, som Word ikke kan vise ({quote.reference}). "
                "Det står i HTML-udgaven.",
            )
            continue
        document.add_paragraph(quote.text, style="Quote")
        source = f"{quote.who}\n{quote.reference} · {quote.document}"
        document.add_paragraph(clean(source), style=SOURCE_STYLE)


def _note(document: Document, text: str) -> Paragraph:
    return document.add_paragraph(clean(text), style=SOURCE_STYLE)


def _remarks(document: Document) -> None:
    """The field the administration fills in."""
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    cell = table.cell(0, 0)
    cell.paragraphs[0].add_run("Forvaltningens bemærkninger").bold = True
    cell.add_paragraph()
    cell.add_paragraph()
    keep_whole(table.rows[0])
    document.add_paragraph()


def _appendices(document: Document, report: ThemeReport) -> None:
    paragraph = heading(document, "afsendere", "Bilag 1: Afsendere", 1)
    paragraph.paragraph_format.page_break_before = True
    if report.senders:
        rows = [(str(r.number), r.sender, r.type, r.kind, r.date, r.document) for r in report.senders]
        head = ("Nr.", "Afsender", "Type", "Form", "Dato", "Dokument")
        table_of(document, head, rows, widths=(10, 36, 41, 24, 22, 33))
    else:
        document.add_paragraph("Ingen henvendelser er brugt.")
    heading(document, "udeladt", "Bilag 2: Lagt til side", 1)
    if report.set_aside:
        aside = [(r.document, r.status, r.reason) for r in report.set_aside]
        table_of(document, ("Dokument", "Status", "Grund"), aside, widths=(60, 30, 76))
    else:
        document.add_paragraph("Intet er lagt til side: Alt, hvad der er modtaget, er brugt.")
    heading(document, "metode", "Bilag 3: Metode og forbehold", 1)
    for line in report.method:
        document.add_paragraph(clean(line), style="List Bullet")


# Tables


def _counts(document: Document, caption: str, table: Table) -> None:
    """Counts per theme; the heads of many columns stand upright, so that all types find room."""
    document.add_paragraph(caption, style="Caption")
    narrow = min(22, 106 // len(table.columns))
    widths = (TEXT_WIDTH - narrow * len(table.columns), *[narrow] * len(table.columns))
    rows = [(label, *(danish.number(n) if n else "–" for n in cells)) for label, cells in table.rows]
    grid = table_of(document, ("Tema", *table.columns), rows, widths=widths)
    if len(table.columns) > 6:
        upright(grid.rows[0], height=min(55, 8 + 2 * max(map(len, table.columns))))
    # Rows held together: a table of up to a page is not split over two.
    for left, row in zip(range(len(rows), -1, -1), grid.rows, strict=True):
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = left > 0
        for cell in row.cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
