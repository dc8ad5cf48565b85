"""Rows of a survey as a text: ``Svar 1: …`` and so on, each answer with its other columns on a line below it.

Every answer is marked (`hoering.read.answers`), so that each can be a source of its own. Which columns hold the
answers is the user's choice (`hoering.read.columns`), or else a rule, told as a warning: those whose cells have several
words and are seldom alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoering.errors import ReadError
from hoering.read.answers import ANSWER, VALUE
from hoering.read.cell_text import plain_cell
from hoering.read.columns import Columns, letter_of, places, use_of
from hoering.read.free_text import free_columns
from hoering.read.table_head import head_of, padded
from hoering.sensitive import Mark, RawText

QUESTION = "question"
FIELD = "field"

_ANSWER = re.compile(r"^([ \t]*)(Svar \d+:)", re.MULTILINE)
_SHOWN = 80
_LISTED = 30
_USED = {"organisation": "organisation", "sender": "afsender", "name": "navn", "role": "type", "submitted": "dato"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: its name (empty for a .csv file), and the rows that hold anything with their numbers in the file."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFound:
    """A column of a table, for a person who chooses: where it is, its name, how many cells hold anything, its use.

    ``use`` is Danish: ``svar`` for the columns that are read as answers, ``organisation``, ``afsender``, ``navn``,
    ``type``, ``dato``, or ``baggrund``. No cell is shown: cells hold what people wrote.
    """

    sheet: str
    letter: str
    name: str
    filled: int
    use: str


@dataclass(frozen=True, slots=True)
class _Survey:
    """A table with its head found: lines above it, questions, rows with their numbers, and what columns are for."""

    name: str
    above: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    free: tuple[int, ...]
    uses: dict[int, str]
    missing: tuple[str, ...]


def survey_text(sheets: Sequence[Sheet], columns: Columns | None = None) -> RawText:
    """One text of the answers of all sheets, numbered through.

    Args:
        sheets: the tables of a file.
        columns: the user's choice; a name that no sheet has becomes a warning that tells the names there are.

    Raises:
        ReadError: no sheet has a column of answers; the message names the columns and says how to choose.
    """
    chosen = columns or Columns()
    surveys, warnings = _surveys(sheets, chosen)
    found = [survey for survey in surveys if survey.free]
    if not found:
        raise ReadError(_no_answers(surveys, warnings))
    writer = _Writer()
    for survey in found:
        skipped = writer.survey(survey, several=len(found) > 1)
        warnings.append(_choice(survey, skipped))
    warnings += [f"Arket »{s.name}« har ingen kolonne med fritekst og er ikke læst." for s in surveys if not s.free]
    return RawText(text="".join(writer.parts), marks=tuple(writer.marks), warnings=tuple(warnings))


def suggest(sheets: Sequence[Sheet], columns: Columns | None = None) -> tuple[ColumnFound, ...]:
    """All columns of all sheets and what each is taken for, so that a person can see and choose."""
    surveys, _ = _surveys(sheets, columns or Columns())
    return tuple(
        ColumnFound(
            sheet=survey.name,
            letter=letter_of(column),
            name=" ".join(name.split()),
            filled=sum(bool(row[column]) for _, row in survey.rows),
            use="svar" if column in survey.free else _USED.get(survey.uses.get(column, ""), "baggrund"),
        )
        for survey in surveys
        for column, name in enumerate(survey.head)
    )


def _surveys(sheets: Sequence[Sheet], chosen: Columns) -> tuple[list[_Survey], list[str]]:
    """The tables to be read, and what is to be told of the choice."""
    warnings: list[str] = []
    wanted = [s for s in sheets if s.name.casefold() == chosen.sheet.casefold()] if chosen.sheet else []
    if chosen.sheet and not wanted:
        names = ", ".join(f"»{sheet.name}«" for sheet in sheets if sheet.name)
        warnings.append(f"Arket »{_cut(chosen.sheet)}« findes ikke{f'; der er {names}' if names else ''}.")
    hidden = [s for s in sheets if s.hidden and s not in wanted]
    warnings += [f"Arket »{s.name}« er skjult og er ikke læst. Skriv »ark={s.name}« for at læse det." for s in hidden]
    read = [s for s in wanted or sheets if s.rows and s not in hidden]
    surveys = [_survey(sheet, chosen) for sheet in read]
    warnings += _missing(surveys, chosen)
    return surveys, warnings


def _survey(sheet: Sheet, chosen: Columns) -> _Survey:
    head = head_of(sheet.rows)
    names = head.names
    below = tuple((number, padded(row, len(names))) for number, row in sheet.rows[head.below :])
    cells = [[row[column] for _, row in below if row[column]] for column in range(len(names))]
    free = [place for name in chosen.text for place in places(name, names)]
    if not free:
        free = free_columns(names, cells)
    missing = tuple(name for name in chosen.named() if not places(name, names))
    uses = {column: use for column, use in _uses(names, cells, chosen).items() if column not in free}
    return _Survey(sheet.name, head.above, names, below, tuple(dict.fromkeys(free)), uses, missing)


def _uses(head: Sequence[str], cells: Sequence[Sequence[str]], chosen: Columns) -> dict[int, str]:
    """What the columns of background say; a choice overrules what the heads tell of the same."""
    uses = {column: use for column, name in enumerate(head) if (use := use_of(name, cells[column]))}
    named = {
        "organisation": chosen.organisation, "sender": chosen.sender, "role": chosen.role, "submitted": chosen.date,
    }  # fmt: skip
    for use, name in named.items():
        if columns := places(name, head) if name else []:
            replaced = {use, "organisation", "name"} if use == "sender" and not chosen.organisation else {use}
            uses = {column: old for column, old in uses.items() if old not in replaced and column not in columns}
            uses |= dict.fromkeys(columns, use)
    return uses


def _missing(surveys: Sequence[_Survey], chosen: Columns) -> list[str]:
    """A warning for every chosen name that no sheet has."""
    nowhere = [name for name in chosen.named() if surveys and all(name in survey.missing for survey in surveys)]
    return [f"Kolonnen »{_cut(name)}« findes ikke. {_listing(surveys)}" for name in nowhere]


def _listing(surveys: Sequence[_Survey]) -> str:
    names = list(dict.fromkeys(_cut(name) for survey in surveys for name in survey.head if _own_words(name)))
    shown = ", ".join(f"»{name}«" for name in names[:_LISTED])
    more = f" og {len(names) - _LISTED} til" if len(names) > _LISTED else ""
    return (
        f"Kolonnerne hedder {shown}{more}." if names else "Kolonnerne har ingen navne; brug deres bogstaver (A, B …)."
    )


def _no_answers(surveys: Sequence[_Survey], warnings: Sequence[str]) -> str:
    told = [warning for warning in warnings if "er skjult" in warning or "findes ikke" in warning]
    reason = "Tabellen har ingen kolonne med fritekst (flere ord, forskellige fra række til række)."
    ask = "Skriv i kilder.csv i kolonnen »kolonner«, hvilke der skal læses, med semikolon imellem."
    listing = [_listing(surveys), ask] if surveys and not any("hedder" in warning for warning in told) else []
    return " ".join([reason, *told, *listing, *([ask] if told and not listing and surveys else [])])


def _choice(survey: _Survey, skipped: int) -> str:
    columns = _columns([survey.head[column] or letter_of(column) for column in survey.free])
    where = f" i arket »{survey.name}«" if survey.name else ""
    empty = f"; {skipped} rækker uden svar er sprunget over" if skipped else ""
    of_whom = [f"{_USED[use]} fra »{_cut(survey.head[column])}«" for column, use in survey.uses.items()]
    rest = f" Desuden: {', '.join(of_whom)}." if of_whom else ""
    return f"Svarene er taget fra {columns}{where}{empty}.{rest}"


def _columns(names: Sequence[str]) -> str:
    quoted = [f"»{_cut(name)}«" for name in names]
    return f"kolonnen {quoted[0]}" if len(quoted) == 1 else f"kolonnerne {', '.join(quoted[:-1])} og {quoted[-1]}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0
        self.answers = 0

    def survey(self, survey: _Survey, *, several: bool) -> int:
        """Write the answers; gives how many rows had none."""
        for line in survey.above:
            self._add(f"[{' '.join(line.split())}]\n", FIELD)
        asked = len(survey.free) == 1 and not several
        if asked and survey.head[survey.free[0]]:
            self._add(f"[{' '.join(survey.head[survey.free[0]].split())}]\n", QUESTION)
        skipped = 0
        for number, row in survey.rows:
            given = [(column, text) for column in survey.free if (text := _own_words(row[column]))]
            if given:
                self._answer(survey, number, row, given, asked=asked)
            else:
                skipped += 1
        return skipped

    def _answer(
        self, survey: _Survey, number: int, row: tuple[str, ...], given: list[tuple[int, str]], *, asked: bool
    ) -> None:
        self.answers += 1
        start = self.length
        self._add(f"Svar {self.answers}: ")
        for column, text in given:
            if survey.head[column] and not asked:
                self._add(f"[{' '.join(survey.head[column].split())}] ", QUESTION)
            self._add(_ANSWER.sub(r"\1– \2", text) + "\n")
        self._fields(survey, number, row)
        self.marks.append(Mark(start=start, end=self.length, kind=ANSWER))

    def _fields(self, survey: _Survey, number: int, row: tuple[str, ...]) -> None:
        """The line of background below an answer, with the values that say who and when marked."""
        start = self.length
        self._add("[")
        for position, (use, label, value) in enumerate(_fields(survey, number, row)):
            self._add(f"{' · ' if position else ''}{label}")
            self._add(value, f"{VALUE}{use}" if use else "")
        self._add("]")
        self.marks.append(Mark(start=start, end=self.length, kind=FIELD))
        self._add("\n\n")

    def _add(self, text: str, kind: str = "") -> None:
        if kind:
            self.marks.append(Mark(start=self.length, end=self.length + len(text.rstrip("\n")), kind=kind))
        self.parts.append(text)
        self.length += len(text)


def _own_words(cell: str) -> str:
    """The text of a cell, empty where it holds no letter and no digit."""
    text = plain_cell(cell) if "<" in cell or "&" in cell else "\n".join(cell.splitlines())
    return text if any(c.isalnum() for c in text) else ""


def _fields(survey: _Survey, number: int, row: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """What each is, its label, and its value: the row's number in the file, and its other columns."""
    yield "row", "", f"Række {number} i {survey.name}" if survey.name else f"Række {number}"
    for column, cell in enumerate(row):
        if cell and column not in survey.free:
            label = " ".join(survey.head[column].split())
            yield survey.uses.get(column, ""), f"{label}: " if label else "", " ".join(cell.split())
