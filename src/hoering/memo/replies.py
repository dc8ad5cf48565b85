"""Who was heard and who answered: the list and its matches, the four groups of answers, and totals that add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hoering.memo.answers import Hearing
from hoering.memo.matching import Roll, by_sender
from hoering.memo.party_list import Heard
from hoering.memo.remarks import Remarks, answer_numbers, plain, spot
from hoering.records import SafeText, Source
from hoering.report import danish
from hoering.report.blocks import Block, Grid, Heading, Paragraph
from hoering.report.blocks import Remarks as Field

_NOTHING_TO_SAY = "ingen bemærkninger"
_NONE = "Ingen."


@dataclass(frozen=True)
class Replies:
    """The chapters on heard parties and on answers.

    Args:
        hearing: the answers.
        parties: the list of heard parties; None where the user gave none.
        home: the authority whose draft is heard.
    """

    hearing: Hearing
    parties: tuple[Heard, ...] | None = None
    home: str = ""

    @cached_property
    def roll(self) -> Roll:
        """The list held against the answers of all but private persons."""
        named = ((plain(s.sender), s) for s in self.hearing.answers if s.sender and not self.hearing.is_private(s))
        return Roll(self.parties or (), by_sender(named), self.home)

    @property
    def outside(self) -> list[Source]:
        """Answers that no heard party gave, as far as can be told."""
        return [answer for answer in self.hearing.answers if answer.source not in self.roll.on_list]

    def chapters(self) -> Iterator[Block]:
        """Both chapters."""
        yield Heading("Hørte parter", 1, "hoerte")
        yield from self._heard()
        yield Heading("Svar", 1, "svar")
        yield from self._totals()
        yield from self._groups()

    def _heard(self) -> Iterator[Block]:
        if self.parties is None:
            yield Paragraph(
                "Listen over hørte parter er ikke med. Når den gives med »--parter«, står her, hvem der er hørt, hvem "
                "der har svaret, og hvem der ikke har."
            )
            yield Field("Høringsliste")
            return
        roll = self.roll
        yield Paragraph(
            f"{danish.counted(len(roll.matches), 'part', 'parter')} er hørt. {self._answered()} Tabellen viser, "
            "hvilket svar der er regnet som hvis, så det kan efterses."
        )
        yield Grid(
            caption="Hørte parter og deres svar",
            columns=("Hørt part", "Svar nr.", "Afsender i svaret", "Sådan er de holdt sammen"),
            rows=tuple(
                (
                    plain(match.party.name),
                    ", ".join(str(answer.number) for answer in match.answers) or "–",
                    "; ".join(dict.fromkeys(plain(answer.sender) for answer in match.answers)) or "intet svar",
                    match.why or "–",
                )
                for match in roll.matches
            ),
            widths=(56, 16, 52, 42),
        )
        if roll.doubts:
            yield Paragraph("Skal afgøres af et menneske", "label")
            yield Paragraph(
                "Disse kan være den samme, men navnene er ikke ens nok til, at de er regnet for det. De tæller som "
                "en part uden svar og et svar uden for listen. Er de den samme, så skriv afsenderens navn efter et "
                "lighedstegn i listen (»Part = Afsender«) eller i kolonnen »Også kaldet«."
            )
            yield Grid(
                caption="Mulige sammenfald, som ikke er regnet med",
                columns=("Hørt part", "Afsender", "Svar nr.", "Hvorfor de nævnes"),
                rows=tuple(
                    (plain(doubt.party.name), doubt.sender, ", ".join(map(str, doubt.numbers)), doubt.why)
                    for doubt in roll.doubts
                ),
                widths=(52, 52, 18, 44),
            )

    def _answered(self) -> str:
        answered, silent = len(self.roll.answered), len(self.roll.silent)
        if not silent:
            return "Alle har svaret."
        if not answered:
            return "Ingen af dem har svaret."
        return f"{danish.number(answered)} har svaret, og {danish.number(silent)} har ikke."

    def _totals(self) -> Iterator[Block]:
        answers, remarked = self.hearing.answers, self.hearing.with_remarks
        rows = [("Svar i alt", len(answers))]
        rows += [("– med bemærkninger", len(remarked)), ("– uden bemærkninger", len(self.hearing.without_remarks))]
        if self.parties is not None:
            rows += [("– fra hørte parter", len(answers) - len(self.outside)), ("– fra andre", len(self.outside))]
            rows += [("Hørte parter i alt", len(self.roll.matches)), ("– som har svaret", len(self.roll.answered))]
            rows += [("– som ikke har svaret", len(self.roll.silent))]
        yield Grid(
            caption="Høringen i tal",
            columns=("Svar og parter", "Antal"),
            rows=tuple((name, danish.number(count)) for name, count in rows),
            widths=(4, 1),
            counts=True,
        )

    def _groups(self) -> Iterator[Block]:
        remarks = Remarks(self.hearing)
        on_list = self.roll.on_list if self.parties is not None else {s.source for s in self.hearing.answers}
        where = " på høringslisten" if self.parties is not None else ""
        with_, without = (
            [source for source in group if source.source in on_list]
            for group in (self.hearing.with_remarks, self.hearing.without_remarks)
        )
        yield from _group(f"a) Svar med bemærkninger{where}", remarks.named(with_), len(with_))
        yield from _group(f"b) Svar uden bemærkninger{where}", remarks.named(without), len(without))
        if self.parties is not None:
            outside = self.outside
            plainly = [source for source in outside if source not in self.hearing.with_remarks]
            told = remarks.named(outside)
            if plainly:
                told += f". Uden bemærkninger er {answer_numbers(source.number for source in plainly)}"
            yield from _group("c) Svar fra andre end de hørte parter", told, len(outside))
            silent = self.roll.silent
            yield from _group("d) Hørt, men uden svar", danish.listed([plain(p.name) for p in silent]), len(silent))
        for source in self.hearing.with_remarks:
            words = self._nothing_to_say(source)
            if words:
                yield Paragraph(
                    f"{remarks.subject(source)} skriver {words}, men svaret rummer også andet og er derfor regnet "
                    "blandt svarene med bemærkninger."
                )

    def _nothing_to_say(self, source: Source) -> str:
        """The words by which an answer with remarks says that it has none, quoted with their page."""
        text = self.hearing.material.texts.get(source.source)
        place = text.view.text.casefold().find(_NOTHING_TO_SAY) if text else -1
        if text is None or place < 0:
            return ""
        words = text.view.text[place : place + len(_NOTHING_TO_SAY)]
        return f"»{words}« ({spot(source.number, _page(text, place))})"


def _page(text: SafeText, place: int) -> int:
    return text.page_of(text.view.to_raw(place, place + 1)[0])


def _group(title: str, told: str, count: int) -> Iterator[Block]:
    yield Paragraph(f"{title} ({danish.number(count)})", "label")
    yield Paragraph(f"{told[:1].upper()}{told[1:]}." if told else _NONE)
