"""Marks a transcriber puts into a transcript: time codes, (griner), [pause], the legend of labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.clean.lines import lines_of
from hoering.edits import Edit
from hoering.sensitive import RawDocument

_TIME = re.compile(r"(?<!kl\. )(?<!klokken )\[?\(?\b\d{1,2}:\d{2}(?::\d{2})\b\)?\]?(?: ?-->? ?\d{1,2}:\d{2}:\d{2})?")
_TIME_LINE = re.compile(r"(?:start|slut|stop|begynd|fortsat|pause|optagelse)*", re.IGNORECASE)
_SOUND = re.compile(
    r"[(\[](?:der )?(?:griner?|grin(?:es)?|ler|latter|pause|lang pause|utydeligt?|uforståeligt?|hoster?|suk(?:ker)?"
    r"|græder|banker|telefon(?:en)? ringer|afbrydelse|stilhed|mumler|nikker|ryster på hovedet)"
    r"(?! (?:af|er|i|på|mellem)\b)\b[^)\]\n]{0,25}[)\]]|\[[ \t]*\]|\(\?\)",
    re.IGNORECASE,
)
_LEGEND = re.compile(
    r"(?:I|IP|S|INT|M)\s?[=:]\s?(?:interview|svar|informant|moderator|ordstyrer|borger|den )\w*"
    r".{0,60}(?:[.,;]|\s{2,}|og)\s*[A-ZÆØÅ]{1,3}\d?\s?[=:].{0,100}"
    r"|.{0,10}\b(?:I|IP) ?= ?(?:interview|svar).{0,160}"
)


def time_codes(document: RawDocument) -> Iterator[Edit]:
    """``00:12:31``; a line that holds nothing else goes whole."""
    for line in lines_of(document.text):
        if _TIME_LINE.fullmatch(re.sub(r"[\W\d_]+", "", line.text)) and _TIME.search(line.text):
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
