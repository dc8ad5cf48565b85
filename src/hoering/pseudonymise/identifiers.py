"""Numbers and addresses that point at a person: CPR, phone, e-mail, street address.

Detection only; what is found is replaced in `hoering.pseudonymise`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that identifies a person, at a place in the text it was looked for in.

    ``placeholder`` is what may stand instead; ``reason`` says in Danish what it is.
    """

    start: int
    end: int
    placeholder: str
    reason: str


_GAP = "[ \u00a0\u202f]"

# Ten digits that begin as a date of birth; modulus 11 is no test since 2007.
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
_CPR = re.compile(
    rf"(?<!\d)(?:{_DAY}{_MONTH}\d{{2}}(?:\s?[-‐‑–—]?\s?\d{{4}}|[-‐‑–—]?[xX*]{{4}})"
    rf"|{_DAY}{_GAP}{_MONTH}{_GAP}\d{{2}}[ -]\d{{4}}|{_DAY}\.{_MONTH}\.\d{{2}}-\d{{4}})(?!\d)"
)
_DOMAIN_END = r"(?:dk|com|org|net|eu|nu|info|io|se|no|de|uk)"
_EMAIL = re.compile(
    r"[\w.+-]+(?:\s?@\s?|\s?[(\[]\s?(?:at|snabela|@)\s?[)\]]\s?| (?:snabel-?a|at) (?=\w+\.\w))"
    rf"[\w-]+(?:\.[\w-]+)*(?:\.\s{_DOMAIN_END}\b|\.[\w-]+)"
)
_PHONE = re.compile(
    rf"(?<![\w/])\(?(?:\+|00)\d{{2,3}}\)?(?:[ .-]?\d){{6,12}}(?![\d-])"
    rf"|(?<![\d,-])(?<!\d[./])(?:\d{{2}}({_GAP}|[.-]|{_GAP}?[-/]{_GAP}?|)\d{{2}}\1\d{{2}}\1\d{{2}}"
    rf"|\d{{4}}(?:{_GAP}|[.-])\d{{4}}|\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{3}})(?![\d-]|[.,]\d)"
)
_PHONE_LIST = re.compile(rf"(?<=\d)/((?:\d{{2}}{_GAP}?){{3}}\d{{2}})(?![\d-])")
_PHONE_CUE = re.compile(
    r"(?:\btlf|\btel|telefon|mobil|\bmob|\bring|\bsms|\bdirekte|træffes)[\w.]*(?: \w+\.?){0,3}?\W{0,4}$", re.IGNORECASE
)
_YEAR_RANGE = re.compile(rf"(?:19|20)\d{{2}}(?:{_GAP}|[.-])?(?:19|20)\d{{2}}")
_NOT_PHONE_AFTER = re.compile(
    r"\s?(?:kr|kroner|mio|mia|borgere|personer|mennesker|ledige|medlemmer|ansatte|stk|%)\b|\s?%|[ ]\d{2}\b",
    re.IGNORECASE,
)
_NOT_PHONE_BEFORE = re.compile(
    r"(?:\b(?:CVR|EAN|SE|id|sag|nr|no|j\.?nr)|(?:sags?|journal|dokument|dok|faktura|ordre)[-. ]?(?:nr|nummer|id))"
    r"\W{0,8}$",
    re.IGNORECASE,
)

_NAME_OF_STREET = (
    r"(?:vej|gade|vænget|vænge|allé|alle|stræde|stien|sti|parken|park|plads|pladsen|torv|torvet|toften|toft"
    r"|bakken|bakke|lunden|haven|have|engen|marken|krogen|dalen|skoven|gården|vangen|vang|brynet|bo|kaj|kajen|boulevard)"
)
_STREET_WORD = r"(?:Vej|Gade|Vænge|Allé|Alle|Stræde|Sti|Park|Plads|Torv|Toft|Bakke|Have|Gård|Kaj|Boulevard)"
_CAPITAL = r"[A-ZÆØÅ][\wæøåé.'-]*"
_NO_STREET = r"(?!(?:I|På|Ved|Fra|Til|Hos|Og|Min|Mit|Vores|Den|Det|Jeg|Vi|Han|Hun|Adresse|Adr)\b)"
_HOUSE = (
    r" \d{1,3} ?[A-Za-z]?(?![\w-])(?:,? ?(?:(?:\d{1,2}\.|st\.?|kl\.)[ ]?,? ?(?:sal\b|(?:th|tv|mf)\b\.?)?|sal\b"
    r"|(?:th|tv|mf)\b\.?)"
    r"(?:,? ?(?:th|tv|mf)\b\.?)?)?"
)
_CITY = r",?\s\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]\.?[a-zæøå]*)?"
_STREETS = (
    # Rønnebærvej 14; Gl. Strandvej 12B, 8900 Byen; Nørre Allé 7; H.C. Andersens Vej 4
    re.compile(
        rf"\b{_NO_STREET}(?:{_CAPITAL} ){{0,2}}(?:[A-ZÆØÅ][\wæøåé.'-]*{_NAME_OF_STREET}|{_CAPITAL} {_STREET_WORD})"
        rf"{_HOUSE}(?:{_CITY})?"
    ),
    # any name with a house number and a town: Møllehøj 3, 4000 Roskilde
    re.compile(rf"\b{_NO_STREET}{_CAPITAL}(?: {_CAPITAL}){{0,2}}{_HOUSE}{_CITY}"),
    # small letters, or a word that says nothing by itself, after "jeg bor"
    re.compile(
        rf"(?:(?<=\bbor )|(?<=\bbor på )|(?<=\bbor i )|(?<=\bboede på )|(?<=\bflyttet til ))"
        rf"(?:[\wæøå]+{_NAME_OF_STREET}|(?i:{_NAME_OF_STREET}))\b{_HOUSE}(?:{_CITY})?"
    ),
)


def find_identifiers(text: str) -> Iterator[Finding]:
    """All identifiers in a text, those that decide most first; findings may overlap."""
    yield from _all(_EMAIL, text, "[e-mail]", "e-mail")
    yield from _all(_CPR, text, "[CPR-nummer]", "CPR-nummer")
    for match in _PHONE.finditer(text):
        if _is_phone(match, text):
            yield Finding(start=match.start(), end=match.end(), placeholder="[telefon]", reason="telefonnummer")
    for match in _PHONE_LIST.finditer(text):
        yield Finding(start=match.start(1), end=match.end(1), placeholder="[telefon]", reason="telefonnummer")
    for street in _STREETS:
        yield from _all(street, text, "[adresse]", "adresse")


def _is_phone(match: re.Match[str], text: str) -> bool:
    """Whether eight digits are a phone number and not years, money or a case number."""
    before = text[max(0, match.start() - 30) : match.start()]
    if _NOT_PHONE_AFTER.match(text, match.end()):
        return False
    if match[0].startswith(("+", "(+", "00", "(00")) or _PHONE_CUE.search(before):
        return True
    return not (_YEAR_RANGE.fullmatch(match[0]) or _NOT_PHONE_BEFORE.search(before))


def _all(regex: re.Pattern[str], text: str, placeholder: str, reason: str) -> Iterator[Finding]:
    for match in regex.finditer(text):
        yield Finding(start=match.start(), end=match.end(), placeholder=placeholder, reason=reason)
