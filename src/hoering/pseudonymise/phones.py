"""Telephone numbers: Danish ones in any grouping, and foreign ones with their country's number.

``phonenumbers`` (48 MB) was weighed and left: Danish numbers have eight digits and no other form, so that it takes
"2019-2024" and "24-118273" for valid ones, and what tells them apart is the words around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.pseudonymise.civil import SCANNED
from hoering.pseudonymise.finding import Finding, Mask, Rule

_GAP = "[ \u00a0\u202f]"
_PHONE = re.compile(
    rf"(?<![\w/])\(?(?:\+|00)\d{{2,3}}\)?(?:[ .-]?\d){{6,12}}(?![\d-])"
    rf"|(?<![\d,-])(?<!\d[./])(?:\d{{2}}({_GAP}|[.-]|{_GAP}?[-/]{_GAP}?|)\d{{2}}\1\d{{2}}\1\d{{2}}"
    rf"|\d{{4}}(?:{_GAP}|[.-])\d{{4}}|\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{3}}|\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}})(?![\d-]|[.,]\d)"
)
_SECOND = re.compile(rf"(?<=\d)/((?:\d{{2}}{_GAP}?){{3}}\d{{2}})(?![\d-])")
_WORD = r"(?:\btlf|\btel|\btelefon\w*|\bmobil\w*|\bmob|\bfastnet\w*|\bsms)\b"
_SAID = re.compile(
    rf"(?i:{_WORD})\W{{0,4}}(?i:(?:er|på|nr|nummer|nummeret)\b\W{{0,3}})?(?<!\w)"
    rf"({SCANNED}(?:[\s.\-–/]{{0,2}}{SCANNED}){{7}}|\d{{2}} ?\d{{2}} ?\d{{2}})(?!\w|[ .-]?\d)"
)
_EXTENSION = re.compile(r"\b(?i:lokal(?:nr|nummer)?)[.: ]{1,3}(\d{3,5})(?!\w)(?! ?kr)")
_CUE = re.compile(
    r"(?:\btlf|\btel|telefon|mobil|\bmob|\bring|\bsms|\bdirekte|træffes|fastnet)[\w.]*(?: \w+\.?){0,3}?\W{0,4}$",
    re.IGNORECASE,
)
_YEAR_RANGE = re.compile(rf"(?:19|20)\d{{2}}(?:{_GAP}|[.-])?(?:19|20)\d{{2}}")
_NOT_AFTER = re.compile(
    r"\s?(?:kr|kroner|mio|mia|borgere|personer|mennesker|ledige|medlemmer|ansatte|stk|besøg|timer|%)\b|\s?%|[ ]\d{2}\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:CVR|EAN|SE|P|ISBN|ISSN|id|sag|nr|no|j\.?nr)"
    r"|(?:sags?|journal|dokument|dok|faktura|ordre)[-. ]?(?:nr|nummer|id))"
    r"\W{0,8}(?:nr\W{0,3})?$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[1-9]\d? \d{3} \d{3}")


def _is_phone(match: re.Match[str]) -> bool:
    """Whether eight digits are a phone number and not years, money or a case number."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    if _NOT_AFTER.match(match.string, match.end()):
        return False
    if match[0].startswith(("+", "(+", "00", "(00")) or _CUE.search(before):
        return True
    return not (_YEAR_RANGE.fullmatch(match[0]) or _MONEY.fullmatch(match[0]) or _NOT_BEFORE.search(before))


def _has_digits(match: re.Match[str]) -> bool:
    return sum(c.isdigit() for c in match[1]) >= 5 and not _NOT_AFTER.match(match.string, match.end())


_MASK = Mask("[telefon]", "telefonnummer")
_RULES = (
    Rule(_MASK, _PHONE, accepts=_is_phone),
    Rule(_MASK, _SECOND, group=1),
    Rule(_MASK, _SAID, group=1, accepts=_has_digits),
    Rule(_MASK, _EXTENSION, group=1),
)


def find_phones(text: str) -> Iterator[Finding]:
    """Telephone numbers; eight digits that are years, money, counts or a case number are none."""
    for rule in _RULES:
        yield from rule.find(text)
