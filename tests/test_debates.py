from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.debates import debate_label, debate_label_end, debate_turns, is_debate, is_frame

DEBATE = ["Formanden (Bo Krag):", "Ordet er frit.", "Ida Holm (RL): Tak.", "Ib Dam (KF): Nej.", "Ida Holm (RL): Jo."]


@pytest.mark.parametrize(
    ("line", "label", "sure", "chair"),
    [
        ("Formanden: Tak.", "Formanden", True, True),
        ("FORMANDEN: Tak.", "FORMANDEN", True, True),
        ("Første næstformand (Bo Krag):", "Første næstformand (Bo Krag)", True, True),
        ("Den fg. formand (Bo Krag):", "Den fg. formand (Bo Krag)", True, True),
        ("Ministeren: Ja.", "Ministeren", True, False),
        ("Social- og boligministeren (Ida Holm):", "Social- og boligministeren (Ida Holm)", True, False),
        ("By-, land- og boligministeren (Bo Dam):", "By-, land- og boligministeren (Bo Dam)", True, False),
        ("Minister for by og land ([Person 3]):", "Minister for by og land ([Person 3])", True, False),
        ("Hr. Ib Dam (Borgerlig Front): Tak.", "Hr. Ib Dam (Borgerlig Front)", True, False),
        ("Fru Holm: Tak.", "Fru Holm", True, False),
        ("Ida Holm (RL): Tak.", "Ida Holm (RL)", True, False),
        ("Ida Holm (RL), ordfører: Tak.", "Ida Holm (RL), ordfører", True, False),
        ("[Person 4] (RL): Tak.", "[Person 4] (RL)", True, False),
        ("Kl. 14:12Ida Holm (RL):", "Ida Holm (RL)", True, False),
        ("**Borgmester Ida Holm (S):** Tak.", "Borgmester Ida Holm (S)", True, False),
        ("Ida Holm (Ravnsølisten): Tak.", "Ida Holm (Ravnsølisten)", True, False),
        ("IDA HOLM (Frit Land): Tak.", "IDA HOLM (Frit Land)", False, False),
    ],
)  # fmt: skip
def test_labels_of_debaters(line: str, label: str, *, sure: bool, chair: bool) -> None:
    found = debate_label(line)
    assert found is not None
    assert (found.text, found.sure, found.chair) == (label, sure, chair)


@pytest.mark.parametrize(
    "line",
    [
        "Ida Holm: Tak.",
        "Ida Holm (sagsbehandler): Tak.",
        "Ministeren sagde i valgkampen: Ja.",
        "Forespørgsel til ministeren:",
        "Så siger vi tak til formanden.",
        "2) 1. behandling af lovforslag nr. L 60:",
        "Kl. 13:05",
        "",
    ],
)
def test_what_is_no_debaters_label(line: str) -> None:
    assert debate_label(line) is None


def test_a_debate_is_told_by_its_turns() -> None:
    assert is_debate(DEBATE)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        DEBATE[:4],
        ["Interviewer: Hvad nu?", *DEBATE],
        ["Formanden: Ja.", "Næstformanden: Nej.", "Formanden: Jo.", "Næstformanden: Tak."],
        ["Ministeren: Ja.", "Avisen: Hvorfor?"] * 3,
        [*DEBATE, *["Bo: Jeg er smed.", "Eva: Jeg er ledig."] * 4],
        ["Ida (Jobcenter Nord): Ja.", "Bo (Smed): Nej."] * 3,
    ],
)
def test_what_is_no_debate(lines: list[str]) -> None:
    assert not is_debate(lines)


def test_a_chair_of_the_meeting_makes_no_interview_of_a_debate() -> None:
    assert is_debate(["Ordstyrer: Ordet er frit.", *DEBATE])


def test_turns_hold_until_the_next_label_and_frames_are_nobodys() -> None:
    lines = ["Punkt 3", *DEBATE[:2], "Kl. 10:05", "(Ordfører)", *DEBATE[2:], "Det er sådan."]
    turns = debate_turns(lines)
    assert [turn.speaker for turn in turns] == [
        "", "Formanden (Bo Krag)", "Formanden (Bo Krag)", "", "", "Ida Holm (RL)", "Ib Dam (KF)", "Ida Holm (RL)",
        "Ida Holm (RL)",
    ]  # fmt: skip
    assert [number for number, turn in enumerate(turns) if turn.begins] == [1, 5, 6, 7]


def test_officials_and_guests_have_turns_as_well() -> None:
    lines = [*DEBATE, "Direktør Eva Friis: Vi er fyrre.", "Så er det sagt: nej.", "Ida Holm (RL): Nå."]
    assert [t.speaker for t in debate_turns(lines)][-3:] == [
        "Direktør Eva Friis",
        "Direktør Eva Friis",
        "Ida Holm (RL)",
    ]


@pytest.mark.parametrize(
    "line", ["Kl. 13:05", "Kl. 9.15", "(Ordfører)", "(Kort bemærkning).", "(Ordfører for forslaget)"]
)
def test_frames(line: str) -> None:
    assert is_frame(line)


@given(st.text(alphabet="AaÆ (),.:-[]1\n*KlHr", max_size=60))
def test_a_label_lies_within_its_line(line: str) -> None:
    found = debate_label(line)
    assert 0 <= debate_label_end(line) <= len(line)
    if found:
        assert found.text in line[: found.end]


@pytest.mark.parametrize("part", ["A", "A- ", "Ib ", "Klima-, ", "(", "Den første ", "[A", "minister og ", "Kl. 1"])
def test_no_line_takes_long(part: str) -> None:
    lines = [f"{part * 60}: ja"] * 300
    started = time.process_time()
    is_debate(lines)
    debate_turns(lines)
    assert time.process_time() - started < 15
