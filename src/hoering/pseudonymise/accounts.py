"""Bank accounts and payment cards. Checksums (IBAN's modulus 97, Luhn) by python-stdnum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from hoering.pseudonymise.finding import Finding, Mask, Rule

# Danish, Faroese and Greenlandic ones have 18 signs; these are masked also when a digit is wrong.
_NORDIC_IBAN = re.compile(r"(?<!\w)(?:DK|FO|GL)\d{2}(?: ?\d{4}){3} ?\d{2}(?!\w)")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_IBAN_SAID = re.compile(r"\bIBAN\b(?:[- ]?(?:nr|nummer)\.?)?:? ?([A-Z]{2}\d{2}[A-Z0-9 ]{8,34}\d)(?!\w)")
_CARD = re.compile(
    r"(?<![\w-])(?:\d{4}[ -]?){3}\d{4}(?:[ -]?\d{3})?(?![\w-])|(?<!\w)3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?!\w)"
)
_CARD_CUE = re.compile(
    r"\b(?:kort\w*|dankort\w*|visa\w*|mastercard\w*|betalingskort\w*)\W[^\d\n]{0,25}$", re.IGNORECASE
)

_REG = r"\b(?i:reg(?:istrerings)?\.?[ -]?(?:nr|nummer|no)?\.?):? {0,2}"
_ACCOUNT_WORD = r"(?i:(?:bank|løn|nem)?-?konto(?:nummer|[- ]?nr|en)?|kto|kt|acc)\b\.?(?: ?nr\.?| nummer)?:?"
_NUMBER = r"\d(?:[ .-]?\d){4,13}"
_BOTH = re.compile(rf"{_REG}\d{{4}}(?:\s?[,;/-]?\s?(?:og )?{_ACCOUNT_WORD}\s?|\s?[,;/ -]\s?){_NUMBER}(?!\w)")
_BOTH_BARE = re.compile(rf"(?<![\w-])\d{{4}}\s?[,;/-]?\s?(?:og )?{_ACCOUNT_WORD}\s?{_NUMBER}(?!\w)")
_SAID = re.compile(
    rf"\b{_ACCOUNT_WORD}[^\d\n]{{0,20}}?(?<!\w)(\d{{4}}[ /-]?{_NUMBER}|{_NUMBER})(?!\w)(?! ?(?:kr|mio|pct)\b)"
)
_BARE = re.compile(r"(?<![\w-])\d{4}[- ]\d{10}(?![\w-])")
_BRANCH = re.compile(rf"{_REG}(\d{{4}})(?!\w)")


def _is_iban(match: re.Match[str]) -> bool:
    return bool(iban.is_valid(match[0]))


def _is_card(match: re.Match[str]) -> bool:
    said = _CARD_CUE.search(match.string[max(0, match.start() - 45) : match.start()])
    return bool(said or luhn.is_valid(re.sub(r"\D", "", match[0])))


def _is_account(match: re.Match[str]) -> bool:
    value = match[1]
    money = re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+", value)
    if re.search(r"EAN|CVR|SE-nr", match[0]) or re.fullmatch(r"579\d{10}", value):
        return False
    return not money and sum(c.isdigit() for c in value) >= 6


_MASK = Mask("[kontonummer]", "kontonummer")
_RULES = (
    Rule(_MASK, _NORDIC_IBAN),
    Rule(_MASK, _IBAN, accepts=_is_iban),
    Rule(_MASK, _IBAN_SAID, group=1),
    Rule(Mask("[kortnummer]", "kortnummer"), _CARD, accepts=_is_card),
    Rule(_MASK, _BOTH),
    Rule(_MASK, _BOTH_BARE),
    Rule(_MASK, _SAID, group=1, accepts=_is_account),
    Rule(_MASK, _BARE),
    Rule(_MASK, _BRANCH, group=1),
)


def find_accounts(text: str) -> Iterator[Finding]:
    """IBANs, cards, and Danish accounts (registration number and account number, apart or together)."""
    for rule in _RULES:
        yield from rule.find(text)
