"""The comparison as a paper: what is compared, findings, figures, each theme side by side, positions, method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hoering.codebook import Code
from hoering.comparison.counting import FEW, Cell, Comparison
from hoering.comparison.drawing import figures
from hoering.comparison.findings import WIDE, findings, labels_of
from hoering.comparison.matching import Common
from hoering.positions import Position
from hoering.records import Problem, Quotation, Source
from hoering.report import danish
from hoering.report.appendix import LIMITS, versions
from hoering.report.blocks import Block, Contents, Grid, Group, Heading, Paper, Paragraph, Picture, Quoted, referring
from hoering.report.caution import caution_of_several
from hoering.report.draw import table_rows
from hoering.report.figures import Figure
from hoering.report.labels import stance_order
from hoering.report.parties import with_counts
from hoering.report.quotes import Quote, kinds_of, quote_of
from hoering.report.tally import STANCES
from hoering.report.verify import verified

# Positions are many: under a theme those most are behind are named, the rest are in the spreadsheet.
_AGAIN, _ALONE = 5, 3
_SIZES = (
    "Tallene er ingen afstemning. Materialerne er ikke lige store; derfor står antallet altid ved siden af andelen."
)


@dataclass(frozen=True)
class ComparisonPaper:
    """A comparison in blocks; `problems` are the quotations that could not be found again."""

    comparison: Comparison

    @cached_property
    def _made(self) -> tuple[tuple[Block, ...], list[Problem]]:
        refused: list[Problem] = []
        return tuple(self._blocks(refused)), list(dict.fromkeys(refused))

    @property
    def problems(self) -> list[Problem]:
        """A problem for each quotation that is not printed."""
        return self._made[1]

    @property
    def paper(self) -> Paper:
        """The whole paper."""
        names = danish.listed([f"»{part.name}«" for part in self.comparison.parts])
        return Paper(title="Sammenligning", subtitle=names, blocks=self._made[0])

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures there is something to draw in."""
        return figures(self.comparison)

    def _blocks(self, refused: list[Problem]) -> Iterator[Block]:
        yield Paragraph(caution_of_several(part.material for part in self.comparison.parts), "caution")
        yield Contents()
        yield from self._compared()
        yield from self._short()
        yield Heading("Overblik i figurer", 1, "overblik", new_page=True)
        for figure in self.figures:
            yield Picture(figure)
            # A line of text, so that Word may turn the page between two figures.
            yield Paragraph("Tallene bag figuren står i bilag 1.")
        if not self.figures:
            yield Paragraph("Der er ingen temaer at vise.")
        yield from self._side_by_side()
        yield from self._themes(refused)
        yield from self._behind()

    def _compared(self) -> Iterator[Block]:
        comparison = self.comparison
        yield Heading("Hvad der er sammenlignet", 1, "materialer", new_page=True)
        yield Grid(
            caption="Materialerne",
            columns=("Materiale", "Henvendelser", "Afsendere", "Med bemærkninger", "Periode", "Kodebog"),
            rows=tuple(self._part(place) for place in range(len(comparison.parts))),
            widths=(36, 26, 21, 30, 42, 36),
        )
        yield Paragraph(
            "Andele er regnet af hvert materiales egne henvendelser; selve udkastet tæller ikke med. " + _SIZES
        )
        for part in comparison.empty:
            yield Paragraph(f"»{part.name}« har ingen henvendelser; dér står en streg.", "bullet")
        if comparison.small:
            named = danish.listed([f"»{part.name}« ({danish.number(part.total)})" for part in comparison.small])
            yield Paragraph(
                f"Få henvendelser har {named}. Én mere eller mindre flytter dér andelene meget.",
                "bullet",
            )
        yield from (Paragraph(note, "bullet") for note in comparison.shared.notes)

    def _part(self, place: int) -> tuple[str, ...]:
        part = self.comparison.parts[place]
        settings = part.material.settings
        answering = {source.number for source in part.material.answers}
        return (
            part.name,
            danish.number(part.total),
            danish.number(self.comparison.senders[place]),
            danish.number(len(answering & part.tally.remarked)),
            period(part.material.answers),
            f"{settings.codebook} {settings.codebook_version}",
        )

    def _short(self) -> Iterator[Block]:
        yield Heading("Kort fortalt", 1, "kort")
        yield Paragraph(
            f"En forskel er kun nævnt, hvis den er på mindst {WIDE} procentpoint og begge materialer har mindst {FEW} "
            "henvendelser. Hvad den kommer af, siger tallene ikke.",
            "note",
        )
        told = findings(self.comparison)
        yield from (Paragraph(line, "bullet") for line in told)
        if not told:
            yield Paragraph("Der er ikke fundet temaer, så der er intet at fremhæve.")

    def _side_by_side(self) -> Iterator[Block]:
        comparison = self.comparison
        names = tuple(part.name for part in comparison.parts)
        yield Heading("Temaerne side om side", 1, "side-om-side", new_page=True)
        if comparison.themes:
            yield Grid(
                caption="Antal henvendelser om hvert tema, og deres andel af materialets henvendelser",
                columns=("Tema", *names),
                rows=tuple((code.label, *texts(comparison.theme(code.id))) for code in comparison.themes),
                counts=True,
            )
        if comparison.unmentioned:
            yield Paragraph(f"Ingen taler om: {labels_of(comparison.unmentioned)}.")
        sides = sorted(STANCES, key=stance_order)
        yield Grid(
            caption="Antal henvendelser med mindst én kritik, ét forslag eller én tilkendegivelse af støtte",
            columns=("Holdning", *names),
            rows=tuple((comparison.labels.heading(code), *texts(comparison.overall(code))) for code in sides),
            counts=True,
        )
        for caption, head, counted in (
            ("Antal henvendelser efter afsenderens type", "Afsendertype", comparison.types),
            ("Antal henvendelser, der nævner parten", "Part", comparison.mentioned),
            (
                "Antal henvendelser, der vil noget af parten eller roser den",
                "Rettet mod",
                comparison.addressed,
            ),
        ):
            if counted:
                rows = tuple((comparison.labels.actor(code), *texts(cells)) for code, cells in counted.items())
                yield Grid(caption=caption, columns=(head, *names), rows=rows, counts=True)

    def _themes(self, refused: list[Problem]) -> Iterator[Block]:
        yield Heading("Tema for tema", 1, "temaer", new_page=True)
        yield Paragraph(
            "Under hvert tema står først, hvad der går igen i flere materialer, med et citat fra hvert, og så det, "
            "flest står bag i kun ét af dem. Hvad der regnes for det samme synspunkt, er et maskinelt forslag (se "
            "bilag 2)."
        )
        for index, code in enumerate(self.comparison.themes, 1):
            blocks = (Heading(code.label, 2, f"tema-{index}"), *self._theme(code, refused))
            yield Group(kind="theme", blocks=blocks)

    def _theme(self, code: Code, refused: list[Problem]) -> Iterator[Block]:
        comparison = self.comparison
        types = comparison.types_of(code.id)
        for place, cell in enumerate(comparison.theme(code.id)):
            yield Paragraph(self._line(place, cell, code, with_counts(types[place], {}, comparison.labels)), "bullet")
        own = [common for common in comparison.positions if common.theme == code.id]
        again = [common for common in own if len(common.by_part) > 1]
        if again:
            yield Paragraph("Går igen", "label")
        for common in again[:_AGAIN]:
            yield Group(kind="entry", blocks=tuple(self._common(common, refused)), stance=common.stance)
        if len(again) > _AGAIN:
            rest = danish.counted(len(again) - _AGAIN, "synspunkt mere går", "synspunkter mere går")
            yield Paragraph(f"{rest} igen; se regnearket.", "bullet")
        for place, part in enumerate(comparison.parts):
            alone = [common.by_part[place] for common in own if list(common.by_part) == [place]]
            if not alone:
                continue
            yield Paragraph(f"Kun i »{part.name}«", "label")
            for position in alone[:_ALONE]:
                yield Paragraph(f"{position.title}: {_counted(position)}.", "bullet")
            if len(alone) > _ALONE:
                rest = danish.counted(len(alone) - _ALONE, "synspunkt mere", "synspunkter mere")
                yield Paragraph(f"{rest}; se regnearket.", "bullet")

    def _line(self, place: int, cell: Cell, code: Code, types: str) -> str:
        name = self.comparison.parts[place].name
        if not cell.count:
            return f"{name}: ingen" + (f" af {danish.sources(cell.total)}." if cell.total else ".")
        words = {"kritik": "med kritik", "forslag": "med forslag", "stoette": "med støtte"}
        counts = {stance: self.comparison.stance(code.id, stance)[place].count for stance in words}
        sides = [f"{danish.number(count)} {words[stance]}" for stance, count in counts.items() if count]
        told = f", {danish.listed(sides)}" if sides else ""
        share = f"{danish.number(cell.count)} af {danish.sources(cell.total)} ({cell.share} %)"
        return f"{name}: {share}{told}. Afsendere: {types}."

    def _common(self, common: Common, refused: list[Problem]) -> Iterator[Block]:
        yield Heading(common.title, 3)
        for place, position in common.by_part.items():
            called = f" Dér hedder det: {position.title}." if position.title != common.title else ""
            yield Paragraph(f"{self.comparison.parts[place].name}: {_counted(position)}.{called}", "bullet")
        for place, position in common.by_part.items():
            quote, problems = self._quote(place, position)
            refused += problems
            if quote is not None:
                yield Quoted(quote)

    def _quote(self, place: int, position: Position) -> tuple[Quote | None, list[Problem]]:
        """The first quotation of a position that stands where it says, told from which part."""
        part = self.comparison.parts[place]
        problems: list[Problem] = []
        for quotation in quotations(position):
            good, bad = verified([quotation], part.material.texts)
            problems += bad
            if good:
                quote = quote_of(good[0], self.comparison.labels, kinds_of(part.material.answers))
                return replace(quote, who=f"{part.name} · {quote.who}"), problems
        return None, problems

    def _behind(self) -> Iterator[Block]:
        yield Heading("Bilag 1: Tallene bag figurerne", 1, "tal", new_page=True)
        for figure in self.figures:
            yield Grid(
                caption=f"{figure.title.rstrip('?')}: {figure.unit}",
                columns=("Række", *figure.columns),
                rows=table_rows(figure),
                counts=True,
            )
        if not self.figures:
            yield Paragraph("Der er ingen temaer at tælle.")
        yield Heading("Bilag 2: Metode, versioner og forbehold", 1, "metode")
        yield Paragraph("Forbehold", "label")
        yield from (Paragraph(line, "bullet") for line in (*method(self.comparison), *LIMITS))
        yield Paragraph("Versioner", "label")
        for part in self.comparison.parts:
            yield Paragraph(f"{part.name}: {'; '.join(versions(part.material.settings))}", "bullet")


