from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from hoering.read import Reading
from hoering.records import Page
from hoering.sensitive import RawText

ReadAlone = Callable[[str, bytes], RawText | str]
MakePdf = Callable[..., bytes]

ReadWithProblems = Callable[[str, bytes], tuple[str, list[str]]]

BROKEN = "PDF-filen er beskadiget og kan ikke åbnes."


@pytest.fixture
def read_alone_with_problems(tmp_path: Path, read_folder: Callable[[], Reading]) -> ReadWithProblems:
    def read(name: str, data: bytes) -> tuple[str, list[str]]:
        (tmp_path / name).write_bytes(data)
        reading = read_folder()
        return reading.items[0].text, [problem.reason for problem in reading.problems]

    return read


def test_each_page_has_its_number_and_its_place(read_alone: ReadAlone, make_pdf: MakePdf) -> None:
    raw = read_alone("brev.pdf", make_pdf("Første side om unge", "Anden side på æøå"))
    assert isinstance(raw, RawText)
    assert raw.text == "Første side om unge\n\fAnden side på æøå\n\f"
    assert raw.pages == (Page(number=1, start=0, end=21), Page(number=2, start=21, end=40))


def test_a_page_without_text_keeps_its_number(read_alone: ReadAlone, make_pdf: MakePdf) -> None:
    raw = read_alone("brev.pdf", make_pdf("Forside", "", "Bagside"))
    assert isinstance(raw, RawText)
    assert [raw.text[p.start : p.end] for p in raw.pages] == ["Forside\n\f", "\f", "Bagside\n\f"]


def test_a_scanned_enclosure_after_a_letter_is_named(read_alone_with_problems: ReadWithProblems) -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer)
    sheet.drawString(70, 700, "Vores svar")
    sheet.showPage()
    sheet.drawInlineImage(Image.new("L", (20, 20)), 70, 70)
    sheet.showPage()
    sheet.save()
    text, problems = read_alone_with_problems("brev.pdf", buffer.getvalue())
    assert text == "Vores svar\n\f\f"
    assert problems == ["Side 2 er billeder uden tekst og er ikke læst; de skal tekstgenkendes (OCR) først."]


def test_a_protected_pdf_says_so(read_alone: ReadAlone, make_pdf: MakePdf) -> None:
    assert read_alone("brev.pdf", make_pdf("Hemmeligt", password="nøgle")) == (
        "PDF-filen er beskyttet med adgangskode."
    )


def test_a_scan_asks_for_text_recognition(
    read_alone: ReadAlone, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_alone("brev.pdf", make_pdf("", "")) == (
        "PDF-filen har ingen tekst (formentlig scannet). Den skal tekstgenkendes (OCR) først. "
        "Installér ocrmypdf og tesseract med dansk (tesseract-ocr-dan), så sker det af sig selv."
    )


@pytest.mark.parametrize("keep", [8, 200, 0.5])
def test_a_truncated_pdf_is_broken(read_alone: ReadAlone, make_pdf: MakePdf, keep: float) -> None:
    data = make_pdf("En side")
    assert read_alone("brev.pdf", data[: int(keep if keep >= 1 else keep * len(data))]) == BROKEN


@pytest.mark.parametrize("data", [b"Vi er slet ingen PDF", b"\x00" * 2000, b"%PDF-1.4\n%%EOF"])
def test_what_only_is_called_pdf_is_broken(read_alone: ReadAlone, data: bytes) -> None:
    assert read_alone("brev.pdf", data) == BROKEN


@pytest.mark.parametrize("error", [RecursionError(), ZeroDivisionError(), NotImplementedError("filter")])
def test_whatever_the_pdf_library_stumbles_on_is_a_broken_file(
    read_alone: ReadAlone, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("hoering.read.pdf.drawn_pages", stumble)
    assert read_alone("brev.pdf", make_pdf("En side")) == BROKEN


def test_a_file_with_too_many_pages_says_what_to_do(
    read_alone: ReadAlone, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoering.read.pdf.MAX_PAGES", 2)
    assert read_alone("brev.pdf", make_pdf("En", "To", "Tre")) == (
        "PDF-filen har over 2 sider. Del den op i flere filer."
    )


def test_a_file_with_too_many_letters_says_what_to_do(
    read_alone: ReadAlone, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoering.read.pdf.MAX_LETTERS", 4)
    reason = read_alone("brev.pdf", make_pdf("Vores svar"))
    assert isinstance(reason, str)
    assert reason.endswith("Del den op i flere filer.")


def test_a_page_with_too_many_letters_is_named(
    read_alone: ReadAlone, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoering.read.pdf_glyphs.MAX_GLYPHS", 12)
    assert read_alone("brev.pdf", make_pdf("Vores svar", "Vores meget lange svar")) == (
        "Side 2 i PDF-filen har for mange tegn til at kunne læses."
    )
