from __future__ import annotations

import pytest

from hoering.codebook import Codebook, require_own
from hoering.errors import CodebookError


def test_decisions_of_the_codebook_in_use_are_let_through(book: Codebook) -> None:
    assert book.stamp == f"beskaeftigelse {book.version}"
    require_own(book, [book.stamp, book.stamp], file="afgoerelser.csv")


@pytest.mark.parametrize("stamp", ["aeldre 1.0", "beskaeftigelse 0.9", ""])
def test_decisions_of_another_codebook_are_refused_with_file_and_line(book: Codebook, stamp: str) -> None:
    with pytest.raises(CodebookError) as caught:
        require_own(book, [book.stamp, stamp, "x"], file="afgoerelser.csv")
    assert str(caught.value) == (
        f"afgoerelser.csv, linje 3: hører til kodebogen »{stamp}«, men her bruges »{book.stamp}«. "
        "Kør med den kodebog, eller lad rækkerne ude."
    )
