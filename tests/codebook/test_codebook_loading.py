from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoering import codebook
from hoering.errors import CodebookError

Culture = Callable[..., Path]


def complaint(path: Path | str) -> str:
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    return str(caught.value)


def test_the_codes_pattern_lists_weigh_as_they_say(culture: Culture) -> None:
    changed = "strong: [teater*]\n  weak: [tæppe]\n  against: [operationsbord]"
    scene = codebook.load(culture(("strong: [teater*]", changed))).themes[0]
    assert {p.text: p.weight for p in scene.patterns()} == {
        "teater*": 3.0,
        "scene": 2.0,
        "dans": 2.0,
        "tæppe": 1.0,
        "operationsbord": -3.0,
    }


def test_codes_are_linked_to_guiding_questions(culture: Culture) -> None:
    tracks = ("themes:", "tracks:\n- id: oplevelse\n  question: Hvad gør indtryk?\nthemes:")
    book = codebook.load(culture(tracks, ("strong: [teater*]", "tracks: [oplevelse]")))
    assert [(track.id, track.question) for track in book.tracks] == [("oplevelse", "Hvad gør indtryk?")]
    assert [code.id for code in book.codes() if "oplevelse" in code.tracks] == ["scenekunst"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("label: Kultur\n", "", "linje 1: label: mangler; tilføj linjen."),
        ("label: Kultur\n", 'label: ""\n', "linje 2: label: er tom; skriv en tekst."),
        ('version: "2"', "version: 2", "linje 3: version: skal være tekst; sæt citationstegn om."),
        (
            "  definition: Teater og dans.\n",
            "",
            "linje 7: themes.scenekunst.definition: mangler; tilføj linjen.",
        ),
        (
            "Teater og dans.",
            "' '",
            "linje 9: themes.scenekunst.definition: er tom; skriv en tekst.",
        ),
        (
            "strong: [teater*]",
            "exampels: [Teatret spillede.]",
            "linje 10: themes.scenekunst.exampels: ukendt nøgle; mente du »examples«?",
        ),
        (
            "roles: [skuespiller]",
            "sender: [skuespiller]",
            "linje 21: actors.kunstnere.sender: ukendt nøgle; mente du »senders«?",
        ),
        ("themes:", "lexicon_patterns: []\nthemes:", "linje 6: lexicon_patterns: ukendt nøgle; mente du »lexicon«?"),
        ("themes:", "1: 2\nthemes:", "linje 6: 1: nøglen skal være tekst; sæt citationstegn om den."),
        (
            "strong: [skuespiller]",
            "strong: skuespiller",
            "linje 20: actors.kunstnere.strong: skal være en liste: [a, b].",
        ),
        (
            "medium: [scene, dans]",
            "medium:\n  - scene\n  - no",
            "linje 13: themes.scenekunst.medium.2: skal være tekst; sæt citationstegn om.",
        ),
        (
            "id: kunstnere",
            "id: Kunst nere",
            "linje 17: actors.Kunst nere.id: må kun bestå af små bogstaver a-z, tal og _ "
            "og skal begynde med et bogstav.",
        ),
        (
            "id: bibliotek",
            "id: scenekunst",
            "linje 12: themes.scenekunst.id: koden »scenekunst« står to gange under themes; "
            "slet den ene, eller giv den et nyt id.",
        ),
        (
            "id: publikum",
            "id: kunstnere",
            "linje 22: actors.kunstnere.id: koden »kunstnere« står to gange under actors; "
            "slet den ene, eller giv den et nyt id.\n"
            "Kodebogen kultur.yaml, linje 5: private: koden »publikum« findes ikke under actors; "
            "skriv private: og id på en part; vælg blandt kunstnere, kunstnere, forvaltning.",
        ),
        (
            "authority: forvaltning",
            "authority: forvaltningen",
            "linje 4: authority: koden »forvaltningen« findes ikke under actors; "
            "skriv authority: og id på en part; mente du »forvaltning«?",
        ),
        (
            "medium: [scene, dans]",
            "tracks: [hjem]",
            "linje 11: themes.scenekunst.tracks.1: sporet »hjem« findes ikke under tracks.",
        ),
        (
            "Teater og dans.",
            "Teater, men ikke `biblioteket`.",
            "linje 9: themes.scenekunst.definition: nævner koden »biblioteket«, som ikke findes; mente du »bibliotek«?",
        ),
        (
            "strong: [teater*]",
            'strong: ["teater ~"]',
            "linje 10: Mønsteret »teater ~« under »scenekunst« er ikke et helt mønster.",
        ),
        ("roles: [skuespiller]", 'roles: ["*"]', "linje 21: Mønsteret »*« under »kunstnere« har et tomt ord."),
        (
            "strong: [savne/savner]",
            'strong: ["~ svar"]',
            "linje 34: Mønsteret »~ svar« under »kritik« er ikke et helt mønster.",
        ),
        (
            "  medium: [scene, dans]",
            "  strong: [scene]",
            "linje 11: nøglen »strong« står to gange; slet den ene, eller slå dem sammen.",
        ),
    ],
)
def test_a_fault_is_told_with_file_line_and_what_to_mend(culture: Culture, old: str, new: str, told: str) -> None:
    lines = set(complaint(culture((old, new))).split("\n"))
    assert lines == set(f"Kodebogen kultur.yaml, {told}".split("\n"))


