from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from hoering.codebook import ActorCode, Code, Codebook
from hoering.codebook.dead import lexicon_size, silent_patterns, split_names, split_words, unknown_words
from hoering.codebook.reading import Reader
from hoering.errors import CodebookError

pytestmark = pytest.mark.model


def code(*patterns: str) -> Code:
    return Code(id="x", label="X", definition="Til prøve.", strong=patterns)


def test_a_word_that_is_split_into_several_is_told(nlp: Language) -> None:
    found = split_words(code("forslag:", "a-kasse", "A/S".replace("/", r"\/"), "ny (gammel"), nlp)
    assert [(item.text, item.word) for item in found] == [("forslag:", "forslag:"), ("ny (gammel", "(gammel")]


def test_a_title_or_name_that_is_cut_apart_is_told() -> None:
    names = {"roles": ("ph.d.", "cand mag"), "senders": ("A\\/S", "*-byg", "og & søn"), "public": ("ph.d.",)}
    actor = ActorCode.model_validate({"id": "x", "label": "X", "definition": "Til prøve.", **names})
    assert [(item.text, item.word) for item in split_names(actor)] == [("ph.d.", "ph.d."), ("og & søn", "&")]
    assert split_names(code("ph.d.")) == []


@pytest.mark.parametrize(
    "known",
    [
        "borgmester",
        "borgmestre",
        "borgme*",
        "*mesteren",
        "*gmest*",
        "cykelstipolitik",
        "+cykel",
        "FNUG",
        "x9",
        "Bxq-ord",
        "ad",
    ],
)
def test_words_that_somebody_writes_are_let_be(known: str) -> None:
    assert unknown_words(code(known)) == []


@pytest.mark.parametrize("unknown", ["bogmrester", "bogmrest*", "*mrester", "*gmresq*", "+bogmrester"])
def test_words_that_nobody_writes_are_told(unknown: str) -> None:
    (found,) = unknown_words(code(f"den {unknown}"))
    assert (found.text, found.word) == (f"den {unknown}", unknown.removeprefix("+"))


def test_patterns_that_a_run_never_met_are_told(
    read_with: Callable[..., Reader], make_run: Callable[..., Path]
) -> None:
    # A theme and a party with the same id and pattern are told apart.
    reader = read_with(("id: bibliotek", "id: publikum"), ("strong: [bibliotek*]", "strong: [tilskuer, bog*]"))
    folder = make_run("Teateret har fået en ny scene.", "Publikum savner varme og kulturforvaltningen.")
    silent, sentences = silent_patterns(reader, folder)
    assert sentences == 2
    assert silent == {
        ("themes", "scenekunst"): ["dans"],
        ("themes", "publikum"): ["tilskuer", "bog*"],
        ("actors", "kunstnere"): ["skuespiller"],
        ("actors", "publikum"): ["tilskuer"],
    }
    assert silent_patterns(reader, folder / "data" / "processed") == (silent, 2)


def test_a_folder_without_a_run_is_told(read_with: Callable[..., Reader], tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="ligger ingen færdig kørsel"):
        silent_patterns(read_with(), tmp_path)


def test_the_word_list_is_counted_apart(load_shipped: Callable[[str], Codebook]) -> None:
    assert lexicon_size(load_shipped("aeldre")) == 0
    assert lexicon_size(load_shipped("beskaeftigelse")) > 5000
