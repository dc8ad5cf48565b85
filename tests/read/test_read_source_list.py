from __future__ import annotations

import codecs
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from hoering.errors import SourceListError
from hoering.read import Columns, ListedSource, chosen_columns, read_source_list
from hoering.records import Outcome, Problem

SENDER_TYPES = frozenset({"borgere", "a_kasser"})
HEADER = "fil;type;afsender;afsendertype;dato;fase;spor;emne;kolonner"
LINE = "svar/å.txt;hoeringssvar;Fællesrådet;borgere;2026-04-01;2;ledige;Busser;Svar"
LISTED = ListedSource(
    document="svar/å.txt", kind="hoeringssvar", sender="Fællesrådet", sender_type="borgere",
    date="2026-04-01", phase="2", track="ledige", subject="Busser", columns="Svar",
)  # fmt: skip


def read(folder: Path, data: str | bytes) -> Outcome[ListedSource]:
    (folder / "kilder.csv").write_bytes(data.encode() if isinstance(data, str) else data)
    return read_source_list(folder, SENDER_TYPES)


def problem(reason: str) -> Problem:
    return Problem(stage="kildeliste", item="kilder.csv", reason=reason)


@pytest.mark.parametrize(
    "data",
    [
        f"{HEADER}\n{LINE}\n".encode(),
        codecs.BOM_UTF8 + f"{HEADER}\r\n{LINE}\r\n".encode(),
        f"{HEADER}\r\n{LINE}".encode("cp1252"),
        f"{HEADER}\r{LINE}\r".encode(),
        f"{HEADER}\n{LINE}\n".replace(";", ",").encode(),
        f"{HEADER}\n\n{LINE}\n;;;;;;;;\n".encode(),
        f"{HEADER}\n{LINE}\n".replace("svar/", "svar\\").encode(),
        unicodedata.normalize("NFD", f"{HEADER}\n{LINE}\n").replace("Fællesra\u030adet", "Fællesrådet").encode(),
        f"{HEADER.title()}\n{LINE}".replace("Fil;", " Fil ;").encode(),
        f'{HEADER}\n"svar/å.txt" ; hoeringssvar;"Fællesrådet";borgere;2026-04-01;2;ledige;Busser;Svar'.encode(),
        f"{HEADER}\n{LINE}".replace(";kolonner", "").replace(";Svar", ";for;mange;felter").encode(),
    ],
    ids=[
        "plain", "BOM and CRLF", "Windows-1252", "old Mac line ends", "commas", "empty lines", "backslashes",
        "decomposed letters", "capital header", "quotes and blanks", "too many fields",
    ],
)  # fmt: skip
def test_every_way_to_save_the_list_says_the_same(tmp_path: Path, data: bytes) -> None:
    columns = "" if b"for;mange" in data else LISTED.columns
    assert read(tmp_path, data) == Outcome(items=(replace(LISTED, columns=columns),))


@pytest.mark.parametrize("written", ['"Kommentar; Hvad er vigtigt?"', "Kommentar; Hvad er vigtigt?"])
def test_columns_are_chosen_with_semicolons_in_quotes_or_without(tmp_path: Path, written: str) -> None:
    outcome = read(tmp_path, f"fil;kolonner\nsvar.csv;{written}\nbrev.txt;\n")
    chosen = chosen_columns(outcome.items)
    assert chosen == {"svar.csv": Columns(text=("Kommentar", "Hvad er vigtigt?"))}


def test_without_a_list_there_are_no_lines(tmp_path: Path) -> None:
    assert read_source_list(tmp_path, SENDER_TYPES) == Outcome(items=())


def test_a_list_of_files_alone_says_nothing_more(tmp_path: Path) -> None:
    assert read(tmp_path, "fil\na.txt\nb, c.txt\n").items[0] == ListedSource(document="a.txt")


@pytest.mark.parametrize(
    ("line", "left_empty", "reason"),
    [
        (
            LINE.replace("hoeringssvar", "brev"),
            "kind",
            "linje 2: »brev« er ikke en gyldig type; feltet er sprunget over.",
        ),
        (
            LINE.replace("borgere", "nisser"),
            "sender_type",
            "linje 2: »nisser« er ikke en gyldig afsendertype; feltet er sprunget over.",
        ),
        (
            LINE.replace("2026-04-01", "1. april"),
            "date",
            "linje 2: »1. april« er ikke en gyldig dato; feltet er sprunget over.",
        ),
        (
            LINE.replace("2026-04-01", "2026-02-30"),
            "date",
            "linje 2: »2026-02-30« er ikke en gyldig dato; feltet er sprunget over.",
        ),
        (
            LINE.replace("2026-04-01", "20260401"),
            "date",
            "linje 2: »20260401« er ikke en gyldig dato; feltet er sprunget over.",
        ),
    ],
)
def test_a_wrong_field_is_a_problem_and_the_rest_of_its_line_counts(
    tmp_path: Path, line: str, left_empty: str, reason: str
) -> None:
    outcome = read(tmp_path, f"{HEADER}\n{line}\n")
    (item,) = outcome.items
    assert [name for name in ListedSource.__slots__ if not getattr(item, name)] == [left_empty]
    assert outcome.problems == (problem(reason),)


def test_the_problem_names_the_line_of_the_file(tmp_path: Path) -> None:
    outcome = read(tmp_path, f"{HEADER}\n\n{LINE}\n\n{LINE.replace('borgere', 'nisser')}\n")
    assert [p.reason.split(":")[0] for p in outcome.problems] == ["linje 5"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"navn;type\na.txt;notat\n", "kilder.csv mangler kolonnen »fil«."),
        (b"", "kilder.csv mangler kolonnen »fil«."),
        (b"fil;type\n\x00\x01\x02", "kilder.csv kan ikke læses."),
        (b'fil;type\n"' + b"a" * 200_000, "kilder.csv kan ikke læses som en tabel."),
    ],
)
def test_a_list_that_cannot_be_understood_stops_the_run(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(SourceListError) as caught:
        read(tmp_path, data)
    assert str(caught.value) == message
