"""When a document was written or sent."""

from __future__ import annotations

import re

from hoering.forms import forms_in
from hoering.identify.forwarded import original
from hoering.identify.guess import Guess
from hoering.sensitive import RawDocument

_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_LONG = re.compile(rf"\b(\d{{1,2}})\. ?({_MONTH}) (\d{{4}})", re.IGNORECASE)
_SHORT = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./ -](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_STAMP = re.compile(r"\A\s*date (\d{4}-\d{2}(?:-\d{2})?)")
_LINE = re.compile(
    rf"^(?:(?:Dato|Sendt|Modtaget|Indsendt|Offentliggjort):?\s{{0,3}}|[A-ZÆØÅ][\w ]{{2,30}}, )?(?:den )?"
    rf"(?:\d{{1,2}}\. ?(?:{_MONTH}) \d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./ -]\d{{4}})",
    re.MULTILINE | re.IGNORECASE,
)
_TOP, _BOTTOM = 900, 400


def guess_date(document: RawDocument) -> Guess:
    """Date of a document as ISO, or year and month where a scraper's stamp has no more; empty where none is found.

    The mail's own head is believed most, then a line that is a date, then the first date near the top or the end.
    """
    for key, score in (("date", 0.95), ("mail:date", 0.6)):
        if given := document.raw.metadata.get(key, "")[:10]:
            return Guess(given, score, "mailhoved")
    text = original(document.text)
    for form in forms_in(text)[:1]:
        if form.submitted:
            return Guess(form.submitted, 0.9, "formularens felt")
    if stamp := _STAMP.match(text):
        return Guess(stamp[1], 0.8, "stempel øverst")
    lines = "\n".join(m[0] for m in _LINE.finditer(text))
    for part, score, why in (
        (lines, 0.8, "linje med dato"),
        (text[:_TOP], 0.5, "første dato i teksten"),
        (text[-_BOTTOM:], 0.4, "dato sidst i teksten"),
    ):
        if found := first_date(part):
            return Guess(found, score, why)
    return Guess("")


def first_date(text: str) -> str:
    """The first date written out in a text, else the first in figures, as ISO; empty where there is none.

    >>> first_date("Ravnsø, den 7. april 2026"), first_date("Modtaget 07/04-2026"), first_date("i foråret")
    ('2026-04-07', '2026-04-07', '')
    """
    if match := _LONG.search(text):
        return _iso(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    if match := _SHORT.search(text):
        return _iso(int(match[3]), int(match[2]), int(match[1]))
    if match := _ISO.search(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""
