from __future__ import annotations

import time

import pytest

from hoering.clean import clean
from hoering.edits import View
from hoering.read.subtitles import read_vtt
from hoering.records import SafeText, Segment, Source
from hoering.segment import body_of, segment
from hoering.sensitive import RawDocument, RawText
from hoering.speakers import Speaker, speakers, whose


def divided(raw: RawText) -> list[Segment]:
    document = RawDocument(document="u.vtt", sha256="", format="vtt", raw=raw)
    source = Source(
        source="u", document="u.vtt", number=1, kind="interview", sender="", sender_type="", date="", sha256="",
        status="used", end=len(raw.text),
    )  # fmt: skip
    return segment(SafeText(source=source, view=View.of(raw.text, clean(document)), pages=document.pages))


def test_every_speaker_comes_with_the_reason_for_the_role() -> None:
    lines = ["Lærke: Hvad nu?", "Bo: Intet.", "Lærke: Hvorfor?", "Bo: Derfor.", "Alle: Nå da."]
    assert speakers(lines) == [
        Speaker(label="Lærke", role="interviewer", why="stiller 2 af 2 spørgsmål", turns=2),
        Speaker(label="Bo", role="informant", why="en anden er interviewer", turns=2),
    ]


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (["[K = interviewer, D = ukendt]"], "forklaringen øverst"),
        (["Interviewer: K", "Sted: Ravnsø"], "oplysningen øverst"),
    ],
)
def test_what_is_told_above_weighs_more_than_who_asks(head: list[str], why: str) -> None:
    found = speakers([*head, "D: Må jeg spørge?", "K: Ja.", "D: Hvem læser det?", "K: Vi.", "D: Hvorfor?", "K: Nå."])
    assert {s.label: (s.role, s.why) for s in found}["K"] == ("interviewer", why)
    assert {s.label: s.role for s in found}["D"] == "informant"


def test_an_initial_i_is_no_interviewer_where_someone_else_asks() -> None:
    found = speakers(["P: Hvad nu?", "I: Intet.", "P: Hvorfor?", "I: Derfor.", "P: Er det nok?", "I: Ja."])
    assert {s.label: s.role for s in found} == {"P": "interviewer", "I": "informant"}


def test_where_nothing_tells_no_role_is_given() -> None:
    found = speakers(["Bo: Ja.", "Ida: Nej.", "Bo: Jo.", "Ida: Måske."])
    assert {(s.role, s.why) for s in found} == {("", "intet i teksten viser rollen")}


def test_an_interpreter_neither_asks_nor_answers() -> None:
    lines = [
        "Interviewer: Hvad nu?",
        "Tolk: Hun tænker.",
        "Borger: Intet.",
        "Interviewer: Nå?",
        "Tolk: Ja.",
        "Borger: Ja.",
    ]
    assert {s.label: s.role for s in speakers(lines)} == {
        "Interviewer": "interviewer",
        "Tolk": "",
        "Borger": "informant",
    }


@pytest.mark.parametrize(
    "word", ["Husk", "Fx", "Obs", "Kl. 9", "Så sagde jeg", "Han spurgte", "Problemet er", "Ulemper"]
)
def test_a_word_with_a_colon_that_comes_back_is_no_speaker(word: str) -> None:
    lines = ["I: Hvad nu?", "IP: Meget.", f"{word}: det ene.", f"{word}: det andet.", "I: Mere?", "IP: Nej."]
    assert [turn.speaker for turn in whose(lines)] == ["I", "IP", "IP", "IP", "I", "IP"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Fordele", "Det er nemt.", "Ulemper", "Det er dyrt.", "Fordele", "Det er nært.", "Ulemper", "Det er lille."],
        ["Vi mødtes tit.", "Ja", "Vi talte.", "Ja", "Vi gik.", "Nej", "Vi kom.", "Nej"],
        ["”Det er svært,” siger hun.", "Hvorfor?", "”Det er bare svært,” siger hun."],
        ["- Flere timer", "- Bedre skilte?", "- Mere ro", "- Kaffe"],
    ],
)
def test_lines_that_only_look_like_turns_are_nobodys(lines: list[str]) -> None:
    assert {(turn.speaker, turn.role) for turn in whose(lines)} == {("", "")}


def test_form_alone_tells_no_role_in_a_survey() -> None:
    lines = ["- Hvad nu?", "- Intet.", "- Hvorfor?", "- Derfor."]
    assert {turn.role for turn in whose(lines)} == {"interviewer", "informant"}
    assert {turn.role for turn in whose(lines, unlabelled=False)} == {""}


def test_voices_of_subtitles_are_speakers() -> None:
    cues = [("Sofie Krogh", "Hvad laver I?"), ("Bo Dam", "Vinduer."), ("Sofie Krogh", "Hvor mange?"), ("Bo Dam", "Ni.")]
    parts = [f"00:00:0{i}.000 --> 00:00:0{i + 1}.000\n<v {who}>{said}</v>\n" for i, (who, said) in enumerate(cues)]
    found = divided(read_vtt("\n".join(["WEBVTT\n", *parts]).encode()))
    assert [(s.speaker, s.role, s.text[body_of(s) :]) for s in found] == [
        ("Sofie Krogh", "interviewer", "Hvad laver I?"),
        ("Bo Dam", "informant", "Vinduer."),
        ("Sofie Krogh", "interviewer", "Hvor mange?"),
        ("Bo Dam", "informant", "Ni."),
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Anne (leder): Hvad?\nBo: Ja.\nAnne: Nå?\nBo: Nej.", ["Hvad?", "Ja.", "Nå?", "Nej."]),
        ("I:Hvad?\nIP:Ja.\nI:Nå?\nIP:Nej.", ["Hvad?", "Ja.", "Nå?", "Nej."]),
        ("I\tHvad?\nIP\tJa.\nI\tNå?\nIP\tNej.", ["Hvad?", "Ja.", "Nå?", "Nej."]),
        ("I – Hvad?\nIP – Ja.\nI – Nå?\nIP – Nej.", ["Hvad?", "Ja.", "Nå?", "Nej."]),
        (
            "Anne Holm\nHvad?\nBo Dam\nJa.\nAnne Holm\nNå?\nBo Dam\nNej.",
            ["", "Hvad?", "", "Ja.", "", "Nå?", "", "Nej."],
        ),
    ],
)
def test_a_label_is_not_said(raw: str, said: list[str]) -> None:
    assert [s.text[body_of(s) :] for s in divided(RawText(text=raw))] == said


def test_a_legend_is_read_and_is_no_segment() -> None:
    turns = "\nK: Nå.\nD: Ja?\nK: Nej.\nD: Jo?"
    found = divided(RawText(text=f"K = interviewer, D = Ditte Dam{turns}"))
    assert [(s.text, s.role) for s in found] == [
        ("K: Nå.", "interviewer"), ("D: Ja?", "informant"), ("K: Nej.", "interviewer"), ("D: Jo?", "informant"),
    ]  # fmt: skip
    # Written so by a person it is part of the text.
    assert divided(RawText(text=f"[K = interviewer, D = ukendt]{turns}"))[0].text == "[K = interviewer, D = ukendt]"


@pytest.mark.slow
@pytest.mark.parametrize("part", ["a ", "A", "Moderator: og ", "I: Hej.\n", "- Hvad?\n", "[", "Anne\n", "? ", "A. "])
def test_a_megabyte_is_read_in_seconds(part: str) -> None:
    lines = (part * 1_000_000)[:1_000_000].splitlines()
    started = time.process_time()
    whose(lines)
    assert time.process_time() - started < 30
