"""One small sound file of every format, all of it invented; what `tests.fuzz.mutations` then damages."""

from __future__ import annotations

import io
import struct
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from tests.read.conftest import Tree, ole_bytes

# Links in the files point here; the harness listens on it and counts who comes.
HOST = "http://127.0.0.1:{port}"

TEXT = """Høringssvar fra Tangdal Menighedsråd

Vi ønsker flere pladser i jobcentrets virksomhedsrettede indsats. Æblehaven kan tage imod to personer i praktik.
Det er for svært at få fat i en sagsbehandler, når man møder på arbejde klokken syv.

- Bedre bustider
- Én fast kontaktperson
"""
PAGE = (
    "<!DOCTYPE html><html lang='da'><head><meta charset='utf-8'><title>Svar</title></head><body><nav>"
    "<a href='#'>Menu</a></nav><main><h1>Høring om job</h1><p>Vi ønsker flere pladser.</p>"
    "<ul><li>Bus</li><li>Kurser</li></ul>"
    "<table><tr><td>År</td><td>Antal</td></tr></table></main><footer>Kontakt</footer></body></html>"
)
CUES = "\n\n".join(
    f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{who}: Vi har ventet længe på svar nummer {n}."
    for n, who in enumerate(["Interviewer", "Anna", "Anna", "Bo"], 1)
)
ROWS = [
    ["Alder", "Enig?", "Hvad ønsker du?"],
    ["42", "Ja", "Jeg savner en fast sagsbehandler, der ringer tilbage."],
    ["61", "Nej", "Bussen kører ikke, når jeg møder."],
    ["29", "Ja", "Flere kurser om aftenen, tak, også for ledige."],
]
TABLE = "\n".join(";".join(row) for row in ROWS)
ODT = (
    '<?xml version="1.0" encoding="UTF-8"?><o:document-content'
    ' xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:text><t:h>Svar</t:h><t:p>Vi ønsker'
    "<t:s t:c='2'/>flere pladser.</t:p><t:list><t:list-item><t:p>Bus</t:p></t:list-item></t:list><b:table><b:table-row>"
    "<b:table-cell><t:p>År</t:p></b:table-cell></b:table-row></b:table></o:text></o:body></o:document-content>"
)
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}{\info{\author Ida}}\f0\fs22 "
    r"Vi \'f8nsker flere {\b pladser}.\par \u8211? og bus.\par{\trowd M\'e5l\cell Job\cell\row}"
    r'{\field{\*\fldinst{HYPERLINK "http://eksempel.dk"}}{\fldrslt her}}}'
)


def seeds() -> dict[str, bytes]:
    """Sound files by ending."""
    picture = {kind: _picture(kind) for kind in ("PNG", "JPEG")}
    text = TEXT.encode()
    return {
        ".txt": text,
        ".md": b"# Svar\n\n" + text,
        ".rtf": RTF.encode(),
        ".docx": word(),
        ".odt": zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": ODT.encode()}),
        ".doc": ole_bytes({"WordDocument": text * 12, "1Table": b"tabel" * 900}),
        ".pdf": pdf(),
        ".png": picture["PNG"],
        ".jpg": picture["JPEG"],
        ".html": PAGE.encode(),
        ".eml": mail(),
        ".msg": outlook(),
        ".vtt": b"WEBVTT\n\n" + CUES.replace(",", ".").encode(),
        ".srt": CUES.encode(),
        ".csv": TABLE.encode(),
        ".xlsx": excel(),
        ".zip": zipped({"svar/brev.txt": text, "svar/mail.eml": mail(), "bilag.pdf": pdf()}),
    }


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file, the same for the same members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a sound zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Høringssvar", 1)
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Mål"
    document.sections[0].header.paragraphs[0].text = "Tangdal Menighedsråd"
    buffer = io.BytesIO()
    document.save(buffer)
    return zipped(unzipped(buffer.getvalue()))  # without the time of day


def excel() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return zipped({name: data for name, data in unzipped(buffer.getvalue()).items() if name != "docProps/core.xml"})


def pdf() -> bytes:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, invariant=1)
    for page in range(2):
        for number, line in enumerate(TEXT.splitlines()):
            sheet.drawString(60, 760 - 20 * number, line[:90])
        if page:
            sheet.drawImage(ImageReader(io.BytesIO(_picture("PNG"))), 60, 60, 50, 50)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Ida Høj <ida@eksempel.dk>", "hoering@eksempel.dk"
    message["Subject"], message["Date"] = "Svar på høring om job", "Wed, 15 Apr 2026 10:11:00 +0200"
    message.set_content(
        TEXT + "\n-- \nIda\n\nDen 3. maj 2026 kl. 10:11 skrev Per <per@eksempel.dk>:\n> Hvad mener I?\n"
    )
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="notat æ.txt")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "per@eksempel.dk", "Indre"
    inner.set_content("Vi har svaret.\n")
    message.add_attachment(inner)
    message.set_boundary("=_a")
    return message.as_bytes()


def outlook() -> bytes:
    values = {0x0037: "Svar", 0x0C1A: "Ida Høj", 0x0C1F: "ida@eksempel.dk", 0x1000: TEXT}
    attachment = {"__substg1.0_3707001F": "notat.txt".encode("utf-16-le"), "__substg1.0_37010102": TEXT.encode()}
    rows = struct.pack("<HHIII", 0x1F, 0x3707, 6, 18, 0) + struct.pack("<HHIII", 0x102, 0x3701, 6, len(TEXT), 0)
    tree: Tree = {f"__substg1.0_{pid:04X}001F": text.encode("utf-16-le") for pid, text in values.items()}
    heads = b"".join(struct.pack("<HHIII", 0x1F, pid, 6, 2 * len(text), 0) for pid, text in values.items())
    tree["__properties_version1.0"] = bytes(32) + heads
    tree["__attach_version1.0_#00000000"] = {**attachment, "__properties_version1.0": bytes(8) + rows}
    return ole_bytes(tree)


def _picture(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 30, 30)).save(buffer, kind)
    return buffer.getvalue()
