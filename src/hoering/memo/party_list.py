"""The list of heard parties that the user gives: one name a line, or a table with a column "Navn"."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from hoering.errors import PaperError

NAME, ALSO = "navn", "også kaldet"
_ENDINGS = (".txt", ".csv", ".xlsx")
_MOST = 5_000
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Heard:
    """A party that was asked: its name as the list has it, and other names it is known by."""

    name: str
    also: tuple[str, ...] = ()


def read_parties(path: Path) -> list[Heard]:
    """The parties of a list, in alphabetical order, each once.

    In a text a line is a name, and other names may follow after ``=``; in a table they stand in the column
    "Også kaldet", parted by ``;`` or ``,``. Blank lines and lines that begin with ``#`` are skipped.

    Raises:
        PaperError: the list is missing, cannot be read, has no column "Navn", or holds no name.
    """
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        raise PaperError(f"Listen over hørte parter, {path.name}, skal være en .txt-, .csv- eller .xlsx-fil.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PaperError(f"Listen over hørte parter, {path}, kan ikke læses. Findes filen?") from error
    rows = _workbook(data, path.name) if ending == ".xlsx" else _text(data, path.name, table=ending == ".csv")
    found: dict[str, Heard] = {}
    for name, also in rows:
        if name and not name.startswith("#"):
            found.setdefault(
                name.casefold(), Heard(name[:_LONGEST], tuple(dict.fromkeys(part for part in also if part)))
            )
    if not found:
        raise PaperError(f"Listen over hørte parter, {path.name}, indeholder ingen navne.")
    if len(found) > _MOST:
        raise PaperError(f"Listen over hørte parter, {path.name}, er for lang (grænsen er {_MOST} navne).")
    return sorted(found.values(), key=lambda party: alphabetical(party.name))


def alphabetical(name: str) -> tuple[str, str]:
    """Sort key for Danish: æ, ø and å come last, "aa" as å.

    >>> sorted(["Ældre", "Åben", "Børn"], key=alphabetical)
    ['Børn', 'Ældre', 'Åben']
    """
    plain = name.casefold().replace("aa", "å")
    return plain.translate(str.maketrans("æøå", "{|}")), name


def _text(data: bytes, file: str, *, table: bool) -> Iterator[tuple[str, Sequence[str]]]:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise PaperError(f"Listen over hørte parter, {file}, er ikke en tekstfil.")
    if not table:
        for line in text.splitlines():
            name, *also = (" ".join(part.split()) for part in line.split("="))
            yield name, also
        return
    first = text.partition("\n")[0]
    delimiter = next((sign for sign in (";", "\t", ",") if sign in first), ";")
    try:
        yield from _named(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), file)
    except csv.Error as error:
        raise PaperError(f"Listen over hørte parter, {file}, kan ikke læses som en tabel.") from error


def _workbook(data: bytes, file: str) -> Iterator[tuple[str, Sequence[str]]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    # openpyxl raises whatever the broken part raises.
    except (
        OSError,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
        AttributeError,
        SyntaxError,
        zipfile.BadZipFile,
    ) as error:
        raise PaperError(f"Listen over hørte parter, {file}, er ikke en Excel-fil, som kan åbnes.") from error
    yield from _named(rows, file)


def _named(rows: Iterable[Sequence[str]], file: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Names and other names of a table by its head."""
    filled = (row for row in rows if any(cell.strip() for cell in row))
    head = [" ".join(cell.split()).casefold() for cell in next(filled, ())]
    if NAME not in head:
        raise PaperError(f"Listen over hørte parter, {file}, mangler kolonnen »Navn«.")
    place, other = head.index(NAME), head.index(ALSO) if ALSO in head else -1
    for row in filled:
        cells = [" ".join(cell.split()) for cell in row]
        also = cells[other].replace(",", ";").split(";") if 0 <= other < len(cells) else []
        yield cells[place] if place < len(cells) else "", [part.strip() for part in also]
