from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering import codebook
from hoering.codebook.groups import group_faults, resolved, written_out
from hoering.errors import CodebookError
from hoering.patterns import PatternIndex

Culture = Callable[..., Path]

ONE_WORD = "er ikke ét ord; en ordgruppe står på ét ords plads i et mønster"
WORDS = ("themes:", "words:\n  kunst: [teater*, <dans>]\n  dans: [ballet/tango, +dans]\nthemes:")


def test_a_group_stands_for_its_words_and_those_of_groups_in_it(culture: Culture) -> None:
    book = codebook.load(culture(WORDS, ("strong: [teater*]", "strong: [se ~ <kunst>/film]")))
    (pattern,) = [p for p in book.theme_patterns() if p.weight == 3 and p.code == "scenekunst"]
    assert pattern.text == "se ~ <kunst>/film"
    assert pattern.words[1].alternatives == ("teater*", "ballet", "tango", "film")
    assert pattern.words[1].parts == ("dans",)
    index = PatternIndex([pattern])
    assert [(hit.start, hit.end) for hit in index.find(["Se", "den", "tango"], ["se", "den", "tango"])] == [(0, 3)]


def test_titles_and_names_are_written_out_for_those_who_read_them_as_text(culture: Culture) -> None:
    actors = codebook.load(culture(WORDS, ("roles: [skuespiller]", "roles: [formand for <kunst>]"))).actors
    assert actors[0].roles == ("formand for teater*/ballet/tango/+dans",)


def test_two_codebooks_do_not_mix_their_groups(culture: Culture) -> None:
    use = ("strong: [teater*]", "strong: [<dans>]")
    first = codebook.load(culture(WORDS, use))
    second = codebook.load(culture(("themes:", "words: {dans: [polka]}\nthemes:"), use))
    assert [book.themes[0].patterns()[0].words[0].alternatives for book in (first, second)] == [
        ("ballet", "tango"),
        ("polka",),
    ]


def test_words_stand_once_in_a_group() -> None:
    assert resolved({"a": ["x", "<b>"], "b": ["x", "y"]}) == {"a": ("x", "y"), "b": ("x", "y")}


def test_what_is_no_group_is_left_as_written() -> None:
    assert written_out("a <b> <c>", {"b": ("x", "y")}) == "a x/y <c>"


@pytest.mark.parametrize(
    ("words", "place", "what"),
    [
        ({"a": []}, ("words", "a"), "ordgruppen er tom; skriv mindst ét ord, eller fjern den"),
        ({"a b": ["x"]}, ("words", "a b"), "navnet må kun bestå af bogstaver, tal, _ og -"),
        (
            {"a": ["x", "y z"]},
            ("words", "a", 1),
            f"»y z« {ONE_WORD}",
        ),
        ({"a": ["^x"]}, ("words", "a", 0), f"»^x« {ONE_WORD}"),
        ({"a": ["*"]}, ("words", "a", 0), "»*« er et tomt ord"),
        ({"a": ["<b>"]}, ("words", "a", 0), "ordgruppen <b> findes ikke"),
        ({"a": ["<a>"]}, ("words", "a"), "ordgrupper går i ring: <a> → <a>; bryd kæden"),
        (
            {"a": ["<b>"], "b": ["x", "y/<c>"], "c": ["<b>"]},
            ("words", "b"),
            "ordgrupper går i ring: <b> → <c> → <b>; bryd kæden",
        ),
    ],
)
def test_a_fault_in_a_group_is_found(words: dict[str, list[str]], place: tuple[str | int, ...], what: str) -> None:
    assert group_faults(words) == [(place, what)]


def test_sound_groups_have_no_faults() -> None:
    assert group_faults({"a": ["x*", "<b>", "<b>/y"], "b": ["+z"], "råd": [r"A\/S"]}) == []


def test_a_loop_is_told_with_its_chain_and_line(culture: Culture) -> None:
    looping = ("themes:", "words:\n  a: [x]\n  b: [<c>]\n  c: [y, <b>]\nthemes:")
    with pytest.raises(CodebookError) as caught:
        codebook.load(culture(looping, ("strong: [teater*]", "strong: [<b>]")))
    assert str(caught.value) == (
        "Kodebogen kultur.yaml, linje 8: words.b: ordgrupper går i ring: <b> → <c> → <b>; bryd kæden."
    )


@pytest.mark.parametrize("where", ["strong", "roles"])
def test_an_unknown_group_in_a_pattern_is_told(culture: Culture, where: str) -> None:
    with pytest.raises(CodebookError) as caught:
        codebook.load(culture((f"{where}: [skuespiller]", f"{where}: [<spillere>]")))
    line = {"strong": 20, "roles": 21}[where]
    assert str(caught.value) == (
        f"Kodebogen kultur.yaml, linje {line}: Mønsteret »<spillere>« under »kunstnere« "
        "bruger ordgruppen <spillere>, som ikke findes."
    )
