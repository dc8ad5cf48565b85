from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from hoering.errors import PaperError
from hoering.report import ThemeReport, render_word
from hoering.report.blocks import Grid, Paper, Quoted, flat
from hoering.report.quotes import Quote
from hoering.report.word_template import STYLES, TABLE, own_template

Make = Callable[..., Any]
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def texts(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


@pytest.fixture(scope="module")
def data(report: ThemeReport) -> bytes:
    return render_word(report.paper).data


def test_same_paper_same_bytes(report: ThemeReport, data: bytes) -> None:
    assert data == render_word(report.paper).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {item.date_time[0] for item in archive.infolist()} == {1980}


def test_properties_and_language(data: bytes) -> None:
    document = opened(data)
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Temarapport", "hoering")
    assert properties.created is not None
    assert properties.created == properties.modified
    assert {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))} == {"da-DK"}


def test_contents_are_filled_in_and_lead_somewhere(data: bytes) -> None:
    document = opened(data)
    assert texts(document, "toc 2")[:2] == [
        "Mødet med jobcentret (3 henvendelser)",
        "Bus og transport (3 henvendelser)",
    ]
    headings = texts(document, "Heading 1") + texts(document, "Heading 2")
    assert sorted(texts(document, "toc 1") + texts(document, "toc 2")) == sorted(headings)
    root = document.element.body
    anchors = {e.get(qn("w:anchor")) for e in root.iter(qn("w:hyperlink"))}
    names = [e.get(qn("w:name")) for e in root.iter(qn("w:bookmarkStart"))]
    assert anchors <= set(names)
    assert len(names) == len(set(names))
    ids = [e.get(qn("w:id")) for e in root.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids))
    instructions = [e.text for e in root.iter(qn("w:instrText"))]
    assert instructions[0].startswith(" TOC ")
    marks = [e.get(qn("w:fldCharType")) for e in root.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"] * (len(marks) // 3)


def test_pages_are_numbered(data: bytes) -> None:
    footer = opened(data).sections[0].footer
    assert [e.text for e in footer._element.iter(qn("w:instrText"))] == [" PAGE "]


def test_pictures_have_captions_and_words(data: bytes) -> None:
    document = opened(data)
    pictures = list(document.element.body.iter(f"{WP}docPr"))
    assert len(pictures) == 4
    assert all(len(picture.get("descr")) > 60 for picture in pictures)
    assert [text for text in texts(document, "Caption") if text.startswith("Figur 1.")]
    instructions = [e.text.strip() for e in document.element.body.iter(qn("w:instrText"))]
    assert instructions.count("SEQ Figur \\* ARABIC") == 4


def test_everything_has_a_style_of_the_template(data: bytes) -> None:
    """No run is formatted by hand: a user's template decides how everything looks."""
    document = opened(data)
    names = {p.style.name for p in document.paragraphs if p.style}
    names |= {p.style.name for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs}
    assert names <= set(STYLES)
    assert {table.style.name for table in document.tables if table.style} == {TABLE}
    formatted = [e for e in document.element.body.iter(qn("w:rPr")) if len(e)]
    assert formatted == []


def test_tables_are_whole_and_named(data: bytes) -> None:
    document = opened(data)
    senders = next(t for t in document.tables if t.rows[0].cells[0].text == "Nr." and len(t.columns) == 7)
    assert senders.rows[2].cells[1].text == "Mads & Søn <b>Byg</b>"
    assert senders.rows[5].cells[5].text == "uden"
    assert senders.rows[6].cells[5].text == "selve udkastet"
    assert "tilslutter sig henvendelse 1" in senders.rows[5].cells[1].text
    for table in document.tables:
        assert len(table._tbl.tblGrid.findall(qn("w:gridCol"))) == len(table.rows[0].cells)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template in Danish Word's manner: ids in Danish, a letterhead, one style changed and two away."""
    document = opened(own_template())
    document.add_paragraph("Skriv her")
    document.sections[0].header.paragraphs[0].text = "Ravnsø Kommune"
    quote = document.styles["Quote"]
    quote.element.set(qn("w:styleId"), "Citat")
    quote.font.name = "Georgia"
    for name in ("Hoering citatkilde", "Caption"):
        element = document.styles[name].element
        element.getparent().remove(element)
    path = tmp_path / "skabelon.docx"
    document.save(str(path))
    return path


def test_a_template_keeps_its_head_and_styles_and_loses_its_text(report: ThemeReport, template: Path) -> None:
    made = render_word(report.paper, template)
    document = opened(made.data)
    assert document.sections[0].header.paragraphs[0].text == "Ravnsø Kommune"
    assert document.styles["Quote"].font.name == "Georgia"
    assert "Skriv her" not in [p.text for p in document.paragraphs]
    assert texts(document, "Quote")
    assert made.data == render_word(report.paper, template).data


def test_styles_a_template_lacks_are_named_and_added(report: ThemeReport, template: Path) -> None:
    made = render_word(report.paper, template)
    assert made.lacking == ("Caption", "Hoering citatkilde")
    assert texts(opened(made.data), "Hoering citatkilde")


def test_bullets_and_tables_find_their_footing_in_a_danish_template(report: ThemeReport, tmp_path: Path) -> None:
    """Word names the ids in its own language, and leaves out the styles nobody has used."""
    document = opened(own_template())
    document.styles["Normal Table"].element.set(qn("w:styleId"), "TabelNormal")
    for name in ("List Bullet", TABLE):
        element = document.styles[name].element
        element.getparent().remove(element)
    path = tmp_path / "skabelon.docx"
    document.save(str(path))
    made = render_word(report.paper, path)
    styles = opened(made.data).styles
    assert made.lacking == ("List Bullet", TABLE)
    assert styles[TABLE].element.find(qn("w:basedOn")).get(qn("w:val")) == "TabelNormal"
    number = next(styles["List Bullet"].element.iter(qn("w:numId"))).get(qn("w:val"))
    numbering = opened(made.data).part.numbering_part.element
    (used,) = [num for num in numbering.iter(qn("w:num")) if num.get(qn("w:numId")) == number]
    assert used.find(qn("w:abstractNumId")).get(qn("w:val")) in {
        e.get(qn("w:abstractNumId")) for e in numbering.iter(qn("w:abstractNum"))
    }


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", b"<html>"])
def test_a_template_that_is_none_is_said(report: ThemeReport, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "skabelon.docx"
    path.write_bytes(content)
    with pytest.raises(PaperError, match="er ikke et Word-dokument"):
        render_word(report.paper, path)


def test_a_template_that_is_a_zip_of_something_else_is_said(report: ThemeReport, tmp_path: Path) -> None:
    path = tmp_path / "skabelon.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hej.txt", "hej")
    with pytest.raises(PaperError, match="er ikke et Word-dokument"):
        render_word(report.paper, path)


def test_a_template_that_is_not_there_is_said(report: ThemeReport, tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="kan ikke læses"):
        render_word(report.paper, tmp_path / "væk.docx")


def paper(*blocks: Any, title: str = "Titel") -> Paper:
    return Paper(title=title, subtitle="Under", blocks=blocks)


@pytest.mark.parametrize("character", ["\x00", "\x0c", "\x1f", "\ufffe", "\ud800"])
def test_what_word_cannot_hold_is_left_out_and_said(character: str) -> None:
    quote = Quote(text=f"Vi savner{character}svar.", who="Krifa", reference="Henvendelse 1, s. 1, tegn 0–15", number=1,
                  document="a.txt", type="a_kasser", stance="kritik")  # fmt: skip
    document = opened(render_word(paper(Quoted(quote))).data)
    assert texts(document, "Quote") == []
    assert texts(document, "Hoering note")[0].startswith("Et citat er udeladt her")


def test_names_that_word_cannot_hold_are_marked() -> None:
    grid = Grid(caption="Hvem\x0b", columns=("Navn", "Antal"), rows=(("Krifa\x0b", "1"),))
    document = opened(render_word(paper(grid, title="Titel\x0c")).data)
    assert document.tables[0].rows[1].cells[0].text == "Krifa\ufffd"
    assert document.core_properties.title == "Titel\ufffd"


def test_quotations_are_verbatim(report: ThemeReport, data: bytes) -> None:
    wanted = [block.quote.text for block in flat(report.paper.blocks) if isinstance(block, Quoted)]
    assert texts(opened(data), "Quote") == wanted


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice er ikke installeret")
def test_libreoffice_opens_it_and_prints_its_pages(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "rapport.docx").write_bytes(data)
    home = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "rapport.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    pages = (tmp_path / "rapport.pdf").read_bytes().count(b"/Type /Page") or (tmp_path / "rapport.pdf").stat().st_size
    assert pages > 8


def test_the_field_for_remarks_stays_with_what_it_is_about(data: bytes) -> None:
    body = list(opened(data).element.body)
    fields = [
        n
        for n, item in enumerate(body)
        if item.tag == qn("w:tbl") and item.xpath(".//w:t[.='Forvaltningens bemærkninger']")
    ]
    assert fields
    assert all(body[place - 1].xpath("./w:pPr/w:keepNext") for place in fields)


@pytest.mark.parametrize(("words", "kept"), [("kort", True), ("langt " * 60, False)])
def test_only_a_table_that_fits_on_a_page_is_held_on_one(report: ThemeReport, words: str, kept: bool) -> None:
    grid = Grid(caption="Navne", columns=("Navn", "Ord"), rows=(("Krifa", words),) * 10)
    (table,) = opened(render_word(replace(report.paper, blocks=(grid,))).data).tables
    assert bool(table.rows[1].cells[0].paragraphs[0].paragraph_format.keep_with_next) is kept
