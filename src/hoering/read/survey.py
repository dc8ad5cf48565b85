"""Rows of a survey as a text: ``Svar 1: …`` and so on, each answer with its other columns on a line below it.

`hoering.sources` makes a source of each. Which columns hold free text is a rule, told as a warning: those
whose cells have several words and are seldom alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoering.errors import ReadError
from hoering.sensitive import Mark, RawText

QUESTION = "question"
FIELD = "field"

# Words per cell and share of different cells from which a column is taken for free text: "I meget høj grad"
# has as many words as a short answer, but comes back.
_WORDS = 4.0
_FEW_WORDS = 2.0
_DIFFERENT = 0.5
_NEVER_TEXT = re.compile(
    r"navn|adresse|e-?mail|\bmail|telefon|\btlf|mobil|\bcpr|\bcvr|organisation|virksomhed|afsender|stilling|titel|dato"
    r"|tidspunkt|\bstart|\bslut|\bid\b|_id\b|respondent|\burl\b|link|ip-|browser|kommune$|postnr|\bby$"
    r"|^hvor (?:enig|tilfreds|utilfreds|ofte|sandsynlig|vigtig|godt|længe|mange|meget)"
    r"|^i hvilken grad|^i hvor høj grad",
    re.IGNORECASE,
)
_ASKS_FOR_TEXT = re.compile(
    r"kommentar|uddyb|bemærkning|fritekst|åbent|egne ord|forslag|høringssvar|hvad|hvorfor|hvordan|beskriv|skriv",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"^([ \t]*)(Svar \d+:)", re.MULTILINE)
_SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: its name (empty for a .csv file), and the rows that hold anything with their numbers in the file."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Survey:
    """A table with its head found: lines above it, questions, and rows with their numbers in the file."""

    name: str
    above: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    free: tuple[int, ...]


def survey_text(sheets: Sequence[Sheet]) -> RawText:
    """One text of the answers of all sheets, numbered through.

    Raises:
        ReadError: no sheet has a column of free text.
    """
    surveys = [survey for sheet in sheets if (survey := _survey(sheet)) is not None]
    found = [survey for survey in surveys if survey.free]
    if not found:
        raise ReadError("Tabellen har ingen kolonne med fritekst (flere ord, forskellige fra række til række).")
    writer = _Writer()
    warnings: list[str] = []
    for survey in found:
        skipped = writer.survey(survey, several=len(found) > 1)
        warnings.append(_choice(survey, skipped))
    warnings += [f"Arket »{s.name}« har ingen kolonne med fritekst og er ikke læst." for s in surveys if not s.free]
    return RawText(text="".join(writer.parts), marks=tuple(writer.marks), warnings=tuple(warnings))


def _survey(sheet: Sheet) -> _Survey | None:
    rows = sheet.rows
    if not rows:
        return None
    width = max(len(row) for _, row in rows)
    # Titles and dates of the export may stand above the head, each alone in its row.
    first = next((i for i, (_, row) in enumerate(rows) if sum(map(bool, row)) * 2 >= width), 0)
    head = _padded(rows[first][1], width)
    below = tuple((number, _padded(row, width)) for number, row in rows[first + 1 :])
    above = tuple(" ".join(cell for cell in row if cell) for _, row in rows[:first])
    return _Survey(sheet.name, above, head, below, tuple(_free(head, [row for _, row in below])))


def _padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))


def _free(head: Sequence[str], rows: Sequence[tuple[str, ...]]) -> list[int]:
    """Columns of free text: several words a cell; where there is none, the one with most words and a fit head."""
    words: dict[int, float] = {}
    for column, name in enumerate(head):
        cells = [row[column] for row in rows if row[column]]
        letters = [cell for cell in cells if any(c.isalpha() for c in cell)]
        if letters and len(set(cells)) >= _DIFFERENT * len(cells) and not _never_text(name):
            words[column] = sum(len(cell.split()) for cell in letters) / len(cells)
    sure = [column for column, mean in words.items() if mean >= _WORDS]
    if sure:
        return sure
    fit = {c: m for c, m in words.items() if m >= _FEW_WORDS and (_ASKS_FOR_TEXT.search(head[c]) or len(head) == 1)}
    return [max(fit, key=lambda c: fit[c])] if fit else []


def _never_text(head: str) -> bool:
    return _NEVER_TEXT.search(head) is not None and _ASKS_FOR_TEXT.search(head) is None


def _choice(survey: _Survey, skipped: int) -> str:
    names = [f"»{_cut(survey.head[column])}«" for column in survey.free]
    columns = f"kolonnen {names[0]}" if len(names) == 1 else f"kolonnerne {', '.join(names[:-1])} og {names[-1]}"
    where = f" i arket »{survey.name}«" if survey.name else ""
    empty = f"; {skipped} rækker uden svar er sprunget over" if skipped else ""
    return f"Svarene er taget fra {columns}{where}{empty}."


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
            given = [(column, row[column]) for column in survey.free if any(c.isalnum() for c in row[column])]
            if given:
                self._answer(survey, number, row, given, asked=asked)
            else:
                skipped += 1
        return skipped

    def _answer(
        self, survey: _Survey, number: int, row: tuple[str, ...], given: list[tuple[int, str]], *, asked: bool
    ) -> None:
        self.answers += 1
        self._add(f"Svar {self.answers}: ")
        for column, text in given:
            if survey.head[column] and not asked:
                self._add(f"[{' '.join(survey.head[column].split())}] ", QUESTION)
            self._add(_ANSWER.sub(r"\1– \2", "\n".join(text.splitlines())) + "\n")
        self._add(f"[{' · '.join(_fields(survey, number, row))}]\n\n", FIELD)

    def _add(self, text: str, kind: str = "") -> None:
        if kind:
            self.marks.append(Mark(start=self.length, end=self.length + len(text.rstrip("\n")), kind=kind))
        self.parts.append(text)
        self.length += len(text)


def _fields(survey: _Survey, number: int, row: tuple[str, ...]) -> Iterator[str]:
    """The row's number in the file, and its other columns."""
    yield f"Række {number} i {survey.name}" if survey.name else f"Række {number}"
    for column, cell in enumerate(row):
        if cell and column not in survey.free:
            value = " ".join(cell.split())
            yield f"{' '.join(survey.head[column].split())}: {value}" if survey.head[column] else value
