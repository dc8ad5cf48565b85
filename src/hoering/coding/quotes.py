"""Direct speech in running text: what stands between quotation marks or behind a dialogue dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DASH = re.compile(r"[–—-] ?(?=[A-ZÆØÅ])")
_MARKS = '”“»«"„'


@dataclass(frozen=True, slots=True)
class QuotedRun:
    """Characters ``start`` to ``end`` of paragraph number ``paragraph`` are said by someone."""

    paragraph: int
    start: int
    end: int
    dash: bool = False


def quoted_runs(paragraphs: Sequence[str]) -> list[QuotedRun]:
    """Direct speech in the paragraphs of one text.

    Danish papers use ” on both sides, » «, and a dash at the start of a paragraph. A quotation that is
    not closed runs to the end of its paragraph, and on through the next one where that closes it.
    """
    runs: list[QuotedRun] = []
    open_before = False
    for number, text in enumerate(paragraphs):
        if match := _DASH.match(text):
            runs.append(QuotedRun(number, match.end(), len(text), dash=True))
            open_before = False
            continue
        marks = [(i, _opens(text, i)) for i, c in enumerate(text) if c in _MARKS]
        start = 0 if open_before and marks and not marks[0][1] else None
        for place, opens in marks:
            if opens and start is None:
                start = place + 1
            elif not opens and start is not None:
                runs.append(QuotedRun(number, start, place))
                start = None
        open_before = start is not None
        if start is not None:
            runs.append(QuotedRun(number, start, len(text)))
    return [run for run in runs if _is_speech(paragraphs[run.paragraph], run)]


def _opens(text: str, place: int) -> bool:
    mark = text[place]
    if mark in "„»" and not (mark == "»" and place and text[place - 1].isalnum()):
        return True
    if mark == "«":
        return False
    return place == 0 or text[place - 1] in " (\n–—-:"


def _is_speech(text: str, run: QuotedRun) -> bool:
    """A few quoted words in a sentence are a name or a phrase, not speech."""
    said = text[run.start : run.end]
    return run.dash or len(said.split()) >= 6 or said.rstrip(" ,").endswith((".", "!", "?"))
