from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering import codebook
from hoering.errors import CodebookError

Culture = Callable[..., Path]

NAMED = ("themes:", "lexicon: ord.tsv\nwords:\n  dans: [ballet, tango]\nthemes:")


@pytest.fixture
def with_lexicon(culture: Culture) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        path = culture(NAMED)
        (path.parent / "ord.tsv").write_bytes(data)
        return path

    return write


def test_the_lexicon_adds_patterns_and_leaves_the_codes_own_alone(with_lexicon: Callable[[bytes], Path]) -> None:
    path = with_lexicon("scenekunst\tballet\t1.5\nscenekunst\tdans\t0.5\nbibliotek\tlåne ~ bog\t2\n".encode())
    patterns = codebook.load(path).theme_patterns()
    found = [(p.code, p.text, p.weight) for p in patterns if p.text in {"ballet", "dans", "låne ~ bog"}]
    assert found == [("scenekunst", "dans", 2.0), ("scenekunst", "ballet", 1.5), ("bibliotek", "låne ~ bog", 2.0)]


def test_a_lexicon_saved_with_a_byte_order_mark_is_read(with_lexicon: Callable[[bytes], Path]) -> None:
    book = codebook.load(with_lexicon("scenekunst\tballet\t1\n".encode("utf-8-sig")))
    assert [p.text for p in book.lexicon_patterns] == ["ballet"]


def test_the_lexicon_may_name_groups(with_lexicon: Callable[[bytes], Path]) -> None:
    book = codebook.load(with_lexicon(b"scenekunst\t<dans>\t1\n"))
    assert [p.words[0].alternatives for p in book.lexicon_patterns] == [("ballet", "tango")]


@pytest.mark.parametrize(
    ("lexicon", "message"),
    [
        (
            b"scenekunst\tballet\t1\nscenekunst ballet 1\n",
            "ord.tsv, linje 2: ventede kode, ord og vægt, adskilt af tabulator.",
        ),
        (b"scenekunst\tballet\n", "ord.tsv, linje 1: ventede kode, ord og vægt, adskilt af tabulator."),
        (b"film\tbiograf\t1\n", "ord.tsv, linje 1: koden »film« findes ikke blandt temaerne."),
        (b"scenekunst\tballet\tmeget\n", "ord.tsv, linje 1: vægten »meget« er ikke et tal."),
        (b"scenekunst\tballet\tnan\n", "ord.tsv, linje 1: vægten »nan« er ikke et tal."),
        (
            b"scenekunst\tballet\t1\nscenekunst\tballet ~\t1\n",
            "ord.tsv, linje 2: Mønsteret »ballet ~« under »scenekunst« er ikke et helt mønster.",
        ),
        (b"scenekunst\tb\xe6k\t1\n", "Ordlisten ord.tsv kan ikke læses; gem den som tekst i UTF-8."),
    ],
)
def test_a_bad_lexicon_line_is_told_with_file_and_line(
    with_lexicon: Callable[[bytes], Path], lexicon: bytes, message: str
) -> None:
    with pytest.raises(CodebookError) as caught:
        codebook.load(with_lexicon(lexicon))
    assert str(caught.value) == message


def test_a_lexicon_that_is_not_there_is_told(culture: Culture) -> None:
    with pytest.raises(CodebookError) as caught:
        codebook.load(culture(NAMED))
    assert str(caught.value) == "Kodebogen kultur.yaml nævner ordlisten ord.tsv, som ikke findes."
