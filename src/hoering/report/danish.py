"""Small Danish wordings that HTML, Word and charts share: numbers, counts, lists and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def number(value: int) -> str:
    """A whole number as Danes write it.

    >>> number(3000)
    '3.000'
    """
    return f"{value:,}".replace(",", ".")


def counted(value: int, one: str, many: str) -> str:
    """A number and its noun.

    >>> counted(1, "sætning", "sætninger"), counted(0, "sætning", "sætninger")
    ('1 sætning', '0 sætninger')
    """
    return f"{number(value)} {one if value == 1 else many}"


def sources(value: int) -> str:
    """So many submissions.

    >>> sources(12)
    '12 henvendelser'
    """
    return counted(value, "henvendelse", "henvendelser")


def sentences(value: int) -> str:
    """So many sentences.

    >>> sentences(1)
    '1 sætning'
    """
    return counted(value, "sætning", "sætninger")


def listed(parts: Sequence[str]) -> str:
    """Parts as a Danish enumeration, without a comma before "og".

    >>> listed(["Unge", "Sundhed", "Styring"])
    'Unge, Sundhed og Styring'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} og {parts[-1]}"


def is_date(value: str) -> bool:
    """Whether a text is an ISO date, month or year, so that it can be sorted among others.

    >>> is_date("2024-03"), is_date("foråret")
    (True, False)
    """
    return _ISO.fullmatch(value) is not None


def date(value: str) -> str:
    """An ISO date, month or year in Danish; anything else as it stands.

    >>> date("2024-03-07"), date("2024-03"), date("ultimo maj")
    ('7. marts 2024', 'marts 2024', 'ultimo maj')
    """
    match = _ISO.fullmatch(value)
    if match is None:
        return value
    year, month, day = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return value
    name = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)}. {name}" if day else name
