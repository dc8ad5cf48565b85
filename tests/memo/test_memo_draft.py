"""The order of the draft: which heading a theme stands under."""

from __future__ import annotations

from typing import Any

import pytest

from hoering.errors import PaperError
from hoering.memo import draft
from hoering.memo.draft import OTHER, WITHOUT_DRAFT, Section

ALL = ["bus", "moede", "unge", "hund"]


def test_themes_follow_the_draft_and_what_it_lacks_comes_last(material: Any) -> None:
    own = draft.chosen(_drafts(material))

    assert draft.sections(material, own, ALL) == [
        Section("Forord", ("bus",)),
        Section("Mål 1: De unge først", ("unge",)),
        Section("Hvem hjælper borgeren", ("moede",)),
        Section(OTHER, ("hund",)),
    ]


def _drafts(material: Any) -> list[Any]:
    return [source for source in material.used if source.kind == "politik"]


def test_headings_without_text_or_met_again_and_again_are_none(material: Any) -> None:
    titles = [title for _, title in draft.headings(material, _drafts(material)[0])]

    assert titles == ["Plads i bussen", "Forord", "Mål 1: De unge først", "Hvem hjælper borgeren"]


def test_a_preface_gets_a_theme_only_when_nothing_else_has_it(make_material: Any, letter: Any, said: Any) -> None:
    text = [
        said("Forord"),
        said("Unge og unge.", "unge"),
        said("Unge igen.", "unge"),
        said("Mål"),
        said("Om unge.", "unge"),
    ]
    material = make_material([letter("V", "jobcenter_kommune", text, "politik", heads=("Forord", "Mål"))])

    assert draft.sections(material, material.used[0], ["unge"]) == [Section("Mål", ("unge",))]


def test_a_short_question_is_a_heading(make_material: Any, letter: Any, said: Any) -> None:
    text = [said("Hvorfor en plan?"), said("Det handler om unge.", "unge")]
    material = make_material([letter("V", "jobcenter_kommune", text, "politik")])

    assert draft.sections(material, material.used[0], ["unge"]) == [Section("Hvorfor en plan?", ("unge",))]


def test_without_a_draft_themes_keep_their_order(material: Any) -> None:
    assert draft.sections(material, None, ALL) == [Section(WITHOUT_DRAFT, tuple(ALL))]
    assert draft.sections(material, None, []) == []


def test_a_draft_is_found_by_number_file_or_title(material: Any) -> None:
    for wanted in ("7", "svar_7.pdf", "plads i BUSSEN"):
        assert draft.chosen(_drafts(material), wanted) is _drafts(material)[0]


def test_a_draft_that_is_not_there(material: Any) -> None:
    assert draft.chosen([]) is None
    with pytest.raises(PaperError, match="ikke i kørslen"):
        draft.chosen(_drafts(material), "plan.docx")
