"""A person's codings as they come: tables and JSON lines, ids and labels, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hoering.agreement import Answer, Unit
from hoering.codebook import Codebook
from hoering.errors import FacitError
from hoering.facit import read_facit


def facit(folder: Path, text: str, name: str = "facit.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_with_ids_and_labels(tmp_path: Path, book: Codebook, encoding: str) -> None:
    text = (
        "Fil;Start;Slut;Temaer;Parter;Holdning;Stemme;Støj;Note\n"
        "brev.txt;0;40;unge|Mobilitet og transport;borgere;Kritik og bekymring;borgere;nej;se her\n"
        "brev.txt;41;60;;;neutral;Ukendt;ja;\n"
    )
    first, second = read_facit(facit(tmp_path, text, encoding=encoding), book)
    assert first == Unit(
        file="brev.txt", start=0, end=40,
        answer=Answer(themes=frozenset({"unge", "mobilitet"}), actors=frozenset({"borgere"}), stance="kritik",
                      voice="borgere", boilerplate=False),
    )  # fmt: skip
    assert second.answer == Answer(
        themes=frozenset(), actors=frozenset(), stance="neutral", voice="ukendt", boilerplate=True
    )


def test_questions_without_a_column_were_not_asked(tmp_path: Path, book: Codebook) -> None:
    (unit,) = read_facit(facit(tmp_path, 'fil,tekst,tema\nbrev.txt,"Bussen, ja, den kører.","mobilitet, unge"\n'), book)
    assert unit.answer == Answer(themes=frozenset({"mobilitet", "unge"}))
    assert (unit.text, unit.place) == ("Bussen, ja, den kører.", None)


def test_a_label_with_commas_is_one_code(tmp_path: Path, book: Codebook) -> None:
    (unit,) = read_facit(facit(tmp_path, 'fil;tekst;temaer\na.txt;Målet nås.;"Mål, styring og økonomi"\n'), book)
    assert unit.answer.themes == {"styring"}


def test_json_lines_in_the_form_of_the_guide(tmp_path: Path, book: Codebook) -> None:
    line = {"file": "a.txt", "unit": 3, "start": 5, "end": 9, "text": "Hej!", "themes": [], "actors": ["raad"],
            "stance": "stoette", "voice": "journalist", "boilerplate": False}  # fmt: skip
    (unit,) = read_facit(facit(tmp_path, json.dumps(line) + "\n\n", "facit.jsonl"), book)
    answer = Answer(themes=frozenset(), actors=frozenset({"raad"}), stance="stoette", voice="journalist",
                    boilerplate=False)  # fmt: skip
    assert unit == Unit(file="a.txt", start=5, end=9, text="Hej!", answer=answer)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", "Der er ingen kodede sætninger i filen."),
        ("fil;tekst;tema\n", "Der er ingen kodede sætninger i filen."),
        ("tekst;tema\nHej.;unge\n", "linje 2: Feltet »fil« (dokumentets navn) mangler."),
        ("fil;tekst\na.txt;Hej.\n", "linje 2: Der er ingen kodning"),
        ("fil;tema\na.txt;unge\n", "linje 2: Der er hverken »start« og »slut« eller »tekst«."),
        (
            "fil;tekst;tema\na.txt;Hej.;unge\na.txt;Hej.;ungge\n",
            "linje 3: »ungge« er ikke i kodebogen som tema. Mulige: ",
        ),
        ("fil;tekst;holdning\na.txt;Hej.;vred\n", "»vred« er ikke i kodebogen som holdning. Mulige: forslag, kritik,"),
        ("fil;start;slut;tema\na.txt;4;;unge\n", "»start« og »slut« skal begge være hele tal."),
        ("fil;start;slut;tema\na.txt;9;4;unge\n", "»slut« skal være større end »start«."),
        ("fil;tekst;tema;støj\na.txt;Hej.;unge;måske\n", "»støj« skal være ja eller nej."),
        ("fil;tekst;tema\na.txt;Hej.;unge;sundhed\n", "linje 2: Der er flere felter end kolonner"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, book: Codebook, text: str, answer: str) -> None:
    with pytest.raises(FacitError) as error:
        read_facit(facit(tmp_path, text), book)
    assert str(error.value).startswith("facit.csv")
    assert answer in str(error.value)


@pytest.mark.parametrize(
    ("text", "answer"), [("{", "linje 1: Linjen er ikke gyldig JSON."), ("[1]", "linje 1: Linjen skal være et JSON-")]
)
def test_faults_of_json_lines(tmp_path: Path, book: Codebook, text: str, answer: str) -> None:
    with pytest.raises(FacitError, match=r"facit\.jsonl, linje 1: Linjen ") as error:
        read_facit(facit(tmp_path, text, "facit.jsonl"), book)
    assert answer in str(error.value)


def test_a_missing_file_and_one_that_is_no_text(tmp_path: Path, book: Codebook) -> None:
    with pytest.raises(FacitError, match=r"findes\.csv findes ikke\."):
        read_facit(tmp_path / "findes.csv", book)
    (tmp_path / "billede.csv").write_bytes(b"\x89PNG\0\0\0")
    with pytest.raises(FacitError, match=r"billede\.csv kan ikke læses"):
        read_facit(tmp_path / "billede.csv", book)
