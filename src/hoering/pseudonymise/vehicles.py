"""Number plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.pseudonymise.finding import Finding, Mask, Rule

_PLATE = re.compile(r"(?<![\w-])([A-ZÆØÅ]{2}) ?\d{2} ?\d{3}(?![\w-]|[.,]\d)")
_CUE = (
    r"\b(?i:nummerplade\w*|registreringsn\w+|reg\.? ?nr\.?|indreg\w*|trailer\w*|knallert\w*|motorcykel\w*|anhænger\w*"
    r"|scooter\w*|køretøj\w*|bil|bilen|bils|varevogn\w*|campingvogn\w*)"
)
_SAID = re.compile(
    rf"{_CUE}(?=\W)[^\d\n]{{0,30}}?(?<!\w)((?i:[a-zæøå]{{2}}[ -]?\d{{2}}[ .]?\d{{3}}|[A-ZÆØÅ]{{2}} ?\d{{4}}))(?![\w-])"
)
# Abbreviations that stand before a number that is only a number.
_NO_PLATE = frozenset({
    "AC", "AF", "AT", "BL", "CO", "DA", "DE", "DI", "DK", "DR", "DS", "EF", "EN", "ET", "EU", "FH", "FN", "FT", "GL",
    "HK", "IT", "KL", "KR", "KT", "LO", "MF", "NR", "OG", "OK", "PR", "SE", "SF", "SU", "TV", "UK", "US",
})  # fmt: skip
_COUNTED = re.compile(
    r"\s?(?:kr|kroner|mio|mia|borgere|personer|mennesker|ledige|medlemmer|ansatte|stk|timer|sider|pct|besøg|%)", re.I
)


def _is_plate(match: re.Match[str]) -> bool:
    return match[1] not in _NO_PLATE and not _COUNTED.match(match.string, match.end())


_MASK = Mask("[nummerplade]", "nummerplade")
_RULES = (Rule(_MASK, _SAID, group=1), Rule(_MASK, _PLATE, accepts=_is_plate))


def find_number_plates(text: str) -> Iterator[Finding]:
    """``AB 12 345`` and ``AB12345`` unless the letters are a known abbreviation; other forms after "nummerplade"."""
    for rule in _RULES:
        yield from rule.find(text)
