"""Rich text (.rtf), by striprtf; deleted text of tracked changes is left out."""

from __future__ import annotations

import re

from striprtf.striprtf import font_table_group, rtf_to_text

from hoering.errors import ReadError
from hoering.sensitive import RawText

_BROKEN = "RTF-filen er beskadiget og kan ikke åbnes."
_START = b"{\\rtf"

# Pictures are written as hexadecimal, the larger part of most files.
_PICTURE = re.compile(r"(?:[0-9a-fA-F]{2}\s?){500,}")
# A deleted run stands in a group of its own; "\*" makes a reader pass over the rest of a group it does not know.
_DELETED = re.compile(r"\\deleted(?![a-z0-9])")
# Cells on lines of their own, as in the other formats; striprtf has a "|".
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z]) ?")
_MAX_CHARACTERS = 10_000_000

# striprtf looks for fonts by a pattern that takes forever on a long table without line ends and semicolons.
_FONT = re.compile(r"(?<!\\)\\f(?=\d)")
_MAX_FONTS = 200_000
_MAX_FONT = 2_000


def read_rich_text(data: bytes) -> RawText:
    """Read a .rtf file.

    Raises:
        ReadError: no rich text, broken, or too long.
    """
    if not data.lstrip().startswith(_START):
        raise ReadError("Filen hedder .rtf, men er ikke RTF.")
    text = _PICTURE.sub("", data.decode("cp1252", errors="replace"))
    if len(text) > _MAX_CHARACTERS:
        raise ReadError(f"Filen er for stor (over {_MAX_CHARACTERS // 10**6} mio. tegn uden billeder).")
    # The blank keeps striprtf from putting the address of a link into the text by a slow pattern.
    text = _CELL.sub(r"\\line ", _DELETED.sub(r"\\*", text)).replace("\\fldinst", "\\fldinst ")
    text = _FONT.sub(r"\n\\f", text)
    fonts = font_table_group(text)  # type: ignore[no-untyped-call]
    if len(fonts) > _MAX_FONTS or max(map(len, fonts.split(";"))) > _MAX_FONT:
        raise ReadError(_BROKEN)
    try:
        plain = rtf_to_text(text, errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # striprtf lets int() and decoding errors come out as they are
        raise ReadError(_BROKEN) from error
    return RawText(text=plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
