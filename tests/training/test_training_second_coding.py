from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hoering import codebook

PASSAGES = """## W-01 | interview | En borger | bo
I|Hvordan gik det?|mj|bo|n
Ida|Jeg fik en ny sagsbehandler hver måned.|mj|jk,bo|k
Ida|Tak for kaffen.|X||n

"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The pieces of a small author, and where the second codes of it go."""
    import pieces
    import second_coding

    (tmp_path / "second").mkdir()
    (tmp_path / "samtaler.txt").write_text(PASSAGES, encoding="utf-8")
    monkeypatch.setattr(pieces, "PASSAGES", tmp_path)
    monkeypatch.setattr(second_coding, "FOLDER", tmp_path / "second")
    return list(pieces.passages()), tmp_path / "second" / "samtaler.txt"


def digest(pieces: Any) -> str:
    from second_coding import text_digest

    return text_digest([sentence for piece in pieces for sentence in piece.sentences])


def test_the_second_codes_stand_in_place_of_the_first(own: Any) -> None:
    from second_coding import reread

    pieces, file = own
    file.write_text(f"# {digest(pieces)}\n2|X||n\n3|mj,su|jk|n\n4|X||n\n", encoding="utf-8")
    (piece,) = reread(pieces)
    assert [(s.themes, s.actors, s.stance) for s in piece.sentences] == [
        ((), (), "neutral"),
        (("moedet_med_jobcentret", "sundhed"), ("jobcenter_kommune",), "neutral"),
    ]
    assert [s.text for s in piece.sentences] == [s.text for s in pieces[0].sentences]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("2||bo|n\n3|mj|zz|n\n", "samtaler.txt, line 3"),
        ("2||bo|n\n3|mj|jk\n", "samtaler.txt, line 3"),
        ("2||bo|n\n", r"no codes for the sentences on lines \[3\]"),
    ],
)
def test_broken_or_missing_codes_are_told(own: Any, lines: str, told: str) -> None:
    from second_coding import reread

    pieces, file = own
    file.write_text(f"# {digest(pieces)}\n{lines}", encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        reread(pieces)


def test_codes_of_another_text_are_refused(own: Any) -> None:
    from second_coding import reread

    pieces, file = own
    file.write_text("# 0123456789abcdef\n2||bo|n\n3|mj|jk|n\n", encoding="utf-8")
    with pytest.raises(ValueError, match="other ones than were coded"):
        reread(pieces)


def test_each_second_coding_in_the_project_fits_its_passages() -> None:
    from pieces import passages
    from second_coding import coded_twice, reread

    written = list(passages())
    again = reread(written)
    twice = {piece.author for piece in written} & set(coded_twice())
    assert {"letters", "interviews", "surveys"} <= twice
    changed = {first.author for first, second in zip(written, again, strict=True) if first != second}
    assert changed == twice


def test_agreement_of_two_coders_by_hand(own: Any) -> None:
    from measuring import agreement

    pieces, _ = own
    first, second = pieces[0].sentences
    other = replace(pieces[0], sentences=(replace(first, actors=()), replace(second, themes=("sundhed",))))
    figures = agreement(pieces, [other], codebook.load())
    # Themes: one of two the same on both sides; actors: two of three against two.
    assert figures["themes micro"] == pytest.approx(0.5)
    assert figures["actors micro"] == pytest.approx(4 / 5)
    assert figures["stance kappa"] == pytest.approx(1.0)
