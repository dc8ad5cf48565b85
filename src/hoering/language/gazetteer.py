"""Danish names that are nobody's private name: municipalities, parties, papers, abbreviations.

The list is `gazetteer.tsv` (type, name); see its head for the types.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def names(kind: str) -> frozenset[str]:
    """All names of one type, as written in the list."""
    table = resources.files("hoering.language") / "gazetteer.tsv"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line[:1] not in {"", "#"})
    return frozenset(row[1].strip() for row in rows if row[0] == kind and len(row) > 1)


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that end in a stop and do not end a sentence, in lower case."""
    return frozenset(name.lower() for name in names("abbreviation"))


@cache
def final_abbreviations() -> frozenset[str]:
    """Abbreviations that may also be the last word of a sentence ("osv."), in lower case."""
    return frozenset(name.lower() for name in names("abbreviation_final"))
