from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.clean import transcripts

Removed = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("[00:12:31] IP: Ja", ["[00:12:31]"]),
        ("IP (00:12:31): Nej", ["(00:12:31)"]),
        ("00:00:00 start", ["00:00:00 start"]),
        ("00:16:22", ["00:16:22"]),
        ("00:00:01 --> 00:00:04\nJa", ["00:00:01 --> 00:00:04"]),
        ("Vi talte om det 00:03:40 og igen 00:04:00.", ["00:03:40", "00:04:00"]),
        ("Vi mødes kl. 12:30:00", []),
        ("Vi mødes 12:30 i morgen", []),
        ("Mødet er 10:00-11:30", []),
    ],
)
def test_time_codes(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(transcripts.time_codes, text) == gone


@pytest.mark.parametrize(
    "mark",
    [
        "(griner)", "(griner lidt)", "[pause]", "(lang pause)", "[pause, telefon ringer]", "(der grines)",
        "[utydeligt]", "(Latter)", "(ryster på hovedet)", "[ ]", "(?)", "(telefonen ringer)", "(afbrydelse)",
    ],
)  # fmt: skip
def test_a_mark_of_the_transcriber_goes(removed: Removed, mark: str) -> None:
    assert removed(transcripts.sounds, f"Ja {mark} det er svært.") == [mark]


@pytest.mark.parametrize(
    "words",
    [
        "(afbrydelse af ydelsen i tre uger)", "(pauser er vigtige for os)", "(pauserne)", "[Borger 1]", "(lerpotter)",
        "(nej)", "(sukkersyge)", "(pause er godt)", "( )",
    ],
)  # fmt: skip
def test_what_was_said_in_brackets_stays(removed: Removed, words: str) -> None:
    assert removed(transcripts.sounds, f"Ja {words} det er svært.") == []


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("I = interviewer, IP = interviewperson.", True),
        ("I: interviewer  IP: den unge", True),
        ("I = interviewer. S = svarperson (leder af hotellet)", True),
        ("Labels: I = interviewer", True),
        ("I: ja altså. Det er svært, synes jeg: men det går", False),
        ("IP: nej, jeg kan: det ved jeg", False),
        ("I: Interviewer man folk, siger de: ja", False),
    ],
)
def test_legend(removed: Removed, line: str, gone: bool) -> None:
    assert removed(transcripts.legend, f"Interview 3\n{line}\nI: Hej") == ([line] if gone else [])


def test_a_legend_stands_in_the_first_lines(removed: Removed) -> None:
    assert removed(transcripts.legend, "I: Hej\n" * 8 + "I = interviewer, IP = interviewperson.") == []
