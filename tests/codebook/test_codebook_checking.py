from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering.codebook.checking import check
from hoering.codebook.reading import Reader

pytestmark = pytest.mark.model

ReadWith = Callable[..., Reader]


def found(reader: Reader) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {remark.title.split(",")[0].split(" (")[0]: (remark.level, remark.lines) for remark in check(reader)}


def test_a_sound_codebook_has_no_remarks(read_with: ReadWith) -> None:
    assert check(read_with()) == []


def test_headings_without_themes_and_questions_without_codes_are_doubts(read_with: ReadWith) -> None:
    headings = "".join(f"- {{id: {name}, label: X, definition: Til prøve.}}\n" for name in ("ude", "hjemme"))
    tracks = "- {id: lyst, question: Hvad har I lyst til?}\n- {id: penge, question: Hvad koster det?}\n"
    lists = ("themes:", f"groups:\n{headings}tracks:\n{tracks}themes:")
    linked = ("  definition: Bøger og lån.\n", "  definition: Bøger og lån.\n  parent: hjemme\n  tracks: [lyst]\n")
    assert found(read_with(lists, linked)) == {
        "Grupper": ("advarsel", ("ude",)),
        "Spor": ("advarsel", ("penge: Hvad koster det?",)),
    }


def test_examples_missed_and_counterexamples_found_are_faults(read_with: ReadWith) -> None:
    examples = "strong: [teater*]\n  examples: [Musikken spiller.]\n  counterexamples: [Teateret spiller.]"
    assert found(read_with(("strong: [teater*]", examples))) == {
        "Eksempler": ("fejl", ("scenekunst: Musikken spiller.",)),
        "Modeksempler": ("fejl", ("scenekunst: Teateret spiller.",)),
    }


def test_a_pattern_for_and_against_is_a_fault_and_one_that_stands_twice_a_doubt(read_with: ReadWith) -> None:
    lists = "strong: [teater*, opera]\n  weak: [opera]\n  against: [teater*]"
    levels = {remark.title: (remark.level, remark.lines) for remark in check(read_with(("strong: [teater*]", lists)))}
    assert levels["Mønstre, der taler både for og imod samme kode"] == ("fejl", ("scenekunst: teater*",))
    assert levels["Mønstre, der står flere gange under samme kode"] == ("advarsel", ("scenekunst: opera",))


def test_what_overlaps_or_is_idle_or_dead_is_a_doubt(read_with: ReadWith) -> None:
    reader = read_with(
        ("strong: [teater*]", "strong: [teater*, teaterscene, 'dans:']\n  examples: [Teateret har bibliotek.]"),
        ("strong: [bibliotek*]", "strong: [bibliotek*, dans, bxqotek]\n  examples: [Biblioteket har teater.]"),
    )
    levels = {remark.title: (remark.level, remark.lines) for remark in check(reader)}
    assert levels == {
        "Temaer, der finder hinandens eksempler": (
            "advarsel",
            (
                "scenekunst findes også i 1 af 1 eksempler på bibliotek",
                "bibliotek findes også i 1 af 1 eksempler på scenekunst",
            ),
        ),
        "Samme mønster under flere temaer (vægt)": ("advarsel", ("dans: scenekunst (2), bibliotek (3)",)),
        "Mønstre, der intet ændrer, fordi et bredere mønster (efter pilen) altid er nok": (
            "advarsel",
            ("scenekunst: teaterscene  ←  teater*",),
        ),
        "Mønstre med et »ord«, som teksten deles midt i, så det aldrig findes": (
            "advarsel",
            ("scenekunst: dans:",),
        ),
        "Ord, som ingen dansk ordliste kender i nogen form (stavefejl?)": ("advarsel", ("bxqotek: bibliotek",)),
    }


def test_patterns_that_a_run_never_met_are_counted_per_code(read_with: ReadWith, make_run: Callable[..., Path]) -> None:
    (remark,) = check(read_with(), make_run("Teateret og biblioteket åbner.", "Skuespillere, tilskuere og vi savner."))
    assert (remark.level, remark.title) == ("advarsel", "Mønstre, der intet finder i kørslens 2 sætninger")
    assert remark.lines == ("scenekunst (2 af 3): scene; dans", "parten forvaltning (1 af 1): kulturforvaltning*")
