"""Which remarks a revised draft takes up that the heard one did not: suggestions for the memo's list of changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hoering.coverage.compare import PARTLY_TAKEN_UP, TAKEN_UP
from hoering.coverage.drafts import Draft
from hoering.coverage.records import VERDICTS, Passage, Verdict
from hoering.coverage.result import Coverage, cover
from hoering.errors import PaperError
from hoering.memo.answers import Hearing
from hoering.memo.heard_draft import heard_draft
from hoering.positions import Position
from hoering.positions.titles import is_quoted
from hoering.records import Source

_UP = frozenset({TAKEN_UP, PARTLY_TAKEN_UP})
# Praise asks for no change.
_ASKING = frozenset({"kritik", "forslag"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A position under one passage of the revised draft.

    ``numbers`` are the answers behind it, under whatever themes; ``before`` and ``now`` are what the drafts say of it,
    where they say different things under different themes the smallest change.
    """

    title: str
    numbers: tuple[int, ...]
    before: Verdict
    now: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A passage of the revised draft that the heard one does not have, with the remarks that it may answer.

    ``section`` is the heading it stands under; ``text`` is verbatim.
    """

    section: str
    page: int
    text: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class TakenUp:
    """The heard and the revised draft held against what the answers want.

    Args:
        hearing: the answers.
        heard: the draft that was heard, a source of the run.
        revised: the draft after the hearing, from `hoering.draft.read_draft`.
    """

    hearing: Hearing
    heard: Source | None
    revised: Draft

    @cached_property
    def coverage(self) -> Coverage:
        """Every position of the run against both drafts.

        Raises:
            PaperError: the run has no draft to compare with.
            DraftError: the run has no positions, or both drafts are the same file.
        """
        if self.heard is None:
            raise PaperError(
                "Der er intet udkast i kørslen, som det nye udkast kan holdes op mod. Læg det udkast, der var i "
                "høring, i mappen »politik«, og kør »hoering run« igen."
            )
        return cover(self.hearing.material, self.revised, heard_draft(self.hearing.material, self.heard))

    @cached_property
    def sections(self) -> Sequence[str]:
        """The revised draft's headings in its order."""
        return [section.title for section in self.coverage.now.parts.sections]

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        """One for each new or reworded passage that remarks are answered by, in the revised draft's order.

        A criticism or a wish counts when an answer in the hearing is behind it, and when it is told in common words
        or by several: what one person says in words of its own is held against drafts too loosely to be suggested.
        """
        found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        passages: dict[int, Passage] = {}
        for place, position in enumerate(self.coverage.positions):
            passage = self.coverage.now.answers[place].passage
            if passage is not None and self._is_taken_up(place, passage):
                passages[passage.number] = passage
                found[passage.number][position.title].append(place)
        return [self._suggestion(passages[number], found[number]) for number in sorted(found)]

    def _is_taken_up(self, place: int, passage: Passage) -> bool:
        position = self.coverage.positions[place]
        told = not is_quoted(position.title) or position.senders > 1
        return (
            self.coverage.changes[place] in _UP
            and position.stance in _ASKING
            and told
            and bool(self._answers_behind(position))
            and passage.number in self._new
            and self.revised.text.view.quote(passage.start, passage.end) == passage.text
        )

    @cached_property
    def _new(self) -> frozenset[int]:
        """Passages that the heard draft does not have word for word: an old one takes nothing up."""
        passages = self.coverage.passages
        assert passages is not None
        return frozenset(p.number for p in (*passages.new, *(became for _, became in passages.changed)))

    def _answers_behind(self, position: Position) -> set[int]:
        return set(position.numbers) & {answer.number for answer in self.hearing.answers}

    def _suggestion(self, passage: Passage, own: Mapping[str, Sequence[int]]) -> Suggestion:
        remarks = [self._remark(title, places) for title, places in own.items()]
        return Suggestion(
            section=self.coverage.now.parts.sections[passage.section].title,
            page=passage.page,
            text=passage.text,
            remarks=tuple(sorted(remarks, key=lambda r: (-len(r.numbers), r.title))),
        )

    def _remark(self, title: str, places: Sequence[int]) -> Remark:
        before = self.coverage.before
        assert before is not None
        numbers = {number for place in places for number in self._answers_behind(self.coverage.positions[place])}
        # VERDICTS is ordered from the best.
        return Remark(
            title=title,
            numbers=tuple(sorted(numbers)),
            before=min((before.answers[place].verdict for place in places), key=VERDICTS.index),
            now=max((self.coverage.now.answers[place].verdict for place in places), key=VERDICTS.index),
        )
