"""Numbers of cases, journals and documents, by which an authority finds a person's file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.pseudonymise.finding import Finding, Mask, Rule

_VALUE = r"[A-Za-zÆØÅæøå]{0,6}[-.]?\d(?:\w|[./-](?=\w))*"
_CUE = (
    r"\b(?i:(?:[\w-]{0,20}sags?[- ]?(?:nr|nummer|numre|id)|sagen?s? (?:nr|nummer)|j\.? ?nr|journal[- ]?(?:nr|nummer|id)"
    r"|(?:akt|klage|anke|afgørelses|henvendelses|referen?ce|ref)[- .]?(?:nr|nummer|id)"
    r"|dok(?:ument)?\.?[- ]?(?:nr|nummer|id))\b\.?)"
)
_SAID = re.compile(rf"{_CUE}(?:\s?[:#=])?\s{{0,2}}(?:er |har nummer |lyder )?((?:20\d\d\r?\n\d{{3,7}}(?!\d))|{_VALUE})")
_CASE = re.compile(
    r"\b(?i:sag|sagen|journal|klage|klagen)\b(?: har nummer| nr\.?| nummer)? "
    r"((?:[A-Z]{1,6}-?)?\d{2,4}[-/]\d{3,8}(?:-[\w-]*\w)?|\d{6,9})(?![\w-])"
)
_SHAPES = re.compile(
    # EMN-2025-04417, SAG-2025-00147-NH; 15.20.04-G01-12-25; 2025-012345 and 2024/18337; 24/10993 and 25-117231
    r"(?<![\w./-])(?:[A-ZÆØÅ]{2,6}-20\d\d-\d{3,8}(?:-[A-ZÆØÅ]{1,4})?|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2}"
    r"|20\d{2}-\d{5,8}(?:-\d{1,8})?|20\d{2}-\d{3}-\d{4,8}|20\d{2}/\d{5,7}|[12]\d/\d{5,6}|[12]\d-\d{6})(?![\w/]|-\w)"
)
# The Court's own numbers (C-123/20) are no citizen's.
_PUBLIC = re.compile(r"[CTF]-\d{1,4}/\d\d")


def _is_file(match: re.Match[str]) -> bool:
    return sum(c.isdigit() for c in match[1]) >= 4 and not _PUBLIC.fullmatch(match[1])


_MASK = Mask("[sagsnummer]", "sagsnummer")
_RULES = (
    Rule(_MASK, _SAID, group=1, accepts=_is_file),
    Rule(_MASK, _CASE, group=1, accepts=_is_file),
    Rule(_MASK, _SHAPES),
)


def find_case_numbers(text: str) -> Iterator[Finding]:
    """Case, journal and document numbers: after such a word, or in the forms the authorities' systems give them."""
    for rule in _RULES:
        yield from rule.find(text)
