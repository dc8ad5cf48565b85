"""`hoering report --sprogmodel` from tables to finished files, with a stand-in for the model."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hoering.material import Material
from hoering.report.recount.lines import Line
from hoering.report.recount.reworded import mark, reworded_faults
from hoering.report_commands import report_command
from hoering.tables import parquet_bytes
from tests.coding.llm.standin import StandIn, reply

MARK = "Omskrevet af sprogmodellen »m«; kontrolleret mod rækkerne: "
FORMATS = ("docx", "html", "md")


@pytest.fixture
def project(material: Material, tmp_path: Path) -> Path:
    processed = tmp_path / "projekt" / "data" / "processed"
    processed.mkdir(parents=True)
    for name, frame in material.frames.items():
        (processed / f"{name}.parquet").write_bytes(parquet_bytes(frame))
    manifest = json.dumps({"settings": asdict(material.settings)})
    (processed / "manifest.json").write_text(manifest, encoding="utf-8")
    return tmp_path / "projekt"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(report_command, [str(argument) for argument in arguments])


def written(project: Path) -> dict[str, bytes]:
    return {path.suffix[1:]: path.read_bytes() for path in sorted((project / "reports").glob("temarapport.*"))}


def plain(project: Path) -> str:
    return (project / "reports" / "temarapport.md").read_text(encoding="utf-8").replace("\\", "")


def echo(request: dict[str, Any]) -> bytes:
    """A model that says nearly the same again."""
    own: str = json.loads(request["messages"][1]["content"])["afsnit"]
    return reply({"tekst": own.replace("kommer fra", "er fra")})


def test_marked_paragraphs_stand_after_the_composed_in_every_format(project: Path, standin: StandIn) -> None:
    standin.body = echo
    done = call(project, "--format", "word,html,md", "--sprogmodel", f"{standin.address}#m")
    assert done.exit_code == 0, done.output
    assert set(written(project)) == set(FORMATS)
    text = plain(project)
    # The other paragraph names the sender "Mads & Søn <b>Byg</b>": what looks like markup is refused.
    assert (len(standin.asked), text.count(MARK)) == (2, 1)
    assert "har opmærkning eller flere linjer (1)" in text
    before, _, after = text.partition(MARK)
    assert before.rstrip().rpartition("\n")[2].replace("kommer fra", "er fra") == after.partition("\n")[0]
    assert "har omskrevet 1 afsnit" in text
    assert MARK in written(project)["html"].decode()
    assert "Omskrevet af sprogmodellen: 1 afsnit" in done.output


def test_a_repeated_report_asks_nothing_and_gives_the_same_bytes(project: Path, standin: StandIn) -> None:
    standin.body = echo
    target = f"{standin.address}#m"
    assert call(project, "--format", "word,html,md", "--sprogmodel", target).exit_code == 0
    first, asked = written(project), len(standin.asked)
    standin.status = 500
    assert call(project, "--format", "word,html,md", "--sprogmodel", target).exit_code == 0
    assert (written(project), len(standin.asked)) == (first, asked)
    assert list((project / "data" / "processed" / "sprogmodel").rglob("*.json"))


def test_a_refused_paragraph_is_told_and_the_composed_one_stands(project: Path, standin: StandIn) -> None:
    standin.say({"tekst": "Kritikken kommer fra 77 borgere."})
    done = call(project, "--format", "md", "--sprogmodel", f"{standin.address}#m")
    assert done.exit_code == 0, done.output
    text = plain(project)
    assert MARK not in text
    assert "77" not in text
    assert f"afvist i {len(standin.asked)} omskrivninger" in text
    assert "har et tal" in text
    assert "afsnit står uændret: Teksten har et tal" in " ".join(done.output.split())


def test_without_a_server_the_report_is_as_without_a_model(project: Path, standin: StandIn) -> None:
    assert call(project, "--format", "word,html,md").exit_code == 0
    assert not standin.asked
    own = written(project)
    standin.status = 503
    done = call(project, "--format", "word,html,md", "--sprogmodel", f"{standin.address}#m")
    assert done.exit_code == 0, done.output
    assert written(project) == own
    assert "er ikke klar" in done.output


@pytest.mark.parametrize("target", ["http://8.8.8.8#m", "http://127.0.0.1:8080"])
def test_an_address_that_may_not_be_used_writes_nothing(project: Path, target: str) -> None:
    done = call(project, "--format", "md", "--sprogmodel", target)
    assert done.exit_code == 2
    assert not (project / "reports").exists()


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ("Kritikken kommer fra 3 borgere: »Bussen er væk.«", 0),
        ("Kritikken kommer fra 4 borgere.", 1),
        ("Kritikken kommer fra 1.000 borgere.", 1),
        ("De siger »Bussen er her.«", 1),
    ],
)
def test_a_finished_file_is_counted_again(said: str, faults: int) -> None:
    lines = [
        Line("h3", "(3, B 3) Kritik af busser"),
        Line("numbers", "Henvendelse 1, 2, 7"),
        Line("p", "Kritikken kommer fra borgere (3 henvendelser)."),
        Line("p", mark("lille-4") + said),
        Line("quote", "Bussen er væk."),
        Line("h3", "(4, B 4) Kritik af veje: »Bussen er her.«"),
    ]
    assert len(list(reworded_faults(lines))) == faults
