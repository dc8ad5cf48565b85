"""LibreOffice, ocrmypdf and tesseract, each played by a small script on a PATH of the test's own."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from hoering.read.ocr import RECOGNISED
from hoering.sensitive import RawText

ReadAlone = Callable[[str, bytes], RawText | str]
MakePdf = Callable[..., bytes]
StandIn = Callable[[str, str], None]

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40_000)
INSTALL = " Installér ocrmypdf og tesseract med dansk (tesseract-ocr-dan), så sker det af sig selv."
NO_OFFICE = "Gamle Word-filer (.doc) kræver LibreOffice. Gem filen som .docx, eller installér LibreOffice."


@pytest.fixture
def stand_in(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Put a Python script on an otherwise empty PATH under a program's name."""
    folder = tmp_path_factory.mktemp("bin")
    monkeypatch.setenv("PATH", str(folder))

    def write(name: str, script: str) -> None:
        program = folder / name
        program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
        program.chmod(0o755)

    return write


def word(text: str) -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def office(tmp_path_factory: pytest.TempPathFactory, seen: Path) -> str:
    """A LibreOffice that notes its command and profile, and gives a Word file."""
    made = tmp_path_factory.mktemp("lavet") / "fil.docx"
    made.write_bytes(word("Vi vil have flere i job."))
    return (
        "import sys, shutil, pathlib\n"
        f"profile = next(pathlib.Path('profil').rglob('*.xcu')).read_text()\n"
        f"pathlib.Path({str(seen)!r}).write_text(' '.join(sys.argv) + profile)\n"
        f"shutil.copy({str(made)!r}, 'fil.docx')\n"
    )


def test_an_old_word_file_goes_through_libreoffice_without_macros(
    read_alone: ReadAlone, stand_in: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> None:
    seen = tmp_path_factory.mktemp("set") / "set.txt"
    stand_in("soffice", office(tmp_path_factory, seen))
    raw = read_alone("svar.doc", OLE)
    assert isinstance(raw, RawText), raw
    assert raw.text == "Vi vil have flere i job."
    command = seen.read_text()
    assert "--headless" in command
    assert "-env:UserInstallation=file://" in command
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in command
    folder = command.split("--outdir ")[1].split()[0]
    assert not Path(folder).exists()


@pytest.mark.usefixtures("stand_in")
def test_without_libreoffice_the_message_says_what_to_do(read_alone: ReadAlone) -> None:
    assert read_alone("svar.doc", OLE) == NO_OFFICE


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    "data",
    [rb"{\rtf1 Vi vil have flere i job.}", word("Vi vil have flere i job."), b"<html><p>Vi vil have flere i job.</p>"],
    ids=["rtf", "docx", "html"],
)
def test_another_format_under_the_name_of_doc_needs_no_libreoffice(read_alone: ReadAlone, data: bytes) -> None:
    raw = read_alone("svar.doc", data)
    assert isinstance(raw, RawText), raw
    assert raw.text.strip() == "Vi vil have flere i job."


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("raise SystemExit(3)", "Omsætningen af Word-filen med LibreOffice mislykkedes (fejlkode 3)."),
        ("", "Word-filen kunne ikke omsættes med LibreOffice. Gem filen som .docx."),
        ("open('fil.docx', 'w').write('x')", "Word-filen er beskadiget og kan ikke åbnes."),
    ],
)
def test_a_conversion_that_fails_is_a_problem(
    read_alone: ReadAlone, stand_in: StandIn, script: str, reason: str
) -> None:
    stand_in("soffice", script)
    assert read_alone("svar.doc", OLE) == reason


def test_a_program_that_hangs_is_ended(
    read_alone: ReadAlone, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoering.read.old_word._SECONDS", 1)
    stand_in("soffice", "import time, os\nos.fork()\ntime.sleep(60)")
    began = time.monotonic()
    reason = read_alone("svar.doc", OLE)
    assert reason == "Omsætningen af Word-filen med LibreOffice tog for lang tid (over 1 sekunder) og blev afbrudt."
    assert time.monotonic() - began < 20


OCRMYPDF = (
    "import sys, pathlib\n"
    "assert sys.argv[sys.argv.index('--language') + 1] == 'dan'\n"
    "assert pathlib.Path(sys.argv[-2]).stat().st_size > 100\n"
    "sidecar = pathlib.Path(sys.argv[sys.argv.index('--sidecar') + 1])\n"
    "sidecar.write_text('Vi vil\\n\\fhave job.\\n\\f', encoding='utf-8')\n"
)
TESSERACT = "print('List of available languages (2):\\ndan\\neng')"


@pytest.mark.parametrize("name", ["foto.png", "scan.pdf"])
def test_scans_and_pictures_are_recognised_where_the_programs_are(
    read_alone: ReadAlone, stand_in: StandIn, make_pdf: MakePdf, tmp_path: Path, name: str
) -> None:
    stand_in("ocrmypdf", OCRMYPDF)
    stand_in("tesseract", TESSERACT)
    from hoering.read import find_files, read_documents

    (tmp_path / name).write_bytes(PNG if name.endswith("png") else make_pdf("", ""))
    outcome = read_documents(find_files(tmp_path), guarded=False)
    (document,) = outcome.items
    assert document.text == "Vi vil\n\fhave job.\f"
    assert [document.text[p.start : p.end] for p in document.pages] == ["Vi vil\n\f", "have job.\f"]
    assert [p.reason for p in outcome.problems] == [RECOGNISED]


@pytest.mark.parametrize(
    "programs", [{}, {"ocrmypdf": OCRMYPDF}, {"ocrmypdf": OCRMYPDF, "tesseract": "print('eng')"}],
    ids=["none", "no tesseract", "no Danish"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["foto.png", "foto.JPG", "foto.tiff", "scan.pdf"])
def test_what_to_install_is_said_where_a_program_is_missing(
    read_alone: ReadAlone, stand_in: StandIn, make_pdf: MakePdf, programs: dict[str, str], name: str
) -> None:
    for program, script in programs.items():
        stand_in(program, script)
    start = {"foto.png": PNG, "foto.JPG": b"\xff\xd8\xff\xe0", "foto.tiff": b"II*\0", "scan.pdf": make_pdf("")}[name]
    why = (
        "PDF-filen har ingen tekst (formentlig scannet). Den skal tekstgenkendes (OCR) først."
        if name == "scan.pdf"
        else "Billedet skal tekstgenkendes (OCR) først."
    )
    assert read_alone(name, start) == why + INSTALL


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("raise SystemExit(15)", "Tekstgenkendelsen (OCR) mislykkedes (fejlkode 15)."),
        ("", "Tekstgenkendelsen (OCR) fandt ingen tekst i filen."),
    ],
)
def test_a_recognition_that_fails_is_a_problem(
    read_alone: ReadAlone, stand_in: StandIn, script: str, reason: str
) -> None:
    stand_in("ocrmypdf", script)
    stand_in("tesseract", TESSERACT)
    assert read_alone("foto.png", PNG) == reason


def test_what_is_no_picture_is_broken(read_alone: ReadAlone) -> None:
    assert read_alone("foto.png", b"Vi er bare tekst") == "Billedet er beskadiget og kan ikke åbnes."
