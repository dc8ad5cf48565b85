from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.edits import Edit, View, add, checked, override
from hoering.errors import EditError

RAW = st.text(alphabet="aæø B.-\n\u00ad", max_size=40)
MASK = "█"


def edit(start: int, end: int, replacement: str = "", reason: str = "prøve") -> Edit:
    return Edit(start=start, end=end, replacement=replacement, reason=reason)


def _apart(spans: Sequence[tuple[int, int]], replacements: Sequence[str]) -> list[Edit]:
    """Of random spans those that overlap no earlier one; they may lie side by side."""
    kept: list[Edit] = []
    for (start, end), replacement in zip(spans, replacements, strict=True):
        if all((end <= e.start or e.end <= start) and start != e.start for e in kept):
            kept.append(edit(start, end, replacement))
    return kept


@st.composite
def edited(draw: st.DrawFn, replacements: st.SearchStrategy[str] | None = None) -> tuple[str, list[Edit]]:
    raw = draw(RAW)
    place = st.integers(0, len(raw))
    spans = [tuple(sorted(pair)) for pair in draw(st.lists(st.tuples(place, place), max_size=8))]
    texts = st.sampled_from(["", "", " ", "xy", "[Borger 1]"]) if replacements is None else replacements
    return raw, _apart(spans, [draw(texts) for _ in spans])


@st.composite
def two_rounds(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    raw = draw(RAW)
    place = st.integers(0, len(raw))

    def rounds(texts: st.SearchStrategy[str]) -> list[Edit]:
        spans = [tuple(sorted(pair)) for pair in draw(st.lists(st.tuples(place, place), max_size=8))]
        return _apart(spans, [draw(texts) for _ in spans])

    return raw, rounds(st.sampled_from(["", " "])), rounds(st.just(MASK))


def applied(raw: str, edits: Sequence[Edit]) -> str:
    text = raw
    for one in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
        text = text[: one.start] + one.replacement + text[one.end :]
    return text


@given(edited())
def test_a_view_is_the_raw_text_with_its_edits_applied(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    assert View.of(raw, edits).text == applied(raw, edits)


@given(edited())
def test_every_kept_stretch_leads_back_to_the_same_raw_text(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    view = View.of(raw, edits)
    for piece in view.pieces:
        if piece.kept:
            start, end = view.to_raw(piece.view_start, piece.view_end)
            assert raw[start:end] == view.text[piece.view_start : piece.view_end]


@given(edited())
def test_pieces_cover_raw_text_and_view_without_gaps(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    view = View.of(raw, edits)
    here = (0, 0)
    for piece in view.pieces:
        assert (piece.view_start, piece.raw_start) == here
        here = (piece.view_end, piece.raw_end)
    assert here == (len(view.text), len(raw))


@given(edited(), st.data())
def test_kept_text_makes_the_round_trip(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    raw, edits = case
    view = View.of(raw, edits)
    long = [p for p in view.pieces if p.kept]
    if not long:
        return
    piece = data.draw(st.sampled_from(long))
    start = data.draw(st.integers(piece.view_start, piece.view_end - 1))
    end = data.draw(st.integers(start + 1, piece.view_end))
    assert view.to_view(*view.to_raw(start, end)) == (start, end)


@given(edited(), st.data())
def test_a_view_span_and_its_raw_span_hold_the_same_text(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    raw, edits = case
    view = View.of(raw, edits)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    raw_start, raw_end = view.to_raw(start, end)
    assert 0 <= raw_start <= raw_end <= len(raw)
    shown = [p for p in view.pieces_in(start, end) if p.view_start < p.view_end]
    at_the_ends = [p for p in shown[:1] + shown[-1:] if p.raw_start == p.raw_end]
    if not at_the_ends:  # an insertion has no raw text of its own to lead back to
        assert view.text[start:end] in view.quote(raw_start, raw_end)


@given(edited(), st.data())
def test_a_quotation_is_the_raw_slice_with_the_edits_inside_it(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    raw, edits = case
    borders = [n for n in range(len(raw) + 1) if not any(e.start <= n <= e.end for e in edits)]
    if len(borders) < 2:
        return
    start, end = sorted(data.draw(st.tuples(st.sampled_from(borders), st.sampled_from(borders))))
    inside = [edit(e.start - start, e.end - start, e.replacement) for e in edits if start <= e.start and e.end <= end]
    assert View.of(raw, edits).quote(start, end) == applied(raw[start:end], inside)


@given(two_rounds())
def test_add_never_gives_overlapping_edits_and_keeps_all_that_were_there(
    case: tuple[str, list[Edit], list[Edit]],
) -> None:
    raw, present, new = case
    both = add(present, new)
    assert checked(both, len(raw)) == both
    assert [e for e in both if e in present] == sorted(present, key=lambda e: (e.start, e.end))


@given(two_rounds())
def test_override_keeps_every_strong_edit_and_overlaps_nowhere(case: tuple[str, list[Edit], list[Edit]]) -> None:
    raw, present, strong = case
    both = override(present, strong)
    assert checked(both, len(raw)) == both
    assert all(e in both for e in strong)


@given(two_rounds())
def test_override_leaves_no_masked_and_no_deleted_character_standing(
    case: tuple[str, list[Edit], list[Edit]],
) -> None:
    raw, present, strong = case
    kept = [p for p in View.of(raw, override(present, strong)).pieces if p.kept]
    standing = {n for p in kept for n in range(p.raw_start, p.raw_end)}
    gone = [*strong, *(e for e in present if not e.replacement)]
    assert standing.isdisjoint(n for e in gone for n in range(e.start, e.end))


@pytest.mark.parametrize(
    ("present", "strong", "expected"),
    [
        ([edit(0, 9)], [edit(3, 5, MASK)], [edit(0, 3), edit(3, 5, MASK), edit(5, 9)]),
        ([edit(2, 4)], [edit(0, 6, MASK)], [edit(0, 6, MASK)]),
        ([edit(2, 6)], [edit(4, 8, MASK)], [edit(2, 4), edit(4, 8, MASK)]),
        ([edit(4, 4, " ")], [edit(4, 8, MASK)], [edit(4, 8, MASK)]),
        ([edit(8, 8, " ")], [edit(4, 8, MASK)], [edit(4, 8, MASK), edit(8, 8, " ")]),
        ([edit(2, 5, " ")], [edit(4, 8, MASK)], [edit(4, 8, MASK)]),
        ([edit(0, 1)], [], [edit(0, 1)]),
    ],
    ids=["split", "swallowed", "cut short", "insertion at its start", "insertion at its end", "repair", "none"],
)
def test_what_override_does_with_an_edit_it_touches(
    present: list[Edit], strong: list[Edit], expected: list[Edit]
) -> None:
    assert override(present, strong) == expected


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        (edit(0, 3), True),
        (edit(0, 4), False),
        (edit(6, 8), True),
        (edit(5, 8), False),
        (edit(3, 3, " "), False),
        (edit(4, 4, " "), False),
        (edit(6, 6, " "), True),
        (edit(2, 9), False),
    ],
)
def test_add_refuses_what_touches_an_edit_already_there(new: Edit, kept: bool) -> None:
    there = edit(3, 6)
    assert (new in add([there], [new])) is kept


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([edit(0, 3), edit(2, 4)], "Rettelsen ved tegn 2 overlapper en anden."),
        ([edit(0, 3), edit(0, 3)], "Rettelsen ved tegn 0 overlapper en anden."),
        ([edit(2, 2, "a"), edit(2, 2, "b")], "Rettelsen ved tegn 2 overlapper en anden."),
        ([edit(0, 9), edit(4, 4, "a")], "Rettelsen ved tegn 4 overlapper en anden."),
        ([edit(3, 11)], "Rettelsen 3-11 ligger uden for teksten."),
        ([edit(-1, 2)], "Rettelsen -1-2 ligger uden for teksten."),
        ([edit(4, 2)], "Rettelsen 4-2 ligger uden for teksten."),
    ],
)
def test_overlapping_and_stray_edits_are_refused(edits: list[Edit], message: str) -> None:
    with pytest.raises(EditError) as caught:
        View.of("0123456789", edits)
    assert str(caught.value) == message


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 6), (3, 2)])
def test_a_span_outside_the_view_is_refused(start: int, end: int) -> None:
    with pytest.raises(EditError, match=f"Stedet {start}-{end} ligger uden for teksten."):
        View.of("abcde").to_raw(start, end)


