from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.clean import clean
from hoering.edits import View
from hoering.records import SafeText, Source
from hoering.segment import segment
from hoering.sensitive import RawDocument, RawText

ReadAlone = Callable[[str, bytes], RawText | str]

VTT = """WEBVTT

NOTE Optaget med opdigtet udstyr

1
00:00:01.000 --> 00:00:03.000
<v Anna Berg>Velkommen til mødet.</v>

00:00:03.000 --> 00:00:05.000 align:start
<v Anna Berg>Hvad tænker du &amp; I?</v>

00:00:05.500 --> 00:00:09.000
<v.loud Bo>Vi mangler</v>
<v Bo><i>busser</i>.</v>

00:01:20.000 --> 00:01:24.000
<v Bo>Og kurser.</v>

01:01:24.000 --> 01:01:26.000
<v Anna Berg>Tak.</v>
<v Bo>Selv tak.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
Anna: <i>Velkommen</i>
til mødet.

2
00:00:03,000 --> 00:00:05,000
Hvad tænker du?

3
00:00:05,500 --> 00:00:09,000
- Bo: Vi mangler busser.
- Anna: Tak.
"""


def read(read_alone: ReadAlone, name: str, text: str) -> RawText:
    raw = read_alone(name, text.encode())
    assert isinstance(raw, RawText), raw
    return raw


def marked(raw: RawText) -> list[str]:
    assert {m.kind for m in raw.marks} <= {"time code"}
    return [raw.text[m.start : m.end] for m in raw.marks]


def test_cues_of_one_speaker_are_one_turn_with_its_time(read_alone: ReadAlone) -> None:
    raw = read(read_alone, "optagelse.vtt", VTT)
    assert raw.text.splitlines() == [
        "00:00:01",
        "Anna Berg: Velkommen til mødet. Hvad tænker du & I?",
        "00:00:05",
        "Bo: Vi mangler busser. [00:01:20] Og kurser.",
        "01:01:24",
        "Anna Berg: Tak.",
        "01:01:24",
        "Bo: Selv tak.",
    ]
    assert marked(raw) == ["00:00:01", "00:00:05", "[00:01:20] ", "01:01:24", "01:01:24"]


def test_labels_in_the_text_name_speakers_too(read_alone: ReadAlone) -> None:
    raw = read(read_alone, "optagelse.srt", SRT)
    assert raw.text.splitlines()[1::2] == [
        "Anna: Velkommen til mødet. Hvad tænker du?",
        "Bo: Vi mangler busser.",
        "Anna: Tak.",
    ]


def test_turns_are_segments_with_their_speaker_and_without_time_codes(read_alone: ReadAlone) -> None:
    raw = read(read_alone, "optagelse.vtt", VTT)
    document = RawDocument(document="optagelse.vtt", sha256="", format="vtt", raw=raw)
    source = Source(
        source="optagelse.vtt#1", document="optagelse.vtt", number=1, kind="interview", sender="", sender_type="",
        date="", sha256="", status="used", start=0, end=len(raw.text),
    )  # fmt: skip
    text = SafeText(source=source, view=View.of(raw.text, clean(document)), pages=document.pages)
    turns = [(s.speaker, s.text) for s in segment(text)]
    assert turns == [
        ("Anna Berg", "Anna Berg: Velkommen til mødet. Hvad tænker du & I?"),
        ("Bo", "Bo: Vi mangler busser. Og kurser."),
        ("Anna Berg", "Anna Berg: Tak."),
        ("Bo", "Bo: Selv tak."),
    ]


def test_without_speakers_a_pause_begins_a_paragraph(read_alone: ReadAlone) -> None:
    cues = [("00:00", "00:02", "Vi vil"), ("00:02", "00:04", "have busser."), ("00:09", "00:11", "Og kurser.")]
    text = "WEBVTT\n\n" + "\n\n".join(f"{a}.000 --> {b}.000\n{said}" for a, b, said in cues)
    raw = read(read_alone, "optagelse.vtt", text)
    assert raw.text == "00:00:00\nVi vil have busser.\n00:00:09\nOg kurser.\n"


def test_a_line_said_again_in_the_next_cue_is_kept_once(read_alone: ReadAlone) -> None:
    said = ["00:00.000 --> 00:02.000\nVi vil.", "00:02.000 --> 00:04.000\nVi vil.", "00:04.000 --> 00:05.000\nJa."]
    text = "\n\n".join(["WEBVTT", *said])
    assert read(read_alone, "optagelse.vtt", text).text == "00:00:00\nVi vil. Ja.\n"


def test_windows_line_ends_and_encoding_are_read(read_alone: ReadAlone) -> None:
    data = SRT.replace("mødet", "mødet på å").replace("\n", "\r\n").encode("cp1252")
    raw = read_alone("optagelse.srt", data)
    assert isinstance(raw, RawText)
    assert "Velkommen til mødet på å." in raw.text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.vtt", "Vi er bare tekst.", "Filen hedder .vtt, men kan ikke læses som undertekster."),
        ("a.srt", "Vi er bare tekst.", "Filen hedder .srt, men kan ikke læses som undertekster."),
        ("a.vtt", "WEBVTT\n", "Filen indeholder ingen tekst."),
    ],
)
def test_what_is_no_subtitles_says_so(read_alone: ReadAlone, name: str, data: str, reason: str) -> None:
    assert read_alone(name, data.encode()) == reason
