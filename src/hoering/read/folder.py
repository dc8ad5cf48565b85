"""Walk a folder tree and read what it holds; every file ends as a document or a problem."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hoering.errors import NothingReadError, ReadError
from hoering.read.pdf import read_pdf
from hoering.read.plain import read_plain
from hoering.read.source_list import SOURCE_LIST
from hoering.read.web import read_web
from hoering.read.word import read_word
from hoering.records import Outcome, Problem
from hoering.sensitive import RawDocument, RawText

READERS: dict[str, Callable[[Path], RawText]] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".docx": read_word,
    ".pdf": read_pdf,
    ".html": read_web,
    ".htm": read_web,
}

# 5 MB of text is 800,000 words, an hour's work for the language model: a dump or a log that strayed in.
# Pictures make the other formats large, not words.
_MAX_BYTES = {".pdf": 200_000_000, ".docx": 200_000_000, ".html": 50_000_000, ".htm": 50_000_000}
_MAX_TEXT_BYTES = 5_000_000

_SYSTEM_FILES = {"thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file found: its path, its name relative to RAW, its hash; ``excluded`` says why it is not read."""

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
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.relative_to(raw).parts)
    if hidden or path.name.lower() in _SYSTEM_FILES:
        return "Systemfil, ikke et dokument."
    if not path.is_file():
        return "Ikke en almindelig fil."
    return ""


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


def read_documents(files: Iterable[Found], *, advance: Callable[[int], None] = lambda _: None) -> Outcome[RawDocument]:
    """Read every file that is not excluded; a file that cannot be read becomes a problem.

    ``advance`` is called with 1 for every file, read or not.
    """
    items: list[RawDocument] = []
    problems: list[Problem] = []
    for found in files:
        advance(1)
        if found.excluded:
            continue
        try:
            raw = _read(found.path)
        except ReadError as error:
            problems.append(Problem(stage="læsning", item=found.document, reason=str(error)))
            continue
        problems += [Problem(stage="læsning", item=found.document, reason=warning) for warning in raw.warnings]
        suffix = found.path.suffix.lower().lstrip(".")
        items.append(RawDocument(document=found.document, sha256=found.sha256, format=suffix, raw=raw))
    return Outcome(items=tuple(items), problems=tuple(problems))


def _read(path: Path) -> RawText:
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise ReadError(f"Formatet {suffix or 'uden endelse'} kan ikke læses endnu (kan læses: {known}).")
    try:
        size = path.stat().st_size
        limit = _MAX_BYTES.get(suffix, _MAX_TEXT_BYTES)
        if size == 0:
            raise ReadError("Filen er tom (0 byte).")
        if size > limit:
            raise ReadError(f"Filen er for stor ({size // 10**6} MB; grænsen er {limit // 10**6} MB).")
        raw = reader(path)
    except OSError as error:
        raise ReadError("Filen kan ikke åbnes (mangler der rettigheder?).") from error
    if not raw.text.strip():
        raise ReadError("Filen indeholder ingen tekst.")
    return raw
