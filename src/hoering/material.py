"""All that a paper may be made of: the tables of one run, the settings they were made with, and the readable texts.

Made in memory by the pipeline or read from a finished run; a paper rendered from either is the same, byte by byte.
Whatever a paper prints, it takes from here, so that every number can be counted again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from hoering.codebook import Codebook
from hoering.codes import read_codes
from hoering.concerns.records import Concern
from hoering.concerns.table import concerns_of
from hoering.duplicates import Passage
from hoering.endorsements import Endorsement
from hoering.errors import PaperError
from hoering.positions import Position, positions_of
from hoering.project import MANIFEST, Settings
from hoering.records import Coding, Flag, Problem, SafeText, Source, Theme
from hoering.tables import TABLES, read_table, records_of
from hoering.texts import read_texts
from hoering.themes import NOT_COUNTED, themes

# Without these no paper can be made; other tables are for those papers that are about them.
NEEDED = frozenset(
    {"documents", "codings", "concerns", "positions", "position_members", "endorsements", "own_passages", "problems",
     "flags", "codes", "texts"}
)  # fmt: skip


@dataclass(frozen=True)
class Material:
    """The tables of one run by name (see ``data/processed/README.md``) and its settings; all else is read from these.

    Records are made when they are asked for, and once.
    """

    frames: Mapping[str, pd.DataFrame]
    settings: Settings

    @classmethod
    def read(cls, processed: Path) -> Material:
        """The material of a finished run.

        Args:
            processed: folder with the tables, ``data/processed`` of a project.

        Raises:
            PaperError: there is no finished run, or an older version made it without the tables that are needed.
        """
        try:
            manifest = json.loads((processed / MANIFEST).read_text(encoding="utf-8"))
            settings = Settings(**manifest["settings"])
            there = [name for name in TABLES if name in NEEDED or (processed / f"{name}.parquet").is_file()]
            frames = {name: read_table(processed, name) for name in there}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise PaperError(
                f"I {processed} ligger der ingen færdig kørsel fra denne version. Kør »hoering run« først."
            ) from error
        return cls(frames=frames, settings=settings)

    def table(self, name: str) -> pd.DataFrame:
        """A table by its name."""
        return self.frames[name]

    @cached_property
    def book(self) -> Codebook:
        """The codebook of the run: labels, definitions, guiding questions; no patterns, so it cannot code."""
        return read_codes(self.frames["codes"])

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Everything received, also what was set aside or could not be read."""
        return tuple(records_of(self.frames["documents"], Source))

    @cached_property
    def used(self) -> tuple[Source, ...]:
        """The sources that were coded, by their number; the draft that is heard is among them."""
        return tuple(sorted((s for s in self.sources if s.status == "used"), key=lambda s: (s.number, s.source)))

    @cached_property
    def answers(self) -> tuple[Source, ...]:
        """The sources that count as somebody's word on the matter: those in use, but for the draft itself."""
        return tuple(source for source in self.used if source.kind not in NOT_COUNTED)

    @cached_property
    def by_id(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return {source.source: source for source in self.sources}

    @cached_property
    def codings(self) -> tuple[Coding, ...]:
        """All codings, also those of the draft and of an interviewer's questions."""
        return tuple(records_of(self.frames["codings"], Coding))

    @cached_property
    def concerns(self) -> tuple[Concern, ...]:
        """All claims: who wants what from whom; those of the draft left out."""
        counted = {source.source for source in self.answers}
        return tuple(item for item in concerns_of(self.frames["concerns"]) if item.source in counted)

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """What senders want, criticise and praise, with those behind it; also positions that are about no theme."""
        return tuple(positions_of(self.frames["positions"], self.frames["position_members"]))

    @cached_property
    def endorsements(self) -> tuple[Endorsement, ...]:
        """Where a source joins another's answer."""
        return tuple(records_of(self.frames["endorsements"], Endorsement))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be done in the run."""
        return tuple(records_of(self.frames["problems"], Problem))

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """Where somebody might be recognised although no name stands there."""
        return tuple(records_of(self.frames["flags"], Flag))

    @cached_property
    def texts(self) -> Mapping[str, SafeText]:
        """The readable, pseudonymised text of each source in use, by the source's id."""
        return read_texts(self.frames["texts"], self.sources)

    @cached_property
    def own(self) -> Mapping[str, tuple[Passage, ...]]:
        """The passages each near copy has and no other of its group, in the raw text, by source."""
        found: dict[str, list[Passage]] = defaultdict(list)
        frame = self.frames["own_passages"]
        rows = frame.loc[frame["kind"] == "own", ["source", "start", "end"]].itertuples(index=False, name=None)
        for source, start, end in rows:
            found[source].append(Passage(start=start, end=end))
        grouped = (source.source for source in self.used if source.group)
        return {source: tuple(found[source]) for source in grouped}

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes counted anew from the codings, the one met in most sources first, with all their quotations.

        The quotations are not verified; see `hoering.report.verify`.
        """
        return tuple(themes(self.codings, self.sources, self.book, self.own))
