"""What stands out, said only with counts and labels, each claim with a quotation that leads back.

No sentence here is written about content: a finding names a theme and counts what was coded under it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hoering.records import Quotation, Theme
from hoering.report import danish
from hoering.report.labels import Labels
from hoering.report.quotes import Party, Quote, party_of, quote_of

AT_MOST = 8
QUOTES_PER_PARTY = {"kritik": 6, "forslag": 3}
# With more themes than this on a shared first place, "the most" says nothing.
TIED_AT_MOST = 3

_BY_SPREAD = ("kritik", "forslag", "stoette", "neutral")
_CLAIMS = {
    "kritik": "Mest kritik står der om",
    "forslag": "Flest ønsker og forslag står der om",
    "stoette": "Mest støtte og ros får",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One neutral sentence of counts and labels, and one quotation behind it if there is any."""

    sentence: str
    quote: Quote | None


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


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence, the themes it is about, and which stances its quotation should have, best first."""

    sentence: str
    themes: tuple[Theme, ...]
    stances: tuple[str, ...]


def top_findings(
    themes: Sequence[Theme], *, used: int, labels: Labels, kinds: Mapping[str, str]
) -> tuple[Finding, ...]:
    """At most eight findings, the widest first; ``used`` is the number of submissions in use.

    Fewer than five come out only where there is too little to compare.
    """
    seen: set[str] = set()
    findings = []
    for claim in list(_claims(themes, used, labels))[:AT_MOST]:
        quotation = _illustration(claim, seen)
        if quotation is not None:
            seen.add(quotation.text)
        quote = None if quotation is None else quote_of(quotation, labels, kinds)
        findings.append(Finding(sentence=claim.sentence, quote=quote))
    return tuple(findings)


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


def _claims(themes: Sequence[Theme], used: int, labels: Labels) -> Iterator[_Claim]:
    told = [theme for theme in themes if theme.sentences]
    yield from _widest(told, used)
    for stance in _CLAIMS:
        yield from _most(told, stance)
    yield from _divided(told)
    yield from _most_voices(told, labels)
    yield from _narrowest(told, used)


def _widest(themes: Sequence[Theme], used: int) -> Iterator[_Claim]:
    """The theme most submissions touch, and the one that comes next."""
    ranks = _ranked(themes)
    for rank, tied in enumerate(ranks[:2]):
        if len(tied) > TIED_AT_MOST:
            return
        spread = f"({danish.number(len(tied[0].sources))} af {danish.number(used)})"
        names = danish.listed([theme.label for theme in tied])
        if rank:
            start = f"Derefter kommer {names} {spread}"
        elif len(tied) == 1:
            start = f"{names} er det tema, flest henvendelser berører {spread}"
        else:
            start = f"{names} er de temaer, flest henvendelser berører {spread}"
        sides = "" if len(tied) > 1 else _sides(tied[0])
        yield _Claim(f"{start}{sides}.", tuple(tied), _BY_SPREAD)


def _most(themes: Sequence[Theme], stance: str) -> Iterator[_Claim]:
    """The theme with most sentences of a stance."""
    top = max((theme.stances.get(stance, 0) for theme in themes), default=0)
    tied = tuple(theme for theme in themes if theme.stances.get(stance, 0) == top)
    # With a single theme there is nothing to be most among.
    if not top or len(tied) > TIED_AT_MOST or len(themes) < 2:
        return
    names = danish.listed([theme.label for theme in tied])
    each = " hver" if len(tied) > 1 else ""
    yield _Claim(f"{_CLAIMS[stance]} {names} ({danish.sentences(top)}{each}).", tied, (stance,))


def _divided(themes: Sequence[Theme]) -> Iterator[_Claim]:
    """The theme where criticism and support are both strongest."""
    weights = {theme.code: min(theme.stances.get(s, 0) for s in ("kritik", "stoette")) for theme in themes}
    top = max(weights.values(), default=0)
    tied = [theme for theme in themes if weights[theme.code] == top]
    if not top or len(tied) > 1:
        return
    theme = tied[0]
    against, for_it = theme.stances["kritik"], theme.stances["stoette"]
    yield _Claim(
        f"Meningerne er mest delte om {theme.label}: {danish.sentences(against)} med kritik "
        f"og {danish.number(for_it)} med støtte.",
        (theme,),
        ("stoette", "kritik"),
    )


def _most_voices(themes: Sequence[Theme], labels: Labels) -> Iterator[_Claim]:
    """The theme most kinds of parties speak about."""
    heard = {t.code: [v for v, n in t.voices.items() if n and v not in ("", "ukendt")] for t in themes}
    top = max((len(voices) for voices in heard.values()), default=0)
    tied = [theme for theme in themes if len(heard[theme.code]) == top]
    if top < 2 or len(tied) > 1:
        return
    theme = tied[0]
    names = [labels.actor(v) for v in sorted(heard[theme.code], key=labels.actor_order)]
    yield _Claim(
        f"{theme.label} er det tema, flest slags stemmer kommer til orde om ({danish.number(top)}): "
        f"{danish.listed(names)}.",
        (theme,),
        ("forslag", "kritik", "stoette", "neutral"),
    )


def _narrowest(themes: Sequence[Theme], used: int) -> Iterator[_Claim]:
    """The theme fewest submissions touch, where that is not also among the widest."""
    ranks = _ranked(themes)
    if len(ranks) < 4 or len(ranks[-1]) > TIED_AT_MOST:
        return
    names = danish.listed([theme.label for theme in ranks[-1]])
    what = "det tema" if len(ranks[-1]) == 1 else "de temaer"
    spread = f"{danish.number(len(ranks[-1][0].sources))} af {danish.number(used)}"
    yield _Claim(f"{names} er {what}, færrest henvendelser berører ({spread}).", tuple(ranks[-1]), _BY_SPREAD)


def _ranked(themes: Sequence[Theme]) -> list[list[Theme]]:
    """Themes by number of submissions, most first; those with the same number together."""
    by_size: dict[int, list[Theme]] = {}
    for theme in themes:
        by_size.setdefault(len(theme.sources), []).append(theme)
    return [by_size[size] for size in sorted(by_size, reverse=True)]


def _sides(theme: Theme) -> str:
    """Counts by stance after a colon, or nothing where none is coded."""
    critical, proposing, supporting = (theme.stances.get(s, 0) for s in ("kritik", "forslag", "stoette"))
    parts = []
    if critical:
        parts.append(f"{danish.sentences(critical)} er {'kritisk' if critical == 1 else 'kritiske'}")
    if proposing:
        parts.append(f"{danish.number(proposing)} rummer forslag")
    if supporting:
        parts.append(f"{danish.number(supporting)} støtter eller roser")
    if parts and not critical:
        first, _, rest = parts[0].partition(" ")
        parts[0] = f"{first} {'sætning' if first == '1' else 'sætninger'} {rest}"
    return f": {danish.listed(parts)}" if parts else ""


def _illustration(claim: _Claim, seen: set[str]) -> Quotation | None:
    """The first quotation of the best stance, one not shown before if there is any."""
    candidates = [
        quotation
        for stance in claim.stances
        for theme in claim.themes
        for quotation in theme.quotations
        if quotation.stance == stance
    ]
    fresh = (quotation for quotation in candidates if quotation.text not in seen)
    return next(fresh, candidates[0] if candidates else None)


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
