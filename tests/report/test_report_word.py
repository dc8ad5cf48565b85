from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from hoering.report import ThemeReport, render_word

Make = Callable[..., Any]


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def texts(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def cells(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def test_same_report_same_bytes(report: ThemeReport) -> None:
    first = render_word(report)
    assert first == render_word(report)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {item.date_time[0] for item in archive.infolist()} == {1980}


def test_properties_and_language(report: ThemeReport) -> None:
    document = opened(render_word(report))
    properties = document.core_properties
    assert (properties.title, properties.author) == (report.title, "hoering")
    assert properties.created is not None
    assert properties.created == properties.modified
    languages = {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}


def test_quotations_are_verbatim(report: ThemeReport) -> None:
    document = opened(render_word(report))
    wanted = [q.text for s in report.themes for g in s.groups for q in g.quotes]
    assert texts(document, "Quote")[-len(wanted) :] == wanted
    assert "Mads & Søn <b>Byg</b> · Virksomheder\nHenvendelse 2, interview, s. 2, tegn 1042–1082 · svar_2.pdf" in [
        p.text for p in document.paragraphs
    ]


def test_tables_hold_the_counts(report: ThemeReport) -> None:
    by_type, by_stance, *remarks, senders, aside = cells(opened(render_word(report)))
    assert by_type[0] == ["Tema", *report.by_sender_type.columns]
    assert by_type[1:] == [["Unge", "–", "1", "1", "2"], ["A-kasser", "1", "1", "–", "2"]]
    assert by_stance[1:] == [["Unge", "1", "–", "1", "2"], ["A-kasser", "1", "1", "–", "2"]]
    assert [r[0][0].strip() for r in remarks] == ["Forvaltningens bemærkninger"] * 2
    assert senders[2][:4] == ["2", "Mads & Søn <b>Byg</b>", "Virksomheder", "Interview"]
    assert aside[1] == ["kopi.pdf", "Dublet", "Samme tekst som svar_1.pdf."]


def test_contents_are_filled_in_and_lead_somewhere(report: ThemeReport) -> None:
    document = opened(render_word(report))
    assert texts(document, "toc 2") == ["Unge (2 henvendelser)", "A-kasser (2 henvendelser)"]
    headings = texts(document, "Heading 1") + texts(document, "Heading 2")
    assert sorted(texts(document, "toc 1") + texts(document, "toc 2")) == sorted(headings)
    root = document.element.body
    anchors = {e.get(qn("w:anchor")) for e in root.iter(qn("w:hyperlink"))}
    assert anchors == {e.get(qn("w:name")) for e in root.iter(qn("w:bookmarkStart"))}
    marks = [e.get(qn("w:fldCharType")) for e in root.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]


def test_pages_are_numbered(report: ThemeReport) -> None:
    footer = opened(render_word(report)).sections[0].footer
    assert [e.text for e in footer._element.iter(qn("w:instrText"))] == [" PAGE "]


@pytest.mark.parametrize("character", ["\x00", "\x0c", "\x1f", "\ufffe", "\ud800"])
def test_what_word_cannot_hold_is_left_out_and_said(
    make_report: Make, make_theme: Make, make_quotation: Make, character: str
) -> None:
    bad = make_quotation(f"Vi savner{character}svar.")
    document = opened(render_word(make_report([make_theme("Unge", [bad])])))
    assert texts(document, "Quote") == []
    notes = [text for text in texts(document, "Citatkilde") if text.startswith("Et citat er udeladt her")]
    assert len(notes) == 3  # in short, under the party, under the theme
    assert "Henvendelse 1, s. 1, tegn 10–25" in notes[0]


def test_names_that_word_cannot_hold_are_marked(make_report: Make, make_source: Make) -> None:
    document = opened(render_word(make_report([], [make_source(1, "Krifa\x0b")], title="Titel\x0c")))
    assert cells(document)[0][1][1] == "Krifa\ufffd"
    assert document.core_properties.title == "Titel\ufffd"


def test_at_most_four_quotations_per_group(make_report: Make, make_theme: Make, make_quotation: Make) -> None:
    many = [make_quotation(f"Sætning {i}.", stance="stoette", start=i * 20) for i in range(3000)]
    document = opened(render_word(make_report([make_theme("Unge", many)])))
    assert len(texts(document, "Quote")) == 4 + 1
    assert "4 af 3.000 citater; alle står i HTML-udgaven." in texts(document, "Citatkilde")


def test_no_themes(make_report: Make) -> None:
    document = opened(render_word(make_report()))
    assert texts(document, "toc 2") == []
    assert "Ingen sætninger er placeret under et tema." in [p.text for p in document.paragraphs]
    assert document.tables == []
