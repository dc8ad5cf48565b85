from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.clean import clean, marked, pages
from hoering.clean.marked import marked_parts
from hoering.edits import View, add
from hoering.sensitive import Mark, RawDocument, RawText

MakeDocument = Callable[..., RawDocument]

TEXT = "Vi ønsker flere kurser til de unge.\nDette er slet ikke vores.\nOg vi ønsker busser."
NOT_OURS = "Dette er slet ikke vores."


def document(*marks: Mark) -> RawDocument:
    return RawDocument(document="svar.eml", sha256="", format="eml", raw=RawText(text=TEXT, marks=marks))


def mark(kind: str, text: str = NOT_OURS) -> Mark:
    start = TEXT.index(text)
    return Mark(start=start, end=start + len(text), kind=kind)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("quoted reply", "citeret mail"),
        ("signature", "underskrift"),
        ("disclaimer", "mailfod"),
        ("time code", "tidskode"),
        ("question", "spørgsmål i skemaet"),
        ("field", "baggrundsfelt"),
    ],
)
def test_what_is_marked_goes_with_its_reason_and_the_rest_stays(kind: str, reason: str) -> None:
    raw = document(mark(kind))
    assert [(TEXT[e.start : e.end], e.reason) for e in marked_parts(raw)] == [(NOT_OURS, reason)]
    readable = View.of(TEXT, clean(raw)).text
    assert readable.split("\n") == ["Vi ønsker flere kurser til de unge.", "", "Og vi ønsker busser."]


@pytest.mark.parametrize("kind", ["heading", "item", "caption"])
def test_marks_that_only_describe_stay(kind: str) -> None:
    assert list(marked_parts(document(mark(kind)))) == []


def test_of_two_that_overlap_the_first_goes_whole() -> None:
    raw = document(mark("disclaimer", "slet ikke vores."), mark("quoted reply"))
    assert [(TEXT[e.start : e.end], e.reason) for e in marked_parts(raw)] == [(NOT_OURS, "citeret mail")]


def joined(text: str, *kinds: tuple[str, str]) -> str:
    """The text as it reads when the paragraphs and the furniture found in it are marked."""
    marks = tuple(Mark(start=text.index(part), end=text.index(part) + len(part), kind=kind) for part, kind in kinds)
    document = RawDocument(document="brev.pdf", sha256="", format="pdf", raw=RawText(text=text, marks=marks))
    edits = add(list(pages.marked_furniture(document)), marked.broken_paragraphs(document))
    return View.of(text, edits).text


def test_line_ends_inside_a_marked_paragraph_become_spaces_and_others_stay() -> None:
    text = "Vi vil have\nflere i\njob.\nOg\nmere."
    assert joined(text, ("Vi vil have\nflere i\njob.", "paragraph")) == "Vi vil have flere i job.\nOg\nmere."


def test_a_paragraph_runs_on_over_a_footer_and_a_header() -> None:
    text = "Vi vil have\nflere\n\nSide 1\n\fRådet\n\ni\njob.\n\nSide 2\n\f"
    whole = "Vi vil have\nflere\n\nSide 1\n\fRådet\n\ni\njob."
    kinds = [(whole, "paragraph"), *((part, "page furniture") for part in ("Side 1", "Rådet", "Side 2"))]
    assert joined(text, *kinds) == "Vi vil have flere i job.\n\n\n\f"


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010"])
def test_a_hyphen_at_a_line_end_is_left_to_its_own_rule(hyphen: str) -> None:
    text = f"Vi vil på jobcen{hyphen}\n\ftret og\nhjem."
    assert joined(text, (text, "paragraph")) == f"Vi vil på jobcen{hyphen}\n\ftret og hjem."


def test_a_dash_at_a_line_end_is_no_hyphen() -> None:
    assert joined("Vi vil -\nog nu.", ("Vi vil -\nog nu.", "paragraph")) == "Vi vil - og nu."


@pytest.mark.parametrize("kind", ["heading", "table", "footnote"])
def test_text_under_other_marks_of_the_pdf_reader_stays(make_document: MakeDocument, kind: str) -> None:
    marks = (Mark(start=0, end=9, kind=kind),)
    document = make_document("Vi\nvil nu.", "pdf", marks)
    assert [*marked.marked_parts(document), *marked.broken_paragraphs(document)] == []


def test_raised_figures_that_lead_to_footnotes_go(make_document: MakeDocument) -> None:
    document = make_document("jobcentret1 svarer", "pdf", (Mark(start=10, end=11, kind="note mark"),))
    assert [(e.start, e.end, e.reason) for e in marked.marked_parts(document)] == [(10, 11, "fodnotetegn")]


MARKS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["paragraph", "page furniture"])))


@given(text=st.text(alphabet="ab -\n\f\u00ad", min_size=40, max_size=40), places=MARKS)
def test_joining_replaces_nothing_but_blanks(text: str, places: list[tuple[int, int, str]]) -> None:
    marks = tuple(Mark(start=min(a, b), end=max(a, b), kind=kind) for a, b, kind in places)
    document = RawDocument(document="brev.pdf", sha256="", format="pdf", raw=RawText(text=text, marks=marks))
    for edit in marked.broken_paragraphs(document):
        assert text[edit.start : edit.end].strip() == ""
        assert edit.replacement in {"", " "}
