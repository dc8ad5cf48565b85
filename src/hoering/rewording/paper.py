"""A theme report with the model's paragraphs in it: after the composed one, marked, and told of among the methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from hoering.coding.llm.client import NoReply
from hoering.records import Problem
from hoering.report import danish
from hoering.report.blocks import Block, Group, Heading, Paper, Paragraph
from hoering.report.entries import Entries, Entry
from hoering.report.recount.reworded import mark
from hoering.report.theme_report import ThemeReport
from hoering.report.verify import STAGE
from hoering.rewording.checking import Refused
from hoering.rewording.facts import facts_of
from hoering.rewording.writer import Rewriter

METHOD = "metode"


@dataclass
class Rewording:
    """Puts reworded paragraphs into a report.

    After `paper`, ``printed`` is how many paragraphs the model reworded, and ``problems`` say why others were not, by
    the position they stand under.
    """

    writer: Rewriter
    problems: list[Problem] = field(default_factory=list)
    printed: int = field(init=False, default=0)
    _refused: Counter[str] = field(init=False, default_factory=Counter)

    def paper(self, report: ThemeReport) -> Paper:
        """The report's paper; where nothing could be asked, it is the very same as without a model.

        Raises:
            OutputError: replies cannot be kept.
        """
        self.problems, self.printed, self._refused = [], 0, Counter()
        known = {entry.anchor: entry for entry in report.entries.all}
        blocks = tuple(self._reworded(report.paper.blocks, None, known, report.entries))
        return replace(report.paper, blocks=tuple(self._told(blocks)))

    def _reworded(
        self, blocks: Iterable[Block], entry: Entry | None, known: dict[str, Entry], entries: Entries
    ) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Group):
                inner = self._reworded(block.blocks, _entry(block, known), known, entries)
                yield replace(block, blocks=tuple(inner))
                continue
            yield block
            if entry and isinstance(block, Paragraph) and block.kind == "text" and not block.see:
                yield from self._paragraph(entry, block.text, entries)

    def _paragraph(self, entry: Entry, text: str, entries: Entries) -> Iterator[Paragraph]:
        try:
            found = self.writer.reword(facts_of(entry, text, entries))
        except NoReply as error:
            self._note(entry, str(error))
        except Refused as error:
            self._refused[str(error)] += 1
            self._note(entry, str(error))
        else:
            self.printed += 1
            yield Paragraph(mark(self.writer.model) + found, "note")

    def _note(self, entry: Entry, reason: str) -> None:
        item = f"Omskrivning af »{entry.title}«"
        self.problems.append(Problem(stage=STAGE, item=item, reason=reason))

    def _told(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield block
            if isinstance(block, Heading) and block.anchor == METHOD and (self.printed or self._refused):
                yield from map(Paragraph, self._method())

    def _method(self) -> Iterator[str]:
        own = danish.counted(self.printed, "afsnit", "afsnit")
        yield (
            f"Sprogmodellen »{self.writer.model}« har omskrevet {own} ud fra pseudonymiseret tekst. De er mærket og "
            "står efter det afsnit, de gengiver. Et program har sammenholdt tal, navne, citater og holdningsord med "
            "rækkerne; om en sætning i øvrigt siger det samme, må læseren vurdere ved at holde de to sammen."
        )
        if self._refused:
            total = danish.counted(self._refused.total(), "omskrivning", "omskrivninger")
            reasons = "; ".join(f"{reason.rstrip('.')} ({count})" for reason, count in sorted(self._refused.items()))
            yield f"Sprogmodellens tekst er afvist i {total}, og der står kun rapportens eget afsnit: {reasons}."


def _entry(group: Group, known: dict[str, Entry]) -> Entry | None:
    """The entry that a group of blocks is about, by the anchor of its heading."""
    if group.kind != "entry":
        return None
    anchors = (block.anchor for block in group.blocks if isinstance(block, Heading))
    return next((known[anchor] for anchor in anchors if anchor in known), None)
