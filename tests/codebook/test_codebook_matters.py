"""Files of matters: found beside the codebook, joined with those of its base, refused with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering import codebook
from hoering.errors import CodebookError

Culture = Callable[..., Path]

MATTERS = """\
matters:
- id: scener
  kritik: for få scener
  forslag: flere scener
  strong:
    - scene* & <mangel>
  medium: [scene*]
- id: bogbus
  kritik: bogbussens tider
  expressions: ['\\bbogbus']
"""
WORDS = "words:\n  mangel: [mangle*, savne*]\nmatters: kultur.sager.yaml\nthemes:"
FILM = "extends: kultur.yaml\nid: film\nlabel: Film\nversion: '1'\n"


def book(path: Path, *changes: tuple[str, str]) -> Path:
    """The codebook, naming its file of matters."""
    text = MATTERS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (path.parent / "kultur.sager.yaml").write_text(text, encoding="utf-8")
    return path


@pytest.fixture(name="named")
def _named(culture: Culture) -> Path:
    return culture(("themes:", WORDS))


def complaint(path: Path) -> str:
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    return str(caught.value)


def test_matters_lie_beside_the_codebook_and_may_use_its_groups(named: Path) -> None:
    scenes, bus = codebook.load(book(named)).matter_list
    assert (scenes.id, scenes.strong, scenes.medium) == ("scener", ("scene* & mangle*/savne*",), ("scene*",))
    assert scenes.phrases == {"kritik": "for få scener", "forslag": "flere scener"}
    assert bus.expressions == (r"\bbogbus",)


def test_a_codebook_may_have_none(culture: Culture) -> None:
    assert codebook.load(culture()).matter_list == ()


def test_an_own_file_is_added_to_those_of_the_base_and_beats_them(named: Path) -> None:
    own = (
        "matters:\n- {id: bogbus, kritik: bogbussen, medium: [bogbus*]}\n- {id: film, kritik: film, medium: [film*]}\n"
    )
    (book(named).parent / "film.sager.yaml").write_text(own, encoding="utf-8")
    (named.parent / "film.yaml").write_text(FILM + "matters: film.sager.yaml\n", encoding="utf-8")
    found = codebook.load(named.parent / "film.yaml").matter_list
    assert [(matter.id, matter.kritik) for matter in found] == [
        ("scener", "for få scener"), ("bogbus", "bogbussen"), ("film", "film"),
    ]  # fmt: skip


def test_a_codebook_takes_over_the_matters_of_its_base_or_none(named: Path) -> None:
    film = book(named).parent / "film.yaml"
    film.write_text(FILM, encoding="utf-8")
    assert [matter.id for matter in codebook.load(film).matter_list] == ["scener", "bogbus"]
    film.write_text(FILM + "matters: []\n", encoding="utf-8")
    assert codebook.load(film).matter_list == ()


def test_the_matters_are_in_what_a_run_stores_of_its_codebook(named: Path) -> None:
    first = codebook.load(book(named)).model_dump_json()
    assert codebook.load(book(named, ("for få scener", "få scener"))).model_dump_json() != first


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  kritik: for få", "  kritk: for få",
         "linje 3: matters.scener.kritk: ukendt nøgle; mente du »kritik«?"),
        ("- id: bogbus", "- id: scener", "linje 8: matters.scener: sagen »scener« står to gange"),
        ("- id: bogbus", "- id: Bog bus", "må kun bestå af små bogstaver"),
        ("  kritik: bogbussens tider\n", "", "linje 8: matters.bogbus: mangler en overskrift"),
        ("  expressions: ['\\bbogbus']\n", "", "linje 8: matters.bogbus: mangler ord at kendes på"),
        ("'\\bbogbus'", "'(bogbus'", "linje 10: matters.bogbus: »(bogbus« er ikke et regulært udtryk."),
        ("  expressions: ['\\bbogbus']\n", "  expressions: ['\\bbogbus']\n  certain: ['(bus']\n",
         "linje 11: matters.bogbus: »(bus« er ikke et regulært udtryk."),
        ("  expressions: ['\\bbogbus']\n", "  expressions: ['\\bbogbus']\n  untitled: [ros]\n",
         "kan kun være kritik, forslag eller stoette"),
        ("<mangel>", "<mangler>", "bruger ordgruppen <mangler>, som ikke findes."),
        ("scene* & ", "scene* ~ & ", "er ikke et helt mønster."),
        ("matters:\n", "sager:\n", "linje 1: sager: ukendt nøgle"),
        ("- id: scener\n", "- scener\n- id: scener\n", "linje 2: matters: skal være en sag med id"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_file_and_line(named: Path, old: str, new: str, said: str) -> None:
    told = complaint(book(named, (old, new)))
    assert told.startswith("Kodebogen kultur.sager.yaml, linje ")
    assert said in told


def test_a_file_that_is_not_there_is_told_by_who_names_it(named: Path) -> None:
    assert "kultur.yaml, linje" in complaint(named)
    assert "filen kultur.sager.yaml findes ikke" in complaint(named)


def test_a_file_without_a_list_is_refused(named: Path) -> None:
    (named.parent / "kultur.sager.yaml").write_text("matters: ja\n", encoding="utf-8")
    assert "skriv matters: og sagerne under hinanden" in complaint(named)


def test_what_is_read_cannot_be_said_in_the_codebook_itself(culture: Culture) -> None:
    assert "matter_list: ukendt nøgle" in complaint(culture(("themes:", "matter_list: []\nthemes:")))
