"""PDF files with a text layer, page by page in reading order; scanned pages by text recognition.

pdfminer.six says what is drawn where (`hoering.read.pdf_glyphs`), and the layout is worked out here: its own
layout analysis reads tables column by column and mixes columns with what stands beside them.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from pdfminer.pdfdocument import PDFPasswordIncorrect

from hoering.errors import ReadError
from hoering.read.limits import still_reading
from hoering.read.ocr import RECOGNISED, recognise, recognise_pages
from hoering.read.pdf_glyphs import Drawn, TooManyGlyphs, drawn_pages
from hoering.read.pdf_layout import Sheet, laid_out, sheet_of
from hoering.read.pdf_text import PdfText
from hoering.sensitive import RawText

MAX_PAGES = 2_000
MAX_LETTERS = 20_000_000

_BROKEN = "PDF-filen er beskadiget og kan ikke åbnes."
_SCANNED = "PDF-filen har ingen tekst (formentlig scannet). Den skal tekstgenkendes (OCR) først."
_NO_MEANING = "Bogstaverne i PDF-filen kan ikke oversættes til tekst. Den skal tekstgenkendes (OCR) først."
# A page is a scan where a picture covers most of it and what is written beside is a stamp.
_PICTURE = 0.6
_STAMP = 200
# Share of letters without a meaning from which a text layer is of no use.
_USELESS = 0.3


def read_pdf(data: bytes) -> RawText:
    """Read a PDF; each page ends in a form feed, as pdfminer and pdftotext have it.

    Marks: ``page furniture`` (running headers, footers, page numbers), ``heading``, ``table``, ``footnote``
    (after the text of its page, or before a paragraph that runs on to the next page), ``note mark`` (the raised
    figure that leads to a footnote) and ``paragraph`` (one paragraph broken over lines, columns or pages).

    Raises:
        ReadError: broken, too large, password-protected, or a scan that cannot be recognised here (see
            `hoering.read.ocr`).
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    if not data[:1024].lstrip().startswith(b"%PDF"):
        raise ReadError(_BROKEN)
    sheets = _sheets(data)
    letters, unknown = sum(s.letters for s in sheets), sum(s.unknown for s in sheets)
    if not letters:
        return recognise(data, ".pdf", _SCANNED)
    if unknown > _USELESS * letters:
        return recognise(data, ".pdf", _NO_MEANING)
    scans = [number for number, sheet in enumerate(sheets, 1) if sheet.is_scan]
    recognised, warnings = _recognised(data, scans, sheets)
    if unknown:
        warnings = (*warnings, f"{unknown} tegn i PDF-filen har ingen betydning og vises som \ufffd.")
    return _joined(sheets, recognised, warnings)


def _sheets(data: bytes) -> list[Sheet]:
    sheets: list[Sheet] = []
    left = MAX_LETTERS
    try:
        for drawn in drawn_pages(data):
            if len(sheets) == MAX_PAGES:
                raise ReadError(f"PDF-filen har over {MAX_PAGES} sider. Del den op i flere filer.")
            left -= drawn.letters
            if left < 0:
                raise ReadError(f"PDF-filen har over {MAX_LETTERS // 10**6} millioner tegn. Del den op i flere filer.")
            sheets.append(sheet_of(drawn, is_scan=_is_scan(drawn)))
            still_reading()
    except ReadError:
        raise
    except TooManyGlyphs as error:
        raise ReadError(f"Side {len(sheets) + 1} i PDF-filen har for mange tegn til at kunne læses.") from error
    except PDFPasswordIncorrect as error:
        raise ReadError("PDF-filen er beskyttet med adgangskode.") from error
    except Exception as error:  # pdfminer lets the errors of the parts it reads through come out as they are
        raise ReadError(_BROKEN) from error
    if not sheets:
        raise ReadError(_BROKEN)
    return sheets


def _is_scan(drawn: Drawn) -> bool:
    """Whether a page shows a picture and no text, or next to none, as a scanned enclosure does."""
    if not drawn.letters:
        return drawn.picture > 0
    return drawn.picture > _PICTURE and drawn.letters < _STAMP


def _recognised(
    data: bytes, scans: Sequence[int], sheets: Sequence[Sheet]
) -> tuple[Mapping[int, str], tuple[str, ...]]:
    """Text of the scanned pages by number, and what is to be said about them."""
    if not scans:
        return {}, ()
    try:
        texts = recognise_pages(data, scans)
    except ReadError:
        texts = {}
    warnings = []
    unread = ", ".join(str(n) for n in scans if not texts.get(n))
    if unread:
        warnings.append(f"Side {unread} er billeder uden tekst og er ikke læst; de skal tekstgenkendes (OCR) først.")
    if any(texts.values()):
        read = ", ".join(str(n) for n in scans if texts.get(n))
        warnings.append(f"Side {read}: {RECOGNISED}")
    return {n: text for n, text in texts.items() if len(text) > sheets[n - 1].letters}, tuple(warnings)


def _joined(sheets: Sequence[Sheet], recognised: Mapping[int, str], warnings: tuple[str, ...]) -> RawText:
    text = PdfText()
    for number, page in enumerate(laid_out(sheets), 1):
        text.add_page(number, page, recognised.get(number))
        still_reading()
    return text.raw(warnings)
