"""What was heard, when, from whom, and what became of what was received: the opening of a paper, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from hoering.records import Source
from hoering.report import danish
from hoering.report.parties import ordered_types
from hoering.report.tally import Tally

ASIDE_LISTED = 6
STATUS_LABELS = {"duplicate": "Dublet", "unreadable": "Kan ikke læses", "excluded": "Udeladt"}
_DRAFT = "politik"


@dataclass(frozen=True)
class Opening:
    """The counts of an opening and the sentences that tell them."""

    tally: Tally

    @property
    def lines(self) -> tuple[str, ...]:
        """All sentences, those that have something to say."""
        told = (self.heard, self.received, self.dated, self.from_whom, self.alike, self.remarks)
        return tuple(line for line in (tell() for tell in told) if line)

    @cached_property
    def senders(self) -> Counter[str]:
        """Different senders per type; each private person and each source without a name is one of its own."""
        private = self.tally.labels.private
        different = {
            (s.source if s.sender_type == private else s.sender or s.source, s.sender_type or "ukendt")
            for s in self.tally.material.answers
        }
        return Counter(kind for _, kind in different)

    def heard(self) -> str:
        """What is being heard: the drafts among what was received."""
        drafts = [source for source in self.tally.material.used if source.kind == _DRAFT]
        named = [f"»{title_of(source)}« (henvendelse {source.number})" for source in drafts]
        return f"Det, der er hørt over, er {danish.listed(named)}." if named else ""

    def received(self) -> str:
        """How much was received, used and set aside."""
        statuses = Counter(source.status for source in self.tally.material.sources)
        parts = [
            danish.counted(statuses["used"], "er brugt", "er brugt"),
            danish.counted(statuses["duplicate"], "er en dublet", "er dubletter"),
            f"{danish.number(statuses['unreadable'])} kan ikke læses",
            danish.counted(statuses["excluded"], "er udeladt", "er udeladt"),
        ]
        counts = [statuses[name] for name in ("used", "duplicate", "unreadable", "excluded")]
        told = danish.listed([part for part, count in zip(parts, counts, strict=True) if count or part is parts[0]])
        text = f"Der er modtaget {danish.sources(sum(statuses.values()))}: {told}."
        drafts = len(self.tally.material.used) - len(self.tally.material.answers)
        if drafts:
            answers = danish.number(len(self.tally.material.answers))
            what = "selve udkastet" if drafts == 1 else "udkast"
            text += f" Af de brugte er {danish.number(drafts)} {what}; de øvrige {answers} tæller med i tallene."
        return text

    def dated(self) -> str:
        """The first and the last date of those that have one."""
        answers = self.tally.material.answers
        dates = sorted(source.date for source in answers if danish.is_date(source.date))
        undated = sum(not source.date for source in answers)
        without = f"{danish.sources(undated)} er uden dato" if undated else ""
        if not dates:
            return f"{without}." if without else ""
        first, last = danish.date(dates[0]), danish.date(dates[-1])
        span = f"De er dateret {first}" if first == last else f"De er dateret fra {first} til {last}"
        return f"{span}; {without}." if without else f"{span}."

    def cover(self) -> str:
        """How many and from when, in one line below the title."""
        answers = self.tally.material.answers
        dates = sorted(source.date for source in answers if danish.is_date(source.date))
        if not dates:
            return danish.sources(len(answers))
        first, last = danish.date(dates[0]), danish.date(dates[-1])
        return f"{danish.sources(len(answers))}, {first if first == last else f'{first} – {last}'}"

    def from_whom(self) -> str:
        """Different senders, by type."""
        if not self.senders:
            return ""
        labels = self.tally.labels
        codes = ordered_types(self.senders, labels)
        by_type = ", ".join(f"{labels.actor(code)} {danish.number(self.senders[code])}" for code in codes)
        total = danish.counted(sum(self.senders.values()), "afsender", "forskellige afsendere")
        return f"De kommer fra {total}: {by_type}."

    def alike(self) -> str:
        """Campaigns: how many texts are the same, and how many different ones there are."""
        answers = self.tally.material.answers
        groups = Counter(source.group for source in answers if source.group)
        total = sum(groups.values())
        different = danish.number(len(answers) - total + len(groups))
        if not groups:
            return f"Ingen er enslydende; der er {different} forskellige tekster." if len(answers) > 1 else ""
        named = danish.listed(sorted(groups))
        return (
            f"{danish.number(total)} henvendelser er enslydende eller næsten enslydende: {named}. Hver afsender "
            f"tæller som en henvendelse; regnet efter tekst er der {different} forskellige."
        )

    def remarks(self) -> str:
        """How many have remarks, and which have none."""
        numbers = [source.number for source in self.tally.material.answers]
        without = [number for number in numbers if number not in self.tally.remarked]
        having = danish.counted(len(numbers) - len(without), "henvendelse rummer", "henvendelser rummer")
        if not numbers:
            return ""
        text = f"{having} bemærkninger (kritik, forslag eller støtte)"
        if not without:
            return f"{text}; ingen er uden."
        listed = danish.listed([str(number) for number in without])
        return f"{text}; {danish.number(len(without))} gør ikke: henvendelse {listed}."

    def set_aside(self) -> Iterator[str]:
        """Why things were set aside: one line each where they are few, else one for each reason."""
        aside = aside_of(self.tally.material.sources)
        if len(aside) <= ASIDE_LISTED:
            for source in aside:
                yield f"{source.document}: {STATUS_LABELS[source.status]}. {reason_of(source)}"
        else:
            for status, count in sorted(Counter(source.status for source in aside).items()):
                yield f"{STATUS_LABELS[status]}: {danish.sources(count)}. Grunden til hver står i bilag 2."


def title_of(source: Source) -> str:
    """What a document calls itself, or else its file."""
    return source.subject or source.title or source.document


def aside_of(sources: Iterable[Source]) -> list[Source]:
    """What was received and not used, by status and document."""
    aside = (source for source in sources if source.status != "used")
    return sorted(aside, key=lambda s: (STATUS_LABELS[s.status], s.document, s.source))


def reason_of(source: Source) -> str:
    """Why something was set aside."""
    return source.reason or "Ingen grund angivet."
