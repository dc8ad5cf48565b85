"""From a safe text to segments: headings, paragraphs, list items and speaker turns, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hoering.debates import debate_label_end, debate_turns, is_debate
from hoering.records import Level, SafeText, Segment
from hoering.roles import read_legend
from hoering.speakers import Turn, is_conversation, label_end, whose

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"(?:[-•·*▪◦–—] |\d{1,2}[.)] |[a-z]\) )")
_HEADING_LENGTH = 90

_TRANSCRIPT_KINDS = {"interview", "survey"}
# The form of unlabelled lines tells who asks in an interview only.
_INTERVIEW = "interview"
_DEBATE = "debat"
# Minutes and meetings may be set down turn by turn.
_MAY_BE_SPOKEN = {"debat", "notat", "ukendt"}


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def segment(text: SafeText) -> list[Segment]:
    """Segments of one source; offsets are into the raw text, ``text`` is the readable text.

    In transcripts each turn carries its speaker's label and role; lines without a label belong to the
    speaker before them. A legend that cleaning has reduced to roles is read and makes no segment.
    """
    lines = list(_lines(text))
    said = zip(lines, _turns(text, lines), strict=True)
    kept = [(line, turn) for line, turn in said if not _is_legend(text, line)]
    return [_segment(text, line, number, turn) for number, (line, turn) in enumerate(kept)]


def body_of(item: Segment) -> int:
    """How many characters of a segment's text are its speaker label or list mark and not what is said.

    >>> from hoering.records import Segment
    >>> body_of(Segment(segment_id="", source="", document="", level="turn", page=1, start=0, end=7,
    ...                 text="IP: Nej", speaker="IP"))
    4
    """
    end = _label_end(item) if item.level == "turn" else 0
    if item.level == "item" and (mark := _ITEM.match(item.text)):
        end = mark.end()
    return end + len(item.text[end:]) - len(item.text[end:].lstrip()) if end else 0


def _label_end(item: Segment) -> int:
    end = label_end(item.text, item.speaker)
    return end if end < len(item.text) else debate_label_end(item.text)


def _lines(text: SafeText) -> Iterator[_Line]:
    view = text.view
    first, last = view.to_view(text.source.start, text.source.end)
    for match in _LINE.finditer(view.text, first, last):
        stripped = match[0].strip()
        if not any(c.isalnum() for c in stripped):
            continue
        start = match.start() + match[0].index(stripped[0])
        yield _Line(start, start + len(stripped), stripped)


def _turns(text: SafeText, lines: list[_Line]) -> list[Turn]:
    kind = text.source.kind
    if kind == _DEBATE and is_debate(said := [line.text for line in lines]):
        return debate_turns(said)
    if kind not in _TRANSCRIPT_KINDS:
        found = whose([line.text for line in lines], unlabelled=False) if kind in _MAY_BE_SPOKEN else []
        return found if is_conversation(found) else [Turn() for _ in lines]
    return whose([line.text for line in lines], unlabelled=kind == _INTERVIEW)


def _is_legend(text: SafeText, line: _Line) -> bool:
    """Whether cleaning put the line there; one of the same wording in the raw text is a segment."""
    replaced = not any(piece.kept for piece in text.view.pieces_in(line.start, line.end))
    return replaced and bool(read_legend(line.text))


def _level(text: str, *, in_turn: bool) -> Level:
    if _ITEM.match(text):
        return "item"
    short = len(text) <= _HEADING_LENGTH and not text.endswith((".", "!", "?", ":", ",", "…", "”"))
    return "heading" if short and not in_turn and text[0].isupper() else "paragraph"


def _segment(text: SafeText, line: _Line, number: int, turn: Turn) -> Segment:
    start, end = text.view.to_raw(line.start, line.end)
    return Segment(
        segment_id=f"{text.source.source}:{number:04d}",
        source=text.source.source,
        document=text.source.document,
        level="turn" if turn.begins else _level(line.text, in_turn=bool(turn.speaker)),
        page=text.page_of(start),
        start=start,
        end=end,
        text=line.text,
        speaker=turn.speaker,
        role=turn.role,
    )
