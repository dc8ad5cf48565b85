"""Text recognition: what is asked of ocrmypdf, what is made of its answer, and the real program where it is."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest
import reportlab
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from hoering.errors import ReadError
from hoering.read.ocr import RECOGNISED, is_readable, read_picture, recognise_pages
from hoering.read.pdf import read_pdf

Install = Callable[[str], None]

LETTER = """Høringssvar fra Ældrerådet i Ravnsø

Rådet takker for muligheden for at udtale sig om udkastet.
Vi mener, at indsatsen over for ledige over 55 år er for svag.
Mange søger hundredvis af stillinger uden at få svar, og nogle
bliver bedt om at møde til samtale i Åbyen to gange om ugen.

Vi foreslår, at kommunen ansætter to vejledere med særligt
kendskab til ældre på arbejdsmarkedet. Først når folk bliver
hørt, får de lyst til at prøve igen."""
# Pillow's own font has no Danish letters.
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
SKIPPED = "[OCR skipped on page(s) 1]"


def scan() -> Image.Image:
    image = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(LETTER.split("\n")):
        draw.text((180, 200 + 52 * number), line, font=ImageFont.truetype(str(FONT), 34), fill=30)
    return image.rotate(0.6, fillcolor=255)


def mixed() -> bytes:
    """A letter, a scanned enclosure, and a scan with a stamp of the archive's on it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.drawString(70, 770, "Hermed vores svar med to bilag.")
    canvas.showPage()
    for stamp in ("", "Modtaget 9. april 2026"):
        canvas.drawImage(ImageReader(scan()), 0, 0, 595, 842)
        canvas.drawString(70, 820, stamp)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Play ocrmypdf, which writes this text whatever it is asked, and a tesseract that knows Danish."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def write(text: str) -> None:
        ocr = (
            "import sys, pathlib\n"
            f"pathlib.Path({str(tmp_path / 'asked')!r}).write_text(' '.join(sys.argv[1:]))\n"
            f"pathlib.Path(sys.argv[sys.argv.index('--sidecar') + 1]).write_text({text!r}, encoding='utf-8')\n"
        )
        for name, script in {"ocrmypdf": ocr, "tesseract": "print('dan')"}.items():
            (tmp_path / name).write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
            (tmp_path / name).chmod(0o755)

    return write


def test_only_the_scanned_pages_are_recognised_and_stand_in_their_place(install: Install, tmp_path: Path) -> None:
    install(f"{SKIPPED}\fVi vil have flere job.\n\fModtaget. Vi er helt enige i planen, og vi vil gerne være med.\n\f")
    raw = read_pdf(mixed())
    assert "--pages 2,3 " in (tmp_path / "asked").read_text()
    assert [raw.text[p.start : p.end] for p in raw.pages] == [
        "Hermed vores svar med to bilag.\n\f", "Vi vil have flere job.\n\f",
        "Modtaget. Vi er helt enige i planen, og vi vil gerne være med.\n\f",
    ]  # fmt: skip
    assert raw.warnings == (f"Side 2, 3: {RECOGNISED}",)


def test_a_scan_in_which_nothing_is_read_is_named_and_its_stamp_is_kept(install: Install) -> None:
    install(f"{SKIPPED}\fdl\n\f|\n\f")
    raw = read_pdf(mixed())
    assert [raw.text[p.start : p.end] for p in raw.pages][1:] == ["\f", "Modtaget 9. april 2026\n\f"]
    assert raw.warnings == (
        "Side 2, 3 er billeder uden tekst og er ikke læst; de skal tekstgenkendes (OCR) først.",
    )  # fmt: skip


def test_an_answer_with_too_few_pages_is_none(install: Install) -> None:
    install(f"{SKIPPED}\fVi vil have flere job.")
    with pytest.raises(ReadError, match="gav ikke alle sider"):
        recognise_pages(b"", [2, 3])


@pytest.mark.parametrize(("text", "words"), [("Vi vil have job.", True), ("dl | -- 12", False), ("Ja. Nej. OK", False)])
def test_spots_and_lines_are_no_text(text: str, words: bool) -> None:
    assert is_readable(text) is words


needs_programs = pytest.mark.skipif(
    not (shutil.which("ocrmypdf") and shutil.which("tesseract")),
    reason="ocrmypdf og tesseract med dansk er ikke installeret",
)


def likeness(text: str) -> float:
    """Share of the letter's signs that came out right, blanks aside."""
    expected, found = "".join(LETTER.split()), "".join(text.split())
    return SequenceMatcher(None, expected, found, autojunk=False).ratio()


@needs_programs
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_scanned_letter_is_read(kind: str) -> None:
    buffer = io.BytesIO()
    scan().save(buffer, kind)
    raw = read_picture(buffer.getvalue())
    assert likeness(raw.text) > 0.97
    assert raw.warnings == (RECOGNISED,)


@needs_programs
@pytest.mark.slow
def test_scanned_pages_between_others_are_read() -> None:
    raw = read_pdf(mixed())
    first, second, third = (raw.text[p.start : p.end] for p in raw.pages)
    assert first == "Hermed vores svar med to bilag.\n\f"
    assert likeness(second) > 0.97
    assert "Modtaget" in third
    assert likeness(third) > 0.9
