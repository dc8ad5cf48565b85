"""Danish names that are nobody's private name, and abbreviations: municipalities, parties, papers, unions, bodies.

The list that ships is `gazetteer.tsv`; its head says what the types are. A user's own file of the same form is
laid on top (`Gazetteer.load`). In it the types may be given in Danish as well: see `DANISH_KINDS`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from hoering.errors import GazetteerError

DANISH_KINDS: Mapping[str, str] = MappingProxyType({
    "kommune": "municipality",
    "region": "region",
    "sted": "place",
    "parti": "party",
    "listebogstav": "party_letter",
    "medie": "media",
    "fagforening": "union",
    "a-kasse": "unemployment_fund",
    "arbejdsgiverorganisation": "employer_organisation",
    "organisation": "organisation",
    "myndighed": "authority",
    "titel": "title",
    "flertydig": "ambiguous",
    "forkortelse": "abbreviation",
    "forkortelse_sidst": "abbreviation_final",
})  # fmt: skip
KINDS = frozenset(DANISH_KINDS.values()) | {
    "municipality_variant",
    "region_variant",
    "party_short",
    "media_suffix",
    "body_suffix",
    "body_suffix_indefinite",
    "body_suffix_name",
    "body_head",
    "noun_suffix",
}


# Where a consultation's own names may lie, beside its documents.
OWN_LIST = "navne.tsv"

_NAMED = (
    "municipality",
    "region",
    "place",
    "party",
    "media",
    "union",
    "unemployment_fund",
    "employer_organisation",
    "organisation",
    "authority",
)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names and abbreviations by type.

    ``entries`` maps a type of `KINDS` to its names as written in the list.
    """

    entries: Mapping[str, frozenset[str]]

    @classmethod
    def load(cls, extra: Path | None = None) -> Gazetteer:
        """The list that ships with hoering, with a user's own list on top.

        Args:
            extra: a UTF-8 file of lines ``type<TAB>name``; blank lines and lines that begin with ``#`` are skipped.

        Raises:
            GazetteerError: the file is missing, is not UTF-8, or a line in it has no known type or no name.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        shipped = (resources.files("hoering.language") / "gazetteer.tsv").read_text(encoding="utf-8")
        for kind, name in _rows(shipped, "gazetteer.tsv"):
            found[kind].add(name)
        for kind, name in _rows(_read(extra), extra.name) if extra else ():
            found[kind].add(name)
        return cls(MappingProxyType({kind: frozenset(names) for kind, names in found.items()}))

    def names(self, *kinds: str) -> frozenset[str]:
        """All names of one or more types, as written in the list; none for a type it does not have."""
        return frozenset().union(*(self.entries.get(kind, frozenset()) for kind in kinds))

    def abbreviations(self) -> frozenset[str]:
        """Abbreviations that end in a stop and do not end a sentence, in lower case."""
        return frozenset(name.lower() for name in self.names("abbreviation"))

    def final_abbreviations(self) -> frozenset[str]:
        """Abbreviations that may also be the last word of a sentence ("osv."), in lower case."""
        return frozenset(name.lower() for name in self.names("abbreviation_final"))


@cache
def shipped() -> Gazetteer:
    """The list that ships with hoering."""
    return Gazetteer.load()


def own_names(extra: Path) -> frozenset[str]:
    """Names of places and organisations in a user's own list: they are not private and stay named.

    Raises:
        GazetteerError: as `Gazetteer.load`.
    """
    return frozenset(name for kind, name in _rows(_read(extra), extra.name) if kind in _NAMED)


@cache
def names(kind: str) -> frozenset[str]:
    """All names of one type in the list that ships, as written there."""
    return shipped().names(kind)


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations of the shipped list that end in a stop and do not end a sentence, in lower case."""
    return shipped().abbreviations()


@cache
def final_abbreviations() -> frozenset[str]:
    """Abbreviations of the shipped list that may also be the last word of a sentence ("osv."), in lower case."""
    return shipped().final_abbreviations()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GazetteerError(f"Navnelisten »{path.name}« kan ikke læses.") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"Navnelisten »{path.name}« er ikke gemt som UTF-8.") from error


def _rows(text: str, file: str) -> Iterator[tuple[str, str]]:
    """Type and name of each line. Errors give the line's number, not its words: it may be the wrong file."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"Navnelisten »{file}«, linje {number}:"
        kind, name = (part.strip() for part in f"{line}\t".split("\t")[:2])
        if not kind or not name:
            raise GazetteerError(f"{where} Skriv en type, et tabulatortegn og et navn.")
        kind = DANISH_KINDS.get(kind, kind)
        if kind not in KINDS:
            raise GazetteerError(f"{where} Typen er ukendt. Brug en af: {', '.join(DANISH_KINDS)}.")
        if kind.startswith("abbreviation") and not name.endswith("."):
            raise GazetteerError(f"{where} En forkortelse skal ende med punktum.")
        yield kind, name
