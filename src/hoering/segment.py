"""From a safe text to segments: headings, paragraphs, list items and speaker turns, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoering.records import Level, SafeText, Segment

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"(\[[^\]\n]{2,30}\]|[A-ZÆØÅ][\w.-]*(?: [\w.-]+){0,3})\s?:(?=\s|$)")
_ITEM = re.compile(r"(?:[-•·*▪◦–—] |\d{1,2}[.)] |[a-z]\) )")
_INTERVIEWER = re.compile(
    r"(?:i|int|intv|interviewer|interviewperson a|moderator|ordstyrer|spørgsmål|spm|sp|q)(?: ?\d+)?",
    re.IGNORECASE,
)

_HEADING_LENGTH = 90

# A label must come back before it is taken for a speaker, or a sentence such as "Husk: …" would be one.
_LABEL_REPEATS = 2
_TRANSCRIPT_TURNS = 4
_TRANSCRIPT_KINDS = {"interview", "survey"}


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    label: str = ""
    body: int = 0


def segment(text: SafeText) -> list[Segment]:
    """Segments of one source; offsets are into the raw text, ``text`` is the readable text.

    In transcripts each turn carries its speaker's label and role; lines without a label belong to the
    speaker before them.
    """
    lines = list(_lines(text))
    labels = _speaker_labels(lines) if text.source.kind in _TRANSCRIPT_KINDS else set()
    segments: list[Segment] = []
    speaker = role = ""
    for number, line in enumerate(lines):
        is_turn = line.label in labels and bool(line.label)
        if is_turn:
            speaker, role = line.label, _role(line.label)
        level: Level = "turn" if is_turn else _level(line.text, in_turn=bool(speaker))
        segments.append(_segment(text, line, number, level, speaker, role))
    return segments


def body_of(item: Segment) -> int:
    """How many characters of a segment's text are its speaker label or list mark and not what is said.

    >>> from hoering.records import Segment
    >>> body_of(Segment(segment_id="", source="", document="", level="turn", page=1, start=0, end=7,
    ...                 text="IP: Nej", speaker="IP"))
    4
    """
    mark = _LABEL.match(item.text) if item.level == "turn" else None
    if item.level == "item":
        mark = _ITEM.match(item.text)
    if mark is None:
        return 0
    return mark.end() + len(item.text[mark.end() :]) - len(item.text[mark.end() :].lstrip())


def _lines(text: SafeText) -> Iterator[_Line]:
    view = text.view
    first, last = view.to_view(text.source.start, text.source.end)
    for match in _LINE.finditer(view.text, first, last):
        stripped = match[0].strip()
        if not any(c.isalnum() for c in stripped):
            continue
        start = match.start() + match[0].index(stripped[0])
        label = _LABEL.match(stripped)
        yield _Line(start, start + len(stripped), stripped, label[1] if label else "")


def _speaker_labels(lines: Iterable[_Line]) -> set[str]:
    """Labels that come back, or are numbered alike ("Svar 1", "Svar 2")."""
    labels = [line.label for line in lines if line.label]
    families = Counter(re.sub(r"\d+", "#", label) for label in labels)
    speakers = {label for label in labels if families[re.sub(r"\d+", "#", label)] >= _LABEL_REPEATS}
    turns = sum(1 for label in labels if label in speakers)
    return speakers if turns >= _TRANSCRIPT_TURNS else set()


def _role(label: str) -> str:
    return "interviewer" if _INTERVIEWER.fullmatch(label) else "informant"


def _level(text: str, *, in_turn: bool) -> Level:
    if _ITEM.match(text):
        return "item"
    short = len(text) <= _HEADING_LENGTH and not text.endswith((".", "!", "?", ":", ",", "…", "”"))
    return "heading" if short and not in_turn and text[0].isupper() else "paragraph"


def _segment(text: SafeText, line: _Line, number: int, level: Level, speaker: str, role: str) -> Segment:
    start, end = text.view.to_raw(line.start, line.end)
    return Segment(
        segment_id=f"{text.source.source}:{number:04d}",
        source=text.source.source,
        document=text.source.document,
        level=level,
        page=text.page_of(start),
        start=start,
        end=end,
        text=line.text,
        speaker=speaker,
        role=role,
    )
