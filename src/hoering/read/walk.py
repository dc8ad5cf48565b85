"""Read one file and, where it holds files, the files in it: a row of events, so that the work can be taken up again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from hoering.errors import ReadError
from hoering.read.columns import Columns
from hoering.read.find import SYSTEM_FILE, Found, is_system_file
from hoering.read.formats import CONTAINERS, MAX_BYTES, READERS, REFUSED, TABLES, known
from hoering.read.limits import GIVEN_UP, OUT_OF_MEMORY, reason_of
from hoering.read.mail_head import OF_MAIL
from hoering.read.parts import MAX_DEPTH, Budget, Part, Unpacked, named
from hoering.sensitive import RawDocument, RawText

# 5 MB of text is 800,000 words, an hour's work for the language model: a dump or a log that strayed in.
_MAX_TEXT_BYTES = 5_000_000

UNPACKED = "Pakket ud: indholdet står som egne dokumenter."

# From a limit in bytes to the content.
Load = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A file to read, and what is known of it from earlier tries.

    The file and all in it are numbered in the order they are met; the file itself has 0. Those below ``done`` are
    not told of again, those in ``failed`` not touched, and with ``give_up`` nothing new is read. ``columns`` are the
    user's choices for tables, by document name.
    """

    found: Found
    done: int = 0
    failed: frozenset[int] = frozenset()
    give_up: bool = False
    columns: Mapping[str, Columns] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A file or member is being read; ``size`` in bytes, as far as it is known before."""

    number: int
    found: Found
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What came of it: a document, reasons why not or why not wholly, or neither for what only holds files."""

    number: int
    found: Found
    problems: tuple[str, ...] = ()
    document: RawDocument | None = None


Event = Begun | Ended


def walk(job: Job) -> Iterator[Event]:
    """Read a file and what is in it. Members come after what holds them; nothing is raised but what ends a process."""
    return _Walk(job).visit(job.found, _loader(job.found.path), _size(job.found.path), depth=0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it will fail the same way


def _loader(path: Path) -> Load:
    def load(limit: int) -> bytes:
        try:
            _check_size(path.stat().st_size, limit)
            return path.read_bytes()
        except OSError as error:
            raise ReadError("Filen kan ikke åbnes (mangler der rettigheder?).") from error

    return load


def _part_loader(part: Part) -> Load:
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
class _Walk:
    job: Job
    number: int = 0
    budget: Budget = field(default_factory=Budget)

    def visit(
        self, found: Found, load: Load, size: int, *, depth: int, mail: Mapping[str, str] | None = None
    ) -> Iterator[Event]:
        number = self.number
        self.number += 1
        is_told = number < self.job.done
        if number in self.job.failed or (is_told and not _holds_files(found.document)):
            return
        if found.excluded:
            yield Ended(number=number, found=found)
            return
        if self.job.give_up and not is_told:
            yield Ended(number=number, found=found, problems=(GIVEN_UP,))
            return
        yield Begun(number=number, found=found, size=size)
        try:
            data, content = _content(found.document, load, depth, self.budget, self.job.columns)
            found = replace(found, sha256=hashlib.sha256(data).hexdigest()) if depth else found
            del data  # not to be held while its members are read; a container holds it itself
            ended = _ended(number, found, content, mail or {})
            members = list(named(found.document, content.parts)) if isinstance(content, Unpacked) else []
        except Exception as error:  # a reader that let something through: told as what it is, the rest goes on
            if not is_told:
                yield Ended(number=number, found=found, problems=(_why(error),))
            return
        if not is_told:
            yield ended
        mail = _of_mail(found, content) or mail
        for name, part in members:
            yield from self._member(found, name, part, depth=depth + 1, mail=mail)

    def _member(
        self, container: Found, name: str, part: Part, *, depth: int, mail: Mapping[str, str] | None
    ) -> Iterator[Event]:
        inside = PurePosixPath(name).relative_to(container.document)
        excluded = part.excluded or (SYSTEM_FILE if is_system_file(inside) else "")
        found = Found(path=container.path, document=name, sha256="", excluded=excluded)
        return self.visit(found, _part_loader(part), part.size, depth=depth, mail=mail)


def _holds_files(document: str) -> bool:
    return PurePosixPath(document).suffix.lower() in CONTAINERS


def _why(error: Exception) -> str:
    """A reader's own words, unless it took a lack of memory for damage."""
    reason = reason_of(error)
    return reason if reason == OUT_OF_MEMORY or not isinstance(error, ReadError) else str(error)


def _of_mail(found: Found, content: RawText | Unpacked) -> dict[str, str]:
    """What the attachments of a mail are told of it; nothing where the file is no mail."""
    head = content.metadata if isinstance(content, Unpacked) else {}
    return {f"{OF_MAIL}{key}": value for key, value in {**head, "document": found.document}.items()} if head else {}


def _ended(number: int, found: Found, content: RawText | Unpacked, mail: Mapping[str, str]) -> Ended:
    raw = content.raw if isinstance(content, Unpacked) else content
    if raw is None:
        return Ended(number=number, found=replace(found, excluded=UNPACKED))
    if len(raw.text) > _MAX_TEXT_BYTES:
        limit = f"{len(raw.text) // 1000} tusind tegn; grænsen er {_MAX_TEXT_BYTES // 1000} tusind"
        return Ended(number=number, found=found, problems=(f"Teksten i filen er for lang ({limit}).",))
    suffix = PurePosixPath(found.document).suffix.lower().lstrip(".")
    raw = replace(raw, metadata={**mail, **raw.metadata})
    document = RawDocument(document=found.document, sha256=found.sha256, format=suffix, raw=raw)
    return Ended(number=number, found=found, problems=raw.warnings, document=document)


def _content(
    document: str, load: Load, depth: int, budget: Budget, columns: Mapping[str, Columns]
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
        chosen = columns.get(document)
        raw = TABLES[suffix](data, chosen) if chosen and suffix in TABLES else READERS[suffix](data)
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
