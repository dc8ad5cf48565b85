"""Walk a folder tree: every file in it, with its name and hash, and whether it is a document at all."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from hoering.errors import NothingReadError
from hoering.read.source_list import SOURCE_LIST

SYSTEM_FILE = "Systemfil, ikke et dokument."
_SYSTEM_FILES = {"thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file found: its path, its name relative to RAW, its hash; ``excluded`` says why it is not read.

    A member of a zip file or a mail has the path of that file, and a name below it (``svar.zip/brev.docx``).
    """

    path: Path
    document: str
    sha256: str
    excluded: str = ""


def find_files(raw: Path, leave_out: frozenset[Path] = frozenset()) -> list[Found]:
    """All files below a folder in order of name; links are listed but never followed.

    Args:
        raw: the folder.
        leave_out: absolute paths that are no input, such as the results of an earlier run.

    Raises:
        NothingReadError: the folder is missing or no folder.
    """
    if not raw.exists():
        raise NothingReadError(f"Mappen {raw} findes ikke.")
    if not raw.is_dir():
        raise NothingReadError(f"{raw} er ikke en mappe. Angiv mappen med de rå dokumenter.")
    found = [file for file in _walk(raw) if file.path.parent.resolve() / file.path.name not in leave_out]
    return sorted(found, key=lambda file: file.document)


def _walk(raw: Path) -> Iterator[Found]:
    closed: list[OSError] = []
    for folder, folders, files in os.walk(raw, followlinks=False, onerror=closed.append):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in [*files, *links]:
            path = here / name
            document = _document_name(path, raw)
            if document == SOURCE_LIST:
                continue
            reason = _why_excluded(path, raw)
            yield Found(path=path, document=document, sha256="" if reason else file_hash(path), excluded=reason)
    for error in closed:
        path = Path(error.filename or raw)
        reason = "Mappen kan ikke åbnes (mangler der rettigheder?)."
        yield Found(path=path, document=_document_name(path, raw), sha256="", excluded=reason)


def _document_name(path: Path, raw: Path) -> str:
    name = path.relative_to(raw).as_posix()
    try:
        name.encode()
    except UnicodeEncodeError:  # packed on a Windows machine, unpacked on another
        name = os.fsencode(name).decode("cp1252", errors="replace")
    return unicodedata.normalize("NFC", name)


def _why_excluded(path: Path, raw: Path) -> str:
    if path.is_symlink():
        return "Genvej (symbolsk lænke) følges ikke."
    if is_system_file(path.relative_to(raw)):
        return SYSTEM_FILE
    if not path.is_file():
        return "Ikke en almindelig fil."
    return ""


def is_system_file(path: PurePath) -> bool:
    """Whether a relative path is something that Windows, macOS or Word leaves behind."""
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return hidden or path.name.lower() in _SYSTEM_FILES


def file_hash(path: Path) -> str:
    """SHA-256 of a file as hexadecimal; empty where it cannot be opened."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError:
        return ""  # reading it will fail the same way and become a problem
    return digest.hexdigest()
