"""What is a passage of a consultation: what topics are formed of, and what is given one of them afterwards.

A passage is a paragraph, a list item or a turn of a used source, without its speaker's label or list mark. Headings
and what is asked (an interviewer's turns, "Spørgsmål 7: …" of a survey) are none, nor is the draft that is being heard:
they are not what anybody answers. Nor are rows of tables with nothing but entries ("| 9. juni | Byrådet |"): a row
counts where a cell of it is as long as a statement. What is none stays in ``segments`` and is coded like the rest.
Copies (a campaign's text after its first letter, a long passage word for word again) form no topic, but are given the
one of what they copy: twelve senders of one letter are twelve voices, but no topic of their own.
"""

from __future__ import annotations

import re
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
# A numbered question and at most a few words on how to answer; who answers goes on at greater length.
_ASKED = re.compile(r"(?:spørgsmål|spm\.?)\s*\d+\w?\s*[:.)–-]\s*[^?]*\?(?:\s+\S+){0,8}\s*", re.IGNORECASE)
_ROW = re.compile(r"\|.*\|", re.DOTALL)


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
            if says_nothing(text):
                continue
            group = used[item.source].group
            later = bool(group) and first_of[group] != item.source
            copied = later and not is_own(item.start, item.end, own.get(item.source, ()))
            words = text.casefold().split()
            again = len(words) >= _LONG and (said := " ".join(words)) in seen
            if len(words) >= _LONG and not again:
                seen.add(said)
            found.append(Passage(item, text, copied or again))
    return tuple(found)


def says_nothing(text: str) -> bool:
    """Whether a passage is a numbered question of a survey, or a row of a table with entries only.

    >>> says_nothing("Spørgsmål 7: Hvad er godt?"), says_nothing("| 9. juni | Byrådet |"), says_nothing("Hvad er godt?")
    (True, True, False)
    """
    said = text.strip()
    if _ROW.fullmatch(said):
        return all(len(cell.split()) < _LONG for cell in said.split("|"))
    return bool(_ASKED.fullmatch(said))
