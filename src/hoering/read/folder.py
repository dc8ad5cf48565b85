"""Read what was found, also the members of zip files and mails; every file ends as a document or a problem."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from hoering.errors import ReadError
from hoering.read.find import SYSTEM_FILE, Found, is_system_file
from hoering.read.formats import CONTAINERS, MAX_BYTES, READERS, REFUSED, known
from hoering.read.parts import MAX_DEPTH, Budget, Part, Unpacked, named
from hoering.records import Outcome, Problem
from hoering.sensitive import RawDocument, RawText

# 5 MB of text is 800,000 words, an hour's work for the language model: a dump or a log that strayed in.
_MAX_TEXT_BYTES = 5_000_000

UNPACKED = "Pakket ud: indholdet står som egne dokumenter."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Outcome[RawDocument]):
    """Documents and problems; ``members`` are what was found inside files, and files that only hold others."""

    members: tuple[Found, ...] = ()


def read_documents(files: Iterable[Found], *, advance: Callable[[int], None] = lambda _: None) -> Reading:
    """Read every file that is not excluded; a file that cannot be read becomes a problem.

    A member of a container is a document of its own, named ``svar.zip/brev.docx``. ``advance`` is called
    with 1 for every file, read or not.
    """
    reader = _Reader()
    for found in files:
        advance(1)
        if not found.excluded:
            reader.read(found, _loader(found.path), depth=0, budget=Budget())
    return Reading(items=tuple(reader.items), problems=tuple(reader.problems), members=tuple(reader.members))


def _loader(path: Path) -> Callable[[int], bytes]:
    def load(limit: int) -> bytes:
        try:
            _check_size(path.stat().st_size, limit)
            return path.read_bytes()
        except OSError as error:
            raise ReadError("Filen kan ikke åbnes (mangler der rettigheder?).") from error

    return load


def _part_loader(part: Part) -> Callable[[int], bytes]:
    def load(limit: int) -> bytes:
        if part.size > limit:
            _check_size(part.size, limit)
        data = part.load()
        _check_size(len(data), limit)
        return data

    return load


def _check_size(size: int, limit: int) -> None:
    if size == 0:
        raise ReadError("Filen er tom (0 byte).")
    if size > limit:
        raise ReadError(f"Filen er for stor ({size // 10**6} MB; grænsen er {limit // 10**6} MB).")


@dataclass(slots=True)
class _Reader:
    """Gathers what comes out of files and of the files in them."""

    items: list[RawDocument] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    members: list[Found] = field(default_factory=list)

    def read(self, found: Found, load: Callable[[int], bytes], *, depth: int, budget: Budget) -> None:
        """Read one file or member; ``load`` takes a limit in bytes. Members come after what holds them."""
        try:
            data, content = _content(found.document, load, depth, budget)
        except ReadError as error:
            self._problem(found, str(error))
            if depth:
                self.members.append(found)
            return
        if depth:
            found = replace(found, sha256=hashlib.sha256(data).hexdigest())
            self.members.append(found)
        parts = content.parts if isinstance(content, Unpacked) else ()
        raw = content.raw if isinstance(content, Unpacked) else content
        if raw is not None:
            self._document(found, raw)
        else:
            self.members = [*(m for m in self.members if m is not found), replace(found, excluded=UNPACKED)]
        for name, part in named(found.document, parts):
            self._member(found, name, part, depth=depth + 1, budget=budget)

    def _member(self, container: Found, name: str, part: Part, *, depth: int, budget: Budget) -> None:
        inside = PurePosixPath(name).relative_to(container.document)
        excluded = part.excluded or (SYSTEM_FILE if is_system_file(inside) else "")
        found = Found(path=container.path, document=name, sha256="", excluded=excluded)
        if excluded:
            self.members.append(found)
        else:
            self.read(found, _part_loader(part), depth=depth, budget=budget)

    def _document(self, found: Found, raw: RawText) -> None:
        if len(raw.text) > _MAX_TEXT_BYTES:
            limit = f"{len(raw.text) // 1000} tusind tegn; grænsen er {_MAX_TEXT_BYTES // 1000} tusind"
            self._problem(found, f"Teksten i filen er for lang ({limit}).")
            return
        for warning in raw.warnings:
            self._problem(found, warning)
        suffix = PurePosixPath(found.document).suffix.lower().lstrip(".")
        self.items.append(RawDocument(document=found.document, sha256=found.sha256, format=suffix, raw=raw))

    def _problem(self, found: Found, reason: str) -> None:
        self.problems.append(Problem(stage="læsning", item=found.document, reason=reason))


def _content(
    document: str, load: Callable[[int], bytes], depth: int, budget: Budget
) -> tuple[bytes, RawText | Unpacked]:
    """Bytes of a file and what they hold.

    Raises:
        ReadError: it cannot be read, or holds nothing at all.
    """
    suffix = PurePosixPath(document).suffix.lower()
    if suffix in REFUSED:
        raise ReadError(REFUSED[suffix])
    if suffix not in READERS and suffix not in CONTAINERS:
        raise ReadError(f"Formatet {suffix or 'uden endelse'} kan ikke læses endnu (kan læses: {known()}).")
    data = load(MAX_BYTES.get(suffix, _MAX_TEXT_BYTES))
    if suffix in READERS:
        raw = READERS[suffix](data)
        if not raw.text.strip():
            raise ReadError("Filen indeholder ingen tekst.")
        return data, raw
    if depth >= MAX_DEPTH:
        raise ReadError(f"Filer pakket i filer åbnes kun i {MAX_DEPTH} lag.")
    unpacked = CONTAINERS[suffix](data)
    budget.take(unpacked.parts)
    if unpacked.raw is None and not unpacked.parts:
        raise ReadError("Filen indeholder ingen tekst.")
    return data, unpacked
