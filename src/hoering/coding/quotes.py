"""Direct speech in running text: what stands between quotation marks or behind a dialogue dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoering.coding.speech import AFTER_QUOTE

_DASH = re.compile(r"[–—-] ?(?=[A-ZÆØÅ])")
_MARK = re.compile('[”“»«"„]')

# How many paragraphs without a mark a quotation may run through.
_REACH = 3


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
    not closed runs to the end of its paragraph, and on to where one of the next paragraphs closes it.
    """
    runs: list[QuotedRun] = []
    open_before = False
    for number, text in enumerate(paragraphs):
        if match := _DASH.match(text):
            runs.append(QuotedRun(number, match.end(), len(text), dash=True))
            open_before = False
            continue
        marks = _marks(text)
        if open_before and not marks and _is_closed_in(paragraphs[number + 1 : number + 1 + _REACH]):
            runs.append(QuotedRun(number, 0, len(text)))
            continue
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


def _marks(text: str) -> list[tuple[int, bool]]:
    return [(match.start(), _opens(text, match.start())) for match in _MARK.finditer(text)]


def _is_closed_in(paragraphs: Sequence[str]) -> bool:
    """Whether the first quotation mark to come is a closing one."""
    return next((not marks[0][1] for text in paragraphs if (marks := _marks(text))), False)


def _opens(text: str, place: int) -> bool:
    if text[place] in "„«":
        return text[place] == "„"
    return place == 0 or text[place - 1] in " (\n–—-:"


def _is_speech(text: str, run: QuotedRun) -> bool:
    """A few quoted words in a sentence are a name or a phrase, not speech, unless somebody says them.

    A run at the very start has no opening mark: it goes on with what is said in the paragraph before.
    """
    said = text[run.start : run.end]
    if run.dash or run.start == 0 or AFTER_QUOTE.match(text, run.end):
        return True
    return len(said.split()) >= 6 or said.rstrip(" ,").endswith((".", "!", "?"))
