from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.edits import Edit, View, add
from hoering.records import Page, SafeText, Segment, Source
from hoering.segment import body_of, segment


def safe(raw: str, kind: str = "hoeringssvar", edits: tuple[Edit, ...] = (), start: int = 0, end: int = -1) -> SafeText:
    """A source that is a text or the part ``start`` to ``end`` of it."""
    source = Source(
        source="k",
        document="k.txt",
        number=1,
        kind=kind,
        sender="Ravnsø",
        sender_type="borgere",
        date="",
        sha256="",
        status="used",
        start=start,
        end=len(raw) if end < 0 else end,
    )
    half = len(raw) // 2
    pages = (Page(number=1, start=0, end=half), Page(number=2, start=half, end=len(raw)))
    return SafeText(source=source, view=View.of(raw, edits), pages=pages)


def turns(raw: str, kind: str = "interview") -> list[tuple[str, str, str]]:
    """Speaker, role and what is said, line by line."""
    return [(s.speaker, s.role, s.text[body_of(s) :]) for s in segment(safe(raw, kind))]


def levels(raw: str, kind: str = "hoeringssvar") -> list[tuple[str, str]]:
    return [(s.level, s.text) for s in segment(safe(raw, kind))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I", "IP"),
        ("Interviewer", "Informant"),
        ("Int", "Lone"),
        ("Spørgsmål", "Svar"),
        ("Moderator", "Medarbejder 2"),
        ("Ordstyrer", "[Borger 1]"),
        ("Q", "A"),
        ("INTERVIEWER", "BORGER"),
    ],
)
def test_labels_that_come_back_are_speakers(first: str, second: str) -> None:
    raw = f"{first}: Hvordan går det?\n{second}: Skidt.\n{first}: Hvorfor?\n{second}: Ingen ringer."
    assert turns(raw) == [
        (first, "interviewer", "Hvordan går det?"),
        (second, "informant", "Skidt."),
        (first, "interviewer", "Hvorfor?"),
        (second, "informant", "Ingen ringer."),
    ]


def test_numbered_labels_are_speakers_though_each_stands_once() -> None:
    raw = "Spørgsmål 1: Hvorfor?\nSvar 1: Derfor.\nSpørgsmål 2: Hvornår?\nSvar 2: Snart."
    assert turns(raw, "survey") == [
        ("Spørgsmål 1", "interviewer", "Hvorfor?"),
        ("Svar 1", "informant", "Derfor."),
        ("Spørgsmål 2", "interviewer", "Hvornår?"),
        ("Svar 2", "informant", "Snart."),
    ]


def test_placeholders_are_speakers_though_one_speaks_once() -> None:
    raw = "[Borger 1]: Ja.\n[Borger 2]: Nej.\n[Borger 1]: Jo.\n[Borger 3]: Måske."
    assert [speaker for speaker, _, _ in turns(raw)] == ["[Borger 1]", "[Borger 2]", "[Borger 1]", "[Borger 3]"]


def test_a_turn_runs_over_the_paragraphs_after_it() -> None:
    raw = "I: Hvad nu?\nIP: Først det ene.\n\nSå det andet\n- og det tredje\nI: Ja?\nIP: Slut."
    assert turns(raw) == [
        ("I", "interviewer", "Hvad nu?"),
        ("IP", "informant", "Først det ene."),
        ("IP", "informant", "Så det andet"),
        ("IP", "informant", "og det tredje"),
        ("I", "interviewer", "Ja?"),
        ("IP", "informant", "Slut."),
    ]
    assert [level for level, _ in levels(raw, "interview")] == ["turn", "turn", "paragraph", "item", "turn", "turn"]


def test_what_stands_before_the_first_turn_is_nobodys() -> None:
    raw = "Interview 3\nI: Hvad nu?\nIP: Intet.\nI: Hvorfor?\nIP: Derfor."
    assert turns(raw)[0] == ("", "", "Interview 3")
    assert levels(raw, "interview")[0] == ("heading", "Interview 3")


