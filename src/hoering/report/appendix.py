"""What stands behind a report: senders, what was set aside, the figures' numbers, method and limits, all quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hoering.project import Settings
from hoering.records import Quotation, Source
from hoering.report import danish
from hoering.report.blocks import Block, Grid, Heading, Paragraph
from hoering.report.draw import table_rows
from hoering.report.entries import Entries
from hoering.report.figures import Figure
from hoering.report.opening import STATUS_LABELS, aside_of, reason_of
from hoering.report.parties import by_type
from hoering.report.quotes import NO_SENDER
from hoering.report.tally import Tally
from hoering.report.topic_figures import WHICH, WHO

_FIRST = {"retning": "Hvem", WHO: "Emne", WHICH: "Emne"}
LIMITS = (
    "En sætning kan høre til flere temaer og tælles da med under hvert af dem.",
    "Tallene viser, hvor mange der har skrevet eller sagt noget om et tema. De er ingen afstemning og ingen stikprøve.",
    "Ironi, citater af andre og sætninger, der siger to ting på én gang, kan være vurderet forkert.",
    "Synspunkter er samlet efter ordlyd og efter kodebogens liste over sager. To, der siger det samme med helt "
    "forskellige ord, kan stå hver for sig; hvor ordlyden er ny, er antallet derfor et mindstetal.",
    "Et synspunkt kan også rumme sætninger om samme sag, som en nøje læser ville skille ad; citaterne viser det. I "
    "prøver med kodebogen beskaeftigelse passede en fælles overskrift helt på tre af fire af de sætninger, den dækker, "
    "og var forkert for én af 25.",
    "Citaterne er ordrette, men navne og andre personoplysninger kan være erstattet.",
    "Side og tegn viser, hvor i dokumentet et citat står. Hvert citat er slået op i kilden, da rapporten blev skrevet.",
)


def chapters(tally: Tally, entries: Entries, figures: Sequence[Figure]) -> Iterator[Block]:
    """The appendices, numbered."""
    yield Heading("Bilag 1: Afsendere", 1, "afsendere")
    yield from senders(tally)
    yield Heading("Bilag 2: Lagt til side", 1, "udeladt")
    yield from _aside(tally.material.sources)
    yield Heading("Bilag 3: Tallene bag figurerne", 1, "tal")
    yield from _numbers(figures)
    yield Heading("Bilag 4: Metode, versioner og forbehold", 1, "metode")
    yield from _method(tally, entries)
    yield Heading("Bilag 5: Alle citater", 1, "citater")
    yield from _quotations(tally)


def senders(tally: Tally) -> Iterator[Block]:
    """All senders with their numbers, also those without remarks, and who joins whom."""
    if not tally.material.used:
        yield Paragraph("Ingen henvendelser er brugt.")
        return
    notes = joins(tally)
    yield Grid(
        caption="Alle henvendelser, der er brugt",
        columns=("Nr.", "Afsender", "Type", "Form", "Dato", "Bemærkninger", "Dokument"),
        rows=tuple(_sender(source, notes.get(source.number, ()), tally) for source in tally.material.used),
        widths=(10, 38, 30, 24, 22, 26, 38),
        anchors=tuple(f"h{source.number}" for source in tally.material.used),
    )


def joins(tally: Tally) -> Mapping[int, Sequence[str]]:
    """Who joins whose answer, told for both, by number."""
    told: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    numbers = {source.source: source.number for source in tally.material.used}
    for item in tally.material.endorsements:
        if item.source in numbers and item.joins in numbers:
            here, there = numbers[item.source], numbers[item.joins]
            told[here]["tilslutter sig henvendelse"].add(there)
            told[there]["har tilslutning fra henvendelse"].add(here)
    return {
        number: [f"{what} {danish.listed([str(n) for n in sorted(found)])}" for what, found in own.items()]
        for number, own in told.items()
    }


def _sender(source: Source, notes: Sequence[str], tally: Tally) -> tuple[str, ...]:
    remarks = "med" if source.number in tally.remarked else "uden"
    return (
        str(source.number),
        " – ".join([source.sender or NO_SENDER, *([source.group] if source.group else []), *notes]),
        tally.labels.actor(source.sender_type),
        tally.labels.kind(source.kind),
        danish.date(source.date) if source.date else "uden dato",
        "selve udkastet" if source.kind == "politik" else remarks,
        source.document,
    )


def _aside(sources: Sequence[Source]) -> Iterator[Block]:
    aside = aside_of(sources)
    if not aside:
        yield Paragraph("Intet er lagt til side: Alt, hvad der er modtaget, er brugt.")
        return
    yield Grid(
        caption="Modtaget, men ikke brugt",
        columns=("Dokument", "Status", "Grund"),
        rows=tuple((source.document, STATUS_LABELS[source.status], reason_of(source)) for source in aside),
        widths=(60, 30, 76),
    )


def _numbers(figures: Sequence[Figure]) -> Iterator[Block]:
    if not figures:
        yield Paragraph("Der er ingen temaer at tælle.")
    for figure in figures:
        yield Grid(
            caption=f"{figure.title.rstrip('?')}: antal {figure.unit}",
            columns=(_FIRST.get(figure.key, "Tema"), *figure.columns),
            rows=table_rows(figure),
            counts=True,
        )


def _method(tally: Tally, entries: Entries) -> Iterator[Block]:
    yield Paragraph("Hvem mangler", "label")
    labels, answering = tally.labels, by_type(tally.material.answers)
    missing = [code.label for code in tally.material.book.actors if not answering[code.id]]
    yield Paragraph(
        f"Der er ingen henvendelser fra: {danish.listed(missing)}."
        if missing
        else f"Alle slags afsendere i kodebogen har svaret ({danish.number(len(tally.material.book.actors))})."
    )
    if answering:
        most = max(answering, key=lambda code: (answering[code], code))
        share = f"{danish.number(answering[most])} af {danish.number(len(tally.material.answers))}"
        yield Paragraph(f"Flest henvendelser er fra {labels.actor(most).lower()}: {share}.")
    yield Paragraph("Forbehold", "label")
    yield from (Paragraph(line, "bullet") for line in LIMITS)
    outside = sum(not entry.theme for entry in entries.all)
    if outside:
        what = danish.counted(outside, "synspunkt nævner", "synspunkter nævner")
        yield Paragraph(f"{what} kun en part og intet tema; de står ikke under noget tema.", "bullet")
    yield Paragraph("Versioner", "label")
    yield from (Paragraph(line, "bullet") for line in versions(tally.material.settings))


def versions(settings: Settings) -> list[str]:
    """What a run was made with."""
    return [
        f"hoering {settings.hoering}",
        f"Sprogmodel: {settings.model} {settings.model_version}",
        f"Kodebog: {settings.codebook} {settings.codebook_version}",
        f"Koder: {settings.coder}",
    ]


def _quotations(tally: Tally) -> Iterator[Block]:
    """Every sentence on a theme once, in the order of the submissions."""
    label_of = {theme.code: theme.label for theme in tally.themes}
    found: dict[tuple[int, int, int], tuple[Quotation, list[str]]] = {}
    for theme in tally.themes:
        for quotation in theme.quotations:
            place = (quotation.number, quotation.start, quotation.end)
            found.setdefault(place, (quotation, []))[1].append(label_of[theme.code])
    if not found:
        yield Paragraph("Ingen sætninger er placeret under et tema.")
        return
    yield Paragraph(f"{danish.counted(len(found), 'sætning', 'sætninger')} er placeret under et eller flere temaer.")
    yield Grid(
        caption="Alle citater med sted",
        columns=("Nr.", "Sted", "Citat", "Holdning", "Temaer"),
        rows=tuple(
            (
                str(quotation.number),
                f"s. {quotation.page}, tegn {quotation.start}–{quotation.end}",
                quotation.text,
                tally.labels.stance(quotation.stance),
                ", ".join(themes),
            )
            for _, (quotation, themes) in sorted(found.items())
        ),
        widths=(10, 30, 80, 20, 48),
        places=tuple((quotation.source, quotation.start, quotation.end) for _, (quotation, _) in sorted(found.items())),
    )
