"""A draft cut into sections and passages, and two drafts compared."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from hoering.coverage.compare import change_of, compare
from hoering.coverage.passages import is_lead, parts_of
from hoering.coverage.records import VERDICTS
from hoering.draft import Draft

MakeDraft = Callable[..., Draft]
TEXT = (
    "Mål 1\nVi vil\ngive alle en fast rådgiver\nhave flere busser i drift\nBorgeren har også et ansvar.\n"
    "Mål 2\nUnge skal have lærepladser."
)


def test_a_list_after_vi_vil_is_promised_and_vi_vil_is_no_section(draft: MakeDraft) -> None:
    parts = parts_of(draft(TEXT))
    assert [section.title for section in parts.sections] == ["Mål 1", "Mål 2"]
    assert [(p.section, p.led) for p in parts.passages] == [(0, True), (0, True), (0, False), (1, False)]


def test_a_passage_is_the_text_at_its_place(draft: MakeDraft) -> None:
    made = draft(TEXT)
    for passage in parts_of(made).passages:
        assert made.text.view.quote(passage.start, passage.end) == passage.text


def test_leads() -> None:
    assert is_lead("Vi vil")
    assert is_lead("Kommunen vil:")
    assert not is_lead("Vi vil have flere busser i drift, så alle kan komme på arbejde også om aftenen og natten.")


def test_two_drafts(draft: MakeDraft) -> None:
    later = TEXT.replace("give alle en fast rådgiver", "give alle en fast og navngiven rådgiver").replace(
        "have flere busser i drift", "plante tyve træer ved skolen"
    )
    found = compare(parts_of(draft(TEXT)), parts_of(draft(later)))
    assert [(old.text, new.text) for old, new in found.changed] == [
        ("give alle en fast rådgiver", "give alle en fast og navngiven rådgiver")
    ]
    assert [passage.text for passage in found.new] == ["plante tyve træer ved skolen"]
    assert [passage.text for passage in found.gone] == ["have flere busser i drift"]
    assert found.same == 2


@given(st.sampled_from(VERDICTS), st.sampled_from(VERDICTS))
def test_a_change_there_and_back(before: str, after: str) -> None:
    there, back = change_of(before, after), change_of(after, before)  # type: ignore[arg-type]
    assert (there == "uændret") == (before == after) == (back == "uændret")
    if before != after:
        assert (there == "svækket") != (back == "svækket")
