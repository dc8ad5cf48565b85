"""Who stands behind a position: senders by type, different texts, and those who join another's answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hoering.duplicates import Passage, count_voices, is_own
from hoering.positions.records import Claim
from hoering.records import Source

_OWN_VOICE = ("", "ukendt")


@dataclass(frozen=True, slots=True)
class Joining:
    """A source that joins another's answer, and where it says so (raw offsets, readable words).

    ``themes`` are those it joins the answer in, None for all of it.
    """

    source: Source
    joins: str
    page: int
    start: int
    end: int
    quote: str
    themes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Senders by type (their sum is n), the numbers of their sources, and the different texts."""

    sender_types: Mapping[str, int]
    numbers: tuple[int, ...]
    texts: int

    @property
    def senders(self) -> int:
        """How many senders there are."""
        return sum(self.sender_types.values())


@dataclass(frozen=True, slots=True)
class Tally:
    """What is needed to count.

    Attributes:
        sources: by id.
        own: the passages that each near copy has and no other of its group, in the raw text, by source.
        joinings: by the source that is joined.
        private: the type whose senders are persons without a name.
    """

    sources: Mapping[str, Source]
    own: Mapping[str, Sequence[Passage]]
    joinings: Mapping[str, Sequence[Joining]]
    private: str

    def joining(self, claims: Sequence[Claim]) -> list[Joining]:
        """Who joins an answer with one of the claims and claims nothing of the kind, once each."""
        there = {claim.source for claim in claims}
        found: dict[str, Joining] = {}
        for source in sorted(there, key=lambda s: self.sources[s].number if s in self.sources else 0):
            for joining in self.joinings.get(source, ()):
                limited = joining.themes is not None and claims[0].theme not in joining.themes
                if joining.source.source not in there and not limited:
                    found.setdefault(joining.source.source, joining)
        return sorted(found.values(), key=lambda joining: joining.source.number)

    def counts(self, claims: Sequence[Claim], joining: Iterable[Joining]) -> Counts:
        """Count senders and texts: a sender once, whatever he sends; a paper that renders others as those."""
        behind = {own[0].source: (own[0].number, *self._party(own)) for own in _by_source(claims)}
        for item in joining:
            source = item.source
            behind[source.source] = (source.number, self._name(source.source), source.sender_type or "ukendt")
        types: dict[str, str] = {}
        for _, name, kind in sorted(behind.values()):
            types.setdefault(name, kind)
        groups = {s: self.sources[s].group for s in behind if s in self.sources and self.sources[s].group}
        in_own = {c.source for c in claims if c.source in groups and is_own(c.start, c.end, self.own.get(c.source, ()))}
        texts = count_voices(behind, sender_of={}, group_of=groups, in_own_words=in_own).texts
        ordered = sorted(Counter(types.values()).items(), key=lambda item: (-item[1], item[0]))
        return Counts(dict(ordered), tuple(sorted(number for number, _, _ in behind.values())), texts)

    def _party(self, claims: Sequence[Claim]) -> tuple[str, str]:
        """Name and type of who claims in one source: the sender, or whom he renders where he claims nothing."""
        voices = Counter(claim.voice for claim in claims)
        first = claims[0]
        if any(voice in (*_OWN_VOICE, first.sender_type) for voice in voices):
            return self._name(first.source), first.sender_type or "ukendt"
        return first.source, voices.most_common(1)[0][0]

    def _name(self, source: str) -> str:
        """The sender; the source itself for a person or an unknown."""
        known = self.sources.get(source)
        if known is None or known.sender_type == self.private:
            return source
        return known.sender or source


def _by_source(claims: Sequence[Claim]) -> list[list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim)
    return list(found.values())
