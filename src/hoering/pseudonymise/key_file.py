"""The confidential files: who is behind a placeholder, and the audit sheet; readable by their owner only.

They lie outside ``processed/`` and ``reports/`` and are never read back: without them a run goes on unchanged.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from hoering.errors import OutputError
from hoering.pseudonymise.key import KeyedPerson

KEY_FILE = "noegle.csv"
AUDIT_FILE = "anonymisering.xlsx"

_FILE_MODE, _FOLDER_MODE = 0o600, 0o700
# What spreadsheets take for the start of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def key_bytes(people: Iterable[KeyedPerson]) -> bytes:
    """The key as CSV (UTF-8 with BOM, ``;``): pladsholder, navne, dokumenter; several of a cell are parted by `` | ``.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(("pladsholder", "navne", "dokumenter"))
    for person in people:
        cells = (person.placeholder, " | ".join(person.names), " | ".join(person.documents))
        rows.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def write_confidential(folder: Path, files: Mapping[str, bytes], *, set_aside: Iterable[str] = ()) -> None:
    """Write files that only their owner may read (0600, in a folder of 0700), each whole or not at all.

    The folder also gets a ``.gitignore``, so that nothing in it is committed by mistake. Windows has no such
    modes: there the files have the rights of the folder they are put in.

    Args:
        folder: made where it is missing.
        files: contents by name.
        set_aside: names of files people write in; one that differs from the new contents is kept beside it,
            with the first eight digits of its SHA-256 in its name.

    Raises:
        OutputError: the folder cannot be written to, or a file is held open by another program.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=_FOLDER_MODE)
        folder.chmod(_FOLDER_MODE)  # also where it was there before, and whatever the umask says
        for name, data in {**files, ".gitignore": b"*\n"}.items():
            handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".del")  # made as 0600, never wider
            waiting.append((temporary, folder / name))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
        for name in set_aside:
            _set_aside(folder / name, files.get(name))
        for temporary, path in waiting:
            Path(temporary).replace(path)
            path.chmod(_FILE_MODE)
    except OSError as error:
        raise OutputError(
            f"De fortrolige filer kan ikke skrives i mappen {folder.name}. Er den skrivebeskyttet, eller er en af "
            "filerne åben i et andet program?"
        ) from error
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)


def _set_aside(path: Path, new: bytes | None) -> None:
    """Keep a sheet somebody may have signed."""
    if new is None or not path.is_file():
        return
    old = path.read_bytes()
    if old != new:
        path.replace(path.with_name(f"{path.stem}.{hashlib.sha256(old).hexdigest()[:8]}{path.suffix}"))
