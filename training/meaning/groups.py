"""Reads the groups of sentences that the meaning space is learned from (README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

GROUPS = Path(__file__).parent / "groups"
STANCES = frozenset({"kritik", "forslag", "stoette"})
# Who says it: citizens, companies, organisations, papers; then a draft's promise, half a promise, and a trap.
SAID, PROMISE, HALF, TRAP = frozenset("bvop"), "+", "~", "-"
_LINE = re.compile(r"([bvop+~-]) \| (.+)")


@dataclass(frozen=True, slots=True)
class Group:
    """One matter in many words; ``author`` is the file, which is left out as a whole when measuring."""

    author: str
    theme: str
    stance: str
    name: str
    lines: tuple[tuple[str, str], ...]

    @property
    def matter(self) -> str:
        """The matter without the number of a second or third group about it ("samme_kontakt 2")."""
        return re.sub(r" \d+$", "", self.name)

    def texts(self, kinds: str) -> list[str]:
        """The sentences of some kinds, in their order."""
        return [text for kind, text in self.lines if kind in kinds]


def all_groups(folder: Path = GROUPS) -> list[Group]:
    """The groups of all files.

    Raises:
        ValueError: a line has not the form of README.md.
    """
    return [group for path in sorted(folder.glob("*.txt")) for group in _groups(path)]


def _groups(path: Path) -> Iterator[Group]:
    head, lines = "", []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            if head:
                yield _group(path.stem, head, lines)
            head, lines = line, []
        elif line.strip():
            read = _LINE.fullmatch(line)
            if read is None or not head:
                raise ValueError(f"{path.name}:{number}: {line}")
            lines.append((read[1], read[2]))
    if head:
        yield _group(path.stem, head, lines)


def _group(author: str, head: str, lines: Sequence[tuple[str, str]]) -> Group:
    theme, stance, name = (part.strip() for part in head[1:].split("|"))
    if stance not in STANCES:
        raise ValueError(f"{author}: {head}")
    return Group(author, theme, stance, name, tuple(lines))
