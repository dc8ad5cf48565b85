"""What is a passage of a consultation: what topics are formed of, and what is given one of them afterwards.

A passage is a paragraph, a list item or a turn of a used source, without its speaker's label or list mark. Headings
and an interviewer's questions are none, nor is the draft that is being heard: they are not what anybody answers.
Copies (a campaign's text after its first letter, a long passage word for word again) form no topic, but are given the
one of what they copy: twelve senders of one letter are twelve voices, but no topic of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hoering.duplicates import Passage as Own
from hoering.duplicates import is_own
from hoering.records import Segment, Source
from hoering.segment import body_of
from hoering.themes import NOT_COUNTED

LEVELS = frozenset({"paragraph", "turn", "item"})
# Shorter ones are said alike by people who have not read each other ("Bedre busser").
_LONG = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its segment, what is said in it, and whether it copies an earlier one."""

    segment: Segment
    text: str
    copy: bool


def passages(
    segments: Iterable[Segment], sources: Iterable[Source], own: Mapping[str, Sequence[Own]]
) -> tuple[Passage, ...]:
    """The passages of a consultation in its order.

    Args:
        segments: all segments, also sentences.
        sources: what was received.
        own: the passages that each near copy has and no other of its group, in the raw text, by source.
    """
    used = {source.source: source for source in sources if source.status == "used" and source.kind not in NOT_COUNTED}
    first_of: dict[str, str] = {}
    for source in used.values():
        if source.group:
            first_of.setdefault(source.group, source.source)
    seen: set[str] = set()
    found = []
    for item in segments:
        if item.source in used and not item.parent and item.level in LEVELS and item.role != "interviewer":
            text = item.text[body_of(item) :]
            group = used[item.source].group
            later = bool(group) and first_of[group] != item.source
            copied = later and not is_own(item.start, item.end, own.get(item.source, ()))
            words = text.casefold().split()
            again = len(words) >= _LONG and (said := " ".join(words)) in seen
            if len(words) >= _LONG and not again:
                seen.add(said)
            found.append(Passage(item, text, copied or again))
    return tuple(found)
