"""Two drafts of one policy: what became of each position between them, and which passages are new, changed or gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from hoering.coverage.passages import Parts
from hoering.coverage.records import VERDICTS, Answer, Passage, Verdict

Change = Literal["taget op", "delvist taget op", "uændret", "svækket"]
TAKEN_UP: Change = "taget op"
PARTLY_TAKEN_UP: Change = "delvist taget op"
SAME: Change = "uændret"
WEAKER: Change = "svækket"
CHANGES = (TAKEN_UP, PARTLY_TAKEN_UP, WEAKER, SAME)

# Share of letters in order from which on one passage is another, reworded.
REWORDED = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """What happened to a draft's passages: ``changed`` are pairs of before and after."""

    new: tuple[Passage, ...]
    gone: tuple[Passage, ...]
    changed: tuple[tuple[Passage, Passage], ...]
    same: int


def change_of(before: Verdict, after: Verdict) -> Change:
    """What became of a position.

    >>> change_of("ikke nævnt", "dækket"), change_of("ikke nævnt", "delvist"), change_of("dækket", "delvist")
    ('taget op', 'delvist taget op', 'svækket')
    """
    was, became = VERDICTS.index(before), VERDICTS.index(after)
    if became == was:
        return SAME
    if became > was:
        return WEAKER
    return TAKEN_UP if became == 0 else PARTLY_TAKEN_UP


def changes(before: Sequence[Answer], after: Sequence[Answer]) -> list[Change]:
    """What became of each position, the same positions held against two drafts in the same order."""
    return [change_of(old.verdict, new.verdict) for old, new in zip(before, after, strict=True)]


def compare(before: Parts, after: Parts) -> Passages:
    """Pair the passages of two drafts: first those of the same words, then the most alike of the rest."""
    old, new = list(before.passages), list(after.passages)
    known: dict[str, list[Passage]] = {}
    for passage in old:
        known.setdefault(_plain(passage.text), []).append(passage)
    same: list[Passage] = []
    rest_new: list[Passage] = []
    for passage in new:
        twins = known.get(_plain(passage.text), [])
        (same if twins else rest_new).append(passage)
        if twins:
            old.remove(twins.pop(0))
    changed = _reworded(old, rest_new)
    paired_old, paired_new = {pair[0].number for pair in changed}, {pair[1].number for pair in changed}
    return Passages(
        new=tuple(passage for passage in rest_new if passage.number not in paired_new),
        gone=tuple(passage for passage in old if passage.number not in paired_old),
        changed=tuple(changed),
        same=len(same),
    )


def _reworded(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[Passage, Passage]]:
    """Pairs that are alike, each passage in one pair at most, in the later draft's order."""
    near = [(-_alike(one, other), one.number, other.number) for one in old for other in new]
    by_number = {passage.number: passage for passage in old}
    pairs: dict[int, Passage] = {}
    taken: set[int] = set()
    for likeness, was, became in sorted(near):
        if -likeness >= REWORDED and was not in taken and became not in pairs:
            pairs[became] = by_number[was]
            taken.add(was)
    return [(pairs[passage.number], passage) for passage in new if passage.number in pairs]


def _alike(one: Passage, other: Passage) -> float:
    return SequenceMatcher(None, _plain(one.text), _plain(other.text), autojunk=False).ratio()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
