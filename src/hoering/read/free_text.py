"""Which columns of a table hold people's own words: a rule for where nobody has chosen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hoering.forms.values import is_date

# Words per cell and share of different cells from which a column is taken for free text: "I meget høj grad"
# has as many words as a short answer, but comes back.
_WORDS = 4.0
_FEW_WORDS = 2.0
_INVITED_WORDS = 1.5
_DIFFERENT = 0.5
_NEVER_TEXT = re.compile(
    r"navn|adresse|e-?mail|\bmail|telefon|\btlf|mobil|\bcpr|\bcvr|organisation|virksomhed|afsender|stilling|titel|dato"
    r"|tidspunkt|\bstart|\bslut|\bid\b|_id\b|respondent|\burl\b|link|ip-|browser|kommune$|postnr|\bby$"
    r"|^hvor (?:enig|tilfreds|utilfreds|ofte|sandsynlig|vigtig|godt|længe|mange|meget)"
    r"|^i hvilken grad|^i hvor høj grad",
    re.IGNORECASE,
)
_ASKS_FOR_TEXT = re.compile(
    r"kommentar|uddyb|bemærkning|fritekst|åbent|egne ord|forslag|høringssvar|hvad|hvorfor|hvordan|beskriv|skriv",
    re.IGNORECASE,
)
# Beside a column of long answers, a column with such a head is read although its answers are short.
_INVITES = re.compile(r"skriv|uddyb|kommentar|bemærkning|fritekst|egne ord", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;|\n]\s*|,\s*(?=[A-ZÆØÅ])")
_SAMPLE = 2_000


def free_columns(head: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    """Columns of free text: several words a cell; where there is none, the one with most words and a fit head.

    Args:
        head: the names of the columns.
        cells: for every column, its cells that hold anything.
    """
    words: dict[int, float] = {}
    for column, name in enumerate(head):
        own = cells[column][:_SAMPLE]
        letters = [cell for cell in own if any(c.isalpha() for c in cell)]
        if letters and len(set(own)) >= _DIFFERENT * len(own) and not (_never_text(name) or _is_coded(letters)):
            words[column] = sum(len(cell.split()) for cell in letters) / len(own)
    sure = {column for column, mean in words.items() if mean >= _WORDS}
    if sure:
        invited = {c for c, m in words.items() if m >= _INVITED_WORDS and _INVITES.search(head[c])}
        return sorted(sure | {c for c in invited if not _NEVER_TEXT.search(head[c])})
    fit = {c: m for c, m in words.items() if m >= _FEW_WORDS and (_ASKS_FOR_TEXT.search(head[c]) or len(head) == 1)}
    return [max(fit, key=lambda c: fit[c])] if fit else []


def _never_text(head: str) -> bool:
    return _NEVER_TEXT.search(head) is not None and _ASKS_FOR_TEXT.search(head) is None


def _is_coded(cells: Sequence[str]) -> bool:
    """Whether cells are dates, or several crosses of one list: the same few parts in ever new combinations."""
    if all(is_date(cell) for cell in cells):
        return True
    parts = Counter(part for cell in cells for part in set(_PARTS.split(cell)))
    several = parts.total() >= 1.3 * len(cells)
    again = sum(count for count in parts.values() if count > 1)
    return several and again >= 0.8 * parts.total()
