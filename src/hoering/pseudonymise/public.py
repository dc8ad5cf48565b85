"""Which findings are politicians and people in public office, who stay named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hoering.pseudonymise.finding import NameFinding
from hoering.pseudonymise.words import WORD, is_ambiguous, is_first_name, is_surname

_NEXT = re.compile(rf" ({WORD})")
_BEFORE = re.compile(rf"({WORD}) \Z")


@dataclass(slots=True)
class PublicNames:
    """The public names of a consultation, seen from one text.

    A first name or surname alone is the public person's only in a text that also has the full name, and
    that has no private person of the same name. "Ib Lund Holm" is somebody else than "Ib Lund".
    """

    names: frozenset[str]
    text: str
    _here: list[frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        there = [name for name in sorted(self.names) if _whole(name).search(self.text)]
        self._here = [frozenset(name.casefold().split()) for name in there]

    def without(self, findings: Iterable[NameFinding]) -> list[NameFinding]:
        """The private ones among the findings."""
        full = [f for f in findings if not self._holds_public(f.name)]
        private = {part for f in full if not self._is_part(f.name) for part in f.name.casefold().split()}
        return [f for f in full if not self._is_part(f.name) or set(f.name.casefold().split()) & private]

    def spans(self, text: str) -> Sequence[tuple[int, int]]:
        """Where public names stand in full."""
        return [(start, end) for start, end, _ in self.places(text)]

    def places(self, text: str) -> Sequence[tuple[int, int, str]]:
        """Where public names stand in full, and which; the longest name first, so that order never is chance's."""
        return [
            (*match.span(), name)
            for name in sorted(self.names, key=lambda n: (-len(n), n))
            for match in _whole(name).finditer(text)
            if not _is_longer(text, match.start(), match.end())
        ]

    def _holds_public(self, name: str) -> bool:
        for public in self.names:
            match = _whole(public).search(name)
            if match and not _is_longer(name, match.start(), match.end()):
                return True
        return False

    def _is_part(self, name: str) -> bool:
        parts = frozenset(name.casefold().split())
        return any(parts <= here for here in self._here)


def outside(findings: Iterable[NameFinding], organisations: Iterable[str], text: str) -> list[NameFinding]:
    """The findings that do not lie within the name of an organisation or a place as it is written.

    A name that is longer ("Karen Lind" where "Lind" is a place) stays among them.
    """
    taken = [m.span() for name in organisations for m in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", text)]
    return [f for f in findings if not any(start <= f.start and f.end <= end for start, end in taken)]


def _is_longer(text: str, start: int, end: int) -> bool:
    """Whether a further surname follows or a first name stands before: the name of another person."""
    after = _NEXT.match(text, end)
    before = _BEFORE.search(text, max(0, start - 30), start)
    return bool((after and is_surname(after[1])) or (before and (is_first_name(before[1]) or is_ambiguous(before[1]))))


@lru_cache(maxsize=4096)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", re.IGNORECASE)
