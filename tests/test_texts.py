from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hoering.edits import Edit, View
from hoering.records import Page, SafeText, Source
from hoering.texts import own_view, read_texts, texts_frame

RAW = "Side 1\nJens Holm ønsker en fast sags-\nbehandler. Han har ventet længe.\nSide 2\nVi vil gerne have svar."


def source(start: int, end: int, name: str = "brev.txt#1") -> Source:
    return Source(source=name, document="brev.txt", number=1, kind="hoeringssvar", sender="Borger",
                  sender_type="borgere", date="", sha256="", status="used", start=start, end=end)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn) -> tuple[View, int, int]:
    """A view of a text with a few edits, and a part of the raw text."""
    places = sorted(draw(st.sets(st.integers(0, len(RAW)), max_size=12)))
    edits = [
        Edit(start=start, end=end, replacement=draw(st.sampled_from(["", "[Borger 1]", " "])), reason="prøve")
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    start = draw(st.integers(0, len(RAW)))
    return View.of(RAW, edits), start, draw(st.integers(start, len(RAW)))


@given(edited(), st.data())
def test_a_part_of_a_view_quotes_as_the_whole_does(case: tuple[View, int, int], data: st.DataObject) -> None:
    view, start, end = case
    own = own_view(view, start, end)
    assert own.text == view.quote(start, end)
    first = data.draw(st.integers(start, end))
    last = data.draw(st.integers(first, end))
    if first < last:
        assert own.quote(first, last) == view.quote(first, last)


@given(edited())
def test_the_way_back_to_the_raw_text_is_kept(case: tuple[View, int, int]) -> None:
    view, start, end = case
    own, (shift, _) = own_view(view, start, end), view.to_view(start, end)
    for place in range(len(own.text)):
        assert own.to_raw(place, place + 1) == view.to_raw(shift + place, shift + place + 1)


@given(edited())
def test_texts_come_back_from_the_table_as_they_were(case: tuple[View, int, int]) -> None:
    view, start, end = case
    pages = (Page(number=1, start=0, end=70), Page(number=2, start=70, end=len(RAW)))
    item = source(start, end)
    frame = texts_frame([SafeText(source=item, view=view, pages=pages)])
    (text,) = read_texts(frame, [item]).values()
    assert text.view == own_view(view, start, end)
    assert text.source == item
    for place in range(start, end):
        assert text.page_of(place) == (1 if place < 70 else 2)


def test_no_text_of_another_source_of_the_document_is_in_a_row() -> None:
    view = View.of(RAW, [Edit(start=7, end=16, replacement="[Borger 1]", reason="personnavn")])
    half = RAW.index("Side 2")
    first, second = source(0, half), source(half, len(RAW), "brev.txt#2")
    frame = texts_frame([SafeText(source=item, view=view, pages=()) for item in (first, second)])
    assert "Holm" not in str(frame.to_numpy())
    assert [text.startswith("Side 2") for text in frame["text"]] == [False, True]
    assert "Side 2" not in frame["text"][0]
    assert read_texts(frame, [second]).keys() == {"brev.txt#2"}
