"""What a run takes from people's decisions: a coder that has learned, and the decisions themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hoering.codebook import Codebook
from hoering.coding.protocol import WeighingCoder
from hoering.learning.coder import LearnedCoder
from hoering.learning.decisions import Decisions
from hoering.learning.layer import Layer, load_layer
from hoering.learning.places import place_of
from hoering.learning.placing import placed
from hoering.learning.reading import read_decisions
from hoering.learning.settle import Settled, settle
from hoering.learning.sheet import find_sheet
from hoering.records import Coding, Problem, Segment

_STAGE = "beslutninger"


@dataclass(frozen=True, slots=True)
class FromPeople:
    """The decisions of a project for one codebook, the name of their table, and what was learned from them."""

    decisions: Decisions
    file: str
    layer: Layer | None

    @classmethod
    def read(cls, processed: Path, book: Codebook, base: str) -> FromPeople:
        """Read what there is.

        Args:
            processed: folder of the tables.
            book: the codebook of the run.
            base: name of the coder that is built upon.

        Raises:
            DecisionsError: the table has faults, or what was learned is damaged; nothing is to be coded then.
        """
        path = find_sheet(processed)
        return cls(read_decisions(path, book), path.name if path else "", load_layer(processed, book, base))

    def inputs(self) -> list[tuple[str, str]]:
        """Names and hashes for the fingerprint of a run."""
        layer = [("laering", self.layer.digest)] if self.layer else []
        return [(_STAGE, self.decisions.digest), *layer] if self.file else layer

    def coder(self, base: WeighingCoder, book: Codebook) -> WeighingCoder:
        """The coder with what was learned on top; the coder itself where nothing was."""
        return LearnedCoder(base, self.layer, book) if self.layer else base

    def settle(self, codings: Iterable[Coding], segments: Iterable[Segment]) -> tuple[Settled, list[Problem]]:
        """Let decisions stand in place of the machine's codings; what could not be placed becomes a problem."""
        texts = {place_of(item): item.text for item in segments if item.level == "sentence"}
        there = placed(self.decisions, texts, self.file)
        told = [*there.told, *self._stale()]
        return settle(codings, there.items), [Problem(stage=_STAGE, item=self.file, reason=line) for line in told]

    def _stale(self) -> list[str]:
        """Told where the layer was learned from other decisions than those there are."""
        if self.layer is None or self.layer.decisions == self.decisions.digest:
            return []
        return ["Beslutningerne er ændret, siden der sidst blev lært af dem. Kør »hoering learn«."]
