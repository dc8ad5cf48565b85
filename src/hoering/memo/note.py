"""The hearing memo (høringsnotat): one section per theme in the draft's own order, sender first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hoering.coverage.drafts import Draft
from hoering.memo import period
from hoering.memo.answers import Hearing
from hoering.memo.changes import changes
from hoering.memo.draft import Section, chosen, sections
from hoering.memo.party_list import Heard
from hoering.memo.period import Period
from hoering.memo.remarks import Remarks, plain, spot
from hoering.memo.replies import Replies
from hoering.memo.statements import Statements
from hoering.memo.taken_up import TakenUp
from hoering.records import Problem, Source
from hoering.report import danish
from hoering.report.blocks import Block, Contents, Grid, Group, Heading, Paper, Paragraph
from hoering.report.blocks import Remarks as Field
from hoering.report.opening import title_of

CAUTION = (
    "Udkast lavet af et program. Hvad der er en bemærkning, hvilket emne den hører til, og hvordan den er sagt med "
    "andre ord, er maskinelle forslag, som skal læses efter i svarene. Hvert citat er ordret."
)


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the user decides of a memo.

    ``parties`` are those heard, None where no list is given; ``period`` is "2026-03-02..2026-04-13" or ``""``;
    ``draft`` names the draft by number, file or title; ``date`` is the memo's (ISO); ``debate`` counts contributions
    to the public debate as answers; ``each`` is how many statements of each kind a sender has under a theme;
    ``revised`` is the draft after the hearing.
    """

    parties: tuple[Heard, ...] | None = None
    period: str = ""
    draft: str = ""
    date: str = ""
    debate: bool = False
    each: int = 1
    revised: Draft | None = None


