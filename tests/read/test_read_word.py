from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from hoering.sensitive import Mark, RawText

ReadAlone = Callable[[str, bytes], RawText | str]

BROKEN = "Word-filen er beskadiget og kan ikke åbnes."


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_body(*elements: str) -> bytes:
    """A document whose body starts with these WordprocessingML elements."""
    document = docx.Document()
    for place, xml in enumerate(elements):
        declared = re.sub(r"^<(w:\w+)", rf"<\1 {nsdecls('w')}", xml)
        document.element.body.insert(place, parse_xml(declared))
    return saved(document)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_and_tables_come_in_reading_order_and_headings_are_marked(read_alone: ReadAlone) -> None:
    document = docx.Document()
    document.add_heading("Vores svar", level=1)
    document.add_paragraph("Før tabellen.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Mål", "Flere i job"
    document.add_paragraph("Flere mentorer", style="List Bullet")
    assert read_alone("svar.docx", saved(document)) == RawText(
        text="Vores svar\nFør tabellen.\nMål\nFlere i job\nFlere mentorer",
        marks=(Mark(start=0, end=10, kind="heading"), Mark(start=41, end=55, kind="item")),
    )


def test_headers_and_footers_come_last_and_are_marked_once(read_alone: ReadAlone) -> None:
    document = docx.Document()
    document.add_paragraph("Brødtekst.")
    document.sections[0].header.paragraphs[0].text = "Rådet i Ravnsø"
    document.sections[0].footer.paragraphs[0].text = "Rådet i Ravnsø"
    assert read_alone("svar.docx", saved(document)) == RawText(
        text="Brødtekst.\nRådet i Ravnsø", marks=(Mark(start=11, end=25, kind="page furniture"),)
    )


def test_a_merged_cell_is_read_once(read_alone: ReadAlone) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for number, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"celle {number}"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "ned"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "hen"
    raw = read_alone("svar.docx", saved(document))
    assert isinstance(raw, RawText)
    assert raw.text.split("\n") == ["ned", "hen", "celle 4", "celle 5"]


def test_no_cell_of_a_long_table_is_lost(read_alone: ReadAlone) -> None:
    document = docx.Document()
    table = document.add_table(rows=40, cols=3)
    for number, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"celle {number}"
    raw = read_alone("svar.docx", saved(document))
    assert isinstance(raw, RawText)
    assert raw.text.split("\n") == [f"celle {n}" for n in range(120)]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f"<w:p>{run('Vi vil ')}<w:ins>{run('gerne')}</w:ins></w:p>", "Vi vil gerne"),
        (f"<w:p>{run('Vi vil')}<w:del><w:r><w:delText> ikke</w:delText></w:r></w:del></w:p>", "Vi vil"),
        (f"<w:p>{run('Ny')}<w:moveFrom>{run(' gammel')}</w:moveFrom></w:p>", "Ny"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('Vores svar')}</w:p></w:sdtContent></w:sdt>", "Vores svar"),
        (
            f"<w:p>{run('Navn: ')}<w:sdt><w:sdtPr/><w:sdtContent>{run('Ida')}</w:sdtContent></w:sdt></w:p>",
            "Navn: Ida",
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent><w:p>{run('Klik for at skrive')}</w:p></w:sdtContent></w:sdt>",
            "",
        ),
        (f"<w:p>{run('Før')}<w:r><w:br/></w:r>{run('efter')}</w:p>", "Før\nefter"),
        (f'<w:p>{run("Før")}<w:r><w:br w:type="page"/></w:r>{run("efter")}</w:p>', "Førefter"),
        (f"<w:p>{run('Tlf.')}<w:r><w:tab/></w:r>{run('12')}</w:p>", "Tlf.\t12"),
        (f"<w:p>{run('a')}<w:r><w:noBreakHyphen/></w:r>{run('kasse')}</w:p>", "a-kasse"),
        (
            f"<w:p>{run('Brev')}<w:r><w:pict><w:txbxContent><w:p>{run('I en boks')}</w:p></w:txbxContent></w:pict>"
            "</w:r></w:p>",
            "Brev\nI en boks",
        ),
    ],
    ids=[
        "tracked insertion", "tracked deletion", "moved away", "form field", "form field in a line",
        "prompt of an empty field", "line break", "page break", "tab", "hyphen", "text box",
    ],
)  # fmt: skip
def test_what_word_shows_is_what_is_read(read_alone: ReadAlone, xml: str, text: str) -> None:
    raw = read_alone("svar.docx", with_body(xml, f"<w:p>{run('Slut.')}</w:p>"))
    assert isinstance(raw, RawText)
    assert raw.text == (f"{text}\nSlut." if text else "Slut.")


def test_a_protected_document_says_so(read_alone: ReadAlone) -> None:
    data = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 500
    assert read_alone("svar.docx", data) == "Word-filen er beskyttet med adgangskode."


def test_a_document_that_unpacks_to_far_more_is_refused(read_alone: ReadAlone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoering.read.office._MAX_UNPACKED", 1000)
    assert read_alone("svar.docx", saved(docx.Document())) == "Word-filen fylder for meget, når den pakkes ud."


def _without(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as whole, zipfile.ZipFile(buffer, "w") as part:
        for member in whole.namelist():
            if member != name:
                part.writestr(member, whole.read(member))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"Vi er slet ikke en Word-fil",
        saved(docx.Document())[:3000],
        _without("word/document.xml"),
        _without("[Content_Types].xml"),
        _without("_rels/.rels"),
    ],
    ids=["text", "truncated", "no body", "no content types", "no relations"],
)
def test_a_broken_document_says_so(read_alone: ReadAlone, data: bytes) -> None:
    assert read_alone("svar.docx", data) == BROKEN


def test_a_document_with_a_damaged_part_says_so(read_alone: ReadAlone) -> None:
    data = bytearray(saved(docx.Document()))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        part = archive.getinfo("word/document.xml")
    start = part.header_offset + 60
    data[start : start + 200] = b"\xff" * 200
    assert read_alone("svar.docx", bytes(data)) == BROKEN


def test_an_empty_document_says_so(read_alone: ReadAlone) -> None:
    assert read_alone("svar.docx", saved(docx.Document())) == "Filen indeholder ingen tekst."
