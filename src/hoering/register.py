"""The register of sources, `kilder.xlsx`: what each thing received is taken to be, for a person to correct.

The columns with a yellow ground are a person's; what stands there is used in the next run and written again, never
changed, but that names of private persons in it are masked like all others. A row is known by the file's own bytes
and the number of the letter in it, so that it is found again where the file has moved.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl

from hoering.errors import SourceListError
from hoering.identify import first_date
from hoering.read.source_list import ListedSource
from hoering.records import Outcome, Problem, Source
from hoering.workbook import Column, Sheet, workbook_bytes

REGISTER = "kilder.xlsx"
_YES = ("ja", "x", "1")
_KEY, _LEAVE_OUT, _NOTE = "Nøgle", "Udelad", "Bemærkning"
# Field of `ListedSource` by the head of the column in which a person corrects it.
_FIELDS = {
    "Ret afsender": "sender",
    "Ret afsendertype": "sender_type",
    "Ret type": "kind",
    "Ret dato": "date",
    "Ret emne": "subject",
    "Ret fase": "phase",
    "Ret spor": "track",
}
_EXPLAINED = (
    "Kilderegister. Ret kun i de gule felter, gem, og kør igen: det rettede bruges og bliver stående. "
    "»Grundlag« siger, hvad hvert felt er taget fra, og hvor sikkert (0–1; 1 er det, I selv har skrevet)."
)
_STATUS = {"used": "brugt", "duplicate": "dublet", "unreadable": "ulæselig", "excluded": "udeladt"}
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_GONE = "findes ikke mere i mappen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person has written in a row: the fields, whether to leave the source out, and a note.

    ``typed`` holds the fields as they stand in the cells, also those that could not be used.
    """

    key: str
    said: ListedSource
    typed: Mapping[str, str] = field(default_factory=dict)
    leave_out: bool = False
    note: str = ""

    @property
    def set_aside(self) -> str:
        """Reason for leaving the source out, in Danish; empty where it stays."""
        return f"Udeladt i {REGISTER}{': ' + self.note if self.note else ''}." if self.leave_out else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Danish labels of kinds and sender types, by id."""

    kinds: Mapping[str, str]
    sender_types: Mapping[str, str]


def key_of(sha256: str, number: int) -> str:
    """Key of a letter: the start of the file's hash and the letter's number in it.

    >>> key_of("c0ffee" * 10, 2)
    'c0ffeec0ffee-2'
    """
    return f"{sha256[:12]}-{number}"


def key_of_source(source: Source) -> str:
    """Key of a source, by its file's hash and its number in that file."""
    return key_of(source.sha256, int(source.source.rpartition("#")[2]))


# Writing


def register_bytes(sources: Iterable[Source], corrections: Mapping[str, Correction], choices: Choices) -> bytes:
    """The register as an Excel file: all sources in order, then corrections whose file is gone.

    Args:
        sources: what was received, names masked.
        corrections: a person's, by key, names masked.
        labels: what is offered to choose from.
    """
    listed = sorted(sources, key=lambda s: (s.number == 0, s.number, s.source))
    rows = [_row(source, corrections.get(key_of_source(source)), choices) for source in listed]
    there = {key_of_source(source) for source in listed}
    rows += [_gone(item) for key, item in sorted(corrections.items()) if key not in there]
    return workbook_bytes([Sheet(title="Kilder", columns=_columns(choices), rows=rows, note=_EXPLAINED, fixed=2)])


_GIVEN = {"Afsender": 28, "Afsendertype": 20, "Type": 15, "Dato": 12, "Emne": 30, "Fase": 13, "Spor": 13}


def _columns(choices: Choices) -> list[Column]:
    """What is believed, and beside it the field in which a person corrects it."""
    offered = {"Afsendertype": tuple(choices.sender_types.values()), "Type": tuple(choices.kinds.values())}
    columns = [Column(head="Nr.", width=6), Column(head="Fil", width=36), Column(head="Tegn", width=13)]
    columns.append(Column(head="Status", width=20))
    for head, width in _GIVEN.items():
        columns += [Column(head=head, width=width), _to_fill(f"Ret {head.lower()}", width, offered.get(head, ()))]
    columns += [_to_fill(_LEAVE_OUT, 9, ("ja",)), _to_fill(_NOTE, 28)]
    return [
        *columns,
        Column(head="Sikkerhed", width=13),
        Column(head="Grundlag", width=60),
        Column(head=_KEY, width=17),
    ]


def _to_fill(head: str, width: int, choices: Sequence[str] = ()) -> Column:
    return Column(head=head, width=max(width, 13), to_fill=True, choices=choices)


