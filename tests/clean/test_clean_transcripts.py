from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.clean import transcripts
from hoering.roles import read_legend
from hoering.sensitive import RawDocument

MakeDocument = Callable[..., RawDocument]
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
        ("00.12.31 IP: Ja", ["00.12.31"]),
        ("Det var svært. #00:12:31-5#", ["#00:12:31-5#"]),
        ("00:12:31,500 --> 00:12:33,000", ["00:12:31,500 --> 00:12:33,000"]),
        ("00:00:01.000 --> 00:00:04.250\nJa", ["00:00:01.000 --> 00:00:04.250"]),
        ("<00:12:31> Ja", ["<00:12:31>"]),
        ("Ja [12:31] det er svært", ["[12:31]"]),
        ("((00:12:31)) Ja", ["((00:12:31))"]),
        ("Vi mødes kl. 14.30", []),
        ("Brev af 01.12.25", []),
        ("01.12.25", []),
        ("Beløbet er 12.000.000 kr.", []),
        ("§ 10.12.31", []),
        ("Ja (utydeligt 00:12:30) nej", []),  # the mark as a whole is another rule's
    ],
)
def test_time_codes(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(transcripts.time_codes, text) == gone


RECORDING = [
    ("Anne 0:03\nHej\nOle 0:08\nHej\nAnne 1:12\nNå", ["0:03", "0:08", "1:12"]),
    ("0:03\nHej\n0:08\nHej\n1:12\nNå", ["0:03", "0:08", "1:12"]),
    ("00.00: I: Hej\n00.09: IP: Hej\n01.15: I: Nå", ["00.00:", "00.09:", "01.15:"]),
    ("I (0:03): Hej\nIP (0:08): Hej\nI (1:12): Nå", ["(0:03)", "(0:08)", "(1:12)"]),
    ("[0:03] I: Hej\n[0:08] IP: Hej kl. 14:30\n[61:12] I: Nå", ["[0:03]", "[0:08]", "[61:12]"]),
    ("0:03\nA\n" + "".join(f"{n}:00\nA\n" for n in (1, 2, 3, 5, 4, 6, 7, 8, 9)),
     ["0:03", "1:00", "2:00", "3:00", "5:00", "4:00", "6:00", "7:00", "8:00", "9:00"]),
    ("00.00.03 I: Hej\n00.09.08 IP: Hej\n01.12.25 I: Nå", ["00.00.03", "00.09.08", "01.12.25"]),
    ("Krogh, Sofie   00:05\nHej\nDam, Bo   00:08\nHej\nKrogh, Sofie   00:10\nNå", ["00:05", "00:08", "00:10"]),
]  # fmt: skip
PROGRAMME = [
    "9:00 Kaffe\n9:15 Velkomst\n10:00 Oplæg\n12:00 Frokost",
    "Kaffe 9:00\nVelkomst 9:15\nOplæg 10:00\nFrokost 12:00",
    "0:30 Hold A\n0:20 Hold B\n0:45 Hold C",
    "1.10 Formål\n1.20 Baggrund\n1.30 Mål\n2.10 Indsats",
    "01.10 Formål\n01.20 Baggrund\n01.30 Mål",
    "0.50 kr. pr. km\n0.75 kr. pr. km\n1.25 kr. pr. km",
    "01.01.24 Høring\n01.02.24 Møde\n01.03.24 Vedtagelse",
    "Vi kørte 0:03.\nSå kørte vi 0:08.\nTil sidst kørte vi 1:12.",
]


@pytest.mark.parametrize(("text", "gone"), RECORDING)
def test_time_codes_that_run_on_from_the_start_of_a_recording(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(transcripts.time_codes, text) == gone


@pytest.mark.parametrize("text", PROGRAMME)
def test_hours_of_a_programme_are_no_time_codes(removed: Removed, text: str) -> None:
    assert removed(transcripts.time_codes, text) == []


@pytest.mark.parametrize(
    "mark",
    [
        "(griner)", "(griner lidt)", "[pause]", "(lang pause)", "[pause, telefon ringer]", "(der grines)",
        "[utydeligt]", "(Latter)", "(ryster på hovedet)", "[ ]", "(?)", "(telefonen ringer)", "(afbrydelse)",
        "[pause 3 sek]", "(pause, ca. 10 sek.)", "(utydeligt 12:30)", "[overlappende tale]", "((suk))",
        "[uhørligt 00:12:31]",
        "(alle griner)", "(Anne griner)", "[flere taler i munden på hinanden]", "(suk)", "(utydelig tale)",
        "[ukendt ord]",
        "<griner>", "*griner*", "(griner og hoster)", "[Latter]", "[latter fra salen]", "(tænker længe)", "[støj]",
        "(banker på)", "(IP nikker)", "[optagelsen stoppes]", "(??)", "(uklart, 2 ord)", "[lang pause]", "(hvisker)",
        "[taler samtidig]", "(græder lidt)", "[inaudible]", "(ler.)",
    ],
)  # fmt: skip
def test_a_mark_of_the_transcriber_goes(removed: Removed, mark: str) -> None:
    assert removed(transcripts.sounds, f"Ja {mark} det er svært.") == [mark]


@pytest.mark.parametrize(
    "words",
    [
        "(afbrydelse af ydelsen i tre uger)", "(pauser er vigtige for os)", "(pauserne)", "[Borger 1]", "(lerpotter)",
        "(nej)", "(sukkersyge)", "(pause er godt)", "( )",
        "(S)", "(griner de ad)", "(A)", "[Person 2]", "(telefon 12 34 56 78)", "(støj fra vejen)", "(pause i ydelsen)",
        "(DF)",
        "(lidt)", "[1]", "(stilhed er guld)", "(ler og sand)", "(afbrydelser)", "(bankerådgiver)", "(2025)", "(lav)",
        "[sag 12]", "(det griner vi ad)", "(kort sagt)", "(jf. § 3)", "(3)", "(...)", "(hvisker man)", "(tænker jeg)",
    ],
)  # fmt: skip
def test_what_was_said_in_brackets_stays(removed: Removed, words: str) -> None:
    assert removed(transcripts.sounds, f"Ja {words} det er svært.") == []


SPOKEN = "I: Hej\nIP: Ja {} det er svært.\nI: Hvad?\nIP: Det."


@pytest.mark.parametrize("mark", ["(...)", "(…)", "(..)", "(.)", "(3 sek.)", "(2.0)", "(3)", "[4 sek]", "(---)"])
def test_marks_that_only_a_transcript_has(removed: Removed, mark: str) -> None:
    assert removed(transcripts.sounds, SPOKEN.format(mark)) == [mark]
    assert removed(transcripts.sounds, f"Loven siger: ja {mark} nej.") == []


@pytest.mark.parametrize("words", ["(2025)", "[...]", "(15)", "(S)", "[Borger 1]"])
def test_in_a_transcript_other_brackets_stay(removed: Removed, words: str) -> None:
    assert removed(transcripts.sounds, SPOKEN.format(words)) == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("I = interviewer, IP = interviewperson.", "[I = interviewer, IP = informant]"),
        ("I = interviewer, A = Anne Holm", "[I = interviewer, A = ukendt]"),
        ("I: interviewer  IP: den unge", "[I = interviewer, IP = ukendt]"),
        ("I = interviewer. S = svarperson (leder af hotellet)", "[I = interviewer, S = informant]"),
        ("Labels: I = interviewer", "[I = interviewer]"),
        ("K: kommunens interviewer. D: den unge", "[K = interviewer, D = ukendt]"),
        ("I: Interviewer", "[I = interviewer]"),
        ("M = moderator; T = tolk; B1 = borger", "[M = interviewer, T = anden, B1 = informant]"),
        ("I: ja altså. Det er svært, synes jeg: men det går", ""),
        ("IP: nej, jeg kan: det ved jeg", ""),
        ("I: Interviewer man folk, siger de: ja", ""),
        ("I: Interviewer I mange?", ""),
        ("A = Anne", ""),
        ("EU = Den Europæiske Union", ""),
    ],
)
def test_of_a_legend_only_the_roles_stay(make_document: MakeDocument, line: str, left: str) -> None:
    raw = f"Interview 3\n{line}\nI: Hej"
    edits = list(transcripts.legend(make_document(raw)))
    assert [(raw[edit.start : edit.end], edit.replacement) for edit in edits] == ([(line, left)] if left else [])
    assert all(len(read_legend(edit.replacement)) > 0 for edit in edits)


def test_a_legend_may_take_a_line_for_each_label(make_document: MakeDocument) -> None:
    edits = transcripts.legend(make_document("I = Interviewer\nA = Anne Holm\nB = Bo\n\nI: Hej\nC = Carl"))
    assert [edit.replacement for edit in edits] == ["[I = interviewer]", "[A = ukendt]", "[B = ukendt]"]


def test_a_legend_stands_in_the_first_lines(make_document: MakeDocument) -> None:
    text = "I: Hej\n" * 12 + "I = interviewer, IP = interviewperson."
    assert list(transcripts.legend(make_document(text))) == []
