from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from hoering.annotate import annotate, annotate_all
from hoering.edits import Edit, View, add
from hoering.records import Page, SafeText, Source
from hoering.segment import segment

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def splitter(nlp: Language) -> Language:
    """The pipeline as it is; a module fixture, so that hypothesis may use it again and again."""
    return nlp


def safe(raw: str, *edits: Edit, kind: str = "interview") -> SafeText:
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
        end=len(raw),
    )
    return SafeText(source=source, view=View.of(raw, edits), pages=(Page(number=1, start=0, end=len(raw)),))


def test_sentences_carry_words_lemmas_and_the_turn_they_stand_in(nlp: Language) -> None:
    text = safe("I: Hvad nu?\nIP: Vi savner svar. De kom ikke.\nI: Ja?\nIP: Nej.")
    found = annotate(text, segment(text), nlp)
    assert [sentence.text for sentence in found] == ["Hvad nu?", "Vi savner svar.", "De kom ikke.", "Ja?", "Nej."]
    second = found[1]
    assert second.forms == ("Vi", "savner", "svar", ".")
    assert second.lemmas == ("vi", "savne", "svar", ".")
    assert (second.segment.segment_id, second.segment.parent, second.segment.level) == (
        "k:0001.00",
        "k:0001",
        "sentence",
    )
    assert (second.segment.speaker, second.segment.role) == ("IP", "informant")
    assert second.within.text == "IP: Vi savner svar. De kom ikke."


def test_places_are_right_where_names_were_masked_and_words_joined(nlp: Language) -> None:
    raw = "- Jeg mødte Ib Lund. Vi talte om sam-\narbejdet.Det var godt."
    name, hyphen, glued = raw.index("Ib Lund"), raw.index("-\n"), raw.index("Det")
    text = safe(
        raw,
        Edit(start=name, end=name + 7, replacement="[Person 1]", reason="personnavn"),
        Edit(start=hyphen, end=hyphen + 2, reason="orddeling"),
        Edit(start=glued, end=glued, replacement=" ", reason="limet"),
    )
    found = annotate(text, segment(text), nlp)
    assert [(s.text, raw[s.segment.start : s.segment.end]) for s in found] == [
        ("Jeg mødte [Person 1].", "Jeg mødte Ib Lund."),
        ("Vi talte om samarbejdet.", "Vi talte om sam-\narbejdet."),
        ("Det var godt.", "Det var godt."),
    ]


def test_a_turn_in_which_nothing_is_said_has_no_sentences(nlp: Language) -> None:
    text = safe("I: Hvad?\nIP:\nI: Hallo?\nIP: …\nIP: Ja.")
    assert [s.text for s in annotate(text, segment(text), nlp)] == ["Hvad?", "Hallo?", "Ja."]


def test_no_segments_give_no_sentences(nlp: Language) -> None:
    assert annotate(safe(""), [], nlp) == []


def test_progress_is_told_segment_by_segment(nlp: Language) -> None:
    text = safe("Ja.\nNej.\nMåske.", kind="notat")
    steps: list[int] = []
    annotate(text, segment(text), nlp, advance=steps.append)
    assert steps == [1, 1, 1]


PIECES = [
    "Vi ",
    "savner ",
    "svar. ",
    "Hvad nu? ",
    "”Ja,” ",
    "siger han. ",
    "\n",
    "I: ",
    "IP: ",
    "- ",
    "… ",
    "bl.a. ",
    "\n\n",
]


@st.composite
def edited(draw: st.DrawFn) -> SafeText:
    raw = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=14)))
    places = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=6)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    masks = draw(st.lists(st.sampled_from(["", " ", "[Borger 1]"]), min_size=len(pairs), max_size=len(pairs)))
    inserted = draw(st.sets(st.integers(0, len(raw)), max_size=3)) - set(places)
    edits = [Edit(start=a, end=b, replacement=m, reason="x") for (a, b), m in zip(pairs, masks, strict=True)]
    edits = add(edits, [Edit(start=i, end=i, replacement=" ", reason="limet") for i in inserted])
    return safe(raw, *edits, kind=draw(st.sampled_from(["interview", "notat"])))


@settings(max_examples=100, deadline=None)
@given(text=edited())
def test_a_sentence_is_what_the_view_shows_at_its_place(splitter: Language, text: SafeText) -> None:
    with splitter.select_pipes(enable=["hoering_sentences"]):
        found = annotate(text, segment(text), splitter)
    assert [text.view.quote(s.segment.start, s.segment.end) for s in found] == [s.text for s in found]


@settings(max_examples=100, deadline=None)
@given(text=edited())
def test_sentences_stand_inside_their_segments_and_in_order(splitter: Language, text: SafeText) -> None:
    with splitter.select_pipes(enable=["hoering_sentences"]):
        found = annotate(text, segment(text), splitter)
    assert all(s.within.start <= s.segment.start <= s.segment.end <= s.within.end for s in found)
    assert sorted(found, key=lambda s: s.segment.start) == found


@pytest.fixture(scope="module")
def rules_alone() -> Language:
    """hoering's own rules without a model: fast enough for very long texts."""
    nlp = spacy.blank("da")
    nlp.add_pipe("hoering_sentences")
    return nlp


def test_a_million_characters_in_one_line_keep_their_places(rules_alone: Language) -> None:
    one = "Vi savner svar fra jobcentret i sag nr. 12. "
    raw = one * (1_000_100 // len(one) + 1)
    text = safe(raw, kind="hoeringssvar")
    found = annotate(text, segment(text), rules_alone)
    assert len(found) == len(raw) // len(one)
    assert {sentence.text for sentence in found} == {one.strip()}
    assert [sentence.segment.start for sentence in found] == list(range(0, len(raw), len(one)))
    assert all(raw[s.segment.start : s.segment.end] == s.text for s in found)


@pytest.mark.parametrize("raw", ["", " ", "…", "!!! ??? …", "”", "- \n- \n", "[Borger 1]"])
def test_text_without_words_has_no_sentences_and_does_no_harm(raw: str, nlp: Language) -> None:
    text = safe(raw)
    assert [sentence.text for sentence in annotate(text, segment(text), nlp)] in ([], ["[Borger 1]"])


def test_many_sources_in_batches_give_what_each_gives_alone(nlp: Language) -> None:
    texts = [
        safe("Vi savner svar. De kom ikke."),
        safe(""),
        safe("I: Hvad?\nIP: Nej.\nI: Ja?\nIP: Jo, men så. Vi gik."),
    ]
    divided = [(text, segment(text)) for text in texts]
    alone = [annotate(text, own, nlp) for text, own in divided]
    assert list(annotate_all(divided, nlp)) == alone
    assert list(annotate_all(divided, nlp, batch_size=2)) == alone
    assert list(annotate_all(divided, nlp, processes=2, batch_size=2)) == alone
