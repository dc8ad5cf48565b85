"""Sentences that claim something, and which of them carry on the same claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoering.concerns.records import Target
from hoering.records import Segment

# Words of a quotation that can be read in one breath and still says something.
_GOOD_LENGTH = range(6, 41)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence that criticises, proposes or supports; ``position`` is its number in the source."""

    position: int
    place: Segment
    stance: str
    voice: str
    speaker: str
    themes: tuple[str, ...]
    target: Target
    score: float
    strength: float
    why: str


def joined(said: Iterable[Said]) -> list[list[Said]]:
    """Sentences in reading order, those that carry on the same claim together.

    A sentence carries on the one right before it in the same paragraph or turn where voice and stance are the same,
    the theme is (or it has none of its own), and it is not directed at somebody else.
    """
    claims: list[list[Said]] = []
    for sentence in said:
        if claims and _carries_on(claims[-1], sentence):
            claims[-1].append(sentence)
        else:
            claims.append([sentence])
    return claims


def best(claim: Iterable[Said]) -> Said:
    """The sentence that says a claim best: one with theme and target, of good length, plainest in its stance."""
    return max(
        claim,
        key=lambda s: (
            bool(s.themes) + bool(s.target.code),
            len(s.place.text.split()) in _GOOD_LENGTH,
            s.strength,
            -s.position,
        ),
    )


def _carries_on(claim: list[Said], sentence: Said) -> bool:
    last = claim[-1]
    if sentence.position != last.position + 1 or sentence.place.parent != last.place.parent:
        return False
    if (sentence.stance, sentence.voice, sentence.speaker) != (last.stance, last.voice, last.speaker):
        return False
    targets = {s.target.code for s in claim if s.target.code}
    if sentence.target.code and targets and sentence.target.code not in targets:
        return False
    about = {s.themes[0] for s in claim if s.themes}
    return not sentence.themes or not about or bool(about & set(sentence.themes))