def test_a_stray_word_with_a_colon_is_no_speaker() -> None:
    raw = "I: Hvad nu?\nIP: Jeg ringede.\nHusk: de lukker klokken to.\nI: Og?\nIP: Lukket."
    assert turns(raw)[2] == ("IP", "informant", "Husk: de lukker klokken to.")


@pytest.mark.parametrize(
    "raw",
    [
        "Navn: Ravnsø\nEmne: Svar\nVi takker.\nHilsen: os",
        "Husk: ring.\nHusk: skriv.\nVi venter.",
        "Kl. 9: mad\nKl. 10: møde\nDet var alt.",
    ],
)
def test_a_few_labels_make_no_transcript(raw: str) -> None:
    assert {speaker for speaker, _, _ in turns(raw)} == {""}


def test_a_letter_has_no_speakers() -> None:
    raw = "I: a.\nIP: b.\nI: c.\nIP: d."
    assert {s.speaker for s in segment(safe(raw, "hoeringssvar"))} == {""}


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Mødet med jobcentret", "heading"),
        ("Vi er glade for planen.", "paragraph"),
        ("Vores forslag er:", "paragraph"),
        ("Er det nok?", "paragraph"),
        ("og så videre", "paragraph"),
        ("Ja, " + "men vi har mange flere ord end der kan stå på én linje i en overskrift " * 2, "paragraph"),
        ("- flere kurser", "item"),
        ("• flere kurser", "item"),
        ("1. Flere kurser", "item"),
        ("2) Flere kurser", "item"),
        ("a) flere kurser", "item"),
        ("2026 bliver et godt år.", "paragraph"),
        ("-flere kurser", "paragraph"),
    ],
)
def test_a_line_is_a_heading_a_paragraph_or_an_item(line: str, level: str) -> None:
    assert levels(line) == [(level, line.strip())]


@pytest.mark.parametrize(
    ("line", "said"),
    [("- flere kurser", "flere kurser"), ("12.  Flere kurser", "Flere kurser"), ("Vi mener nej.", "Vi mener nej.")],
)
def test_a_list_mark_is_not_said(line: str, said: str) -> None:
    (only,) = segment(safe(line))
    assert only.text[body_of(only) :] == said


def test_lines_without_a_letter_or_number_are_no_segments() -> None:
    assert [s.text for s in segment(safe("Ja.\n\n   \n---\n***\nNej.\n"))] == ["Ja.", "Nej."]


def test_an_empty_text_has_no_segments() -> None:
    assert segment(safe("")) == []


def test_segments_are_numbered_in_reading_order_and_know_their_page() -> None:
    raw = "Den første linje.\nDen anden linje."
    assert [(s.segment_id, s.page) for s in segment(safe(raw))] == [("k:0000", 1), ("k:0001", 2)]


def test_a_part_of_a_document_has_only_its_own_segments() -> None:
    raw = "Brev et.\nBrev to.\nBrev tre."
    (only,) = segment(safe(raw, start=9, end=17))
    assert (only.text, only.start, only.end) == ("Brev to.", 9, 17)


def test_offsets_lead_to_the_raw_text_with_edits_before_and_inside() -> None:
    raw = "SIDE 1\nKære alle\nVi talte med Ib Lund om sam-\narbejdet i går.  \nTak."
    edits = (
        Edit(start=0, end=7, reason="sidehoved"),
        Edit(start=raw.index("Ib"), end=raw.index("Ib") + 7, replacement="[Person 1]", reason="personnavn"),
        Edit(start=raw.index("-\n"), end=raw.index("-\n") + 2, reason="orddeling"),
    )
    text = safe(raw, edits=edits)
    found = segment(text)
    assert [s.text for s in found] == ["Kære alle", "Vi talte med [Person 1] om samarbejdet i går.", "Tak."]
    assert [raw[s.start : s.end] for s in found] == [
        "Kære alle",
        "Vi talte med Ib Lund om sam-\narbejdet i går.",
        "Tak.",
    ]
    assert [text.view.quote(s.start, s.end) for s in found] == [s.text for s in found]