def _row(source: Source, correction: Correction | None, choices: Choices) -> list[str | int | float]:
    status = _STATUS[source.status] + (f": {source.reason}" if source.reason else "")
    given = [
        source.sender, choices.sender_types.get(source.sender_type, source.sender_type),
        choices.kinds.get(source.kind, source.kind), source.date, source.subject, source.phase, source.track,
    ]  # fmt: skip
    place = f"{source.start}–{source.end}" if source.end else ""
    certain = min(source.kind_score, source.sender_score) if source.kind else ""
    return [
        source.number or "", source.document, place, status, *_beside(given, correction), certain, source.basis,
        key_of_source(source),
    ]  # fmt: skip


def _gone(correction: Correction) -> list[str | int | float]:
    beside = _beside([""] * len(_FIELDS), correction)
    return ["", correction.said.document, "", _GONE, *beside, "", "", correction.key]


def _beside(given: Sequence[str], correction: Correction | None) -> list[str]:
    """What is believed and what a person has typed, field by field, then whether to leave the source out, and why."""
    typed = correction.typed if correction else {}
    pairs = zip(given, _FIELDS.values(), strict=True)
    cells = [cell for value, name in pairs for cell in (value, typed.get(name, ""))]
    return [*cells, "ja" if correction and correction.leave_out else "", correction.note if correction else ""]


# Reading


def read_register(path: Path, choices: Choices) -> Outcome[Correction]:
    """What persons have written in the register; no such file is no corrections.

    A cell with an unknown type, sender type or date becomes a problem, the row's other cells are used.

    Raises:
        SourceListError: the file is there but is no register any more. It is not written over.
    """
    if not path.is_file():
        return Outcome(items=())
    try:
        rows = list(_rows(path.read_bytes()))
    except SourceListError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise SourceListError(
            f"{REGISTER} kan ikke læses. Luk filen, eller flyt den væk, hvis den er i stykker."
        ) from error
    reader = _Reader(choices)
    items = [reader.correction(number, cells) for number, cells in rows]
    return Outcome(items=tuple(item for item in items if item is not None), problems=tuple(reader.problems))


def _rows(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Number and cells of every row below the head, by the head's names."""
    page = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    head: list[str] = []
    for number, row in enumerate(page.iter_rows(values_only=True), 1):
        values = [_text(value) for value in row]
        if head:
            yield number, dict(zip(head, values, strict=False))
        elif _KEY in values:
            head = values
    if not head:
        raise SourceListError(f"{REGISTER} mangler kolonnen »{_KEY}« og er ikke brugt. Flyt filen væk for at få en ny.")


def _text(value: object) -> str:
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    return " ".join(str(value).split()) if value is not None else ""


@dataclass(slots=True)
class _Reader:
    choices: Choices
    problems: list[Problem] = field(default_factory=list)

    def correction(self, number: int, cells: Mapping[str, str]) -> Correction | None:
        """The correction of a row; None where a person has written nothing in it."""
        typed = {name: cells.get(head, "") for head, name in _FIELDS.items()}
        leave_out, note = cells.get(_LEAVE_OUT, "").lower() in _YES, cells.get(_NOTE, "")
        if not cells.get(_KEY) or not (leave_out or note or any(typed.values())):
            return None
        given = dict(typed)
        given["kind"] = self._chosen(number, "Ret type", given["kind"], self.choices.kinds)
        given["sender_type"] = self._chosen(number, "Ret afsendertype", given["sender_type"], self.choices.sender_types)
        given["date"] = self._date(number, given["date"])
        said = ListedSource(document=cells.get("Fil", ""), by=REGISTER, **given)
        return Correction(key=cells[_KEY], said=said, typed=typed, leave_out=leave_out, note=note)

    def _chosen(self, number: int, head: str, given: str, labels: Mapping[str, str]) -> str:
        found = [key for key, label in labels.items() if given.casefold() in {key.casefold(), label.casefold()}]
        return found[0] if found else self._refuse(number, head, given)

    def _date(self, number: int, given: str) -> str:
        return given if _MONTH.fullmatch(given) else first_date(given) or self._refuse(number, "Ret dato", given)

    def _refuse(self, number: int, head: str, given: str) -> str:
        if given:
            reason = f"række {number}: »{given}« kan ikke bruges i »{head}«; feltet er sprunget over."
            self.problems.append(Problem(stage="kildeliste", item=REGISTER, reason=reason))
        return ""


def by_key(corrections: Sequence[Correction]) -> dict[str, Correction]:
    """Corrections by key; of two with the same key the first."""
    return {item.key: item for item in reversed(corrections)}
