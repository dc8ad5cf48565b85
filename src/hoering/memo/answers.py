"""Which submissions are answers in the hearing, and which have remarks; interviews belong to what came before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hoering.errors import PaperError
from hoering.material import Material
from hoering.records import Source
from hoering.report import danish
from hoering.report.labels import KINDS
from hoering.report.tally import Tally

ANSWER = "hoeringssvar"
DEBATE = "debat"
_DRAFT = "politik"
# What a person may say was given as an answer, by the phase in kilder.csv; a paper or a note never is.
_MAY_ANSWER = frozenset({ANSWER, DEBATE, "survey", "ukendt"})
_PHASE = "høring"
NO_NAME = "Afsender uden navn"
_SEVERAL: Mapping[str, tuple[str, str]] = {
    "interview": ("interview", "interview"),
    "debat": ("debatindlæg", "debatindlæg"),
    "nyhed": ("nyhed", "nyheder"),
    "notat": ("notat", "notater"),
    "survey": ("svar i spørgeskemaer", "svar i spørgeskemaer"),
    "hoeringssvar": ("høringssvar fra en anden fase", "høringssvar fra en anden fase"),
    "ukendt": ("dokument af ukendt slags", "dokumenter af ukendt slags"),
}


@dataclass(frozen=True)
class Hearing:
    """The answers of a hearing, taken from the material of a run.

    Args:
        material: the tables of the run.
        debate: whether contributions to the public debate count as answers; they do not unless somebody says so.
    """

    material: Material
    debate: bool = False

    @cached_property
    def tally(self) -> Tally:
        """The counts of the whole material."""
        return Tally(self.material)

    @cached_property
    def answers(self) -> tuple[Source, ...]:
        """The answers, by number.

        Raises:
            PaperError: there are none.
        """
        found = tuple(source for source in self.material.used if self._is_answer(source))
        if not found:
            debates = any(source.kind == DEBATE for source in self.material.used)
            raise PaperError(
                "Der er ingen høringssvar i kørslen. Skriv »hoeringssvar« i kolonnen »type« i kilder.csv ud for de "
                "dokumenter, der er svar i høringen, og kør »hoering run« igen."
                + (" Skal debatindlæg regnes for svar, så skriv --med-debat efter kommandoen." if debates else "")
            )
        return found

    @cached_property
    def by_source(self) -> Mapping[str, Source]:
        """The answers by their source's id."""
        return {source.source: source for source in self.answers}

    @cached_property
    def with_remarks(self) -> tuple[Source, ...]:
        """Answers that criticise, propose or support something."""
        return tuple(source for source in self.answers if source.number in self.tally.remarked)

    @cached_property
    def without_remarks(self) -> tuple[Source, ...]:
        """Answers in which nothing of the kind was found."""
        return tuple(source for source in self.answers if source.number not in self.tally.remarked)

    @cached_property
    def others(self) -> tuple[Source, ...]:
        """What else was used: what was heard before the hearing, notes, papers; the draft left out."""
        return tuple(s for s in self.material.used if s.source not in self.by_source and s.kind != _DRAFT)

    @cached_property
    def drafts(self) -> tuple[Source, ...]:
        """What is heard."""
        return tuple(source for source in self.material.used if source.kind == _DRAFT)

    def is_private(self, source: Source) -> bool:
        """Whether a private person answers, who is never named."""
        return source.sender_type in (self.material.book.private, self.tally.labels.private)

    def party(self, source: Source) -> str:
        """Who answers, so that two answers of one organisation are one party's; each private person is one."""
        return source.source if self.is_private(source) or not source.sender else source.sender

    def name(self, source: Source) -> str:
        """The name in lists: "Handicaprådet", "Borger"."""
        return "Borger" if self.is_private(source) else source.sender or NO_NAME

    def told_others(self) -> str:
        """What was received besides the answers, by kind: "8 interview, 2 nyheder"."""
        counts = Counter(source.kind for source in self.others)
        kinds = [kind for kind in KINDS if counts[kind]] + sorted(kind for kind in counts if kind not in KINDS)
        return danish.listed([danish.counted(counts[kind], *_SEVERAL.get(kind, (kind, kind))) for kind in kinds])

    def _is_answer(self, source: Source) -> bool:
        phase = source.phase.strip().lower()
        if source.kind == ANSWER:
            return not phase or phase.startswith(_PHASE)
        if source.kind == DEBATE and self.debate:
            return True
        return source.kind in _MAY_ANSWER and phase.startswith(_PHASE)
