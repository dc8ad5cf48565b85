"""The coverage paper: each position beside what the draft says of it, for the administration to judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hoering.coverage.compare import CHANGES, SAME, TAKEN_UP
from hoering.coverage.records import ABSENT, COVERED, PARTLY, VERDICTS, Answer, Passage
from hoering.coverage.result import Coverage, Held
from hoering.coverage.table import FIELD, section_of
from hoering.positions import Position
from hoering.records import Problem, Quotation
from hoering.report import danish
from hoering.report.blocks import Block, Contents, Grid, Heading, Paper, Paragraph
from hoering.report.verify import verified

CAUTION = (
    "Oversigten er lavet af et program. Vurderingerne »dækket«, »delvist« og »ikke nævnt« er forslag: Det er "
    f"forvaltningen, der afgør dem, og feltet »{FIELD}« er til det. Udkastets ord er ordrette."
)
# Measured on `tests/data/coverage`, see its README.
RELIABILITY = (
    "Så sikkert er det: I prøver gav programmet samme vurdering som en læser i omkring tre af fire tilfælde, når "
    "udkastet brugte samme ord som svarene, men kun i omkring halvdelen, når det sagde det samme med andre ord. Da "
    "siger det oftest »ikke nævnt« om noget, der står der. Læs derfor især »ikke nævnt« efter."
)
NO_THEME = "Andre emner"
_ORDER = (ABSENT, PARTLY, COVERED)
_WIDTHS = (26, 9, 25, 21, 19)
_COLUMNS = ("Synspunkt", "Forslag", "Udkastets nærmeste ord", "Hvorfor", FIELD)
NONE = "–"


@dataclass(frozen=True)
class CoveragePaper:
    """The paper of one coverage; ``single`` also lists positions of one sender, in an appendix."""

    coverage: Coverage
    single: bool = False
    _problems: dict[Problem, None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def paper(self) -> Paper:
        """The paper as blocks."""
        now, before = self.coverage.now, self.coverage.before
        other = f" sammenlignet med {before.draft.document}" if before else ""
        return Paper(
            title="Udkastdækning", subtitle=f"Synspunkterne holdt op mod {now.draft.document}{other}",
            blocks=tuple(self._blocks()),
        )  # fmt: skip

    @property
    def problems(self) -> list[Problem]:
        """A problem for each passage of a draft that could not be found again, and so is not printed."""
        _ = self.paper
        return list(self._problems)

    def _blocks(self) -> Iterator[Block]:
        yield Paragraph(CAUTION, "caution")
        yield Contents()
        yield from self._short()
        if self.coverage.before is not None:
            yield from self._taken_up()
        yield Heading("Synspunkter, flere står bag", 1, "flere", new_page=True)
        yield from self._themes([p for p in self._places if self.coverage.positions[p].senders > 1], "flere")
        yield from self._sections()
        if self.coverage.passages is not None:
            yield from self._rewritten()
        if self.single:
            yield Heading("Bilag. Synspunkter, én afsender står bag", 1, "enkelte", new_page=True)
            yield from self._themes([p for p in self._places if self.coverage.positions[p].senders < 2], "en")

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {code.id: code.label for code in self.coverage.material.book.themes}

    @property
    def _places(self) -> range:
        return range(len(self.coverage.positions))

    def _short(self) -> Iterator[Block]:
        positions = self.coverage.positions
        yield Heading("Kort fortalt", 1, "kort")
        yield Paragraph(summary(self.coverage))
        met = [(p.senders > 1, a.verdict) for p, a in zip(positions, self.coverage.now.answers, strict=True)]
        rows = [
            (v.capitalize(), [met.count((True, v)), met.count((False, v)), self.coverage.counts[v]]) for v in VERDICTS
        ]
        rows.append(("I alt", [sum(counts[place] for _, counts in rows) for place in range(3)]))
        yield Grid(
            caption="Synspunkter efter forslag til vurdering",
            columns=("Forslag", "Flere afsendere", "Én afsender", "I alt"),
            rows=tuple((name, *map(danish.number, counts)) for name, counts in rows),
            counts=True,
        )
        shown = "i bilaget" if self.single else f"i Excel-arket, hvor der også er plads til »{FIELD}«"
        yield Paragraph(
            "Et synspunkt, der hører under flere temaer, tæller under hvert af dem. Dem, flere står bag, står i "
            f"oversigten nedenfor; dem, én afsender står bag, står {shown}."
        )
        yield Paragraph(
            "»Dækket«: et sted i udkastet lover det, der ønskes, eller retter det, der kritiseres, uden forbehold. "
            "»Delvist«: udkastet handler om samme sag, men lover mindre, tager forbehold, svarer kun på noget af det "
            "eller siger det modsatte. »Ikke nævnt«: intet sted handler om sagen; det nærmeste sted står der "
            "alligevel, så det kan efterprøves."
        )
        yield Paragraph(RELIABILITY, "note")
        if was_heard(self.coverage):
            yield Paragraph(
                "Filen er den samme som det udkast, der var i høring, og vurderingen viser derfor, hvad udkastet "
                "sagde, før nogen svarede.", "note",
            )  # fmt: skip

    def _themes(self, places: Sequence[int], anchor: str) -> Iterator[Block]:
        if not places:
            yield Paragraph("Der er ingen.")
        for number, theme in enumerate(dict.fromkeys(self.coverage.positions[p].theme for p in places), 1):
            own = [place for place in places if self.coverage.positions[place].theme == theme]
            label = self._labels.get(theme, NO_THEME)
            yield Heading(label, 2, f"{anchor}-{number}")
            yield Paragraph(self._count(own), "count")
            yield Grid(
                caption=f"{label}: synspunkter og udkast", columns=_COLUMNS, widths=_WIDTHS,
                rows=tuple(self._row(place) for place in sorted(own, key=self._order)),
            )  # fmt: skip

    def _order(self, place: int) -> tuple[int, int, int]:
        """What is not mentioned first, and of those what most are behind."""
        answer = self.coverage.now.answers[place]
        return _ORDER.index(answer.verdict), -self.coverage.positions[place].senders, place

    def _count(self, places: Sequence[int]) -> str:
        said = [self.coverage.now.answers[place].verdict for place in places]
        parts = [f"{danish.number(said.count(v))} {v}" for v in VERDICTS]
        return f"{danish.counted(len(places), 'synspunkt', 'synspunkter')}: {danish.listed(parts)}"

    def _row(self, place: int) -> tuple[str, ...]:
        answer = self.coverage.now.answers[place]
        return (
            named(self.coverage.positions[place]),
            answer.verdict.capitalize(),
            self._told(self.coverage.now, answer),
            f"{answer.why[:1].upper()}{answer.why[1:]}.",
            "",
        )

    def _told(self, held: Held, answer: Answer) -> str:
        """The passage with its place; nothing where it cannot be found again word for word."""
        if answer.passage is None or not self._stands(held, answer.passage):
            return NONE
        return f"»{answer.passage.text}«\n{section_of(held, answer)}, {spot(answer.passage)}"

    def _stands(self, held: Held, passage: Passage) -> bool:
        source = held.draft.text.source
        quotation = Quotation(
            coding_id="", source=source.source, number=source.number, document=source.document, page=passage.page,
            start=passage.start, end=passage.end, text=passage.text, speaker="", sender=source.sender,
            sender_type=source.sender_type, voice="", stance="",
        )  # fmt: skip
        _, refused = verified([quotation], {source.source: held.draft.text})
        self._problems.update(dict.fromkeys(refused))
        return not refused

    def _sections(self) -> Iterator[Block]:
        commented = self.coverage.sections
        nobody = [item for item in commented if not item.positions]
        yield Heading("Udkastets afsnit", 1, "afsnit", new_page=True)
        yield Paragraph(
            f"Udkastet har {danish.counted(len(commented), 'afsnit', 'afsnit')}. "
            f"{danish.number(len(commented) - len(nobody))} af dem handler mindst ét synspunkt om, "
            f"{danish.number(len(nobody))} handler ingen om."
        )
        yield Grid(
            caption="Synspunkter om hvert afsnit", columns=("Afsnit", "Sætninger", "Synspunkter"), counts=True,
            rows=tuple(
                (item.section.title, danish.number(item.passages), danish.number(len(item.positions)))
                for item in commented
            ),
        )  # fmt: skip
        yield Heading("Afsnit, ingen har kommenteret", 2, "ukommenteret")
        if not nobody:
            yield Paragraph("Alle afsnit er kommenteret.")
        for item in nobody:
            place = f"s. {item.section.page}, tegn {item.section.start}–{item.section.end}"
            yield Paragraph(f"{item.section.title} ({place}; {danish.sentences(item.passages)})", "bullet")

    def _taken_up(self) -> Iterator[Block]:
        found = self.coverage.changes
        assert self.coverage.before is not None
        yield Heading("Taget op siden sidst", 1, "taget-op", new_page=True)
        counts = [f"{danish.number(found.count(change))} {change}" for change in CHANGES]
        yield Paragraph(
            f"Fra {self.coverage.before.draft.document} til {self.coverage.now.draft.document}: af "
            f"{danish.counted(len(found), 'synspunkt', 'synspunkter')} er {danish.listed(counts)}."
        )
        for number, change in enumerate(CHANGES, 1):
            places = [place for place in self._places if found[place] == change]
            if change == SAME or not places:
                continue
            title = f"{change.capitalize()} ({danish.number(len(places))})"
            yield Heading(title, 2, f"aendret-{number}")
            several = [place for place in places if self.coverage.positions[place].senders > 1]
            if not self.single and len(several) < len(places):
                yield Paragraph(
                    f"Her står de {danish.number(len(several))}, som flere står bag; resten står i Excel-arket.", "note"
                )
            places = places if self.single else several
            if not places:
                continue
            yield Grid(
                caption=title, columns=("Synspunkt", "Før", "Nu", "Udkastets ord nu"), widths=(34, 14, 14, 38),
                rows=tuple(self._change(place) for place in sorted(places, key=self._weight)),
            )  # fmt: skip

    def _weight(self, place: int) -> tuple[int, int]:
        return -self.coverage.positions[place].senders, place

    def _change(self, place: int) -> tuple[str, ...]:
        before, now = self.coverage.before, self.coverage.now
        assert before is not None
        answer = now.answers[place]
        old = before.answers[place].verdict.capitalize()
        position = self.coverage.positions[place]
        return (
            f"{named(position)} · {self._labels.get(position.theme, NO_THEME)}",
            old,
            answer.verdict.capitalize(),
            self._told(now, answer),
        )

    def _rewritten(self) -> Iterator[Block]:
        passages, before, now = self.coverage.passages, self.coverage.before, self.coverage.now
        assert passages is not None
        assert before is not None
        yield Heading("Ændringer i teksten", 1, "tekst")
        new, changed, gone = len(passages.new), len(passages.changed), len(passages.gone)
        yield Paragraph(
            f"{danish.sentences(passages.same).capitalize()} er uændret, {danish.number(changed)} er omskrevet, "
            f"{danish.number(new)} er nye, og {danish.number(gone)} er taget ud."
        )
        for title, held, listed in (("Nyt", now, passages.new), ("Taget ud", before, passages.gone)):
            if listed:
                yield Heading(title, 2, f"tekst-{title.split()[0].lower()}")
            for passage in listed:
                if self._stands(held, passage):
                    where = held.parts.sections[passage.section].title
                    yield Paragraph(f"»{passage.text}« ({where}, {spot(passage)})", "bullet")
        if passages.changed:
            yield Heading("Omskrevet", 2, "tekst-omskrevet")
            yield Grid(
                caption="Omskrevne sætninger", columns=("Før", "Nu"), widths=(50, 50),
                rows=tuple(
                    (f"»{old.text}«\n{spot(old)}", f"»{became.text}«\n{spot(became)}")
                    for old, became in passages.changed
                    if self._stands(before, old) and self._stands(now, became)
                ),
            )  # fmt: skip


def summary(coverage: Coverage) -> str:
    """One line with the counts, which add up: "Af 40 synspunkter er 10 dækket, 12 delvist dækket og 18 ikke nævnt"."""
    counts: Mapping[str, int] = coverage.counts
    total = len(coverage.positions)
    line = (
        f"Af {danish.counted(total, 'synspunkt', 'synspunkter')} er {danish.number(counts[COVERED])} dækket, "
        f"{danish.number(counts[PARTLY])} delvist dækket og {danish.number(counts[ABSENT])} ikke nævnt i "
        f"{coverage.now.draft.document}."
    )
    if coverage.before is not None:
        line += (
            f" {danish.number(coverage.changes.count(TAKEN_UP))} er taget op siden {coverage.before.draft.document}."
        )
    return line


def named(position: Position) -> str:
    """A position with its n and references, as in a report: title, "(3) Henvendelse 3, 7, 11"."""
    numbers = ", ".join(map(str, position.numbers))
    return f"{position.title}\n({danish.number(position.senders)}) Henvendelse {numbers}"


def spot(passage: Passage) -> str:
    """Page and offsets: "s. 2, tegn 350–420"."""
    return f"s. {passage.page}, tegn {passage.start}–{passage.end}"


def was_heard(coverage: Coverage) -> bool:
    """Whether the draft is the very file that was heard in the run."""
    return coverage.now.draft.sha256 in {source.sha256 for source in coverage.material.used}
