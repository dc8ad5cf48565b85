"""Old Word files (.doc): turned into .docx by LibreOffice where that is installed, with macros switched off."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hoering.errors import ReadError
from hoering.read.programs import find_program, run_program
from hoering.read.rich_text import read_rich_text
from hoering.read.web import read_web
from hoering.read.word import read_word
from hoering.sensitive import RawText

_OLE_START = b"\xd0\xcf\x11\xe0"
_SECONDS = 90
_TASK = "Omsætningen af Word-filen med LibreOffice"

# No macros, no links to other files or places; see "Security/Scripting" in LibreOffice's registry schema.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def read_old_word(data: bytes) -> RawText:
    """Read a .doc file; one that is really rich text, a web page or .docx under that name needs no LibreOffice.

    Raises:
        ReadError: no Word file, LibreOffice is missing, or it could not read the file in time.
    """
    if data.lstrip()[:5] == b"{\\rtf":
        return read_rich_text(data)
    if data[:2] == b"PK":
        return read_word(data)
    if data.lstrip()[:5].lower() in {b"<html", b"<!doc"}:
        return read_web(data)
    if not data.startswith(_OLE_START):
        raise ReadError("Word-filen er beskadiget og kan ikke åbnes.")
    program = find_program("soffice") or find_program("libreoffice")
    if program is None:
        raise ReadError("Gamle Word-filer (.doc) kræver LibreOffice. Gem filen som .docx, eller installér LibreOffice.")
    with tempfile.TemporaryDirectory(prefix="hoering-") as name:
        return read_word(_converted(data, program, Path(name)))


def _converted(data: bytes, program: str, folder: Path) -> bytes:
    (folder / "profil" / "user").mkdir(parents=True)
    (folder / "profil" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    (folder / "fil.doc").write_bytes(data)
    command = [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--convert-to", "docx", "--outdir", str(folder), str(folder / "fil.doc"),
    ]  # fmt: skip
    run_program(command, folder, seconds=_SECONDS, what=_TASK)
    result = folder / "fil.docx"
    if not result.is_file():
        raise ReadError("Word-filen kunne ikke omsættes med LibreOffice. Gem filen som .docx.")
    return result.read_bytes()
