"""What belongs to the input of a run, and what a run wrote itself."""

from __future__ import annotations

from pathlib import Path

from hoering.codebook import Codebook
from hoering.inputs import choices_of, input_hashes, nothing_read, own_files, own_list, topic_input
from hoering.intake import Said
from hoering.language.gazetteer import OWN_LIST
from hoering.project import Project
from hoering.read import SOURCE_LIST, Found
from hoering.records import Outcome, Problem
from hoering.topics.choices import TopicChoices


def test_the_own_list_is_there_only_where_it_is_a_file(tmp_path: Path) -> None:
    assert own_list(tmp_path) is None
    (tmp_path / OWN_LIST).write_text("", encoding="utf-8")
    assert own_list(tmp_path) == tmp_path / OWN_LIST


def test_what_a_run_and_people_wrote_is_no_input(tmp_path: Path) -> None:
    project = Project(root=tmp_path)
    for folder in (project.processed, project.confidential):
        folder.mkdir(parents=True)
    mine = [project.processed / "beslutninger.xlsx", project.confidential / "navne.json"]
    for path in (*mine, project.processed / "brev.txt"):
        path.write_text("", encoding="utf-8")

    own = own_files(project)

    assert {
        path.resolve() for path in (*mine, project.processed / "emner_nye.csv", project.reports / "bilag.xlsx")
    } <= own
    assert (project.processed / "brev.txt").resolve() not in own


def test_a_list_beside_the_documents_counts_and_a_left_out_file_by_its_reason(tmp_path: Path) -> None:
    (tmp_path / SOURCE_LIST).write_text("fil;type\n", encoding="utf-8")
    found = [
        Found(path=tmp_path / "a.txt", document="a.txt", sha256="abc"),
        Found(path=tmp_path / "b.txt", document="b.txt", sha256="", excluded="skjult fil"),
    ]

    hashes = dict(input_hashes(tmp_path, found, Said(listed=Outcome(items=()), corrections={})))

    assert (hashes["a.txt"], hashes["b.txt"]) == ("abc", "skjult fil")
    assert len(hashes[SOURCE_LIST]) == 64


def test_without_topics_is_another_input_than_without_choices() -> None:
    assert topic_input(None) != topic_input(TopicChoices())


def test_the_register_offers_the_codebooks_senders_and_those_outside_it(book: Codebook) -> None:
    offered = choices_of(book).sender_types

    assert offered["borgere"] == "Borgere"
    assert {"journalist", "ukendt"} <= set(offered)


def test_nothing_read_names_every_reason() -> None:
    problems = [Problem(stage="læsning", item=name, reason=f"{name} er tom.") for name in ("a.txt", "b.txt")]

    told = str(nothing_read(Path("sag"), problems))

    assert told == "Intet i sag kunne læses.\n  - a.txt: a.txt er tom.\n  - b.txt: b.txt er tom."