def test_all_faults_are_told_at_once_in_order_of_line(culture: Culture) -> None:
    faulty = culture(("strong: [teater*]", "stronk: [teater*]"), ("strong: [tilskuer]", "strong: tilskuer"))
    assert complaint(faulty) == (
        "Kodebogen kultur.yaml, linje 10: themes.scenekunst.stronk: ukendt nøgle; mente du »strong«?\n"
        "Kodebogen kultur.yaml, linje 25: actors.publikum.strong: skal være en liste: [a, b]."
    )


def test_very_many_faults_are_counted(culture: Culture) -> None:
    many = ", ".join(f'"~ {number}"' for number in range(20))
    lines = complaint(culture(("strong: [teater*]", f"strong: [{many}]"))).split("\n")
    assert len(lines) == 13
    assert lines[-1] == "… og 8 fejl til."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: kultur", "id: [kultur", "linje 2: en liste i [ ] er ikke afsluttet, eller der mangler et komma."),
        (
            "strong: [teater*]",
            "strong: [*teater]",
            "linje 10: * foran et ord læses som YAML-henvisning; sæt citationstegn om mønsteret.",
        ),
        (
            "Teater og dans.",
            "Teater: og dans.",
            "linje 9: kolon midt i en tekst (sæt citationstegn om), eller forkert indrykning.",
        ),
        ('version: "2"', 'version: "2', "linje 3: et citationstegn er ikke lukket."),
        ("label: Kultur", "label: !!python/name:os.system x", "linje 2."),
    ],
)
def test_bad_yaml_is_told_with_its_line(culture: Culture, old: str, new: str, told: str) -> None:
    assert complaint(culture((old, new))) == f"Kodebogen kultur.yaml er ikke gyldig YAML: {told}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Kodebogen k.yml er tom eller har ikke den rette form."),
        (b"- kun\n- en liste\n", "Kodebogen k.yml er tom eller har ikke den rette form."),
        (b"label: \xe6\xf8\xe5", "Kodebogen k.yml kan ikke læses; gem den som tekst i UTF-8."),
    ],
)
def test_a_file_that_is_no_codebook_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "k.yml"
    path.write_bytes(content)
    assert complaint(path) == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("kultur", "Der følger ingen kodebog med navnet »kultur« med hoering."),
        ("andet/kultur.yaml", "Kodebogen kultur.yaml findes ikke."),
    ],
)
def test_a_codebook_that_is_not_there_is_told(name: str, message: str) -> None:
    assert complaint(name) == message


@pytest.mark.parametrize(
    "text",
    ["themes: &x [*x]", "a: &x {b: *x}", "id: &x [*x]\nwords: {a: *x}", "themes: " + "[" * 3000 + "]" * 3000],
)
def test_references_to_oneself_and_deep_lists_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "k.yaml").write_text(text, encoding="utf-8")
    assert "k.yaml, linje 1: label: mangler; tilføj linjen." in complaint(tmp_path / "k.yaml")


PIECES = st.one_of(
    st.sampled_from("[]{}:,-#'\"<>*&!|>%@`~^/+\\\t\n 1å\x00\ufeff"),
    st.sampled_from(["\n- ", "\n  ", ": ", "id", "no", "<x>", "~ "]),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 800), st.integers(0, 12), PIECES)
def test_whatever_is_done_to_a_file_it_loads_or_is_refused_in_danish(
    culture: Culture, place: int, length: int, piece: str
) -> None:
    # A small base: the shipped one takes a hundred times as long to read.
    culture(name="base.yaml")
    path = culture(
        ("themes:", "words:\n  x: [y]\ngroups:\n- id: g\n  label: G\n  definition: D\nextends: base.yaml\nthemes:")
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:place] + piece + text[place + length :], encoding="utf-8")
    told = "Kodebogen er god."
    try:
        codebook.load(path)
    except CodebookError as error:
        told = str(error)
    assert re.match(r"Kodebogen |Der følger ingen kodebog ", told)
