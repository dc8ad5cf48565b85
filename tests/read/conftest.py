"""Makers of small files of every format, written into a test's own folder."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from hoering.read import find_files, read_documents
from hoering.records import Outcome
from hoering.sensitive import RawDocument, RawText


def pdf_bytes(*pages: str, password: str = "") -> bytes:
    """A PDF with one line per page; an empty line is a page with only a drawn box, like a scan."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, encrypt=password or None)
    for text in pages:
        if text:
            sheet.drawString(70, 700, text)
        else:
            sheet.rect(70, 70, 200, 300, fill=1)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_bytes


@pytest.fixture
def read_folder(tmp_path: Path) -> Callable[[], Outcome[RawDocument]]:
    return lambda: read_documents(find_files(tmp_path))


@pytest.fixture
def read_alone(tmp_path: Path) -> Callable[[str, bytes], RawText | str]:
    """Read one file next to a sound one; gives its raw text, or the reason it could not be read."""

    def read(name: str, data: bytes) -> RawText | str:
        (tmp_path / name).write_bytes(data)
        (tmp_path / "ø sund.txt").write_text("Vi læses stadig.", encoding="utf-8")
        outcome = read_documents(find_files(tmp_path))
        texts = {d.document: d.raw for d in outcome.items}
        assert texts.pop("ø sund.txt").text == "Vi læses stadig."
        assert len(texts) + len(outcome.problems) == 1
        if texts:
            return texts[name]
        assert (outcome.problems[0].stage, outcome.problems[0].item) == ("læsning", name)
        return outcome.problems[0].reason

    return read
