from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hoering.duplicates import Passage, in_raw
from hoering.edits import Edit, View


def test_passage_of_a_letter_inside_a_document_leads_to_the_raw_text() -> None:
    raw = "Brevhoved\nKære byråd. Karen er glad. Hilsen"
    start = raw.index("Kære")
    name = raw.index("Karen")
    view = View.of(
        raw,
        [
            Edit(start=0, end=10, reason="brevhoved"),
            Edit(start=name, end=name + 5, replacement="[Borger 1]", reason="personnavn"),
        ],
    )
    text = view.quote(start, len(raw))
    own = text.index("[Borger 1]")
    (found,) = in_raw([Passage(start=own, end=own + len("[Borger 1] er glad."))], view, start, len(raw))
    assert raw[found.start : found.end] == "Karen er glad."


@given(st.data())
def test_without_edits_a_place_is_moved_by_where_the_letter_begins(data: st.DataObject) -> None:
    raw = data.draw(st.text(alphabet="abæ \n", min_size=2, max_size=30))
    start = data.draw(st.integers(0, len(raw) - 1))
    a = data.draw(st.integers(0, len(raw) - start - 1))
    b = data.draw(st.integers(a + 1, len(raw) - start))
    assert in_raw([Passage(start=a, end=b)], View.of(raw), start, len(raw)) == (
        Passage(start=start + a, end=start + b),
    )
