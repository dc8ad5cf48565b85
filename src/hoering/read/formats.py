"""Which endings can be read, by what, and up to which size: the one place to add a format."""

from __future__ import annotations

from collections.abc import Callable

from hoering.read.archive import read_archive
from hoering.read.columns import Columns
from hoering.read.mail import read_mail
from hoering.read.ocr import read_picture
from hoering.read.old_word import read_old_word
from hoering.read.opendocument import read_opendocument
from hoering.read.outlook import read_outlook
from hoering.read.parts import Unpacked
from hoering.read.pdf import read_pdf
from hoering.read.plain import read_plain
from hoering.read.rich_text import read_rich_text
from hoering.read.sheets import read_csv, read_excel
from hoering.read.subtitles import read_srt, read_vtt
from hoering.read.web import read_web
from hoering.read.word import read_word
from hoering.sensitive import RawText

# From the bytes of a file to its text.
READERS: dict[str, Callable[[bytes], RawText]] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".docx": read_word,
    ".odt": read_opendocument,
    ".rtf": read_rich_text,
    ".doc": read_old_word,
    ".pdf": read_pdf,
    ".html": read_web,
    ".htm": read_web,
    ".srt": read_srt,
    ".vtt": read_vtt,
    ".csv": read_csv,
    ".xlsx": read_excel,
    ".png": read_picture,
    ".jpg": read_picture,
    ".jpeg": read_picture,
    ".tif": read_picture,
    ".tiff": read_picture,
}

# Of these, the ones whose columns a user can choose.
TABLES: dict[str, Callable[[bytes, Columns | None], RawText]] = {".csv": read_csv, ".xlsx": read_excel}

# From the bytes of a file to the files in it.
CONTAINERS: dict[str, Callable[[bytes], Unpacked]] = {
    ".eml": read_mail,
    ".msg": read_outlook,
    ".zip": read_archive,
}

# Known formats that are not read, and what to do instead.
REFUSED = {
    ".docm": "Word-filer med makroer (.docm) åbnes ikke. Gem filen som .docx.",
    ".xls": "Gamle Excel-filer (.xls) kan ikke læses. Gem filen som .xlsx.",
    ".xlsb": "Excel-filer i formatet .xlsb kan ikke læses. Gem filen som .xlsx.",
    ".xlsm": "Excel-filer med makroer (.xlsm) åbnes ikke. Gem filen som .xlsx.",
}

# In bytes. Pictures make these formats large, not words; the others hold text and nothing else.
MAX_BYTES = {
    **dict.fromkeys([".docx", ".odt", ".doc", ".pdf", ".rtf"], 200_000_000),
    **dict.fromkeys([".htm", ".html"], 50_000_000),
    **dict.fromkeys([".eml", ".msg", ".png", ".jpg", ".jpeg", ".tif", ".tiff"], 100_000_000),
    **dict.fromkeys([".csv", ".xlsx"], 50_000_000),
    ".zip": 500_000_000,
}


def known() -> str:
    """All endings that can be read, for a message."""
    return ", ".join(sorted([*READERS, *CONTAINERS]))
