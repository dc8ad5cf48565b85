"""What people want, held against a draft: the part of notebook 04 that reads a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd
from pandas.io.formats.style import Styler

from hoering import language, views
from hoering.codebook import Codebook
from hoering.coding.registry import AUTO, make_coder
from hoering.coverage import TABLE, Coverage, CoveragePaper, cover, coverage_frame, excel_bytes
from hoering.coverage.paper import summary
from hoering.coverage.records import ABSENT
from hoering.coverage_commands import PAPER
from hoering.draft import read_draft
from hoering.material import Material
from hoering.notebook.progress import told
from hoering.records import Problem
from hoering.report import printed
from hoering.tables import parquet_bytes

TABLE_FILE = f"{TABLE}.parquet"


@dataclass(frozen=True)
class HeldAgainst:
    """A run held against a draft, and against an earlier one where there is one.

    Args:
        material: the tables of the run.
        book: the codebook of the run, with its patterns.
        draft: the file, in any format that can be read.
        earlier: an earlier draft; ``""`` for none.
    """

    material: Material
    book: Codebook
    draft: str
    earlier: str = ""

    @cached_property
    def coverage(self) -> Coverage:
        """What the draft says of each position.

        Raises:
            HoeringError: a draft cannot be read, or the run has nothing to hold against it.
        """
        nlp, coder = language.load(), make_coder(AUTO, self.book)
        names = [name for name in (self.draft, self.earlier) if name]
        return cover(
            self.material, *(read_draft(Path(name), book=self.book, coder=coder, nlp=nlp) for name in names), stage=told
        )

    @property
    def summary(self) -> str:
        """One line with the counts."""
        return summary(self.coverage)

    @property
    def table(self) -> bytes:
        """The table ``coverage`` as Parquet."""
        return parquet_bytes(coverage_frame(self.coverage))

    def files(self) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """The paper for Word and browser and the Excel file, by name, and what could not be printed."""
        made = printed(CoveragePaper(self.coverage).paper, PAPER, self.material, ("word", "html"), tables=False)
        return {**made.files, f"{PAPER}.xlsx": excel_bytes(self.coverage)}, made.problems

    def left_out(self, rows: int) -> Styler:
        """Criticism and wishes the draft does not speak of, most senders first; praise asks for no answer."""
        frame = coverage_frame(self.coverage)
        own = frame[(frame["verdict"] == ABSENT) & (frame["stance"] != "stoette")].sort_values(
            "senders", ascending=False, kind="stable"
        )
        themes = {code.id: code.label for code in self.material.book.themes}
        columns = {
            "Tema": own["theme"].map(lambda code: themes.get(code, code)),
            "Synspunkt": own["title"],
            "Afsendere": own["senders"],
            "Henvendelse": own["source_numbers"],
            "Hvorfor": own["why"],
        }
        return views.show(pd.DataFrame(columns), rows=rows, title="Ikke nævnt i udkastet.")
