"""A person's own codings of sentences, to hold the machine's against: `hoering eval FACIT`.

A table (CSV with ``;`` or ``,``) or one JSON object a line. Columns, in any order: ``fil`` (the document's name), and
``start`` and ``slut`` (code points in the raw text) or else ``tekst``; any of ``temaer``, ``parter`` (several codes
with ``|`` or ``,`` between), ``holdning``, ``stemme``, ``støj`` (ja/nej: no content). A question without a column is
not measured. A code is given by its id or its label.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hoering.agreement import Answer, Unit
from hoering.codebook import Codebook
from hoering.errors import FacitError, ReadError
from hoering.read.plain import decode
from hoering.report.labels import OUTSIDERS

# What a column may be called, Danish first.
_COLUMNS = {
    "file": ("fil", "file", "dokument", "document"),
    "start": ("start",),
    "end": ("slut", "end"),
    "text": ("tekst", "text", "sætning", "citat", "quote"),
    "themes": ("temaer", "tema", "themes"),
    "actors": ("parter", "part", "aktører", "actors"),
    "stance": ("holdning", "stance"),
    "voice": ("stemme", "voice"),
    "boilerplate": ("støj", "boilerplate"),
}
_BY_NAME = {name: column for column, names in _COLUMNS.items() for name in names}
_QUESTIONS = ("themes", "actors", "stance", "voice")
_DANISH = {"themes": "tema", "actors": "part", "stance": "holdning", "voice": "stemme"}
_YES, _NO = frozenset({"ja", "true", "1", "x", "sand"}), frozenset({"", "nej", "false", "0", "falsk"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: where it stands, and its fields by their English names."""

    place: str
    fields: Mapping[str, Any]


def read_facit(path: Path, book: Codebook) -> list[Unit]:
    """The units of a file and what a person answered.

    Args:
        path: a ``.jsonl`` file, else a table.
        book: whose codes they are.

    Raises:
        FacitError: the file is missing, empty or no such file, a column or place is wrong, or a code is unknown; told
            with file and line.
    """
    try:
        text = decode(path.read_bytes())
    except FileNotFoundError as error:
        raise FacitError(f"{path.name} findes ikke.") from error
    except OSError as error:
        raise FacitError(f"{path.name} kan ikke læses.") from error
    except ReadError as error:
        raise FacitError(f"{path.name} kan ikke læses: {error}") from error
    lines = list(_objects(path.name, text) if path.suffix.lower() in {".jsonl", ".json"} else _rows(path.name, text))
    if not lines:
        raise FacitError(f"{path.name}: Der er ingen kodede sætninger i filen.")
    known = _codes(book)
    return [_unit(line, known) for line in lines]


def _codes(book: Codebook) -> dict[str, dict[str, str]]:
    """For each question the ids by id and by label, in lower case."""
    voices = [(code.id, code.label) for code in book.actors] + list(OUTSIDERS.items())
    asked = {name: [(code.id, code.label) for code in getattr(book, name)] for name in ("themes", "actors", "stances")}
    pairs = {"themes": asked["themes"], "actors": asked["actors"], "stance": asked["stances"], "voice": voices}
    return {
        question: {name.lower(): code for code, label in found for name in (label, code)}
        for question, found in pairs.items()
    }


def _objects(name: str, text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.splitlines(), start=1):
        place = f"{name}, linje {number}"
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise FacitError(f"{place}: Linjen er ikke gyldig JSON.") from error
        if not isinstance(fields, dict):
            raise FacitError(f"{place}: Linjen skal være et JSON-objekt {{…}}.")
        yield _Line(place, _named(place, fields))


def _rows(name: str, text: str) -> Iterator[_Line]:
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for fields in rows:
            place = f"{name}, linje {rows.line_num}"
            if None in fields:
                raise FacitError(f"{place}: Der er flere felter end kolonner; brug anførselstegn.")
            # A short line has no value in its last columns.
            yield _Line(place, _named(place, {key: value or "" for key, value in fields.items()}))
    except csv.Error as error:
        raise FacitError(f"{name} kan ikke læses som en tabel.") from error


def _named(place: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields by their English names; other columns are of no concern."""
    named = {_BY_NAME[key]: value for name, value in fields.items() if (key := str(name).strip().lower()) in _BY_NAME}
    if not named.get("file"):
        raise FacitError(f"{place}: Feltet »fil« (dokumentets navn) mangler.")
    if not any(question in named for question in _QUESTIONS):
        raise FacitError(f"{place}: Der er ingen kodning; brug felterne temaer, parter, holdning eller stemme.")
    return named


def _unit(line: _Line, known: Mapping[str, Mapping[str, str]]) -> Unit:
    fields = line.fields
    start, end = _place(line)
    text = str(fields.get("text") or "").strip()
    if start is None and not text:
        raise FacitError(f"{line.place}: Der er hverken »start« og »slut« eller »tekst«.")
    sets = {
        question: frozenset(_code(line, question, item, known) for item in _several(fields[question], known[question]))
        for question in ("themes", "actors")
        if fields.get(question) is not None
    }
    singles = {
        question: _code(line, question, str(fields[question]), known)
        for question in ("stance", "voice")
        if fields.get(question)
    }
    answer = Answer(themes=sets.get("themes"), actors=sets.get("actors"), boilerplate=_boilerplate(line), **singles)
    return Unit(file=str(fields["file"]).strip(), text=text, start=start, end=end, answer=answer)


def _place(line: _Line) -> tuple[int | None, int | None]:
    given = [line.fields.get(name) for name in ("start", "end")]
    if all(value in (None, "") for value in given):
        return None, None
    try:
        start, end = (int(str(value)) for value in given)
    except ValueError as error:
        raise FacitError(f"{line.place}: »start« og »slut« skal begge være hele tal.") from error
    if not 0 <= start < end:
        raise FacitError(f"{line.place}: »slut« skal være større end »start«.")
    return start, end


def _several(value: object, known: Mapping[str, str]) -> list[str]:
    if isinstance(value, str):
        # A label may hold a comma itself.
        items: Iterable[object] = [value] if value.strip().lower() in known else re.split(r"[|;,]", value)
    elif isinstance(value, Iterable):
        items = value
    else:
        items = [value]
    return [str(item).strip() for item in items if str(item).strip()]


def _code(line: _Line, question: str, given: str, known: Mapping[str, Mapping[str, str]]) -> str:
    found = known[question].get(given.strip().lower())
    if found is None:
        allowed = ", ".join(sorted(set(known[question].values())))
        raise FacitError(
            f"{line.place}: »{given.strip()[:40]}« er ikke i kodebogen som {_DANISH[question]}. Mulige: {allowed}."
        )
    return found


def _boilerplate(line: _Line) -> bool | None:
    value = line.fields.get("boilerplate")
    if value is None or isinstance(value, bool):
        return value
    written = str(value).strip().lower()
    if written not in _YES | _NO:
        raise FacitError(f"{line.place}: »støj« skal være ja eller nej.")
    return written in _YES
