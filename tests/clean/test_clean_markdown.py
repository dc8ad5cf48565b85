from __future__ import annotations

from collections.abc import Callable

import pytest

Readable = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Mål", "Mål"),
        ("### Mål for unge", "Mål for unge"),
        ("> Vi vil.", "Vi vil."),
        ("- Mentor\n* Kursus\n+ Bus", "Mentor\nKursus\nBus"),
        ("Vi **vil** have *job*.", "Vi vil have job."),
        ("Vi _vil_ have `job`.", "Vi vil have job."),
        ("Se [planen](https://plan.example).", "Se planen."),
        ("Her ![et kort](kort.png) over byen", "Her et kort over byen"),
        ("Før\n\n---\n\nEfter", "Før\nEfter"),
        ("2 * 3 og 4-5", "2 * 3 og 4-5"),
        ("mit_fil_navn", "mit_fil_navn"),
        ("[Borger 1] sagde (nej)", "[Borger 1] sagde (nej)"),
        ("C# er et sprog, nr. #3", "C# er et sprog, nr. #3"),
        ("a-kasse - og job", "a-kasse - og job"),
    ],
)
def test_marks_go_and_words_stay(readable: Readable, text: str, expected: str) -> None:
    assert readable(text, "md") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Ja, siger hun.\n* Nej", "- Ja, siger hun.\n* Nej"),
        ("# Plan\n- Ja, siger hun.", "Plan\nJa, siger hun."),
        ("#unge", "#unge"),
    ],
)
def test_plain_text_is_markdown_only_by_its_headings_or_bold_words(
    readable: Readable, text: str, expected: str
) -> None:
    assert readable(text, "txt") == expected
