from __future__ import annotations

import pytest

from hoering.clean import clean
from hoering.clean.marked import marked_parts
from hoering.edits import View
from hoering.sensitive import Mark, RawDocument, RawText

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
