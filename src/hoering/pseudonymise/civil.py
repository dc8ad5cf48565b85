"""Numbers the authorities know a person by: CPR, date of birth, passport, licence, health card, MitID, memberships."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hoering.pseudonymise.finding import Finding, Mask, Rule

_GAP = "[ \u00a0\u202f]"
_DASH = "[-‐‑–—]"
# What a scan makes of digits: O for 0, l and I for 1.
SCANNED = "[0-9OolI|]"

# Ten digits that begin as a date of birth; modulus 11 is no test since 2007.
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
_CPR = re.compile(
    rf"(?<!\d)(?:{_DAY}{_MONTH}\d{{2}}(?:\s?(?:{_DASH}|[./])?\s{{0,2}}\d{{4}}|{_DASH}?[xX*]{{4}})"
    rf"|{_DAY}{_GAP}{_MONTH}{_GAP}\d{{2}}(?:\s|\s?{_DASH}\s{{0,2}})\d{{4}}"
    rf"|{_DAY}[./-]{_MONTH}[./-]\d{{2}}(?:\s?{_DASH}\s{{0,2}}|\s)\d{{4}})(?!\d)(?!{_GAP}?(?:kr|borgere)\b)"
)
_CPR_CUE = (
    r"(?i:\bcpr(?:[-. ]?(?:nr|nummer|numre))?|\bpersonn(?:umme)?r|\bpers\.?nr|\bfødselsn(?:umme)?r|\bcivilregister\w*)"
)
_TEN = rf"(?<!\w){SCANNED}(?:[\s.\-‐‑–—/]{{0,2}}{SCANNED}){{9}}(?!\w)"
_CPR_SAID = re.compile(rf"{_CPR_CUE}\b[^\d\n]{{0,30}}?({_TEN})")
_CPR_SCANNED = re.compile(rf"(?<![\w-])[0-3Oo]{SCANNED}[01OolI|]{SCANNED}{{3}}{_DASH}\s{{0,2}}{SCANNED}{{4}}(?![\w-])")
_LAST_FOUR = re.compile(r"\bsidste (?:fire|4) (?:cifre|tal)\b[^\d\n]{0,25}(\d{4})(?!\d)", re.IGNORECASE)

_MONTHS = "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
DATE = (
    rf"(?:\d{{1,2}}\.? ?(?i:{_MONTHS})[a-z]*\.?,? ?(?:19|20)?\d{{2}}"
    rf"|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./ -]\s?(?:19|20)?\d{{2}}"
    rf"|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}}|\d{{6}}|\d{{8}})(?![\d-])"
)
_BIRTH = re.compile(
    r"(?:\b(?i:født|fødselsdato|fødselsdag|fødedato|fødselsdata|fødsel)\b[^\d\n!?]{0,25}?"
    r"|(?<!\w)[fF]\.(?: d\.)? ?(?=\d))"
    rf"(?<!\d)({DATE})"
)


def _cued(words: str, value: str) -> re.Pattern[str]:
    """A word, at most a few letters ("nummer er", "nr.:"), and a value; the value is group 1."""
    return re.compile(rf"\b(?i:{words})[^\d\n]{{0,25}}?\b({value})(?![\w-])")


_DIGITS = r"\d(?:[ .-]?\d)"
_PASSPORT = _cued(r"pas(?:set|sets|snummer|nummer|-?nr)?\b", r"[A-Z]{0,2}\d{7,9}")
_CARD = _cued(r"(?:sundheds|sygesikrings?|EU-syge)\w*", _DIGITS + "{5,20}")
_LICENCE = _cued(r"kørekort\w*", r"\d{6,9}")
_PERMIT = _cued(r"(?:opholds|udlændinge)\w*", r"[A-Z]{0,2} ?\d{2,}(?: ?\d{3,}){1,3}")
_LOGIN = _cued(r"(?:nem|mit)-?id\b", r"\d{3}-?\d{3}-?\d{3}|\d{6,12}")
_USER = re.compile(
    r"\b(?i:(?:nem|mit)-?id\W?)?\b(?i:bruger-?(?:id|navn)|user-?(?:id|name))\b\W{0,3}(?:er )?([\w.-]{0,40}[\w-]{3})"
)
_MEMBER = re.compile(
    r"\b(?i:(?:medlems|medarbejder|løn(?:modtager)?|kunde|patient|klient|borger|ydelses|police|bruger|tjeneste|låner|lejer"
    r"|elev|studie|kursist|skade|anmelder)(?:-?nummer|-?nr|-?id)\b)[^\d\n]{0,25}?([A-ZÆØÅ]{0,4}-?\d(?:[ ./-]?\d){2,14})"
)


def _is_mostly_digits(match: re.Match[str]) -> bool:
    value: str = match[match.lastindex or 0]
    return sum(c.isdigit() for c in value) >= 5


def _is_scanned(match: re.Match[str]) -> bool:
    return any(c.isalpha() for c in match[0]) and _is_mostly_digits(match)


def _is_no_word(match: re.Match[str]) -> bool:
    return any(not c.isalpha() for c in match[1])


_CPR_MASK = Mask("[CPR-nummer]", "CPR-nummer")
_BIRTH_MASK = Mask("[fødselsdato]", "fødselsdato")
_PAPER_MASK = Mask("[ID-nummer]", "nummer på pas, kort eller login")
_RULES = (
    Rule(_CPR_MASK, _CPR),
    Rule(_CPR_MASK, _CPR_SAID, group=1, accepts=_is_mostly_digits),
    Rule(_CPR_MASK, _CPR_SCANNED, accepts=_is_scanned),
    Rule(_CPR_MASK, _LAST_FOUR, group=1),
    Rule(_BIRTH_MASK, _BIRTH, group=1),
    *(Rule(_PAPER_MASK, regex, group=1) for regex in (_PASSPORT, _CARD, _LICENCE, _PERMIT, _LOGIN)),
    Rule(_PAPER_MASK, _USER, group=1, accepts=_is_no_word),
    Rule(Mask("[medlemsnummer]", "medlems- eller kundenummer"), _MEMBER, group=1),
)


def find_civil_numbers(text: str) -> Iterator[Finding]:
    """CPR numbers, also scanned or masked ones (``010170-xxxx``), dates of birth, and numbers of a person's papers."""
    for rule in _RULES:
        yield from rule.find(text)


def birth_dates(text: str) -> frozenset[str]:
    """The dates of birth in a text as ISO dates ("1961-11-07"), so that none is taken for the date of a letter."""
    found = (_iso(match[1]) for match in _BIRTH.finditer(text))
    return frozenset(date for date in found if date)


def _iso(written: str) -> str:
    """A date of birth as an ISO date, or "" where its day or month is none; two digits of a year are the 1900s."""
    numbers = re.findall(r"\d+", written)
    if month := re.search(_MONTHS, written.lower()):
        numbers.insert(1, str(_MONTHS.split("|").index(month[0]) + 1))
    if len(numbers) == 1:
        numbers = [numbers[0][:2], numbers[0][2:4], numbers[0][4:]]
    if len(numbers) != 3:
        return ""
    year, month_number, day = numbers if len(numbers[0]) == 4 else numbers[::-1]
    try:
        return datetime.date(int(year) + (1900 if len(year) == 2 else 0), int(month_number), int(day)).isoformat()
    except ValueError:
        return ""
