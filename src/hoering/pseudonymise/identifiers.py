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


# Ten digits that begin as a date of birth; modulus 11 is no test since 2007.
_CPR = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- –]{0,3}\d{4}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\d.,/-])(?:(?:\+|00)45[ .]?)?(?:\d{2}[ .]?\d{2}[ .]?\d{2}[ .]?\d{2}|\d{4} \d{4})(?![\d/-]|[.,]\d)"
)
_STREET = re.compile(
    r"\b[A-ZÆØÅ][\wæøåé.'-]*(?: [A-ZÆØÅ][\wæøåé.'-]*){0,2}"
    r"(?:vej|gade|vænget|vænge|allé|alle|stræde|stien|sti|parken|park|plads|pladsen|torv|torvet|toften|toft"
    r"|bakken|bakke|lunden|haven|engen|marken|krogen|dalen|skoven|gården|vangen|vang|have|bo|kaj|kajen|boulevard)"
    r" \d{1,3} ?[A-Za-z]?(?![\w-])(?:,? ?(?:\d{1,2}\.|st\.?|kl\.)?,? ?(?:sal|th|tv|mf)\.?(?: ?(?:th|tv|mf)\.?)?)?"
    r"(?:,? ?\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]\.?[a-zæøå]*)?)?"
)
_YEAR_RANGE = re.compile(r"(?:19|20)\d{2} ?(?:19|20)\d{2}")
_NOT_PHONE_AFTER = re.compile(r"\s?(?:kr|kroner|borgere|ansatte|%)", re.IGNORECASE)
_NOT_PHONE_BEFORE = re.compile(r"(?:CVR|EAN|nr|sag|id)\W{0,8}$", re.IGNORECASE)


def find_identifiers(text: str) -> Iterator[Finding]:
    """All identifiers in a text, those that decide most first; findings may overlap."""
    yield from _all(_EMAIL, text, "[e-mail]", "e-mail")
    yield from _all(_CPR, text, "[CPR-nummer]", "CPR-nummer")
    for match in _PHONE.finditer(text):
        if _YEAR_RANGE.fullmatch(match[0]) or _NOT_PHONE_AFTER.match(text, match.end()):
            continue
        if _NOT_PHONE_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        yield Finding(start=match.start(), end=match.end(), placeholder="[telefon]", reason="telefonnummer")
    yield from _all(_STREET, text, "[adresse]", "adresse")


def _all(regex: re.Pattern[str], text: str, placeholder: str, reason: str) -> Iterator[Finding]:
    for match in regex.finditer(text):
        yield Finding(start=match.start(), end=match.end(), placeholder=placeholder, reason=reason)
