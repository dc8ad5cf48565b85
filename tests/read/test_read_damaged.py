"""Files damaged at random places: they are read or refused with a reason, and never stop a run."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pytest

from hoering.read import CONTAINERS, READERS, find_files, read_documents

MakePdf = Callable[..., bytes]
MakeOle = Callable[[dict[str, bytes]], bytes]

PAGE = "<html><head><title>Nyt</title></head><body><nav>Menu</nav><h1>Job</h1><p>Vi vil æøå.</p></body></html>"
CUES = "1\n00:00:01,000 --> 00:00:02,000\nAnna: Vi vil have job.\n\n2\n00:00:03,000 --> 00:00:04,000\nBo: Ja.\n"
TABLE = "Alder;Kommentar\n42;Jeg savner en fast sagsbehandler.\n61;Bussen kører ikke, når jeg møder.\n"
ODT = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:h>Svar</t:h><t:p>Vi vil<t:s t:c="2"/>'
    "have job.</t:p></o:text></o:body></o:document-content>"
)
RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}\f0 Vi vil have \'e6bler\par {\b flere} \u8211? job.}"


def _document() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Vi vil have flere i job.")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Mål"
    document.save(buffer)
    return buffer.getvalue()


def _zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _excel() -> bytes:
    book = openpyxl.Workbook()
    for line in TABLE.splitlines():
        book.active.append(line.split(";"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ida Høj <ida@eksempel.dk>", "Svar på høring"
    mail["Date"] = "Wed, 15 Apr 2026 10:11:00 +0200"
    mail.set_content("Vi vil have æbler.\n-- \nIda\n")
    mail.add_attachment("Et notat.", filename="notat.txt")
    return mail.as_bytes()


@pytest.fixture
def samples(make_pdf: MakePdf, make_ole: MakeOle) -> dict[str, bytes]:
    """A small sound file of every format."""
    message = {
        "__properties_version1.0": bytes(32) + bytes.fromhex("1f0000100600000014000000") + bytes(4),
        "__substg1.0_1000001F": "Vi vil job".encode("utf-16-le"),
    }
    text = "Vi vil æøå.".encode()
    pdf, word, page = make_pdf("En", "To"), _document(), PAGE.encode()
    return {
        ".txt": text, ".md": text, ".docx": word, ".pdf": pdf, ".html": page, ".htm": page, ".odt": _zipped(
            **{"content.xml": ODT.encode()}
        ), ".rtf": RTF, ".doc": RTF, ".srt": CUES.encode(), ".vtt": b"WEBVTT\n\n" + CUES.replace(",", ".").encode(),
        ".csv": TABLE.encode(), ".xlsx": _excel(), ".eml": _mail(), ".msg": make_ole(message), ".zip": _zipped(
            **{"a.txt": text, "b.eml": _mail(), "c.pdf": pdf}
        ), **dict.fromkeys([".png", ".jpg", ".jpeg", ".tif", ".tiff"], b"\x89PNG\r\n\x1a\n" + bytes(50)),
    }  # fmt: skip


def _damaged(data: bytes, count: int) -> Iterator[bytes]:
    chance = random.Random(count)
    for _ in range(count):
        damaged = bytearray(data)
        for _ in range(chance.choice([1, 5, 40])):
            place = chance.randrange(max(1, len(damaged)))
            if chance.random() < 0.6:
                damaged[place : place + 1] = bytes([chance.randrange(256)])
            else:
                del damaged[place : place + chance.randrange(1, 40)]
        yield bytes(damaged)


def test_every_format_has_a_sample_and_is_read_undamaged(tmp_path: Path, samples: dict[str, bytes]) -> None:
    assert set(samples) == {*READERS, *CONTAINERS}
    for suffix, data in samples.items():
        (tmp_path / f"svar{suffix}").write_bytes(data)
    read = {Path(d.document).parts[0] for d in read_documents(find_files(tmp_path)).items}
    pictures = {".png", ".jpg", ".jpeg", ".tif", ".tiff"}
    assert read >= {f"svar{suffix}" for suffix in set(samples) - pictures}


@pytest.mark.parametrize("suffix", sorted({*READERS, *CONTAINERS}))
def test_a_damaged_file_is_read_or_refused_with_a_reason(
    tmp_path: Path, samples: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setenv("PATH", "")  # neither LibreOffice nor text recognition
    for number, damaged in enumerate(_damaged(samples[suffix], 20)):
        (tmp_path / f"{number:02}{suffix}").write_bytes(damaged)
    outcome = read_documents(find_files(tmp_path))
    ends = [d.document for d in outcome.items] + [p.item for p in outcome.problems]
    ends += [m.document for m in outcome.members if m.excluded]
    assert {Path(name).parts[0] for name in ends} == {f"{number:02}{suffix}" for number in range(20)}
    assert {problem.stage for problem in outcome.problems} <= {"læsning"}
    assert all(problem.reason.endswith((".", ".)", ").")) for problem in outcome.problems)
