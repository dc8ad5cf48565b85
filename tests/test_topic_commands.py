"""`hoering run` with topics and `hoering topics`, as a person types them, on a small invented consultation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import hoering
from hoering import topics
from hoering.records import Coding, Segment
from hoering.tables import read_table, records_of
from hoering.topic_commands import choice_of, nearest_themes, topics_command, topics_named
from hoering.topics.choices import CHOICES_FILE, Action, TopicChoices
from hoering.topics.finding import MODEL_FOLDER, find
from hoering.topics.of_run import passages_of_run
from hoering.topics.store import dumped

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("loaded_once")]

BUSES = ("Bussen", "Natbussen", "Bybussen", "Skolebussen", "Telebussen")
LATE = (
    "kører for sjældent",
    "holder ikke længere",
    "er altid forsinket",
    "mangler chauffører",
    "springer afgange over",
)
WHERE = ("ved stationen", "efter køreplanen", "på ruten langs kysten", "i myldretiden")
STAFF = ("Jobcentret", "Sagsbehandleren", "Jobkonsulenten", "Vejlederen")
SLOW = ("indkalder ledige", "skifter hele tiden", "svarer sent", "tilbyder praktik", "afslår kurset", "taber brevene")
WHAT = ("til samtaler om dagpenge", "i kontanthjælpssager", "om løntilskud", "til jobsøgende", "efter sygdom")
# Two themes are enough here, and a run with them takes half the time.
BOOK = """id: tangdal
label: Tangdal
version: "1"
extends: aeldre
actors: [borgere, kommune]
themes:
- {id: mobilitet, label: Mobilitet og transport, definition: Busser og tog., strong: ['*bus*']}
- {id: jobcenter, label: Jobcentret, definition: Mødet med jobcentret., strong: [jobcenter*, sagsbehandler*]}
"""
SAID = "Byrådsmedlem Bodil Møller Skov (A) har talt om det, og Bodil Møller Skov har ret."


def sentence(number: int, *parts: tuple[str, ...]) -> str:
    return " ".join(part[number * step % len(part)] for step, part in zip((1, 3, 7), parts, strict=True)) + "."


def letter(number: int) -> str:
    bus, job = sentence(number, BUSES, LATE, WHERE), sentence(number, STAFF, SLOW, WHAT)
    return f"Høringssvar fra borger {number}\n\n{bus}\n\n{SAID}\n\n{job}\n\nVenlig hilsen\nHelle Vangsgaard\n"


@pytest.fixture(scope="module")
def own_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kodebog") / "tangdal.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rå")
    for number in range(16):
        (folder / f"brev {number:02d}.txt").write_text(letter(number), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A single letter: too little for topics."""
    folder = tmp_path_factory.mktemp("et")
    (folder / "brev.txt").write_text(letter(1), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One long letter on the jobcentre only."""
    folder = tmp_path_factory.mktemp("andet")
    said = "\n\n".join(sentence(number, STAFF, SLOW, WHAT) for number in range(24))
    (folder / "brev.txt").write_text(f"Høringssvar\n\n{said}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def finished(raw: Path, own_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run that nobody changes."""
    out = tmp_path_factory.mktemp("færdig")
    hoering.run(raw, out, codebook_name=own_book)
    return out


@pytest.fixture
def out(finished: Path, tmp_path: Path) -> Path:
    """A finished run of one's own."""
    return Path(shutil.copytree(finished, tmp_path / "ud"))


@pytest.fixture
def known(finished: Path) -> topics.TopicModel:
    return topics.load(finished / "data" / "processed" / MODEL_FOLDER)


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(topics_command, [str(argument) for argument in arguments])


def told(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def refused(result: Result) -> str:
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.lstrip("\n").splitlines()[-1].startswith("Fejl: ")
    return " ".join(result.stderr.split())


def on_buses(model: topics.TopicModel) -> topics.Topic:
    """The largest topic with a word that only passages on buses have."""
    return next(topic for topic in model.topics if {"kyst", "station", "køreplan"} & set(topic.terms))


def table(out: Path, name: str) -> pd.DataFrame:
    return read_table(out / "data" / "processed", name)


def test_a_run_gives_topics_assignments_and_placed_examples(finished: Path) -> None:
    found, assigned, shown = (table(finished, n) for n in ("topics", "topic_assignments", "topic_examples"))
    segments = table(finished, "segments").set_index("segment_id")
    assert len(found) >= 2
    assert found["passages"].is_monotonic_decreasing
    counted = assigned[~assigned["copy"] & (assigned["topic"] >= 0)]
    assert counted.groupby("topic").size().tolist() == found["passages"].tolist()
    assert found["share"].sum() == pytest.approx(len(counted) / (~assigned["copy"]).sum(), abs=0.001)
    assert ((assigned["topic"] == -1) == (assigned["reason"] != "")).all()
    assert len(shown)
    for row in shown.itertuples():
        assert row.quote == segments.loc[row.segment_id, "text"]
        assert (row.start, row.end) == tuple(segments.loc[row.segment_id, ["start", "end"]])
    assert set(found["coverage_code"]) == {"mobilitet", "jobcenter"}
    assert found["coverage"].between(0, 1).all()


def test_a_passage_said_by_all_makes_no_topic_but_has_one(finished: Path) -> None:
    assigned = table(finished, "topic_assignments")
    segments = table(finished, "segments").set_index("segment_id")
    said = assigned[segments.loc[assigned["segment_id"], "text"].str.startswith("Byrådsmedlem").to_numpy()]
    assert len(said) == 16
    assert said["copy"].sum() == 15
    assert said["topic"].nunique() == 1


def test_names_are_no_key_words(finished: Path) -> None:
    found = table(finished, "topics")
    model = topics.load(finished / "data" / "processed" / MODEL_FOLDER)
    words = {word for topic in model.topics for word in topic.terms} | set(model.engine.embedder.vocabulary)  # type: ignore[union-attr]
    assert not {"bodil", "møller", "skov", "helle", "vangsgaard", "borger 1"} & words
    assert not found["key_words"].str.contains("møller|skov|vangsgaard|person", case=False).any()


def test_every_sentence_of_a_topic_is_coded_with_it(finished: Path) -> None:
    codings = table(finished, "codings")
    own = codings[codings["kind"] == "topic"]
    assigned = table(finished, "topic_assignments").set_index("segment_id")["topic"]
    sentences = [s for s in records_of(table(finished, "segments"), Segment) if s.level == "sentence"]
    topic_of = {c.segment_id: c.code for c in records_of(own, Coding)}
    for sentence in sentences:
        topic = assigned.get(sentence.parent, -1)
        assert topic_of.get(sentence.segment_id) == (None if topic < 0 else f"emne_{topic}")
    assert codings["coding_id"].is_unique


def test_a_run_without_topics_is_otherwise_as_before(other: Path, own_book: Path, tmp_path: Path) -> None:
    hoering.run(other, tmp_path / "med", codebook_name=own_book)
    hoering.run(other, tmp_path / "uden", codebook_name=own_book, topics=False)
    codings, without = table(tmp_path / "med", "codings"), table(tmp_path / "uden", "codings")
    assert (codings["kind"] == "topic").any()
    pd.testing.assert_frame_equal(codings[codings["kind"] != "topic"].reset_index(drop=True), without)
    assert len(table(tmp_path / "uden", "topics")) == 0
    assert topics.load(tmp_path / "uden" / "data" / "processed" / MODEL_FOLDER).notes == ("Kørt uden emner.",)


def test_the_same_passages_give_the_same_model_and_bertopic_itself(finished: Path) -> None:
    processed = finished / "data" / "processed"
    model = topics.from_run(processed)
    again = find(passages_of_run(processed), TopicChoices(), model.engine.names)
    assert dumped(again.model) == {path.name: path.read_bytes() for path in (processed / MODEL_FOLDER).iterdir()}
    assert len(model.bertopic.get_topic_info()) == len(model.topics) + (-1 in model.assignments)


def test_topics_are_shown_with_stability_and_what_not_to_trust(finished: Path) -> None:
    shown = told(typed(finished))
    model = topics.load(finished / "data" / "processed" / MODEL_FOLDER)
    assert "Stabilitet: 0," in shown or "Stabilitet: 1," in shown
    for topic in model.topics:
        assert topic.key_words[0] in shown
    for note in model.notes:
        assert " ".join(note.split()) in shown


def test_topics_no_theme_covers_come_first(out: Path) -> None:
    path = out / "data" / "processed" / "topics.parquet"
    found = table(out, "topics")
    last = len(found) - 1
    changed = found.assign(new=[number == last for number in range(len(found))], coverage_code="mobilitet")
    changed.assign(coverage=0.25).to_parquet(path, index=False)
    themes = nearest_themes(out / "data" / "processed")
    assert list(themes) == [last, *range(last)]
    assert themes[last].startswith("NYT")
    assert themes[0] == "Mobilitet og transport (0,25)"
    shown = told(typed(out))
    labels = found["label"].tolist()
    assert shown.index(labels[last].split(",")[0]) < shown.index(labels[0].split(",")[0])


def test_a_decision_stands_after_the_next_run_with_more_letters(
    out: Path, raw: Path, own_book: Path, tmp_path: Path
) -> None:
    label = on_buses(topics.load(out / "data" / "processed" / MODEL_FOLDER)).label
    assert "Kollektiv trafik" in told(typed(out, "--navn", f"{label.upper()} = Kollektiv trafik"))
    more = Path(shutil.copytree(raw, tmp_path / "flere"))
    (more / "nyt.txt").write_text(letter(99), encoding="utf-8")
    result = hoering.run(more, out, codebook_name=own_book)
    assert not result.skipped
    assert "Kollektiv trafik" in result.table("topics")["label"].tolist()
    assert on_buses(result.topics).label == "Kollektiv trafik"


def test_decisions_follow_each_other_and_the_last_can_be_taken_back(out: Path) -> None:
    assert "Emner: 3 emner" in told(typed(out, "--antal", "3"))
    assert "Emner: 2 emner" in told(typed(out, "--flet", "0, 1", "--navn", "0=Det hele"))
    assert "Emner: 1 emne " in told(typed(out, "--flet", "Det hele; 1"))
    undone = told(typed(out, "--fortryd"))
    assert "Emner: 2 emner" in undone
    assert "Det hele" in undone


def test_a_decision_that_cannot_be_placed_is_told_and_kept(out: Path, other: Path, own_book: Path) -> None:
    label = on_buses(topics.load(out / "data" / "processed" / MODEL_FOLDER)).label
    told(typed(out, "--navn", f"{label}=Kollektiv trafik"))
    result = hoering.run(other, out, codebook_name=own_book)
    (problem,) = [p for p in result.problems if p.stage == "emner"]
    assert "Kollektiv trafik" in problem.item
    assert (out / "data" / "processed" / CHOICES_FILE).is_file()
    assert "Ikke placeret: kald" in told(typed(out))


def test_new_documents_are_given_topics_and_none_is_made_anew(out: Path, tmp_path: Path) -> None:
    new = tmp_path / "nye"
    new.mkdir()
    text = "Natbussen er forsinket, skriver Helle Vangsgaard.\n\nJobkonsulenten svarer sent på breve om praktik.\n"
    (new / "brev.txt").write_text(text, encoding="utf-8")
    before = {path: path.read_bytes() for path in (out / "data" / "processed").rglob("*") if path.is_file()}
    assert "Nye afsnit: 2 fra" in told(typed(out, "--nye", new))
    frame = pd.read_csv(out / "data" / "processed" / "emner_nye.csv", sep=";", encoding="utf-8-sig")
    model = topics.load(out / "data" / "processed" / MODEL_FOLDER)
    assert model.topics[frame["nr"][0]] == on_buses(model)
    assert frame["nr"].nunique() == 2
    assert "Vangsgaard" not in frame.to_csv()
    assert all(path.read_bytes() == data for path, data in before.items())


def test_new_documents_that_cannot_be_read_are_told_and_no_cell_is_a_formula(out: Path, tmp_path: Path) -> None:
    new = tmp_path / "nye"
    new.mkdir()
    (new / "brev.txt").write_text("=1+2 natbussen er forsinket og kører sjældent.\n", encoding="utf-8")
    (new / "tom.txt").write_bytes(b"")
    assert "tom.txt: Filen er tom (0 byte)." in told(typed(out, "--nye", new))
    frame = pd.read_csv(out / "data" / "processed" / "emner_nye.csv", sep=";", encoding="utf-8-sig")
    assert frame["tekst"].tolist() == ["'=1+2 natbussen er forsinket og kører sjældent."]
    (new / "brev.txt").unlink()
    nothing = typed(out, "--nye", new)
    assert nothing.exit_code == 2
    assert "tom.txt: Filen er tom (0 byte)." in nothing.stderr


def test_few_letters_give_key_words_and_a_note(one: Path, own_book: Path, tmp_path: Path) -> None:
    result = hoering.run(one, tmp_path / "ud", codebook_name=own_book)
    assert set(result.table("topic_assignments")["reason"]) == {"for få afsnit"}
    shown = told(typed(tmp_path / "ud"))
    assert "Emner: ingen." in shown
    assert "for få til emner" in shown
    assert "har ingen emner" in refused(typed(tmp_path / "ud", "--nye", one))
    assert "intet emne" in refused(typed(tmp_path / "ud", "--navn", "0=Bus"))


def test_without_bertopic_a_run_goes_on_with_a_note(
    other: Path, own_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: str) -> None:
        raise hoering.HoeringError("Emner kræver BERTopic.")

    monkeypatch.setattr("hoering.topics.bertopic_parts._bertopic", missing)
    result = hoering.run(other, tmp_path / "ud", codebook_name=own_book)
    assert len(result.table("themes"))
    assert result.topics.notes == ("Emner kræver BERTopic.",)


@pytest.mark.parametrize(
    ("action", "text", "answer"),
    [
        ("navn", "0", "»gammelt=nyt«"),
        ("navn", "0=", "»gammelt=nyt«"),
        ("navn", "Månen=Solen", "Der er intet emne »Månen«"),
        ("navn", "0, 1=Begge", "Nævn ét emne"),
        ("navn", "=Solen", "Nævn ét emne"),
        ("flet", "0", "mindst to emner"),
        ("flet", "0, 0", "mindst to emner"),
        ("flet", "0, 99", "intet emne »99«"),
        ("del", "0=1", "»emne=3«"),
        ("del", "0=mange", "»emne=3«"),
    ],
)
def test_what_is_no_decision_is_told(action: Action, text: str, answer: str, known: topics.TopicModel) -> None:
    with pytest.raises(hoering.HoeringError, match=answer):
        choice_of(action, text, known, [""] * len(known.assignments))


def test_topics_are_named_by_number_or_label_also_where_labels_hold_commas(known: topics.TopicModel) -> None:
    first, second = (topic.label for topic in known.topics[:2])
    assert "," in first
    for text in (f"{first}, {second}", f"{first.lower()};{second}", f"0, {second}", "0,1", f"{first} , 1"):
        assert [topic.id for topic in topics_named(text, known)] == [0, 1]


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["--del", "0=900"], "kan ikke deles i 900"),
        (["--navn", "0=A", "--flet", "0, 99"], "intet emne »99«"),
        (["--fortryd"], "ingen valg at tage tilbage"),
        (["--nye", "findes-ikke"], "findes-ikke"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_kept(arguments: list[str], answer: str, out: Path) -> None:
    assert answer in refused(typed(out, *arguments))
    assert not (out / "data" / "processed" / CHOICES_FILE).exists()


def test_more_topics_than_passages_are_cut_down_with_a_note(out: Path) -> None:
    assert "Der er bedt om 900 emner" in told(typed(out, "--antal", "900"))


def test_no_run_a_damaged_model_and_one_of_other_passages_are_told(out: Path, tmp_path: Path, raw: Path) -> None:
    assert "ingen færdig kørsel" in refused(typed(tmp_path / "tom"))
    folder = out / "data" / "processed" / MODEL_FOLDER
    topics.save(topics.fit([f"{bus} {late}." for bus in BUSES for late in LATE], 2, resamples=0), folder)
    assert "andre afsnit" in refused(typed(out))
    assert "andre afsnit" in refused(typed(out, "--nye", raw))
    (folder / "model.npz").write_bytes(b"PK\x03\x04")
    assert "beskadiget" in refused(typed(out))


def test_a_broken_file_of_decisions_stops_the_run_with_a_danish_message(out: Path, raw: Path, own_book: Path) -> None:
    (out / "data" / "processed" / CHOICES_FILE).write_text("valg: {", encoding="utf-8")
    assert "ikke gyldig YAML" in refused(typed(out, "--antal", "2"))
    with pytest.raises(hoering.HoeringError, match="ikke gyldig YAML"):
        hoering.run(raw, out, codebook_name=own_book)
