"""The theme report: which blocks it is made of, in which order, from the material of one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hoering.material import Material
from hoering.records import Problem, Theme
from hoering.report import appendix, overview, senders, suggested, themes
from hoering.report.blocks import Block, Choices, Contents, Heading, Paper, Paragraph, Picture, Quoted
from hoering.report.caution import caution
from hoering.report.draw import figures
from hoering.report.entries import Entries
from hoering.report.figures import Figure
from hoering.report.findings import Finding, top_findings
from hoering.report.labels import STANCE_HEADINGS
from hoering.report.opening import Opening, title_of
from hoering.report.tally import STANCES, Tally
from hoering.report.targets import Group as TargetGroup
from hoering.report.targets import named, shipped
from hoering.report.topic_figures import topic_figures

# The findings with their quotations must find room on one page.
QUOTED_AT_MOST = 160


@dataclass(frozen=True)
class ThemeReport:
    """A theme report of one run: its numbers, and the paper they are printed in.

    Args:
        material: the tables of the run.
        groups: the target groups to look for; those that come with hoering where none are given.
        title: the paper's title.
    """

    material: Material
    groups: tuple[TargetGroup, ...] | None = None
    title: str = "Temarapport"

    @cached_property
    def tally(self) -> Tally:
        """The counts."""
        return Tally(self.material)

    @cached_property
    def entries(self) -> Entries:
        """The positions."""
        return Entries(self.tally)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures there is something to draw in."""
        return figures(self.tally)

    @cached_property
    def findings(self) -> list[Finding]:
        """The findings on the page for the busy."""
        return top_findings(self.tally, self.entries)

    @property
    def problems(self) -> list[Problem]:
        """A problem for each quotation that could not be found again in its text, and so is not printed."""
        return list(dict.fromkeys([*self.tally.refused, *self.entries.refused, *suggested.passages(self.tally)[1]]))

    @cached_property
    def paper(self) -> Paper:
        """The whole report as blocks."""
        return Paper(
            title=self.title, subtitle=_subtitle(self.material), blocks=tuple(self._blocks()), choices=self._choices()
        )

    def _blocks(self) -> Iterator[Block]:
        opening = Opening(self.tally)
        yield Paragraph(opening.cover(), "count")
        yield Paragraph(caution(self.material), "caution")
        yield Contents()
        yield from _introduction(opening, self.entries)
        yield from _short(self.findings, themes=bool(self.tally.themes))
        yield from _figures(self.figures)
        yield from themes.chapter(self.tally, self.entries)
        yield from overview.questions(self.tally, self.entries)
        yield from senders.chapter(self.tally, self.entries)
        groups = shipped() if self.groups is None else self.groups
        yield from overview.targets(self.tally, named(self.tally, groups), groups)
        yield from suggested.chapter(self.tally)
        yield from appendix.chapters(self.tally, self.entries, [*self.figures, *topic_figures(self.tally)])

    def _choices(self) -> Choices:
        labels = self.tally.labels
        entries = [entry for entry in self.entries.all if entry.theme in self.tally.anchors]
        types = sorted({code for entry in entries for code in entry.types}, key=labels.actor_order)
        stances = {entry.stance for entry in entries}
        with_entries = {entry.theme for entry in entries}
        listed: Sequence[Theme] = [theme for theme in self.tally.themes if theme.code in with_entries]
        return Choices(
            themes=tuple((self.tally.anchors[theme.code], theme.label) for theme in listed),
            types=tuple((code, labels.actor(code)) for code in types),
            stances=tuple((code, STANCE_HEADINGS[code]) for code in STANCES if code in stances),
        )


def _subtitle(material: Material) -> str:
    drafts = [source for source in material.used if source.kind == "politik"]
    named = title_of(drafts[0]) if len(drafts) == 1 else ""
    return f"Høring over »{named}«" if named else "Modtagne henvendelser"


def _introduction(opening: Opening, entries: Entries) -> Iterator[Block]:
    yield Heading("Indledning", 1, "indledning", new_page=True)
    yield from map(Paragraph, opening.lines)
    aside = list(opening.set_aside())
    if aside:
        yield Paragraph("Lagt til side er:")
        yield from (Paragraph(line, "bullet") for line in aside)
    used = {code for entry in entries.all for code in entry.types}
    signs = [f"{entries.signs[code]} = {opening.tally.labels.actor(code)}" for code in entries.signs if code in used]
    if signs:
        yield Paragraph(
            "Sådan læses rapporten: Under hvert tema står det synspunkt først, som flest står bag, og modsatte "
            "synspunkter står hver for sig. Tallet i parentes er, hvor mange afsendere der står bag, og derefter hvor "
            f"mange af hver slags ({', '.join(signs)}). Numrene i linjen »Henvendelse« viser hvem; de står i bilag 1. "
            "Enslydende breve tæller hver for sig, og tallene er ikke en afstemning."
        )


def _short(findings: Sequence[Finding], *, themes: bool) -> Iterator[Block]:
    yield Heading("Kort fortalt", 1, "kort", new_page=True)
    if not themes:
        yield Paragraph("Der er ikke fundet temaer, så der er intet at fremhæve.")
    for finding in findings:
        see = (finding.anchor, f"se »{finding.label}«") if finding.anchor else None
        yield Paragraph(finding.sentence, "bullet", see)
        quotes = finding.entry.quotes if finding.entry else ()
        yield from (Quoted(quote) for quote in quotes[:1] if len(quote.text) <= QUOTED_AT_MOST)


def _figures(drawn: Sequence[Figure]) -> Iterator[Block]:
    yield Heading("Overblik i figurer", 1, "overblik", new_page=True)
    if not drawn:
        yield Paragraph("Der er ingen temaer at vise.")
    yield from (Picture(figure) for figure in drawn)
