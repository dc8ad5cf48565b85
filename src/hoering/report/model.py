"""The report before it has a format: everything HTML and Word print, counted and ordered once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hoering.records import Source, Theme
from hoering.report import danish
from hoering.report.findings import Finding, Wish, top_findings, who_wants_what
from hoering.report.labels import Labels, stance_order
from hoering.report.quotes import NO_SENDER, Quote, kinds_of, places, quote_of

CAUTION = (
    "Rapporten er lavet af et program. Temaer, holdninger og stemmer er maskinelle forslag, ikke godkendt af mennesker."
)

LIMITS = (
    CAUTION,
    "En sætning kan høre til flere temaer og tælles da med under hvert af dem.",
    "Tallene viser, hvor meget der er skrevet og sagt om et tema. De er ikke en afstemning.",
    "Ironi, citater af andre og sætninger, der siger to ting på én gang, kan være vurderet forkert.",
    "Citaterne er ordrette, men navne og andre personoplysninger kan være erstattet.",
    "Side og tegn viser, hvor i dokumentet et citat står.",
)

STATUS_LABELS = {"duplicate": "Dublet", "unreadable": "Kan ikke læses", "excluded": "Udeladt"}

SHOWN = 4
SHOWN_NEUTRAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was received and what became of it; ``first`` and ``last`` are dates as given, or empty.

    ``groups`` are the labels of near copies, such as a campaign's letters, with how many each has;
    ``placements`` counts sentences once per theme they stand under, ``shown`` the different
    sentences that can be quoted, ``withheld`` the placements that can not.
    """

    first: str
    last: str
    undated: int
    received: int
    used: int
    duplicate: int
    unreadable: int
    excluded: int
    senders_by_type: tuple[tuple[str, int], ...]
    groups: tuple[tuple[str, int], ...]
    placements: int
    shown: int
    withheld: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The facts as Danish sentences."""
        return tuple(filter(None, (self._received(), self._dates(), self._senders(), self._texts(), self._coded())))

    def _received(self) -> str:
        aside = [
            danish.counted(self.duplicate, "er en dublet", "er dubletter"),
            f"{danish.number(self.unreadable)} kan ikke læses",
            danish.counted(self.excluded, "er udeladt", "er udeladt"),
        ]
        counts = (self.duplicate, self.unreadable, self.excluded)
        parts = [text for text, count in zip(aside, counts, strict=True) if count]
        used = danish.counted(self.used, "er brugt", "er brugt")
        return f"Der er modtaget {danish.sources(self.received)}: {danish.listed([used, *parts])}."

    def _dates(self) -> str:
        undated = f"{danish.sources(self.undated)} er uden dato" if self.undated else ""
        if not self.first:
            return f"{undated}." if undated and self.used else ""
        span = (
            f"De er dateret {danish.date(self.first)}"
            if self.first == self.last
            else f"De er dateret fra {danish.date(self.first)} til {danish.date(self.last)}"
        )
        return f"{span}; {undated}." if undated else f"{span}."

    def _senders(self) -> str:
        if not self.senders_by_type:
            return ""
        total = sum(count for _, count in self.senders_by_type)
        by_type = ", ".join(f"{label} {danish.number(count)}" for label, count in self.senders_by_type)
        return f"De kommer fra {danish.counted(total, 'afsender', 'forskellige afsendere')}: {by_type}."

    def _texts(self) -> str:
        if not self.groups:
            return ""
        alike = sum(count for _, count in self.groups)
        named = danish.listed([label for label, _ in self.groups])
        return (
            f"{danish.number(alike)} henvendelser er enslydende eller næsten enslydende: {named}. Hver afsender tæller "
            f"som en henvendelse; regnet efter tekst er der {danish.number(self.used - alike + len(self.groups))} "
            "forskellige."
        )

    def _coded(self) -> str:
        if not self.placements:
            return "Ingen sætninger er placeret under et tema."
        different = danish.counted(self.shown, "forskellig sætning", "forskellige sætninger")
        text = f"{different} er placeret under temaer og kan vises som citat."
        if self.placements != self.shown:
            text += (
                f" En sætning kan høre til flere temaer: I alt er der "
                f"{danish.counted(self.placements, 'placering', 'placeringer')}."
            )
        if not self.withheld:
            return text
        return (
            f"{text} {danish.counted(self.withheld, 'placering', 'placeringer')} tælles med, men vises ikke, "
            "fordi ordlyden ikke kunne findes igen."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceGroup:
    """The quotations of a theme that do the same; ``visible`` of them stand in the open."""

    stance: str
    heading: str
    sentences: int
    quotes: tuple[Quote, ...]
    visible: int

    @property
    def shown(self) -> tuple[Quote, ...]:
        """Those worth showing first."""
        return self.quotes[: self.visible]

    @property
    def rest(self) -> tuple[Quote, ...]:
        """All others."""
        return self.quotes[self.visible :]

    @property
    def title(self) -> str:
        """Heading with the count: "Støtte og ros (3 sætninger)"."""
        return f"{self.heading} ({danish.sentences(self.sentences)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSection:
    """One theme as it is printed; ``anchor`` is its place in the document, ``theme`` what it is made of."""

    anchor: str
    theme: Theme
    voices: tuple[tuple[str, int], ...]
    groups: tuple[StanceGroup, ...]

    @property
    def title(self) -> str:
        """Label with its weight, so that a table of contents alone shows what fills most."""
        return f"{self.theme.label} ({danish.sources(len(self.theme.sources))})"

    @property
    def count_line(self) -> str:
        """Weight and voices: "(12 henvendelser, 31 sætninger · Borgere 10, Virksomheder 4)"."""
        size = danish.sources(len(self.theme.sources))
        if 0 < self.theme.texts < len(self.theme.sources):
            size += f" med {danish.counted(self.theme.texts, 'tekst', 'forskellige tekster')}"
        size += f", {danish.sentences(self.theme.sentences)}"
        voices = ", ".join(f"{label} {danish.number(count)}" for label, count in self.voices)
        return f"({size} · {voices})" if voices else f"({size})"


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderRow:
    """One used source in the appendix."""

    number: int
    sender: str
    type: str
    kind: str
    date: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideRow:
    """One source that was received but not used."""

    document: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts: one row per theme, ``cells`` in the order of ``columns``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeReport:
    """A whole report, ready to be rendered: the same one gives the same bytes in every format."""

    title: str
    facts: Facts
    findings: tuple[Finding, ...]
    wishes: tuple[Wish, ...]
    themes: tuple[ThemeSection, ...]
    by_sender_type: Table
    by_stance: Table
    senders: tuple[SenderRow, ...]
    set_aside: tuple[AsideRow, ...]
    method: tuple[str, ...]
    labels: Labels


def build(
    *,
    title: str,
    themes: Sequence[Theme],
    sources: Sequence[Source],
    labels: Labels,
    method: Sequence[str],
    joins: Iterable[tuple[str, str]] = (),
) -> ThemeReport:
    """Count and order what a report says.

    Themes stand in the order given. ``method`` holds lines on versions and settings; the fixed limits
    of the method come before them. ``joins`` are pairs of sources, the first of which joins the second's answer.
    Quotations should have passed `verified_themes`.
    """
    kinds = kinds_of(sources)
    used = [source for source in sources if source.status == "used"]
    return ThemeReport(
        title=title,
        facts=_facts(themes, sources, labels),
        findings=top_findings(themes, used=len(used), labels=labels, kinds=kinds),
        wishes=who_wants_what(themes, labels=labels, kinds=kinds),
        themes=tuple(_section(i, theme, labels, kinds) for i, theme in enumerate(themes, 1)),
        by_sender_type=_by_sender_type(themes, used, labels),
        by_stance=_by_stance(themes, labels),
        senders=_senders(used, joins, labels),
        set_aside=_set_aside(sources),
        method=(*LIMITS, *method),
        labels=labels,
    )


def _facts(themes: Sequence[Theme], sources: Sequence[Source], labels: Labels) -> Facts:
    used = [source for source in sources if source.status == "used"]
    statuses = Counter(source.status for source in sources)
    dates = sorted(source.date for source in used if danish.is_date(source.date))
    return Facts(
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        undated=sum(not source.date for source in used),
        received=len(sources),
        used=statuses["used"],
        duplicate=statuses["duplicate"],
        unreadable=statuses["unreadable"],
        excluded=statuses["excluded"],
        senders_by_type=_senders_by_type(used, labels),
        groups=tuple(sorted(Counter(source.group for source in used if source.group).items())),
        placements=sum(theme.sentences for theme in themes),
        shown=len(set(places(themes))),
        withheld=sum(max(0, theme.sentences - len(theme.quotations)) for theme in themes),
    )


def _senders_by_type(used: Iterable[Source], labels: Labels) -> tuple[tuple[str, int], ...]:
    # A source without a sender's name is a sender of its own: nothing says two such are the same.
    senders = {
        (source.source if source.sender_type == labels.private else source.sender or source.source, source.sender_type)
        for source in used
    }
    counts = Counter(kind or "ukendt" for _, kind in senders)
    return tuple((labels.actor(code), counts[code]) for code in sorted(counts, key=labels.actor_order))


def _section(index: int, theme: Theme, labels: Labels, kinds: Mapping[str, str]) -> ThemeSection:
    voices = sorted(theme.voices.items(), key=lambda item: (-item[1], labels.actor_order(item[0])))
    return ThemeSection(
        # Codes of other codebooks may hold anything; numbers are safe as anchors and bookmarks.
        anchor=f"tema-{index}",
        theme=theme,
        voices=tuple((labels.actor(code), count) for code, count in voices if count),
        groups=_groups(theme, labels, kinds),
    )


def _groups(theme: Theme, labels: Labels, kinds: Mapping[str, str]) -> tuple[StanceGroup, ...]:
    by_stance: dict[str, list[Quote]] = {code: [] for code, count in theme.stances.items() if count}
    for quotation in theme.quotations:
        by_stance.setdefault(quotation.stance, []).append(quote_of(quotation, labels, kinds))
    return tuple(
        StanceGroup(
            stance=code,
            heading=labels.heading(code),
            sentences=theme.stances.get(code, len(by_stance[code])),
            quotes=tuple(by_stance[code]),
            visible=SHOWN_NEUTRAL if code == "neutral" else SHOWN,
        )
        for code in sorted(by_stance, key=stance_order)
    )


def _by_sender_type(themes: Sequence[Theme], used: Iterable[Source], labels: Labels) -> Table:
    """Submissions per theme and type of sender."""
    types = {source.number: source.sender_type or "ukendt" for source in used}
    counts = [Counter(types.get(number, "ukendt") for number in theme.sources) for theme in themes]
    codes = sorted(set().union(*counts), key=labels.actor_order)
    return Table(
        columns=(*(labels.actor(code) for code in codes), "I alt"),
        rows=tuple(
            (theme.label, (*(count[code] for code in codes), len(theme.sources)))
            for theme, count in zip(themes, counts, strict=True)
        ),
    )


def _by_stance(themes: Sequence[Theme], labels: Labels) -> Table:
    """Sentences per theme and stance."""
    seen = {code for theme in themes for code in theme.stances}
    codes = sorted(seen | {"kritik", "forslag", "stoette"}, key=stance_order)
    return Table(
        columns=(*(labels.heading(code) for code in codes), "I alt"),
        rows=tuple((t.label, (*(t.stances.get(code, 0) for code in codes), t.sentences)) for t in themes),
    )


def _senders(used: Iterable[Source], joins: Iterable[tuple[str, str]], labels: Labels) -> tuple[SenderRow, ...]:
    ordered = sorted(used, key=lambda s: (s.number, s.source))
    numbers = {source.source: source.number for source in ordered}
    notes: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for source, joined in joins:
        if source in numbers and joined in numbers:
            notes[source]["tilslutter sig henvendelse"].add(numbers[joined])
            notes[joined]["har tilslutning fra henvendelse"].add(numbers[source])
    return tuple(_sender(source, notes.get(source.source, {}), labels) for source in ordered)


def _sender(source: Source, joins: Mapping[str, Iterable[int]], labels: Labels) -> SenderRow:
    notes = [source.group] if source.group else []
    notes += [f"{what} {danish.listed([str(n) for n in sorted(numbers)])}" for what, numbers in joins.items()]
    return SenderRow(
        number=source.number,
        sender=" – ".join([source.sender or NO_SENDER, *notes]),
        type=labels.actor(source.sender_type),
        kind=labels.kind(source.kind),
        date=danish.date(source.date) if source.date else "uden dato",
        document=source.document,
    )


def _set_aside(sources: Iterable[Source]) -> tuple[AsideRow, ...]:
    rows = [
        AsideRow(
            document=source.document,
            status=STATUS_LABELS.get(source.status, source.status),
            reason=source.reason or "Ingen grund angivet.",
        )
        for source in sources
        if source.status != "used"
    ]
    return tuple(sorted(rows, key=lambda row: (row.status, row.document)))
