from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.language.pieces import pieces


@given(st.text(alphabet="ab. \n”æ", max_size=300), st.integers(min_value=2, max_value=40))
def test_pieces_put_together_are_the_text_and_their_offsets_are_right(text: str, size: int) -> None:
    found = list(pieces(text, size))
    assert "".join(piece for _, piece in found) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in found)
    assert all(0 < len(piece) <= size for _, piece in found)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("En to tre fire.\n\nFem. Seks syv", "En to tre fire.\n\n"),
        ("En to tre fire\nfem. Seks syv otte ni", "En to tre fire\n"),
        ("En to. Tre fire fem. Seks syv otte ni", "En to. Tre fire fem. "),
        ("En to tre ”fire.” Fem seks syv otte ni", "En to tre ”fire.” "),
        ("en to tre fire fem seks syv otte ni ti", "en to tre fire fem seks "),
        ("x" * 40, "x" * 24),
    ],
)
def test_the_best_place_is_taken(text: str, first: str) -> None:
    assert next(pieces(text, 24)) == (0, first)


def test_empty_text_has_no_pieces_and_a_short_one_is_whole() -> None:
    assert list(pieces("")) == []
    assert list(pieces("…")) == [(0, "…")]