@st.composite
def edited(draw: st.DrawFn) -> SafeText:
    """A text with removals, masks and joined lines that do not overlap."""
    raw = draw(st.text(alphabet="aB1.: -\n", max_size=40))
    places = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=6)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    masks = draw(st.lists(st.sampled_from(["", " ", "[Borger 1]"]), min_size=len(pairs), max_size=len(pairs)))
    inserted = draw(st.sets(st.integers(0, len(raw)), max_size=3)) - set(places)
    edits = [Edit(start=a, end=b, replacement=m, reason="x") for (a, b), m in zip(pairs, masks, strict=True)]
    edits = add(edits, [Edit(start=i, end=i, replacement=" ", reason="limet") for i in inserted])
    return safe(raw, draw(st.sampled_from(["interview", "notat"])), tuple(edits))


@settings(max_examples=150, deadline=None)
@given(edited())
def test_a_segment_is_what_the_view_shows_at_its_place(text: SafeText) -> None:
    found: list[Segment] = segment(text)
    assert [text.view.quote(s.start, s.end) for s in found] == [s.text for s in found]
    assert sorted(found, key=lambda s: (s.start, s.end)) == found


@settings(max_examples=100, deadline=None)
@given(edited())
def test_no_letter_of_the_view_is_lost(text: SafeText) -> None:
    shown = [c for c in text.view.text if c.isalnum()]
    assert [c for s in segment(text) for c in s.text if c.isalnum()] == shown


def test_a_line_that_tells_who_answered_holds_for_the_answer_below() -> None:
    raw = "Svar 1 (borger)\nLad os vælge.\nSvar 2 (virksomhed, bygge)\nMere fart på.\nOg færre skemaer."
    assert turns(raw, "survey") == [
        ("Svar 1 (borger)", "informant", ""),
        ("Svar 1 (borger)", "informant", "Lad os vælge."),
        ("Svar 2 (virksomhed, bygge)", "informant", ""),
        ("Svar 2 (virksomhed, bygge)", "informant", "Mere fart på."),
        ("Svar 2 (virksomhed, bygge)", "informant", "Og færre skemaer."),
    ]


def test_an_answer_behind_its_number_is_no_label() -> None:
    assert [said for _, _, said in turns("Svar 1: flere busser\nSvar 2: færre breve", "survey")] == [
        "Svar 1: flere busser",
        "Svar 2: færre breve",
    ]


@pytest.mark.parametrize("kind", ["debat", "notat", "ukendt"])
def test_minutes_of_a_meeting_have_turns(kind: str) -> None:
    raw = "Ordstyrer: Hvem vil?\nIda Holm: Jeg vil.\nOrdstyrer: Er der flere?\nIda Holm: Nej, kun jeg."
    assert [speaker for speaker, _, _ in turns(raw, kind)] == ["Ordstyrer", "Ida Holm", "Ordstyrer", "Ida Holm"]


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("notat", "Kapitel 1: Om unge.\nKapitel 2: Om ældre.\nKapitel 3: Om penge.\nKapitel 4: Om tid."),
        ("politik", "Ordstyrer: Hvem vil?\nIda Holm: Jeg vil.\nOrdstyrer: Er der flere?\nIda Holm: Nej, kun jeg."),
        ("ukendt", "Ordstyrer: Ja.\n" + "Vi holder fast.\n" * 9 + "Ida Holm: Nej.\nOrdstyrer: Jo.\nIda Holm: Nå."),
    ],
)
def test_papers_with_numbered_parts_or_a_few_labels_have_none(kind: str, raw: str) -> None:
    assert {speaker for speaker, _, _ in turns(raw, kind)} == {""}


def test_a_debate_is_divided_at_its_labels() -> None:
    raw = "Punkt 3\nFormanden (Bo Krag):\nOrdet er frit.\nKl. 10:05\nIda Holm (RL): Tak.\nIb Dam (KF): Nej."
    assert [(speaker, said) for speaker, _, said in turns(raw + "\nIda Holm (RL): Jo.", "debat")] == [
        ("", "Punkt 3"),
        ("Formanden (Bo Krag)", ""),
        ("Formanden (Bo Krag)", "Ordet er frit."),
        ("", "Kl. 10:05"),
        ("Ida Holm (RL)", "Tak."),
        ("Ib Dam (KF)", "Nej."),
        ("Ida Holm (RL)", "Jo."),
    ]
