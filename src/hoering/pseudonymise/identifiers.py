"""Numbers and addresses that point at a person, of every kind; each kind has a module of its own.

Detection only; what is found is replaced in `hoering.pseudonymise`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hoering.pseudonymise.accounts import find_accounts
from hoering.pseudonymise.addresses import find_addresses
from hoering.pseudonymise.cases import find_case_numbers
from hoering.pseudonymise.civil import find_civil_numbers
from hoering.pseudonymise.finding import Claims, Finding
from hoering.pseudonymise.online import find_online
from hoering.pseudonymise.phones import find_phones
from hoering.pseudonymise.vehicles import find_number_plates

__all__ = ["Finding", "find_identifiers"]

# Those with the narrowest patterns first: they decide what a run of digits is.
_KINDS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    find_online,
    find_civil_numbers,
    find_accounts,
    find_case_numbers,
    find_number_plates,
    find_phones,
    find_addresses,
)


def find_identifiers(text: str) -> Iterator[Finding]:
    """All identifiers in a text, none overlapping; of two that claim a place the kind that decides more has it."""
    claims = Claims()
    for find in _KINDS:
        for finding in find(text):
            if finding.start < finding.end and claims.claim(finding.start, finding.end):
                yield finding
