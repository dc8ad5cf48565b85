"""Office files are zip archives: what Word, OpenDocument and Excel files are checked for before a library sees them."""

from __future__ import annotations

import io
import zipfile

from hoering.errors import ReadError

# A real letter unpacks to a few megabytes; more is a packing trick or a picture book.
_MAX_UNPACKED = 200_000_000

# A password-protected office file is an OLE file, not a zip archive.
_OLE_START = b"\xd0\xcf\x11\xe0"


def open_office(data: bytes, what: str) -> zipfile.ZipFile:
    """The archive of an office file; ``what`` is its name in a message ("Word-filen").

    Raises:
        ReadError: broken, password-protected or far too large once unpacked.
    """
    if data.startswith(_OLE_START):
        raise ReadError(f"{what} er beskyttet med adgangskode.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # damaged archives end in more than BadZipFile: struct.error, UnicodeDecodeError
        raise broken(what) from error
    if sum(info.file_size for info in archive.infolist()) > _MAX_UNPACKED:
        raise ReadError(f"{what} fylder for meget, når den pakkes ud.")
    return archive


def broken(what: str) -> ReadError:
    """The error that says a file is damaged."""
    return ReadError(f"{what} er beskadiget og kan ikke åbnes.")
