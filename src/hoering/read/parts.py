"""Files that hold files: what a container gives, how its members are named, and how much one may unpack to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from hoering.errors import ReadError
from hoering.sensitive import RawText

# Containers in containers: a zip in a mail in a zip is met with, more is a trick.
MAX_DEPTH = 3

_MAX_FILES = 2_000
_MAX_UNPACKED = 1_000_000_000
_MAX_NAME = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A member of a container: its path inside it, its size in bytes, and how to get at its bytes.

    ``load`` keeps everything in memory and may raise `ReadError`; ``excluded`` says why it is no document.
    """

    name: str
    size: int
    load: Callable[[], bytes]
    excluded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A container's own text (a mail has one, a zip file has none), its members, and what they inherit of its head."""

    parts: tuple[Part, ...]
    raw: RawText | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Budget:
    """How much may still be unpacked from one file, all levels together."""

    files: int = field(default_factory=lambda: _MAX_FILES)
    size: int = field(default_factory=lambda: _MAX_UNPACKED)

    def take(self, parts: Iterable[Part]) -> None:
        """Count members in before any of them is unpacked.

        Raises:
            ReadError: there are too many, or they are too large together.
        """
        wanted = list(parts)
        if len(wanted) > self.files:
            raise ReadError(f"Filen indeholder for mange filer ({len(wanted)}; der er plads til {self.files}).")
        size = sum(part.size for part in wanted)
        if size > self.size:
            raise ReadError(
                f"Filen fylder for meget, når den pakkes ud ({size // 10**6} MB; grænsen er {self.size // 10**6} MB)."
            )
        self.files -= len(wanted)
        self.size -= size


def refused(reason: str) -> Callable[[], bytes]:
    """A ``load`` for a member that cannot be read."""

    def load() -> bytes:
        raise ReadError(reason)

    return load


def named(container: str, parts: Iterable[Part]) -> Iterator[tuple[str, Part]]:
    """Members with their document names (``svar.zip/brev.docx``), no two alike."""
    given: set[str] = set()
    for part in parts:
        name = PurePosixPath(container, *_components(part.name))
        stem, number = name.stem, 1
        while str(name) in given:
            number += 1
            name = name.with_stem(f"{stem} ({number})")
        given.add(str(name))
        yield str(name), part


def _components(name: str) -> list[str]:
    """The parts of a path that can stand in a name: nothing that climbs, no control characters."""
    readable = "".join(c for c in unicodedata.normalize("NFC", name) if c.isprintable())
    parts = [part.strip()[-_MAX_NAME:] for part in re.split(r"[\\/]", readable)]
    return [part for part in parts if part.strip(".")] or ["uden navn"]
