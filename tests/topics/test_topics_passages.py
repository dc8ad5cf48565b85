"""What counts as a passage, and what is a copy."""

from __future__ import annotations

from typing import Any

import pytest

from hoering.duplicates import Passage as Own
from hoering.records import Segment, Source
from hoering.topics.passages import Passage, passages

LONG = "Vi vil gerne have flere busser om aftenen og i weekenden."


def source(name: str, **changes: Any) -> Source:
    plain: dict[str, Any] = {"document": name, "number": 1, "kind": "hoeringssvar", "status": "used"}
    return Source(source=name, sender="", sender_type="borgere", date="", sha256="", **(plain | changes))


def segment(source: str, number: int, text: str, **changes: Any) -> Segment:
    start = 100 * number
    plain: dict[str, Any] = {"level": "paragraph", "page": 1, "start": start, "end": start + len(text)}
    return Segment(segment_id=f"{source}:{number}", source=source, document=source, text=text, **(plain | changes))


def texts(found: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in found]


def test_paragraphs_items_and_turns_are_passages_without_marks_and_labels() -> None:
    segments = [
        segment("a", 0, "Busser", level="heading"),
        segment("a", 1, "Bussen kører sjældent."),
        segment("a", 2, "– flere afgange", level="item"),
        segment("a", 3, "IP: Den kom aldrig.", level="turn", speaker="IP", role="informant"),
        segment("a", 4, "Bussen kører sjældent.", level="sentence", parent="a:1"),
    ]
    assert texts(passages(segments, [source("a")], {})) == [
        "Bussen kører sjældent.",
        "flere afgange",
        "Den kom aldrig.",
    ]


def test_questions_of_an_interviewer_are_none() -> None:
    asked = segment("a", 0, "I: Hvad med bussen?", level="turn", speaker="I", role="interviewer")
    assert passages([asked], [source("a")], {}) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Spørgsmål 7: Hvad fungerer i svømmehallen? Svar gerne med egne ord.",
        "spm. 2b) Kender du byens bus?",
        "| Tidspunkt | Hvem |",
        "| 9. juni 2027 | Udvalget ser på busserne | Byrådet |",
    ],
)
def test_numbered_questions_and_rows_of_entries_are_none(text: str) -> None:
    assert texts(passages([segment("a", 0, text), segment("a", 1, LONG)], [source("a")], {})) == [LONG]


@pytest.mark.parametrize(
    "text",
    [
        "Spørgsmål 7: Hvad fungerer? Det gør bussen, men kun når den kommer, og det er sjældent.",
        "Spørgsmål 7: Bussen fungerer.",
        "Hvornår kører bussen?",
        f"| Side 3 | {LONG} |",
    ],
)
def test_answers_questions_of_people_and_rows_with_a_statement_are_passages(text: str) -> None:
    assert texts(passages([segment("a", 0, text)], [source("a")], {})) == [text]


@pytest.mark.parametrize("changes", [{"kind": "politik"}, {"status": "duplicate"}, {"status": "excluded"}])
def test_the_draft_and_what_is_not_used_have_none(changes: dict[str, str]) -> None:
    assert passages([segment("a", 0, LONG)], [source("a", **changes)], {}) == ()


def test_of_a_campaign_the_first_letter_counts_whole_and_the_others_with_what_they_add() -> None:
    sources = [source(name, group="Kampagne 1 (3 afsendere)") for name in "abc"]
    segments = [segment(name, 0, "Bevar bussen.") for name in "abc"] + [segment("b", 1, "Min søn er afhængig af den.")]
    found = passages(segments, sources, {"b": [Own(start=100, end=127)]})
    assert [(p.segment.source, p.copy) for p in found] == [("a", False), ("b", True), ("c", True), ("b", False)]


def test_a_long_passage_again_is_a_copy_and_a_short_one_is_not() -> None:
    said = [LONG, "Bedre busser", LONG.upper(), "Bedre busser", f" {LONG}"]
    found = passages([segment("a", n, text) for n, text in enumerate(said)], [source("a")], {})
    assert [passage.copy for passage in found] == [False, False, True, False, True]


def test_nothing_gives_nothing() -> None:
    assert passages([], [], {}) == ()
