"""What every rule hands over (identifiers and names), and who gets a place that two of them claim."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that identifies a person, at a place in the text it was looked for in.

    ``placeholder`` is what may stand instead; ``reason`` says in Danish what it is.
    """

    start: int
    end: int
    placeholder: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mask:
    """What may stand instead of one kind of identifier, and in Danish what that kind is."""

    placeholder: str
    reason: str

    def at(self, start: int, end: int) -> Finding:
        """A finding of this kind."""
        return Finding(start=start, end=end, placeholder=self.placeholder, reason=self.reason)


def _always(_: re.Match[str]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for an identifier: what it is, which group of the match is masked, and a last test on the match."""

    mask: Mask
    regex: re.Pattern[str]
    group: int = 0
    accepts: Callable[[re.Match[str]], bool] = _always

    def find(self, text: str) -> Iterator[Finding]:
        """All places in a text where the pattern holds and the test agrees; their edges are no white space."""
        for match in self.regex.finditer(text):
            if self.accepts(match):
                start, end = match.span(self.group)
                end -= len(match[self.group]) - len(match[self.group].rstrip(" ,;\t\r\n"))
                yield self.mask.at(start, end)


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A person's name at a place in a text (genitive -s left outside) and how it was found.

    ``name`` is the name as it is usually written, so that ``BIRTHE HANSEN`` and ``birthe.hansen`` are
    the same person as "Birthe Hansen".
    """

    start: int
    end: int
    name: str
    why: str


@dataclass(slots=True)
class Claims:
    """Places in a text that are spoken for: the first to claim one keeps it."""

    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def claim(self, start: int, end: int) -> bool:
        """Take ``start`` to ``end``; False, and nothing taken, where a part of it is spoken for."""
        place = bisect_right(self._starts, start)
        if place and self._ends[place - 1] > start:
            return False
        if place < len(self._starts) and self._starts[place] < end:
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True

    def take(self, spans: Iterable[tuple[int, int]]) -> None:
        """Claim many places; those already spoken for stay with their owner."""
        for start, end in spans:
            self.claim(start, end)

    def grant(self, findings: Iterable[NameFinding]) -> Iterator[NameFinding]:
        """The findings that get their place, in the order given."""
        return (finding for finding in findings if self.claim(finding.start, finding.end))
