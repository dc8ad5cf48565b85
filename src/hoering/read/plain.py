"""Plain text and Markdown: bytes to text in the encodings Danish offices use."""

from __future__ import annotations

import codecs

from hoering.errors import ReadError
from hoering.sensitive import RawText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that text files hold for good reason: tab, line feed, form feed, return.
_PLAIN_CONTROLS = "\t\n\x0b\x0c\r"

_LOST = "\ufffd"


def decode(data: bytes) -> str:
    """Decode as UTF-8 (with or without BOM), UTF-16 with BOM, or else Windows-1252.

    Raises:
        ReadError: none of them fits, or the result is not text.
    """
    encodings = [encoding for bom, encoding in _BOMS if data.startswith(bom)] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
        break
    raise ReadError("Filen er ikke læsbar tekst i UTF-8 eller Windows-1252 (forkert tegnkodning?).")


def _is_text(text: str) -> bool:
    sample = text[:100_000]
    controls = sum(1 for c in sample if c < " " and c not in _PLAIN_CONTROLS)
    return "\0" not in sample and controls <= len(sample) // 500


def read_plain(data: bytes) -> RawText:
    """Read a .txt or .md file; a few stray bytes in UTF-8 become a warning instead of a wall of odd letters."""
    if (text := _nearly_utf8(data)) is not None:
        lost = text.count(_LOST)
        return RawText(
            text=text, warnings=(f"{lost} tegn kunne ikke læses (blandet tegnkodning) og vises som {_LOST}.",)
        )
    return RawText(text=decode(data))


def _nearly_utf8(data: bytes) -> str | None:
    """The text with lost characters marked, where most letters beyond ASCII are sound UTF-8."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count(_LOST)
    sound = sum(1 for c in text if c > "\x7f") - lost
    return text if 0 < lost <= sound and _is_text(text) else None
