"""What in the body of a mail is not this mail's own text: earlier mails, the signature, standing notices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.sensitive import Mark

QUOTED = "quoted reply"
SIGNATURE = "signature"
DISCLAIMER = "disclaimer"

_FORWARDED = re.compile(r"\s*(?:VS|FW|Fwd|Videresendt)\s*:", re.IGNORECASE)
_DIVIDER = re.compile(
    r"^[ \t]*-{2,}[ \t]*(?:Oprindelig (?:meddelelse|besked|mail)|Videresendt (?:meddelelse|besked|mail)"
    r"|Original Message|Forwarded message)[ \t]*-{2,}",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[ \t]*\**(?:Fra|From)\**:\**[^\n]+\n"
    r"(?:[ \t]*\n)?(?:[ \t]*\**(?:Sendt|Sent|Dato|Date|Til|To|Cc|Emne|Subject)\**:\**[^\n]*(?:\n(?:[ \t]*\n)?|\Z)){2,}",
    re.MULTILINE,
)
_WROTE = re.compile(
    r"^[ \t]*(?:(?:Den|On) [^\n]{5,150}?(?:\n[^\n>][^\n]{0,60})??\b(?:skrev|wrote)\b"
    r"[^\n]{0,120}(?:\n[^\n>][^\n]{0,100})?"
    r"|[^\n>]{3,80}<[^\n>]+> skrev [^\n]{3,60}):[ \t]*$",
    re.MULTILINE,
)
# "Den 3. maj skrev vi til kommunen:" is the writer's own sentence; a mail program adds an address or a time.
_BY_PROGRAM = re.compile(r"@|\b\d{1,2}[.:]\d{2}\b")
_ARROWS = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_ARROW_NEXT = re.compile(r"\s*>")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_DISCLAIMER = re.compile(
    r"^[ \t]*(?:Denne (?:e-?)?(?:mail|post|meddelelse|besked)\b[^\n]{0,80}\b(?:fortrolig|tiltænkt|kan indeholde)"
    r"|(?:Hvis|Er|Såfremt) du ikke (?:er )?(?:den )?rette modtager"
    r"|This (?:e-?mail|message)\b[^\n]{0,80}\b(?:confidential|intended)"
    r"|Tænk på miljøet\b|Sendt fra min |Hent Outlook |Sent from my |Get Outlook for )",
    re.IGNORECASE | re.MULTILINE,
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")


def mail_marks(body: str, subject: str = "") -> list[Mark]:
    """Marks of the kinds ``quoted reply``, ``signature`` and ``disclaimer``, in order, none overlapping.

    A mail that only passes another one on has that one as its text, so nothing of it is marked as quoted.
    """
    marks: list[Mark] = []
    quoted = list(_quoted(body))
    if not _passes_on(body, quoted, subject):
        marks += quoted
    for mark in (*_signature(body, quoted), *_disclaimers(body)):
        if not any(mark.start < other.end and other.start < mark.end for other in marks):
            marks.append(mark)
    return sorted(marks, key=lambda m: m.start)


def _quoted(body: str) -> Iterator[Mark]:
    end = len(body)
    starts = [m.start() for regex in (_DIVIDER, _HEADER) for m in regex.finditer(body)]
    wrote = list(_WROTE.finditer(body))
    before_arrows = [m for m in wrote if _ARROW_NEXT.match(body, m.end())]
    starts += [m.start() for m in wrote if not _ARROW_NEXT.match(body, m.end()) and _BY_PROGRAM.search(m[0])]
    tail = min(starts, default=end)
    here = 0
    for match in sorted([*_ARROWS.finditer(body), *before_arrows], key=lambda m: m.start()):
        if here <= match.start() < tail:
            here = min(match.end(), tail)
            yield Mark(start=match.start(), end=here, kind=QUOTED)
    if tail < end:
        yield Mark(start=tail, end=end, kind=QUOTED)


def _passes_on(body: str, quoted: list[Mark], subject: str) -> bool:
    if not quoted:
        return False
    own = "".join(body[a:b] for a, b in _gaps(quoted, len(body)))
    return bool(_FORWARDED.match(subject)) or not any(c.isalpha() for c in own)


def _gaps(marks: list[Mark], length: int) -> Iterator[tuple[int, int]]:
    here = 0
    for mark in marks:
        yield here, mark.start
        here = mark.end
    yield here, length


def _signature(body: str, quoted: list[Mark]) -> Iterator[Mark]:
    """From the ``-- `` line on that mail programs put before it, up to the mail it answers."""
    if match := _SIGNATURE.search(body):
        end = min((m.start for m in quoted if m.start >= match.end()), default=len(body))
        yield Mark(start=match.start(), end=end, kind=SIGNATURE)


def _disclaimers(body: str) -> Iterator[Mark]:
    here = 0
    for match in _DISCLAIMER.finditer(body):
        if match.start() >= here:
            found = _PARAGRAPH_END.search(body, match.end())
            here = found.start() if found else len(body)
            yield Mark(start=match.start(), end=here, kind=DISCLAIMER)
