"""All that coverage papers are made of: the run's positions, the draft, what it says of them, and an earlier draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hoering.coverage.compare import Change, Passages, changes, compare
from hoering.coverage.drafts import Draft
from hoering.coverage.find import find_answers
from hoering.coverage.of_run import wishes_of
from hoering.coverage.passages import Parts, parts_of
from hoering.coverage.records import VERDICTS, Answer
from hoering.coverage.sections import Commented, sections_of
from hoering.errors import DraftError
from hoering.material import Material
from hoering.positions import Position
from hoering.positions.matters import Matters
from hoering.progress import Stage, silent


@dataclass(frozen=True)
class Held:
    """A draft and what it says of each position of a run, in the run's order."""

    draft: Draft
    parts: Parts
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Coverage:
    """The positions of a run held against a draft, and against an earlier one where there is one."""

    material: Material
    now: Held
    before: Held | None = None

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions, in the order of the answers."""
        return self.material.positions

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Positions by verdict; they add up to the number of positions."""
        met = Counter(answer.verdict for answer in self.now.answers)
        return {verdict: met[verdict] for verdict in VERDICTS}

    @cached_property
    def sections(self) -> Sequence[Commented]:
        """The sections of the draft with the positions about each."""
        return sections_of(self.now.parts, self.now.answers)

    @cached_property
    def changes(self) -> Sequence[Change]:
        """What became of each position since the earlier draft; nothing without one."""
        return changes(self.before.answers, self.now.answers) if self.before else []

    @cached_property
    def passages(self) -> Passages | None:
        """What became of the earlier draft's passages."""
        return compare(self.before.parts, self.now.parts) if self.before else None


def cover(material: Material, draft: Draft, earlier: Draft | None = None, *, stage: Stage = silent) -> Coverage:
    """Hold the positions of a run against a draft.

    Args:
        material: the tables of the run.
        draft: the draft; the matters of the codebook it was read by are looked for in both drafts.
        earlier: an earlier one, to see what was taken up.
        stage: how progress is shown.

    Raises:
        DraftError: the run has no positions, or both drafts are the same file.
    """
    if not material.positions:
        raise DraftError("Kørslen har ingen synspunkter, som udkastet kan holdes op mod.")
    if earlier is not None and earlier.sha256 == draft.sha256:
        raise DraftError(f"{draft.document} og {earlier.document} er den samme fil. Angiv to forskellige udkast.")
    now = _held(material, draft, draft.matters, stage)
    return Coverage(material, now, _held(material, earlier, draft.matters, stage) if earlier else None)


def _held(material: Material, draft: Draft, matters: Matters, stage: Stage) -> Held:
    parts = parts_of(draft)
    wishes = wishes_of(material.positions)
    with stage("Holder op mod udkastet", len(wishes)) as advance:
        answers = find_answers(wishes, parts.passages, matters=matters, advance=advance)
        return Held(draft, parts, tuple(answers))
