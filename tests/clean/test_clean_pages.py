from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hoering.clean import pages
from hoering.records import Page
from hoering.sensitive import Mark, RawDocument, RawText

Removed = Callable[..., list[str]]


def paged(*texts: str) -> RawDocument:
    text = "\f".join(texts)
    starts = [sum(len(t) + 1 for t in texts[:n]) for n in range(len(texts))]
    numbered = enumerate(zip(starts, texts, strict=True), 1)
    found = tuple(Page(number=n, start=start, end=start + len(t)) for n, (start, t) in numbered)
    return RawDocument(document="brev.pdf", sha256="", format="pdf", raw=RawText(text=text, pages=found))


def running(*texts: str) -> list[str]:
    document = paged(*texts)
    return [document.text[e.start : e.end] for e in pages.running_lines(document)]


@pytest.mark.parametrize(
    "line",
    [
        "Side 2", "Side 2 af 9", "side 2/9", "2/9", "2 / 9", "(3)", "- 3 -", "Page 4:", "0123456_0002.png",
        "Fællesrådet – Side 1 af 1", "Fællesrådet · CVR 12345678 · Side 2 af 3", "Høringssvar   Side 2",
        "Sagsnr. 15.00.00 Side 1 af 2",
    ],
)  # fmt: skip
def test_a_page_number_goes(removed: Removed, line: str) -> None:
    assert removed(pages.page_numbers, f"Vi vil\n{line}\nhave job.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Politikken er uklar på side 4", "Se forslaget på side 5", "Vi er uenige i det, der står på side 2 af 9",
        "På side 3 står der", "24/7", "Ved siden af 7", "2026", "(se nedenfor)", "jf. planen, side 12",
    ],
)  # fmt: skip
def test_a_line_that_refers_to_a_page_stays(removed: Removed, line: str) -> None:
    assert removed(pages.page_numbers, f"Vi vil\n{line}\nhave job.") == []


def test_lines_that_come_back_at_the_edges_go_digits_aside() -> None:
    body = "\n".join(f"linje {n}{letter}" for n, letter in enumerate("abcdefghij"))
    one = f"Fællesrådet\n{body}\nfod 1"
    other = f"Fællesrådet\n{body.replace('linje', 'mere')}\nfod 2"
    assert running(one, other) == ["Fællesrådet", "fod 1", "Fællesrådet", "fod 2"]


def test_a_running_line_missing_on_some_pages_still_goes() -> None:
    assert running("Hoved\na", "Hoved\nb", "c", "d") == ["Hoved", "Hoved"]


def test_one_page_has_no_running_lines() -> None:
    assert running("Hoved\nVi vil.\nHoved") == []


def test_a_line_that_comes_back_inside_the_pages_stays() -> None:
    body = [f"{letter}{letter}" for letter in "abcdefghijklmnop"]
    first, second = (
        "\n".join([*(x + mark for x in body[:8]), "Vi vil.", *(x + mark for x in body[8:])]) for mark in "12"
    )
    assert "Vi vil." not in running(first, second)


def test_a_line_that_comes_back_inside_a_known_paragraph_stays() -> None:
    document = paged("Vi vil.\nOg vi kan.", "Vi vil.\nMen ikke nu.")
    marks = (Mark(start=0, end=18, kind="paragraph"),)
    known = RawDocument(
        document="brev.pdf", sha256="", format="pdf", raw=replace(document.raw, marks=marks)
    )  # fmt: skip
    assert [(e.start, e.end) for e in pages.running_lines(document)] == [(0, 7), (19, 26)]
    assert [(e.start, e.end) for e in pages.running_lines(known)] == [(19, 26)]


@pytest.mark.parametrize("line", ["Forslag {}", "Svar {}", "Punkt {}", "IP: Ja.", "I: Okay"])
def test_headings_that_count_up_and_short_answers_stay(line: str) -> None:
    assert running(f"{line.format(1)}\nVi vil.", f"{line.format(2)}\nVi kan.") == []


def test_only_marks_for_page_furniture_go(make_document: Callable[..., RawDocument]) -> None:
    marks = (Mark(start=0, end=5, kind="heading"), Mark(start=6, end=10, kind="page furniture"))
    edits = pages.marked_furniture(make_document("Titel\nFod.", "docx", marks))
    assert [(e.start, e.end) for e in edits] == [(6, 10)]


CONTENTS = "Indholdsfortegnelse\nForord .......... 3\n1. Mål og indsats . . . . . . . 12\nBilag ……… 14\nForord\nVi vil."


def test_lines_of_contents_go_with_their_heading(removed: Removed) -> None:
    assert removed(pages.contents_lines, CONTENTS) == CONTENTS.split("\n")[:4]


@pytest.mark.parametrize(
    "text",
    [
        "Vi venter ... 3 uger\nog vi venter ... 4", "Underskrift ........ den ..........\nNavn ..........",
        "Forord .......... 3\nVi vil.", "Indhold\nVi vil.",
    ],
)  # fmt: skip
def test_dots_that_lead_to_no_page_stay(removed: Removed, text: str) -> None:
    assert removed(pages.contents_lines, text) == []


@pytest.mark.parametrize("marked", [False, True])
def test_two_pages_with_the_same_letter_are_not_taken_for_furniture(marked: bool) -> None:
    letter = "Høringssvar fra Seniorrådet\nVi vil gerne have flere kurser om aftenen i skolen.\nDet haster.\n\f"
    two = (Page(number=1, start=0, end=len(letter)), Page(number=2, start=len(letter), end=2 * len(letter)))
    marks = tuple(
        Mark(start=start, end=start + len(letter) - 2, kind="page furniture") for start in (0, len(letter)) if marked
    )
    raw = RawText(text=letter * 2, pages=two, marks=marks)
    document = RawDocument(document="a.pdf", sha256="", format="pdf", raw=raw)
    assert list(pages.running_lines(document)) == []
    assert list(pages.marked_furniture(document)) == []
