"""Marks a transcriber puts into a transcript: time codes, (griner), [pause], the legend of labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hoering.clean.lines import Line, lines_of, reads_as_clause
from hoering.edits import Edit
from hoering.roles import is_role_word, legend_line, role_of_description
from hoering.sensitive import RawDocument
from hoering.speakers import speakers

# A code with hours is a place on a recording wherever it stands; with dots only where no date reads so (00.12.31).
_LONG = r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?:-\d)?|0?0\.\d{2}\.\d{2}"
_SHORT = r"\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
# With a dot only before a colon: "1.10" numbers a heading.
_DOTTED = r"\d{2}\.\d{2}(?=:)"
_DATE_LIKE = r"0?\d\.\d{2}\.\d{2}"
_TIME = re.compile(
    rf"(?<!kl\. )(?<!klokken )(?:[\[(]{{0,2}}|[#<])\b(?:{_LONG})(?:[#>]|[\])]{{0,2}})"
    rf"(?: ?(?:-->?|–) ?(?:{_LONG})\b)?|(?<!kl\. )\[\d{{1,3}}:\d{{2}}\]"
)
_DIGITS = re.compile(r"\d[:.]\d\d")  # what every code holds
_TIME_LINE = re.compile(r"(?:start|slut|stop|begynd|fortsat|pause|optagelse)*", re.IGNORECASE)
_NAME = r"[^\W\d_][\w.,'’ -]{0,40}?(?: ?\d{1,2})?"
# Where a code without hours may stand: before all else on its line, after a name that fills the line, or in
# brackets between a name and its colon.
_PLACED = re.compile(
    rf"(?P<first>[\[(]?(?P<a>{_SHORT}|{_DOTTED}|{_DATE_LIKE})(?: ?(?:-->?|[–-]) ?{_SHORT})?[\])]?(?::(?=\s|$))?)"
    r"(?=\s|$)"
    rf"|{_NAME}[,\s]\s*(?P<last>[\[(]?(?P<b>{_SHORT})[\])]?:?)$"
    rf"|{_NAME}\s?(?P<middle>[\[(](?P<c>{_SHORT})[\])])(?=\s?:)"
)
# Codes without hours are read as a recording's where they run on from its beginning (but for a slip in ten): a
# programme begins at 9:00.
_CODES, _BEGINS, _SLIPS = 3, 120, 0.1

_SOUND_WORDS = (
    r"grin(?:er|es|e)?|smågriner|ler|latter|fniser|fnis|smiler|pauser?|tænkepause|stilhed|tavshed|tænker|tøver|utydeligt?"
    r"|uforståeligt?|uhørligt?|uklart?|ukendt ord|mumler|mumlen|hvisker|hoster?|rømmer sig|suk(?:ker)?|snøfter|græder"
    r"|gråd|nikker|ryster på hovedet|trækker på skuldrene|banker(?: på)?|banken|klapper|bifald|peger|gaber|støj"
    r"|baggrundsstøj|larm|telefon(?:en)? ringer|mobil(?:en)? ringer|bliver afbrudt|afbrydelse|afbrydes|afbryder"
    r"|overlap(?:per|pende tale)?|samtidig tale|taler samtidig|taler i munden på hinanden"
    r"|(?:optagelsen|båndet) (?:stopper|stoppes|starter|afbrydes)|ord mangler"
    r"|crosstalk|inaudible|laughter|laughs|laughing|silence|sighs|applause"
)
_SOUND_MORE = (
    r"lidt|kort(?:varig)?|højt|lavt|meget|igen|stille|længe|lang|langt|lille|længere|hjerteligt|ironisk|nervøst|sammen"
    r"|ord|passage|lyd|navn|tale|sætning|i baggrunden|på (?:båndet|optagelsen|lydfilen)"
    r"|fra (?:flere|alle|salen|gruppen)"
)
_SUBJECT = (
    r"der|alle|begge|flere|nogle|nogen|de andre|hele gruppen|hun|han|I|IP\d?|informanten|intervieweren|borgeren"
    r"|en (?:deltager|anden|person)|døren|det|[A-ZÆØÅ][a-zæøå]+"
)
_DURATION = (
    rf"(?:ca\. )?\d{{1,3}}(?:[.,]\d)? ?(?:s|sek|sekund(?:er)?|min|minut(?:ter)?|ord)\b\.?|{_LONG}|\d{{1,3}}:\d{{2}}"
)
_ONE_SOUND = (
    rf"(?:(?:{_SUBJECT}) )?(?:(?:{_SOUND_MORE}) )*(?:{_SOUND_WORDS})(?: (?:{_SOUND_MORE}))*(?:[ ,:]+(?:{_DURATION}))?"
)
_SOUNDS = rf"{_ONE_SOUND}(?:(?:, | og |; | / ){_ONE_SOUND})*[.?!]?"
_SOUND = re.compile(
    rf"\({{1,2}}(?=\w)(?:{_SOUNDS})\){{1,2}}|\[{{1,2}}(?=\w)(?:{_SOUNDS})\]{{1,2}}|<(?=\w)(?:{_SOUNDS})>"
    rf"|\*(?=\w)(?:{_SOUNDS})\*(?!\*)"
    r"|\[[ \t]*\]|\(\?{1,3}\)",
    re.IGNORECASE,
)
# Marks that mean something else outside a transcript: "(…)" leaves out a part of a law that is quoted.
_SPOKEN_ONLY = re.compile(
    rf"\((?:\.{{1,3}}|…|-{{2,3}}|(?:{_DURATION})|\d(?:[.,]\d)?)\)|\[(?:{_DURATION})\]", re.IGNORECASE
)

_LEGEND_LINES = 12
_LEGEND_HEAD = re.compile(r"(?:[A-ZÆØÅ]?\w{0,20}\s?:\s)?(?=[A-ZÆØÅ]{1,4}\d?\s?[=:])")
_PAIR = re.compile(r"(?:^|[.,;]\s*|\s{2,}|\t|\bog )([A-ZÆØÅ]{1,4}\d?)\s?([=:])\s?")


def time_codes(document: RawDocument) -> Iterator[Edit]:
    """``00:12:31``, ``#00:12:31-5#``, ``[12:31]``; a line that holds nothing else goes whole.

    A code without hours goes where it stands at the edge of its line or by a label, and the codes of the
    document run on from the beginning of a recording; ``kl. 14.30`` and the hours of a programme stay.
    """
    if not _DIGITS.search(document.text):
        return
    lines = list(lines_of(document.text))
    placed = dict(_placed(lines)) if _is_recording(lines) else {}
    for line in lines:
        found = [match.span() for match in _TIME.finditer(line.text)]
        if (short := placed.get(line)) and not _touches(short, found):
            found.append(short)
        if found and _TIME_LINE.fullmatch(re.sub(r"[\W\d_]+", "", line.text)):
            found = [(0, len(line.text))]
        marks = [match.span() for match in _SOUND.finditer(line.text)] if found else []
        for start, end in found:
            if not _touches((start, end), marks):
                yield Edit(start=line.start + start, end=line.start + end, reason="tidskode")


def sounds(document: RawDocument) -> Iterator[Edit]:
    """``(griner)``, ``[pause 3 sek]``: noted by the transcriber, not said; ``(griner de ad)`` was said."""
    patterns = [_SOUND, _SPOKEN_ONLY] if _SPOKEN_ONLY.search(document.text) and _is_transcript(document) else [_SOUND]
    for pattern in patterns:
        for match in pattern.finditer(document.text):
            yield Edit(start=match.start(), end=match.end(), reason="udskriftsmærke")


def legend(document: RawDocument) -> Iterator[Edit]:
    """``I = interviewer, IP = Anne`` in the first lines: only the roles stay, for `hoering.segment` to read."""
    before = False
    for line in list(lines_of(document.text))[:_LEGEND_LINES]:
        roles = _legend_of(line.text, goes_on=before)
        if roles:
            yield Edit(start=line.start, end=line.end, replacement=legend_line(roles), reason="udskriftsmærke")
        before = bool(roles)


def _touches(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _placed(lines: list[Line]) -> Iterator[tuple[Line, tuple[int, int]]]:
    """Codes without hours where such codes stand."""
    for line in lines:
        if match := _PLACED.match(line.text):
            yield line, next(match.span(name) for name in ("first", "last", "middle") if match[name])


def _is_recording(lines: list[Line]) -> bool:
    """Whether the codes run on from the beginning of a recording."""
    codes = [match["a"] or match["b"] or match["c"] for line in lines if (match := _PLACED.match(line.text))]
    seconds = [_seconds(code) for code in codes]
    back = sum(1 for before, after in pairwise(seconds) if after < before)
    return len(seconds) >= _CODES and seconds[0] <= _BEGINS and back <= _SLIPS * len(seconds)


def _seconds(code: str) -> int:
    numbers = [int(number) for number in re.split(r"[:.,]", code)][:3]
    if len(numbers) == 3 and not re.match(_DATE_LIKE, code):
        numbers = numbers[:2]
    seconds = 0
    for number in numbers:
        seconds = seconds * 60 + number
    return seconds


def _is_transcript(document: RawDocument) -> bool:
    lines = list(lines_of(document.text))
    timed = sum(1 for line in lines if _TIME.search(line.text)) >= _CODES or _is_recording(lines)
    return timed or bool(speakers([line.text for line in lines]))


def _legend_of(line: str, *, goes_on: bool) -> dict[str, str]:
    """Labels and roles of a legend; nothing where a line is none. One that ``goes_on`` need not tell a role."""
    head = _LEGEND_HEAD.match(line)
    body = line[head.end() :] if head else ""
    pairs = list(_PAIR.finditer(body))
    if not pairs or pairs[0].start():
        return {}
    ends = [pair.start() for pair in pairs[1:]] + [len(body)]
    told = {pair[1]: body[pair.end() : end].strip(" .,;") for pair, end in zip(pairs, ends, strict=True)}
    roles = {label: role_of_description(words) for label, words in told.items()}
    if any(pair[2] == "=" for pair in pairs):
        return roles if goes_on or any(roles.values()) else {}
    # Behind a colon it may be a turn: "I: Interviewer I mange?"
    plain = any(roles.values()) and all(words and not reads_as_clause(words) for words in told.values())
    return roles if plain and (len(pairs) > 1 or all(is_role_word(words) for words in told.values())) else {}
