"""From a finished run and a table of decisions to a coder that has learned, and back into a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner, Result
from spacy.language import Language

from hoering import learning_commands
from hoering.cli import app
from hoering.codebook import Codebook
from hoering.coding import PatternCoder
from hoering.errors import DecisionsError
from hoering.learning.coder import LearnedCoder
from hoering.learning.learn import fill_sheet, learn
from hoering.learning.material import LastRun, Material
from hoering.learning.sheet import HEADS, read_rows
from hoering.learning.use import FromPeople
from hoering.tables import parquet_bytes, records_frame

MakeMaterial = Callable[..., Material]
# What the book misses and a person sees: the night bus is called "natlinjen" here.
MISSED, OTHER = "Natlinjen kører ikke.", "Kaffen var kold."


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("da")


@pytest.fixture
def processed(tmp_path: Path, material: MakeMaterial) -> Path:
    """A finished run of five letters."""
    folder = tmp_path / "data" / "processed"
    folder.mkdir(parents=True)
    texts = [MISSED, OTHER] * 4
    codings = [(row, kind, code) for row in range(8) for kind, code in (("stance", "neutral"), ("voice", "borgere"))]
    items = [material(texts, name=f"brev{number}", codings=codings) for number in range(5)]
    segments = [s for item in items for s in (item.sentences[0].within, *(x.segment for x in item.sentences))]
    for name, records in (
        ("documents", [item.source for item in items]),
        ("segments", segments),
        ("codings", [coding for item in items for coding in item.codings]),
    ):
        (folder / f"{name}.parquet").write_bytes(parquet_bytes(records_frame(name, records)))
    return folder


def decide(processed: Path, verdicts: Callable[[str, int], str], stamp: str = "lille 2") -> Path:
    """A decision on the theme "bus" for every sentence of the run."""
    lines = [";".join(HEADS)]
    for (document, start, end), text in LastRun.read(processed).sentence_texts().items():
        given = {"Dokument": document, "Start": str(start), "Slut": str(end), "Citat": text, "Slags": "tema",
                 "Kode": "bus", "Beslutning": verdicts(text, start), "Kodebog": stamp, "Hvem": "AB"}  # fmt: skip
        lines.append(";".join(given.get(head, "") for head in HEADS))
    path = processed / "beslutninger.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def truly(text: str, _: int) -> str:
    return "ja" if text == MISSED else "nej"


def never(*_: object) -> str:
    return "nej"


def test_the_sentences_of_a_run_come_back_with_their_words_and_voices(processed: Path, nlp: Language) -> None:
    (item,) = LastRun.read(processed).material(nlp, {"brev3.txt"})
    assert [sentence.text for sentence in item.sentences] == [MISSED, OTHER] * 4
    assert item.sentences[2].forms == ("Natlinjen", "kører", "ikke", ".")
    assert item.sentences[2].lemmas == ("natlinjen", "kører", "ikke", ".")
    assert (item.source.kind, item.source.end) == ("hoeringssvar", item.sentences[-1].segment.end)
    assert {voice.code for voice in item.voices} == {"borgere"}
    assert len(item.codings) == 16


def test_what_people_say_is_learned_kept_and_used(processed: Path, book: Codebook, nlp: Language) -> None:
    decide(processed, truly)
    found = learn(processed, book, nlp, PatternCoder(book))
    assert (found.decisions, found.told) == (40, ())
    assert [trial.switched for trial in found.trials] == [True, False, False]
    people = FromPeople.read(processed, book, "rule:patterns")
    assert found.layer is not None
    assert people.layer is not None
    assert people.layer.digest == found.layer.digest
    assert people.inputs() == [("beslutninger", people.decisions.digest), ("laering", found.layer.digest)]
    coder = people.coder(PatternCoder(book), book)
    assert isinstance(coder, LearnedCoder)
    item = next(LastRun.read(processed).material(nlp))
    themes = [[t.code for t in s.themes] for s in coder.suggest(item.source, item.sentences, item.voices)]
    assert themes == [["bus"], []] * 4


def test_what_does_not_help_is_not_kept_and_takes_away_what_was(processed: Path, book: Codebook, nlp: Language) -> None:
    decide(processed, truly)
    learn(processed, book, nlp, PatternCoder(book))
    decide(processed, never)
    found = learn(processed, book, nlp, PatternCoder(book))
    assert found.layer is None
    base = PatternCoder(book)
    assert FromPeople.read(processed, book, base.name).coder(base, book) is base


def test_decisions_stand_in_a_run_and_what_was_decided_since_is_told(
    processed: Path, book: Codebook, nlp: Language
) -> None:
    decide(processed, truly)
    learn(processed, book, nlp, PatternCoder(book))
    path = decide(processed, lambda text, start: truly(text, start) if start else "ret til skole")
    path.write_text(path.read_text(encoding="utf-8").replace(f";{OTHER};", ";Et andet citat.;", 1), encoding="utf-8")
    items = list(LastRun.read(processed).material(nlp))
    segments = [sentence.segment for item in items for sentence in item.sentences]
    people = FromPeople.read(processed, book, "rule:patterns")
    settled, problems = people.settle([c for item in items for c in item.codings], segments)
    assert [c.code for c in settled.codings if (c.coder, c.start) == ("human:AB", 0)] == ["skole"] * 5
    assert len([c for c in settled.codings if c.code == "bus"]) == 15
    assert [(p.stage, p.item) for p in problems] == [("beslutninger", "beslutninger.csv")] * 2
    assert "»Et andet citat.« står ikke som sætning" in problems[0].reason
    assert problems[1].reason.endswith("Kør »hoering learn«.")


def test_without_a_table_a_run_is_as_before(processed: Path, book: Codebook, nlp: Language) -> None:
    base = PatternCoder(book)
    people = FromPeople.read(processed, book, base.name)
    codings = list(next(LastRun.read(processed).material(nlp)).codings)
    settled, problems = people.settle(codings, [])
    assert (people.inputs(), people.coder(base, book), problems) == ([], base, [])
    assert settled.codings == codings


def test_the_sheet_is_made_filled_up_and_never_loses_a_decision(processed: Path, book: Codebook, nlp: Language) -> None:
    coder = PatternCoder(book)
    first = fill_sheet(processed, book, nlp, coder, 6)
    assert (first.path.name, first.sentences, first.waiting) == ("beslutninger.xlsx", 6, 0)
    before = first.path.read_bytes()
    assert fill_sheet(processed, book, nlp, coder, 6).sentences == 0
    assert first.path.read_bytes() == before
    rows = read_rows(first.path)
    second = fill_sheet(processed, book, nlp, coder, 10)
    assert (second.sentences, second.waiting) == (4, 6)
    assert read_rows(first.path)[: len(rows)] == rows
    places = {(row["Dokument"], row["Start"]) for row in read_rows(first.path)}
    assert len(places) == 10


@pytest.mark.parametrize("what", ["no run", "no table", "nothing decided", "other version"])
def test_where_there_is_nothing_to_learn_from_it_is_said(
    processed: Path, book: Codebook, nlp: Language, what: str
) -> None:
    message = {
        "no run": "ligger ingen færdig kørsel",
        "no table": "»hoering learn --skema« laver en",
        "nothing decided": "rummer ingen beslutninger, der kan bruges",
        "other version": "er kodet med »lille 2«, ikke med »lille 3«",
    }[what]
    if what != "no table":
        decide(processed, lambda *_: "")
    if what == "no run":
        (processed / "codings.parquet").unlink()
    newer = book.model_copy(update={"version": "3"}) if what == "other version" else book
    with pytest.raises(DecisionsError, match=message):
        learn(processed, newer, nlp, PatternCoder(newer))


# The command


@pytest.fixture
def hoering(processed: Path, book: Codebook, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.setattr(learning_commands.language, "load", lambda model=None: nlp)
    monkeypatch.setattr(learning_commands.codebook, "load", lambda name: book)
    folder = str(processed.parents[1])
    return lambda *given: CliRunner().invoke(app, ["learn", "--out", folder, *given])


def test_the_command_tells_before_and_after_and_what_is_used(hoering: Callable[..., Result], processed: Path) -> None:
    decide(processed, truly)
    done = hoering()
    assert done.exit_code == 0, done.output
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "Lært af 40 beslutninger med kodebogen lille 2." in lines
    assert "Temaer (mikro-F1) 40 0,00 (0,00–0,00) 1,00 (1,00–1,00) +1,00 (+1,00; +1,00)" in lines
    assert "Temaer: taget i brug." in lines
    assert any(line.startswith("Omtalte parter: for få beslutninger til at måle på (0 sætninger") for line in lines)
    assert "»hoering run« bruger det lærte fra nu af:" in lines


def test_the_command_says_when_nothing_is_used(hoering: Callable[..., Result], processed: Path) -> None:
    decide(processed, never)
    done = hoering()
    assert done.exit_code == 0, done.output
    assert "Intet er taget i brug; »hoering run« koder som før." in done.stdout


def test_the_command_makes_a_sheet(hoering: Callable[..., Result], processed: Path) -> None:
    done = hoering("--skema", "--antal", "3")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Lagt til: 3 sætninger.")
    assert (processed / "beslutninger.xlsx").is_file()


def test_the_command_tells_faults_and_ends_with_two(hoering: Callable[..., Result], processed: Path) -> None:
    decide(processed, lambda *_: "måske")
    done = hoering()
    assert done.exit_code == 2
    assert done.stderr.startswith(
        "Fejl: beslutninger.csv er ikke brugt. Ret dette, og prøv igen:\n  - linje 2: »måske«"
    )


def test_the_command_takes_another_version_along(hoering: Callable[..., Result], processed: Path) -> None:
    decide(processed, truly, stamp="lille 1")
    apart = hoering()
    assert apart.exit_code == 2
    assert "40 beslutninger med kodebogens version 1 er holdt ude" in apart.stderr
    assert "Temaer: taget i brug." in hoering("--ogsaa-version", "1").stdout
