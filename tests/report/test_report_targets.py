from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hoering.errors import PaperError
from hoering.report.tally import Tally
from hoering.report.targets import Group, load_groups, named, shipped

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "text", "is_there"),
    [
        (["fleksjob*"], "Fleksjobbere mangler.", True),
        (["fleksjob*"], "Et ikkefleksjob.", False),
        (["ung", "unge"], "De unge venter.", True),
        (["ung"], "De unge venter.", False),
        (["over 50 år"], "Folk over 50  år.", True),
        (["a.b"], "axb", False),
    ],
)
def test_words_are_whole_and_a_star_is_the_rest(words: list[str], text: str, is_there: bool) -> None:
    assert bool(Group("x", "X", tuple(words)).pattern.search(text)) is is_there


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Jeg er på dagpenge.", "dagpenge"),
        ("Som kontanthjælpsmodtager er man alene.", "kontanthjaelp"),
        ("Jeg er sygemeldt.", "sygedagpenge"),
        ("Et ressourceforløb på fem år.", "ressourceforloeb"),
        ("Fleksjob er få.", "fleksjob"),
        ("De unge skal have lov.", "unge"),
    ],
)
def test_the_shipped_list_finds_the_groups_of_the_issue(text: str, group: str) -> None:
    found = [item.id for item in shipped() if item.pattern.search(text)]
    assert found == [group]


def test_a_group_is_counted_where_it_is_named(make_material: Make, letter: Make, said: Make) -> None:
    material = make_material([
        letter(said=[said("De unge venter.", ["bus", "moede"]), said("Unge er gode.", stance="stoette")]),
        letter(said=[said("De unge venter."), said("Ungdom er dejlig.", stance="neutral")]),
        letter(said=[said("Ingen af os.")]),
        letter("Byen", "politikere", [said("Unge i udkastet.")], "politik"),
    ])  # fmt: skip
    (item,) = named(Tally(material), [Group("unge", "Unge", ("unge", "ungdom"))])
    assert item.numbers == (1, 2)
    assert item.sentences == 4
    assert item.stances == {"kritik": 2, "stoette": 1, "neutral": 1}
    assert item.themes == {"moede": 2, "bus": 1}
    assert [quotation.number for quotation in item.quotations] == [1, 2]


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "egne.yaml"
    path.write_text("- {id: fisk, label: Fiskere, words: [fisker*]}", encoding="utf-8-sig")
    assert load_groups(path) == (Group("fisk", "Fiskere", ("fisker*",)),)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("- {id: fisk", "er ikke gyldig YAML"),
        ("fisk: x", "skal være en liste"),
        ("- {id: fisk, label: Fiskere}", "Gruppe 1"),
        ("- {id: a, label: A, words: [a]}\n- {id: b, label: '', words: [b]}", "Gruppe 2"),
        ("- {id: fisk, label: Fiskere, words: ['*']}", "Gruppe 1"),
        ("- {id: fisk, label: Fiskere, words: fisker}", "Gruppe 1"),
    ],
)
def test_a_list_that_cannot_be_used_says_where(tmp_path: Path, content: str, what: str) -> None:
    path = tmp_path / "egne.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PaperError, match=what):
        load_groups(path)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="kan ikke læses"):
        load_groups(tmp_path / "væk.yaml")
