"""The commands about codebooks, as a person types them and reads their answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from spacy.language import Language

from hoering import language
from hoering.cli import app

pytestmark = pytest.mark.model

BOOK = """\
id: lille
label: Lille
version: "3"
authority: politikere
private: civilsamfund
themes:
- id: bus
  label: Bus
  definition: Kørsel med bus i kommunen.
  examples: [Bussen kører ikke om søndagen.]
  counterexamples: [Toget er forsinket.]
  strong: [bus, <tog>]
  medium: [køre*]
words:
  tog: [letbane*]
actors:
- id: politikere
  label: Politikere
  definition: De folkevalgte.
  strong: [byråd*]
- id: civilsamfund
  label: Civilsamfund
  definition: Foreninger og frivillige.
  strong: [forening*]
stances:
- id: forslag
  label: Forslag
  definition: Ønsker noget.
  strong: [foreslå/foreslår]
- id: neutral
  label: Neutral
  definition: Alt andet.
"""

# Words that nobody writes, each of them a line of its own in a remark.
UNKNOWN = ", ".join(f"bxq{first}{second}" for first in "aeiou" for second in "bdfgklmnprst")


@pytest.fixture(autouse=True)
def _one_model(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "load", lambda model=None: nlp)


def book(folder: Path, *changes: tuple[str, str]) -> str:
    text = BOOK
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "lille.yaml").write_text(text, encoding="utf-8")
    return str(folder / "lille.yaml")


def hoering(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["codebook", *arguments])


def squeezed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_check_tells_what_it_found_and_ends_with_zero_where_there_are_only_doubts(tmp_path: Path) -> None:
    done = hoering("check", book(tmp_path, ("strong: [bus, <tog>]", "strong: [bus, bus nu, <tog>]")))
    lines = squeezed(done.stdout)
    assert done.exit_code == 0, done.stderr
    assert lines[0].startswith("Kodebogen lille 3 (Lille): 1 temaer, ")
    assert "- bus: bus nu ← bus" in lines
    assert lines[-1].startswith("I alt: 0 fejl, ")
    assert max(map(len, done.stdout.splitlines()[1:])) <= 100


def test_check_shows_the_first_lines_of_a_sort_and_all_when_asked(tmp_path: Path) -> None:
    path = book(tmp_path, ("strong: [bus, <tog>]", f"strong: [bus, <tog>, {UNKNOWN}]"))
    assert "… og 52 til (--alle viser dem)" in hoering("check", path).stdout
    everything = hoering("check", path, "--alle").stdout
    assert "til (--alle" not in everything
    assert len(everything.splitlines()) > 60


def test_check_ends_with_one_where_an_example_is_missed(tmp_path: Path) -> None:
    done = hoering("check", book(tmp_path, ("Bussen kører", "Færgen sejler")))
    assert done.exit_code == 1
    assert "Fejl: Eksempler, som deres egen kode ikke finder (1)" in done.stdout
    assert "- bus: Færgen sejler ikke om søndagen." in squeezed(done.stdout)
    assert squeezed(done.stdout)[-1].startswith("I alt: 1 fejl, ")


def test_check_ends_with_one_where_the_codebook_does_not_load(tmp_path: Path) -> None:
    done = hoering("check", book(tmp_path, ("<tog>", "<skib>")))
    assert done.exit_code == 1
    assert done.stderr == (
        "Fejl: Kodebogen lille.yaml, linje 12: Mønsteret »<skib>« under »bus« "
        "bruger ordgruppen <skib>, som ikke findes.\n"
    )


def test_check_shows_the_tree_of_themes_and_none_where_they_are_a_list(tmp_path: Path) -> None:
    tree = (
        ("themes:", "groups:\n- id: trafik\n  label: Trafik\n  definition: At komme frem.\nthemes:"),
        ("  label: Bus\n", "  label: Bus\n  parent: trafik\n"),
        ("words:", "- id: natbus\n  label: Natbus\n  definition: Bus efter midnat.\n  parent: bus\n"
                   "  strong: [natlinje*]\nwords:"),
    )  # fmt: skip
    shown = hoering("check", book(tmp_path, *tree)).stdout
    assert "\n\n  Trafik (trafik)\n    Bus (bus)\n      Natbus (natbus)\n" in shown
    assert "Bus (bus)" not in hoering("check", book(tmp_path)).stdout


def test_check_tells_where_there_is_no_run(tmp_path: Path) -> None:
    done = hoering("check", book(tmp_path), "--paa", str(tmp_path))
    assert done.exit_code == 1
    assert "ligger ingen færdig kørsel" in done.stderr


def test_explain_shows_words_patterns_and_what_they_add_up_to(tmp_path: Path) -> None:
    done = hoering("explain", "Vi foreslår, at letbanen kører om natten.", "--kodebog", book(tmp_path))
    assert done.exit_code == 0, done.stderr
    lines = squeezed(done.stdout)
    for line in (
        "Sætning: Vi foreslår, at letbanen kører om natten.",
        "letbanen letbane let + bane",
        "Bus (bus) 5 0,714 ja",
        "<tog> 3 på »letbanen«",
        "køre* 2 på »kører«",
    ):
        assert line in lines, done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_explain_of_nothing_says_so(tmp_path: Path) -> None:
    assert hoering("explain", "…", "--kodebog", book(tmp_path)).stdout == "Der er ingen ord i sætningen.\n"


def test_test_counts_per_code_and_ends_with_one_where_something_is_wrong(tmp_path: Path) -> None:
    right = hoering("test", book(tmp_path))
    assert right.exit_code == 0, right.stdout
    assert "bus 1 1 1 0" in squeezed(right.stdout)
    wrong = hoering("test", book(tmp_path, ("Toget er", "Bussen er")))
    assert wrong.exit_code == 1
    lines = squeezed(wrong.stdout)
    assert "bus 1 1 1 1" in lines
    assert "ramt bus: Bussen er forsinket. (fik: bus)" in lines


# »check« tries the examples as »test« does; »test« itself is tried on the smaller one.
@pytest.mark.parametrize(("command", "name"), [("check", "beskaeftigelse"), ("check", "aeldre"), ("test", "aeldre")])
def test_every_shipped_codebook_is_without_faults(command: str, name: str) -> None:
    assert hoering(command, name).exit_code == 0


@pytest.mark.parametrize("arguments", [["test", "findes-ikke"], ["explain", "Hej.", "--kodebog", "findes-ikke"]])
def test_a_codebook_that_is_not_there_is_told(arguments: list[str]) -> None:
    done = hoering(*arguments)
    assert done.exit_code == 2
    assert done.stderr == "Fejl: Der følger ingen kodebog med navnet »findes-ikke« med hoering.\n"


def test_help_is_danish() -> None:
    for arguments in ([], ["check"], ["explain"], ["test"]):
        text = hoering(*arguments, "--help").stdout
        assert "[default" not in text
        assert "TEXT" not in text
