"""Marks a transcriber puts into a transcript: time codes, (griner), [pause], the legend of labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.clean.lines import lines_of
from hoering.edits import Edit
from hoering.sensitive import RawDocument

_TIME = re.compile(r"\[?\(?\b\d{1,2}:\d{2}(?::\d{2})\b\)?\]?(?: ?-->? ?\d{1,2}:\d{2}:\d{2})?")
_SOUND = re.compile(
    r"[(\[](?:der )?(?:griner?|grin(?:es)?|ler|latter|pause|lang pause|utydeligt?|uforståeligt?|hoster?|suk(?:ker)?"
    r"|græder|banker|telefon(?:en)? ringer|afbrydelse|stilhed|mumler|nikker|ryster på hovedet)"
    r"[^)\]\n]{0,40}[)\]]|\[\s*\]|\(\?\)",
    re.IGNORECASE,
)
_LEGEND = re.compile(
    r"(?:I|IP|S|INT|M)\s?[=:]\s?\w+.{0,60}(?:[.,;]|\s{2,}).{0,80}(?:=|:).{0,80}"
    r"|.{0,10}\b(?:I|IP) ?= ?(?:interview|svar).{0,160}"
)


def time_codes(document: RawDocument) -> Iterator[Edit]:
    """``00:12:31``; a line that holds little else goes whole."""
    for line in lines_of(document.text):
        match = _TIME.search(line.text)
        if match and len(line.text) - len(match[0]) <= 12:
            yield Edit(start=line.start, end=line.end, reason="tidskode")
        else:
            for found in _TIME.finditer(line.text):
                yield Edit(start=line.start + found.start(), end=line.start + found.end(), reason="tidskode")


def sounds(document: RawDocument) -> Iterator[Edit]:
    """``(griner)``, ``[pause]``: noted by the transcriber, not said."""
    for match in _SOUND.finditer(document.text):
        yield Edit(start=match.start(), end=match.end(), reason="udskriftsmærke")


def legend(document: RawDocument) -> Iterator[Edit]:
    """``I = interviewer, IP = interviewperson`` in the first lines."""
    for line in list(lines_of(document.text))[:8]:
        if _LEGEND.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="udskriftsmærke")