def test_a_touched_replacement_counts_whole_both_ways() -> None:
    view = View.of("Hej Karen Holm!", [edit(4, 14, "[Borger 1]")])
    assert view.text == "Hej [Borger 1]!"
    assert view.to_raw(7, 9) == (4, 14)
    assert view.to_view(6, 8) == (4, 14)
    assert view.quote(0, 9) == "Hej [Borger 1]"


def test_removed_text_at_the_ends_of_a_span_stays_outside_it() -> None:
    view = View.of("Foto: A. Vi vil. Share.", [edit(0, 9), edit(16, 23)])
    assert view.to_raw(0, 7) == (9, 16)


def test_removed_text_shows_as_an_empty_place() -> None:
    view = View.of("ab--cd", [edit(2, 4)])
    assert (view.to_view(2, 4), view.quote(2, 4)) == ((2, 2), "")


@pytest.mark.parametrize(
    ("raw", "edits", "place", "expected"),
    [
        ("", [], 0, 0),
        ("abcd", [], 3, 3),
        ("abcd", [edit(0, 2, "xy")], 0, 0),
        ("abcd", [edit(0, 4)], 0, 0),
        ("abcd", [edit(0, 4, "xy")], 2, 4),
    ],
)
def test_an_empty_span_has_a_place_in_the_raw_text(raw: str, edits: list[Edit], place: int, expected: int) -> None:
    assert View.of(raw, edits).to_raw(place, place) == (expected, expected)


@settings(max_examples=30)
@given(edited(), st.integers(0, 60), st.integers(0, 60))
def test_any_raw_span_has_a_place_in_the_view(case: tuple[str, list[Edit]], one: int, other: int) -> None:
    raw, edits = case
    view = View.of(raw, edits)
    start, end = view.to_view(min(one, other), max(one, other))
    assert 0 <= start <= end <= len(view.text)


def test_many_edits_are_mapped_and_overridden_in_little_time() -> None:
    raw = "ab " * 40_000
    present = [edit(n, n + 1) for n in range(2, len(raw), 3)]
    strong = [edit(n, n + 2, MASK) for n in range(0, len(raw), 30)]
    started = time.process_time()
    view = View.of(raw, override(present, strong))
    quotes = [view.quote(n, n + 2) for n in range(0, len(raw), 30)]
    assert set(quotes) == {MASK}
    assert time.process_time() - started < 15
