"""PDF files with a text layer, page by page in reading order (pdfminer.six's layout analysis)."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTFigure, LTImage, LTPage, LTTextContainer
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

from hoering.errors import ReadError
from hoering.read.ocr import recognise
from hoering.records import Page
from hoering.sensitive import RawText

_BROKEN = "PDF-filen er beskadiget og kan ikke åbnes."
_SCANNED = "PDF-filen har ingen tekst (formentlig scannet). Den skal tekstgenkendes (OCR) først."


def read_pdf(data: bytes) -> RawText:
    """Read a PDF; each page ends in a form feed, as pdfminer and pdftotext have it.

    Raises:
        ReadError: broken, password-protected, or a scan that cannot be recognised here (see `hoering.read.ocr`).
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    if not data[:1024].lstrip().startswith(b"%PDF"):
        raise ReadError(_BROKEN)
    try:
        # Page by page: the layout of a page takes a thousand times the memory of its text.
        read = [(_page_text(page), _is_picture(page)) for page in extract_pages(io.BytesIO(data), laparams=LAParams())]
    except PDFPasswordIncorrect as error:
        raise ReadError("PDF-filen er beskyttet med adgangskode.") from error
    except PDFTextExtractionNotAllowed as error:
        raise ReadError("PDF-filen tillader ikke, at teksten læses.") from error
    except Exception as error:  # pdfminer lets the errors of the parts it reads through come out as they are
        raise ReadError(_BROKEN) from error
    texts = [text for text, _ in read]
    if not texts:
        raise ReadError(_BROKEN)
    if not any(text.strip() for text in texts):
        return recognise(data, ".pdf", _SCANNED)
    return _join(texts, [number for number, (_, is_picture) in enumerate(read, 1) if is_picture])


def _is_picture(page: LTPage) -> bool:
    """Whether a page shows a picture and no text, as a scanned enclosure does."""
    return not any(_boxes(page)) and any(isinstance(element, LTFigure | LTImage) for element in page)


def _page_text(page: LTPage) -> str:
    return "\n".join(_boxes(page)) + "\f"


def _boxes(page: LTPage) -> Iterator[str]:
    for element in page:
        if isinstance(element, LTTextContainer):
            text = element.get_text()
            if text.strip():
                yield text


def _join(texts: list[str], pictures: list[int]) -> RawText:
    pages = []
    here = 0
    for number, text in enumerate(texts, 1):
        pages.append(Page(number=number, start=here, end=here + len(text)))
        here += len(text)
    warnings: tuple[str, ...] = ()
    if pictures:
        numbers = ", ".join(map(str, pictures))
        warnings = (f"Side {numbers} er billeder uden tekst og er ikke læst; de skal tekstgenkendes (OCR) først.",)
    return RawText(text="".join(texts), pages=tuple(pages), warnings=warnings)
