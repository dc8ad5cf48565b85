"""Text from pictures and scans: ocrmypdf and tesseract with Danish, where they are installed."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hoering.errors import ReadError
from hoering.read.programs import find_program, run_program
from hoering.records import Page
from hoering.sensitive import RawText

_SECONDS = 600
_ASK_SECONDS = 20
_TASK = "Tekstgenkendelsen (OCR)"
_INSTALL = "Installér ocrmypdf og tesseract med dansk (tesseract-ocr-dan), så sker det af sig selv."
RECOGNISED = "Teksten er genkendt fra et billede (OCR) og kan have fejl; se efter i originalen."

# Stands in the text for pages that were not to be recognised.
_SKIPPED = re.compile(r"\[OCR skipped on page\(s\) [\d, -]+\]|")
# A letter has more words of some length than this; spots and lines are taken for fewer.
_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{3,}")

# First bytes of the kinds of pictures that can be read.
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"II*\0": ".tif", b"MM\0*": ".tif",
}  # fmt: skip


def read_picture(data: bytes) -> RawText:
    """Read the text in a .png, .jpg or .tif file.

    Raises:
        ReadError: no picture, the programs are missing, they failed or took too long, or there is no text.
    """
    suffix = next((ending for start, ending in _PICTURES.items() if data.startswith(start)), None)
    if suffix is None:
        raise ReadError("Billedet er beskadiget og kan ikke åbnes.")
    return recognise(data, suffix, "Billedet skal tekstgenkendes (OCR) først.")


def recognise(data: bytes, suffix: str, why: str) -> RawText:
    """The text of a scan page by page, with a warning that it was recognised.

    Args:
        data: a PDF or a picture.
        suffix: its ending, with the dot.
        why: what is said, before what to install, where the programs are missing.

    Raises:
        ReadError: the programs are missing, they failed or took too long, or there is no text.
    """
    with tempfile.TemporaryDirectory(prefix="hoering-") as name:
        folder = Path(name)
        program = _program(folder)
        if program is None:
            raise ReadError(f"{why} {_INSTALL}")
        # A picture without a resolution is taken for a scan of 300 dots an inch, which most are.
        text = _sidecar(program, folder, data, suffix, ["--image-dpi", "300"] if suffix != ".pdf" else [])
    if not is_readable(text):
        raise ReadError(f"{_TASK} fandt ingen tekst i filen.")
    return _pages(text)


def _sidecar(program: str, folder: Path, data: bytes, suffix: str, options: Sequence[str]) -> str:
    """What ocrmypdf reads in a file; pages that lie on their side are turned first."""
    (folder / f"ind{suffix}").write_bytes(data)
    command = [
        program, "--language", "dan", "--force-ocr", "--rotate-pages", "--output-type", "pdf", "--quiet", "--jobs", "1",
        *options, "--sidecar", "ud.txt", f"ind{suffix}", "ud.pdf",
    ]  # fmt: skip
    run_program(command, folder, seconds=_SECONDS, what=_TASK)
    result = folder / "ud.txt"
    return result.read_text(encoding="utf-8", errors="replace") if result.is_file() else ""


def _program(folder: Path) -> str | None:
    """Where ocrmypdf lies, if tesseract and its Danish data are there as well."""
    program, tesseract = find_program("ocrmypdf"), find_program("tesseract")
    if program is None or tesseract is None:
        return None
    try:
        languages = run_program([tesseract, "--list-langs"], folder, seconds=_ASK_SECONDS, what=_TASK)
    except ReadError:
        return None
    return program if "dan" in languages.split() else None


def _pages(text: str) -> RawText:
    pages: list[Page] = []
    here = 0
    for number, page in enumerate(text.rstrip("\f\n").split("\f"), 1):
        pages.append(Page(number=number, start=here, end=here + len(page) + 1))
        here += len(page) + 1
    joined = text.rstrip("\f\n") + "\f"
    return RawText(text=joined, pages=tuple(pages), warnings=(RECOGNISED,))


def recognise_pages(data: bytes, numbers: Sequence[int]) -> dict[int, str]:
    """The text of some pages of a PDF, by number from 1 (a page with nothing to read is left out).

    Raises:
        ReadError: the programs are missing, they failed or took too long.
    """
    with tempfile.TemporaryDirectory(prefix="hoering-") as name:
        folder = Path(name)
        program = _program(folder)
        if program is None:
            raise ReadError(_INSTALL)
        text = _sidecar(program, folder, data, ".pdf", ["--pages", ",".join(map(str, numbers))])
    read = [page.strip() for page in text.split("\f") if not _SKIPPED.fullmatch(page.strip())]
    if len(read) < len(numbers):
        raise ReadError(f"{_TASK} gav ikke alle sider.")
    return {number: page for number, page in zip(numbers, read, strict=False) if is_readable(page)}


def is_readable(text: str) -> bool:
    """Whether recognised text holds words, and not only what a picture's lines were taken for."""
    return len(_WORD.findall(text)) >= _WORDS
