"""Exports of hearing portals: a table of invented ones with what each says, and places that hold on any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hoering.forms import Form, forms_in, removals

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "formularer.yaml").read_text(encoding="utf-8")
)
FIELDS = (
    "sender", "organisation", "name", "role", "submitted", "case_number", "hearing_id", "answer_id", "contact",
    "publish",
)  # fmt: skip


def left(text: str, form: Form) -> list[str]:
    """The lines of an answer that are left when its fields are gone."""
    parts, here = [], form.start
    for start, end in removals(text, form):
        parts.append(text[here:start])
        here = end
    lines = ("".join(parts) + text[here : form.end]).splitlines()
    return [line.strip() for line in lines if line.strip()]


@pytest.mark.parametrize("case", CASES, ids=[case["navn"] for case in CASES])
def test_every_field_of_an_export_and_nothing_of_its_answer(case: dict[str, Any]) -> None:
    text = case["raa"]
    found = [
        {name: getattr(form, name) for name in FIELDS}
        | {"attachments": list(form.attachments), "tekst": left(text, form)}
        for form in forms_in(text)
    ]
    empty = dict.fromkeys(FIELDS, "") | {"attachments": []}
    assert found == [empty | block for block in case["blokke"]]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing(ends: str) -> None:
    for case in CASES:
        text = case["raa"].replace("\n", ends)
        assert [left(text, form) for form in forms_in(text)] == [block["tekst"] for block in case["blokke"]], case[
            "navn"
        ]


def test_the_contact_of_the_administration_is_never_the_sender() -> None:
    for case in CASES:
        for form in forms_in(case["raa"]):
            assert "Agerskov" not in form.sender + form.name + form.organisation


def test_places_are_those_of_the_words_they_name() -> None:
    (form,) = forms_in(CASES[0]["raa"])
    text = CASES[0]["raa"]
    said = [(f.key, text[slice(*f.label)], [text[slice(*v)] for v in f.values]) for f in form.fields]
    assert said[:3] == [
        ("sender", "Afsender", ["Foreningen Lanternen"]),
        ("name", "Navn", ["Gurli Toftemark"]),
        ("submitted", "Indsendt", ["01/02/2030 10:11"]),
    ]
    assert said[-1] == ("body", "Høringssvar", [])


LINES = st.sampled_from([
    "Afsender", "Navn", "Navn:", "Indsendt", "Indsendt: 1/2-2030", "01/02/2030", "Sagsnummer\tHS1", "Svarnummer 2",
    "", " ", "Kontakt", "Ida Krog", "ida@post.example", "Høringssvar", "Vi vil have ro.", "Udtaler sig som",
    "Organisation", "| - |", "Navn\tOrganisation\tHøringssvar", "a\tb\tc", "Hvad mener du?", "| Afsender | Krog |",
    "\t", ":", "Bilag", "brev.pdf",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=25), st.sampled_from(["\n", "\r\n"]))
@example(["Afsender", "01/02/2030", "Organisation", "| - |", "Navn\tOrganisation\tHøringssvar"], "\n")
def test_answers_follow_on_each_other_and_fields_lie_inside_them(lines: list[str], ends: str) -> None:
    text = ends.join(lines)
    here = 0
    for form in forms_in(text):
        assert here <= form.start <= form.end <= len(text)
        here = form.end
        place = form.start
        for start, end in removals(text, form):
            assert place <= start < end <= form.end
            place = end
        for found in form.fields:
            assert all(form.start <= a <= b <= form.end for a, b in (found.label, *found.values))


@pytest.mark.slow
@pytest.mark.parametrize("line", ["Navn", "Navn: Ida", "Afsender: Ida\nIndsendt: 1/2-2030\nVi vil."])
def test_many_lines_of_labels_take_seconds(line: str) -> None:
    started = time.process_time()
    forms_in(f"{line}\n" * 20_000)
    assert time.process_time() - started < 30
