from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering import codebook
from hoering.errors import CodebookError

Culture = Callable[..., Path]

FILM = """\
extends: kultur.yaml
id: film
label: Film
version: "1"
themes:
- id: biograf
  label: Biograf
  definition: Film i salen.
  strong: [<film>]
- bibliotek
words:
  film: [film*]
"""


def film(folder: Path, *changes: tuple[str, str]) -> Path:
    text = FILM
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "film.yaml").write_text(text, encoding="utf-8")
    return folder / "film.yaml"


def complaint(path: Path) -> str:
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    return str(caught.value)


def test_a_codebook_takes_from_its_base_what_it_does_not_say_itself(culture: Culture) -> None:
    base = codebook.load(culture())
    book = codebook.load(film(culture().parent))
    assert (book.id, book.version, book.authority) == ("film", "1", "forvaltning")
    assert [code.id for code in book.themes] == ["biograf", "bibliotek"]
    taken = (book.themes[1], *book.actors, *book.stances)
    assert [code.model_dump() for code in taken] == [
        code.model_dump() for code in (base.themes[1], *base.actors, *base.stances)
    ]


def test_an_own_list_says_which_of_the_bases_codes_there_are_and_in_which_order(culture: Culture) -> None:
    path = film(culture().parent, ("words:", "actors: [publikum, forvaltning]\nwords:"))
    assert [actor.id for actor in codebook.load(path).actors] == ["publikum", "forvaltning"]


def test_groups_are_joined_and_the_own_one_beats_the_bases(culture: Culture) -> None:
    base = culture(("themes:", "words:\n  film: [biograf]\n  folk: [gæst*]\nthemes:"))
    assert codebook.load(film(base.parent)).words == {"folk": ("gæst*",), "film": ("film*",)}


def test_the_word_list_of_a_base_lies_beside_the_base(culture: Culture, tmp_path: Path) -> None:
    base = culture(("themes:", "lexicon: ord.tsv\nthemes:"))
    (base.parent / "ord.tsv").write_text("bibliotek\tbogbus\t2\n", encoding="utf-8")
    folder = tmp_path / "andetsteds"
    folder.mkdir()
    book = codebook.load(film(folder, ("extends: kultur.yaml", "extends: ../kultur.yaml")))
    assert [(p.code, p.text) for p in book.lexicon_patterns] == [("bibliotek", "bogbus")]


def test_a_shipped_codebook_can_be_built_on(tmp_path: Path) -> None:
    path = film(tmp_path, ("kultur.yaml", "faelles"), ("- bibliotek\n", ""))
    text = path.read_text(encoding="utf-8") + "authority: politikere\nprivate: civilsamfund\n"
    path.write_text(text, encoding="utf-8")
    assert {code.id for code in codebook.load(path).stances} == {"kritik", "forslag", "stoette", "neutral"}


def test_a_fault_in_a_base_is_told_with_the_bases_file_and_line(culture: Culture) -> None:
    base = culture(("strong: [tilskuer]", "strong: tilskuer"))
    assert complaint(film(base.parent)) == (
        "Kodebogen kultur.yaml, linje 25: actors.publikum.strong: skal være en liste: [a, b]."
    )


def test_an_id_that_the_base_does_not_have_is_told(culture: Culture) -> None:
    assert complaint(film(culture().parent, ("- bibliotek", "- biblioteker"))) == (
        "Kodebogen film.yaml, linje 10: themes: »biblioteker« står ikke i den kodebog, der bygges på; "
        "mente du »bibliotek«?"
    )


def test_codebooks_that_build_on_each_other_are_told_with_the_chain(culture: Culture) -> None:
    base = culture(("themes:", "extends: film.yaml\nthemes:"))
    assert complaint(film(base.parent)) == (
        "Kodebogen kultur.yaml, linje 6: extends: kodebøger bygger på hinanden i ring: "
        "film.yaml → kultur.yaml → film.yaml; fjern et af stederne."
    )


def test_a_base_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert complaint(film(tmp_path)) == "Kodebogen kultur.yaml findes ikke."
