"""What each party criticises and proposes, with the quotations that say so; for notebooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hoering.records import Quotation, Theme
from hoering.report import danish
from hoering.report.labels import Labels
from hoering.report.quotes import Party, Quote, party_of, quote_of

QUOTES_PER_PARTY = {"kritik": 6, "forslag": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one party criticises and proposes: themes with the number of sentences, and quotations."""

    name: str
    type: str
    label: str
    via: str
    criticised: tuple[tuple[str, int], ...]
    proposed: tuple[tuple[str, int], ...]
    quotes: tuple[Quote, ...]

    @property
    def heading(self) -> str:
        """Who: name, type, and who passed it on."""
        who = self.name if self.name == self.label else f"{self.name} ({self.label})"
        return f"{who}, gengivet af {self.via}" if self.via else who

    @property
    def text(self) -> str:
        """What is criticised and what is proposed; to be read after the heading."""
        pairs = (
            ("kritiserer eller savner noget om", self.criticised),
            ("foreslår eller ønsker noget om", self.proposed),
        )
        clauses = [f"{verb}: {_weighted(themes)}." for verb, themes in pairs if themes]
        return " ".join([*clauses[:1], *(clause[:1].upper() + clause[1:] for clause in clauses[1:])])


def who_wants_what(themes: Sequence[Theme], *, labels: Labels, kinds: Mapping[str, str]) -> tuple[Wish, ...]:
    """For every party with critical or proposing sentences: about what, and one to three quotations.

    Ordered by type as in the labels, then by name.
    """
    said: dict[Party, list[tuple[Theme, Quotation]]] = {}
    for theme in themes:
        for quotation in theme.quotations:
            if quotation.stance in ("kritik", "forslag"):
                said.setdefault(party_of(quotation, labels), []).append((theme, quotation))
    wishes = [_wish(party, pairs, labels, kinds) for party, pairs in said.items()]
    return tuple(sorted(wishes, key=lambda w: (labels.actor_order(w.type), w.name.casefold(), w.via)))


def _wish(party: Party, pairs: Sequence[tuple[Theme, Quotation]], labels: Labels, kinds: Mapping[str, str]) -> Wish:
    return Wish(
        name=party.name,
        type=party.type,
        label=labels.actor(party.type),
        via=party.via,
        criticised=_by_theme(pairs, "kritik"),
        proposed=_by_theme(pairs, "forslag"),
        quotes=tuple(quote_of(q, labels, kinds) for q in _spread(pairs)),
    )


def _by_theme(pairs: Iterable[tuple[Theme, Quotation]], stance: str) -> tuple[tuple[str, int], ...]:
    """Theme labels with the number of sentences of a stance, most first."""
    counts = Counter(theme.label for theme, quotation in pairs if quotation.stance == stance)
    return tuple(counts.most_common())


def _spread(pairs: Sequence[tuple[Theme, Quotation]]) -> list[Quotation]:
    """Different sentences, what is criticised before what is proposed, of each as many as `QUOTES_PER_PARTY` says."""
    return [q for stance, most in QUOTES_PER_PARTY.items() for q in _covering(pairs, stance)[:most]]


def _covering(pairs: Sequence[tuple[Theme, Quotation]], stance: str) -> list[Quotation]:
    """The sentences of a stance: first those that add a theme to the ones before, the plainest of them first."""
    touched: dict[str, set[str]] = {}
    left: dict[str, Quotation] = {}
    for theme, quotation in pairs:
        if quotation.stance == stance:
            touched.setdefault(quotation.text, set()).add(theme.code)
            left.setdefault(quotation.text, quotation)
    chosen: list[Quotation] = []
    shown: set[str] = set()
    while left:
        best = max(left.values(), key=lambda q: (bool(touched[q.text] - shown), q.strength, len(touched[q.text])))
        shown |= touched[best.text]
        chosen.append(left.pop(best.text))
    return chosen


def _weighted(themes: Iterable[tuple[str, int]]) -> str:
    return ", ".join(label if count == 1 else f"{label} ({danish.number(count)})" for label, count in themes)
