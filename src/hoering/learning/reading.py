"""Reads the table of decisions with the codebook at hand: what may be used and what is to be mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hoering.codebook import Code, Codebook
from hoering.learning import sheet
from hoering.learning.decisions import (
    KIND_LABELS,
    KINDS,
    DecidedKind,
    Decision,
    Decisions,
    Verdict,
    contradictions,
    counted,
    require_none,
)
from hoering.learning.sheet import Row, read_rows

_KINDS = {label: kind for kind, label in KIND_LABELS.items()} | {kind: kind for kind in KINDS}
_KIND_NAMES = {"theme": "et tema", "actor": "en aktør", "stance": "en holdning"}
_YES, _NO, _CORRECT = ("ja", "j", "x", "ok"), ("nej", "n"), ("ret", "rettes", "rettet")
_WHOLE = re.compile(r"(\d+)(?:\.0)?")


def read_decisions(path: Path | None, book: Codebook, also_versions: Sequence[str] = ()) -> Decisions:
    """Read the table; rows without a decision are suggestions still waiting and are passed over.

    Args:
        path: the Excel or CSV file; None is no decisions.
        book: the codebook in use.
        also_versions: other versions of it whose decisions are taken along.

    Raises:
        DecisionsError: rows name another codebook, an unknown code, kind or answer, or contradict each other; the
            message has file, row and what to mend. Then no decision is used.
    """
    if path is None:
        return Decisions()
    reader = _Reader(book, (book.version, *also_versions))
    items: list[Decision] = []
    faults: list[str] = []
    for row in read_rows(path):
        try:
            item = reader.decision(row)
        except _RowError as error:
            faults.append(f"{row.where}: {error}")
        else:
            items += [item] if item is not None else []
    require_none([*faults, *contradictions(items)], path.name)
    return Decisions(tuple(items), tuple(reader.told()))


class _RowError(Exception):
    """A row that cannot be used; says what to mend."""


@dataclass(slots=True)
class _Reader:
    book: Codebook
    versions: tuple[str, ...]
    _apart: dict[str, int] = field(default_factory=dict)
    _gone: list[str] = field(default_factory=list)
    _codes: Mapping[DecidedKind, frozenset[str]] = field(init=False)
    _by_label: Mapping[tuple[DecidedKind, str], str] = field(init=False)

    def __post_init__(self) -> None:
        lists: dict[DecidedKind, Sequence[Code]] = {
            "theme": self.book.themes,
            "actor": self.book.actors,
            "stance": self.book.stances,
        }
        self._codes = {kind: frozenset(code.id for code in lists[kind]) for kind in KINDS}
        self._by_label = {(kind, code.label.casefold()): code.id for kind in KINDS for code in lists[kind]}

    def decision(self, row: Row) -> Decision | None:
        """The decision of a row; None where there is none, or where it is kept apart."""
        if not (row[sheet.VERDICT] or row[sheet.CORRECTED] or row[sheet.COMPLETE]):
            return None
        name, _, version = row[sheet.STAMP].rpartition(" ")
        if name != self.book.id:
            raise _RowError(
                f"hører til kodebogen »{row[sheet.STAMP]}«, men her bruges »{self.book.stamp}«. "
                "Flyt rækken til en fil for sig, eller kør med den kodebog.",
            )
        if version not in self.versions:
            self._apart[version] = self._apart.get(version, 0) + 1
            return None
        return self._read(row, version)

    def told(self) -> Iterator[str]:
        """What was kept apart."""
        for version, count in self._apart.items():
            yield (
                f"{counted(count)} med kodebogens version {version} er holdt ude "
                f"(»hoering learn --ogsaa-version {version}« tager dem med)."
            )
        yield from self._gone

    def _read(self, row: Row, version: str) -> Decision | None:
        kind = _KINDS.get(row[sheet.KIND].casefold())
        if kind is None:
            raise _RowError(f"»{row[sheet.KIND]}« er ingen slags. Skriv tema, aktør eller holdning.")
        place = _place(row)
        if place is None:
            raise _RowError("Start og Slut skal være hele tal, eller begge være tomme.")
        if not row[sheet.QUOTE] or not row[sheet.DOCUMENT]:
            raise _RowError("Dokument og Citat skal stå der, så stedet kan findes.")
        answer = _answer(row)
        if answer is None:
            raise _RowError(f"»{row[sheet.VERDICT]}« er intet svar. Skriv ja, nej eller ret til en anden kode.")
        verdict, corrected = answer
        code, corrected = self._id(kind, row[sheet.CODE]), self._id(kind, corrected)
        unknown = [given for given in (code, corrected) if given and given not in self._codes[kind]]
        if unknown and version != self.book.version:
            self._gone.append(f"{row.where}: koden »{unknown[0]}« fra version {version} findes ikke mere; holdt ude.")
            return None
        if unknown:
            raise _RowError(f"»{unknown[0]}« er ikke {_KIND_NAMES[kind]} i kodebogen »{self.book.stamp}«.")
        if missing := _missing(kind, code, verdict, corrected):
            raise _RowError(missing)
        return Decision(
            document=row[sheet.DOCUMENT], start=place[0], end=place[1], quote=row[sheet.QUOTE], kind=kind, code=code,
            verdict=verdict, corrected=corrected, complete=row[sheet.COMPLETE].casefold() in _YES,
            who=row[sheet.WHO], when=row[sheet.WHEN], codebook=f"{self.book.id} {version}", where=row.where,
        )  # fmt: skip

    def _id(self, kind: DecidedKind, given: str) -> str:
        return self._by_label.get((kind, given.casefold()), given)


def _answer(row: Row) -> tuple[Verdict, str] | None:
    """The verdict and the code it is corrected to: "ja", "nej", "ret" and a code beside it, or "ret til bus"."""
    said, corrected = row[sheet.VERDICT], row[sheet.CORRECTED]
    word, _, rest = said.partition(" ")
    if word.casefold().rstrip(":") in _CORRECT:
        return "corrected", corrected or rest.removeprefix("til").strip(" :»«")
    if said.casefold() in _YES and not corrected:
        return "yes", ""
    if said.casefold() in _NO:
        return ("corrected", corrected) if corrected else ("no", "")
    if not said:
        return ("corrected", corrected) if corrected else ("none", "")
    return None


def _missing(kind: DecidedKind, code: str, verdict: Verdict, corrected: str) -> str:
    if verdict == "corrected" and not corrected:
        return "der står »ret«, men ikke til hvad. Skriv koden i »Rettet kode«."
    if verdict == "corrected" and corrected == code:
        return f"»{code}« er rettet til sig selv. Skriv »ja«, eller ret til en anden kode."
    if verdict in ("yes", "no") and not code:
        return "rækken har ingen kode at svare på. Skriv den i »Kode«, eller skriv »ret til …«."
    if kind == "stance" and verdict == "no":
        return "en sætning har altid én holdning. Skriv »ret til …« med den rigtige i stedet for »nej«."
    return ""


def _place(row: Row) -> tuple[int, int] | None:
    start, end = row[sheet.START], row[sheet.END]
    if not start and not end:
        return -1, -1
    # A table that pandas has saved may have "120.0" there.
    found = [match[1] for text in (start, end) if (match := _WHOLE.fullmatch(text))]
    return (int(found[0]), int(found[1])) if len(found) == 2 else None
