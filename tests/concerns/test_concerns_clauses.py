from __future__ import annotations

import pytest

from hoering.concerns.clauses import content_start


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Vi foreslår , at kommunen holder møde .", "kommunen holder møde ."),
        ("Vi beder om at få et svar .", "Vi beder om at få et svar ."),
        ("Det er godt , at de lytter .", "de lytter ."),
        ("Kommunen sover .", "Kommunen sover ."),
        ("Vi ved , at", "Vi ved , at"),
    ],
)
def test_what_is_claimed_comes_after_at(text: str, content: str) -> None:
    words = text.split()
    start = content_start(words, [word.lower() for word in words], 0)
    assert " ".join(words[start:]) == content


def test_an_at_far_into_the_sentence_frames_nothing() -> None:
    words = [*("vi" for _ in range(12)), "at", "kommunen", "sover"]
    assert content_start(words, words, 0) == 0
