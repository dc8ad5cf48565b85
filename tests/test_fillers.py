from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.fillers import MARK, fillers, omissions, without_fillers

TABLE = Path(__file__).parent / "data" / "fyldord.tsv"
ROWS = [tuple(line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def marked(text: str) -> str:
    """The text with braces around each run of fillers."""
    shown = text
    runs: list[tuple[int, int]] = []
    for found in fillers(text):
        if runs and not text[runs[-1][1] : found.start].strip(" ,"):
            runs[-1] = (runs[-1][0], found.end)
        else:
            runs.append((found.start, found.end))
    for start, end in reversed(runs):
        shown = f"{shown[:start]}{{{shown[start:end]}}}{shown[end:]}"
    return shown


@pytest.mark.parametrize(("phenomenon", "said", "short"), ROWS, ids=[row[1] for row in ROWS])
def test_fillers_are_found_and_left_out(phenomenon: str, said: str, short: str) -> None:
    text = re.sub("[{}]", "", said)
    assert marked(text) == said
    assert without_fillers(text) == short


@pytest.mark.parametrize("text", ["Mm.", "Øh …", "Øh, altså, øh.", "", "…"])
def test_a_text_of_nothing_but_fillers_stays(text: str) -> None:
    assert without_fillers(text) == text
    assert omissions(text) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Øh, det var, altså, svært.", "det var svært."),
        ("Jeg ventede øh i to uger.", "Jeg ventede i to uger."),
        ("Han sagde: ”Øh, nej.”", "Han sagde: ”nej.”"),
        ("Vi ska- vi skal jo.", "vi skal jo."),
    ],
)
def test_a_text_to_read_has_no_marks(text: str, read: str) -> None:
    assert without_fillers(text, mark="") == read


WORDS = [
    "øh",
    "Øh",
    "øhm",
    "mm",
    "altså",
    "Altså",
    "jeg",
    "vi",
    "det",
    "skal",
    "ska-",
    "job-",
    "og",
    "…",
    ",",
    ".",
    "?",
    "”",
    "\n",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([MARK, ""]))
def test_no_other_word_is_lost_or_changed(words: list[str], mark: str) -> None:
    text = re.sub(r" ([,.?])", r"\1", " ".join(words))
    inside = {place for f in fillers(text) for place in range(f.start, f.end)}
    rest = "".join(" " if place in inside else c for place, c in enumerate(text))
    short = without_fillers(text, mark)
    wanted = re.findall(r"\w+", rest) or re.findall(r"\w+", text)
    assert re.findall(r"\w+", short.replace(MARK, " ") if mark else short) == wanted


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="øhmÆjeg ,.-…”\nsv", max_size=40))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    for spans in (fillers(text), omissions(text)):
        edges = [edge for span in spans for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
