"""PDF files with a text layer, page by page in reading order (pdfminer.six's layout analysis)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTPage, LTTextContainer
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

from hoering.errors import ReadError
from hoering.records import Page
from hoering.sensitive import RawText

_BROKEN = "PDF-filen er beskadiget og kan ikke åbnes."


def read_pdf(path: Path) -> RawText:
    """Read a PDF; each page ends in a form feed, as pdfminer and pdftotext have it.

    Raises:
        ReadError: broken, password-protected, or without a text layer (a scan).
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    if not path.read_bytes()[:1024].lstrip().startswith(b"%PDF"):
        raise ReadError(_BROKEN)
    try:
        texts = [_page_text(page) for page in extract_pages(path, laparams=LAParams())]
    except PDFPasswordIncorrect as error:
        raise ReadError("PDF-filen er beskyttet med adgangskode.") from error
    except PDFTextExtractionNotAllowed as error:
        raise ReadError("PDF-filen tillader ikke, at teksten læses.") from error
    except OSError:
        raise
    except Exception as error:  # pdfminer lets the errors of the parts it reads through come out as they are
        raise ReadError(_BROKEN) from error
    if not texts:
        raise ReadError(_BROKEN)
    if not any(text.strip() for text in texts):
        raise ReadError("PDF-filen har ingen tekst (formentlig scannet). Den skal tekstgenkendes (OCR) først.")
    return _join(texts)


def _page_text(page: LTPage) -> str:
    return "\n".join(_boxes(page)) + "\f"


def _boxes(page: LTPage) -> Iterator[str]:
    for element in page:
        if isinstance(element, LTTextContainer):
            text = element.get_text()
            if text.strip():
                yield text


def _join(texts: list[str]) -> RawText:
    pages = []
    here = 0
    for number, text in enumerate(texts, 1):
        pages.append(Page(number=number, start=here, end=here + len(text)))
        here += len(text)
    return RawText(text="".join(texts), pages=tuple(pages))