@dataclass(frozen=True)
class Memo:
    """Everything a paper on a hearing is made of."""

    hearing: Hearing
    choices: Choices

    @cached_property
    def draft(self) -> Source | None:
        """What is heard."""
        return chosen(self.hearing.drafts, self.choices.draft)

    @cached_property
    def period(self) -> Period | None:
        """When the hearing ran, where somebody says so."""
        if self.choices.period:
            return period.given(self.choices.period)
        return period.found(self.hearing.material, self.draft)

    @cached_property
    def statements(self) -> Statements:
        """What the answers say."""
        return Statements(self.hearing)

    @cached_property
    def remarks(self) -> Remarks:
        """Puts it into words."""
        return Remarks(self.hearing, self.choices.each, self.statements.clear_parties)

    @cached_property
    def replies(self) -> Replies:
        """Who was heard and who answered."""
        return Replies(self.hearing, self.choices.parties, self.draft.sender if self.draft else "")

    @cached_property
    def sections(self) -> list[Section]:
        """Themes with remarks under the draft's headings."""
        known = [code.id for code in self.hearing.material.book.themes]
        told = (theme for theme, own in self.statements.by_theme.items() if self.remarks.claims(own))
        themes = sorted(told, key=lambda t: (known.index(t) if t in known else len(known), t))
        return sections(self.hearing.material, self.draft, themes)

    @cached_property
    def taken_up(self) -> TakenUp | None:
        """What the revised draft takes up, where there is one."""
        revised = self.choices.revised
        return None if revised is None else TakenUp(self.hearing, self.draft, revised)

    @property
    def problems(self) -> list[Problem]:
        """Statements that could not be found again, and so are not told."""
        return self.statements.refused

    @property
    def title(self) -> str:
        """What is heard, as a subtitle."""
        return f"Høring over »{plain(title_of(self.draft))}«" if self.draft else "Høring"

    def head(self) -> Iterator[Block]:
        """Date and fields for the file number and who writes."""
        yield Paragraph(f"Dato: {self._date()}", "count")
        yield Paragraph("J.nr.:", "count")
        yield Paragraph("Sagsbehandler:", "count")
        yield Paragraph(CAUTION, "caution")

    def introduction(self) -> Iterator[Block]:
        """What is heard, when, and what was received."""
        yield Heading("Indledning", 1, "indledning")
        if self.draft is None:
            yield Paragraph("Der er intet udkast i materialet.")
        else:
            sender = f" fra {plain(self.draft.sender)}" if self.draft.sender else ""
            name = plain(title_of(self.draft))
            yield Paragraph(f"Der er hørt over »{name}«{sender} (henvendelse {self.draft.number}).")
        if self.period:
            yield Paragraph(self.period.line)
        else:
            yield Paragraph("Høringsperioden fremgår ikke af materialet. Den kan gives med »--periode«.")
        yield Paragraph(" ".join(self._received()))

    def guide(self) -> Iterator[Block]:
        """How the memo is to be read."""
        yield Heading("Sådan læses notatet", 1, "laesning")
        yield Paragraph(" ".join(self._guide()))

    def general(self) -> Iterator[Block]:
        """What is said of the draft as a whole and of the hearing, and who refers to whose answer."""
        yield Heading("Generelle bemærkninger", 1, "generelle")
        told = self.remarks.paragraphs(self.statements.general)
        for item in self.statements.joined:
            told.append(
                f"{self.remarks.subject(item.answer)} henviser til svaret fra {self.remarks.other(item)}: "
                f"»{item.words}« ({spot(item.answer.number, item.page)}). Hvad der står i det svar, er derfor også "
                "en del af dette."
            )
        yield from map(Paragraph, told or ["Ingen svar har bemærkninger til udkastet som helhed eller til høringen."])
        yield Field()

    def themes(self) -> Iterator[Block]:
        """One section per theme, under the draft's headings."""
        yield Heading("Bemærkninger til de enkelte emner", 1, "emner", new_page=True)
        if not self.sections:
            yield Paragraph("Ingen svar har bemærkninger til de enkelte emner.")
        book = self.hearing.material.book
        count = 0
        for index, section in enumerate(self.sections, 1):
            yield Heading(section.title, 2, f"afsnit-{index}")
            for theme in section.themes:
                count += 1
                told = self.remarks.paragraphs(self.statements.by_theme[theme], self.statements.joined_in(theme))
                yield Group(
                    kind="theme",
                    theme=f"emne-{count}",
                    blocks=(Heading(book.label_of(theme), 3, f"emne-{count}"), *map(Paragraph, told), Field()),
                )

    def changes(self) -> Iterator[Block]:
        """A list to fill: which remarks lead to which changes; with a revised draft, suggestions in it."""
        yield from changes([section.title for section in self.sections], self.taken_up)

    def appendix(self) -> Iterator[Block]:
        """All answers with their numbers."""
        yield Heading("Bilag", 1, "bilag")
        yield Grid(
            caption="Høringssvar",
            columns=("Nr.", "Afsender", "Slags", "Dato", "Bemærkninger", "Sider"),
            rows=tuple(self._answer(source) for source in self.hearing.answers),
            widths=(10, 60, 40, 28, 24, 12),
            anchors=tuple(f"h{source.number}" for source in self.hearing.answers),
        )
        others = self.hearing.told_others()
        if others:
            yield Paragraph(
                f"Materialet rummer også {others}. Det er ikke svar i høringen og er derfor ikke gengivet her, men det "
                "indgår i temarapporten."
            )

    def _answer(self, source: Source) -> tuple[str, ...]:
        return (
            str(source.number),
            plain(self.hearing.name(source)),
            self.hearing.tally.labels.actor(source.sender_type),
            danish.date(source.date) if source.date else "uden dato",
            "med" if source.number in self.hearing.tally.remarked else "uden",
            str(source.pages),
        )

    def _date(self) -> str:
        if self.choices.date:
            return danish.date(self.choices.date)
        dates = sorted(source.date for source in self.hearing.answers if danish.is_date(source.date))
        return f"{danish.date(dates[-1])} (det seneste svars dato)" if dates else ""

    def _received(self) -> Iterator[str]:
        answers = self.hearing.answers
        remarked, silent = len(self.hearing.with_remarks), len(self.hearing.without_remarks)
        some = f"{danish.number(remarked)} har bemærkninger, og {danish.number(silent)} har ingen"
        every = "Alle har bemærkninger" if not silent else "Ingen har bemærkninger" if not remarked else some
        yield f"Der er modtaget {danish.number(len(answers))} høringssvar. {every}."
        dates = sorted(source.date for source in answers if danish.is_date(source.date))
        undated = len(answers) - len([source for source in answers if source.date])
        if dates:
            span = f"fra {danish.date(dates[0])} til {danish.date(dates[-1])}"
            yield f"Svarene er dateret {span if dates[0] != dates[-1] else danish.date(dates[0])}" + (
                f"; {danish.number(undated)} er uden dato." if undated else "."
            )
        late = period.late(self.period, answers) if self.period else []
        if late:
            listed = self.remarks.named(late)
            yield f"Dateret efter fristen er {'svaret' if len(late) == 1 else 'svarene'} fra {listed}."
        aside = [s for s in self.hearing.material.sources if s.status == "duplicate" and s.kind == "hoeringssvar"]
        if aside:
            count = danish.number(len(aside))
            yield f"{count} høringssvar er sat til side, fordi det samme svar er modtaget flere gange."

    def _guide(self) -> Iterator[str]:
        yield (
            "Svarene er vedlagt, og numrene er de samme som i bilaget og i temarapporten. Notatet gengiver kun "
            "hovedindholdet; for det fulde indhold henvises til svarene."
        )
        total, told = len(self.statements.all), self._told()
        yield (
            f"Af {danish.counted(total, 'udsagn', 'udsagn')} med kritik, forslag eller støtte er "
            f"{danish.number(told)} gengivet: under hvert emne det væsentligste, hver afsender støtter, kritiserer og "
            "ønsker."
            if told < total
            else f"Alle {danish.number(total)} udsagn med kritik, forslag eller støtte er gengivet."
        )
        yield "Ens bemærkninger fra flere er skrevet sammen. Borgere er ikke nævnt ved navn."
        if self.draft is not None:
            yield (
                "Emnerne følger udkastets egen rækkefølge: Hvert emne står under det afsnit, der siger mest om det, og "
                "emner, som udkastet ikke har, står sidst."
            )
        else:
            yield "Emnerne står i kodebogens rækkefølge, fordi der intet udkast er i materialet."
        yield "Hvor mange der siger det samme, er ikke en afstemning."

    def _told(self) -> int:
        """How many statements stand in the memo: those of groups and each sender's main points."""
        themes = [self.statements.general, *(self.statements.by_theme[t] for s in self.sections for t in s.themes)]
        return sum(len(self.remarks.claims(own)) for own in themes)


def memo_paper(memo: Memo) -> Paper:
    """The memo in running text."""
    blocks = [
        *memo.head(), Contents(), *memo.introduction(), *memo.replies.chapters(), *memo.guide(), *memo.general(),
        *memo.themes(), *memo.changes(), *memo.appendix(),
    ]  # fmt: skip
    return Paper(title="Høringsnotat", subtitle=memo.title, blocks=tuple(blocks))