_METHOD = (
    "Hvert materiale er talt for sig, som i dets egen temarapport, og stillet ved siden af de andre.",
    "Forskelle kan komme af, hvem der er spurgt, hvordan og hvornår, og ikke kun af, hvad folk mener.",
)
_MATCHED = (
    # `benchmarks/comparison.py`: 58 of 100 pairs found are right on the example, 47 on material of other writers.
    "Et synspunkt går igen, når det har samme navn eller samme ord i to materialer, eller når påstandene ligner "
    "hinanden så meget som påstande i ét synspunkt. Programmet gætter på det ud fra ordene: På eksempler, som er "
    "samlet i hånden, var omkring halvdelen af de par, det fandt ud fra lighed alene, det samme synspunkt. Læs derfor "
    "citaterne, før I skriver, at to høringer siger det samme."
)
_SLICED = (
    "Materialerne er dele af samme kørsel, og synspunkterne er kørslens egne: Et synspunkt går igen, når afsendere i "
    "flere af delene står bag det."
)


def method(comparison: Comparison) -> tuple[str, ...]:
    """How it was compared, and what that cannot show."""
    return (*_METHOD, _SLICED if all(part.sliced for part in comparison.parts) else _MATCHED)


def quotations(position: Position) -> Iterator[Quotation]:
    """What the members of a position say, in the order worth showing."""
    for member in position.members:
        if member.basis == "claim":
            yield member.quotation(position.stance)


def texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Cells as they are printed."""
    return tuple(cell.text for cell in cells)


def period(sources: Sequence[Source]) -> str:
    """From when to when the submissions of a part are."""
    dates = sorted(source.date for source in sources if danish.is_date(source.date))
    if not dates:
        return "uden dato"
    first, last = danish.date(dates[0]), danish.date(dates[-1])
    return first if first == last else f"{first} – {last}"


def _counted(position: Position) -> str:
    return f"{danish.counted(position.senders, 'afsender', 'afsendere')} ({referring(position.numbers)})"
