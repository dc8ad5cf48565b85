"""What counts as an answer in the hearing."""

from __future__ import annotations

from typing import Any

import pytest

from hoering.errors import PaperError
from hoering.memo import Hearing


def test_interviews_and_the_draft_are_no_answers(material: Any) -> None:
    hearing = Hearing(material)

    assert [source.number for source in hearing.answers] == [1, 2, 3, 4, 5]
    assert hearing.told_others() == "1 interview"
    assert [source.number for source in hearing.drafts] == [7]


def test_with_and_without_remarks_are_all_answers(material: Any) -> None:
    hearing = Hearing(material)

    assert [source.number for source in hearing.with_remarks] == [1, 2, 3, 4]
    assert [source.number for source in hearing.without_remarks] == [5]


def test_debate_counts_only_when_somebody_says_so(make_material: Any, letter: Any) -> None:
    letters = [letter("Svar", "raad"), letter("Avisen", "politikere", kind="debat")]

    assert [source.number for source in Hearing(make_material(letters)).answers] == [1]
    assert [source.number for source in Hearing(make_material(letters), debate=True).answers] == [1, 2]


def test_the_phase_in_the_source_list_decides(make_material: Any, letter: Any) -> None:
    letters = [
        letter("Tidlig", "raad", more={"phase": "inddragelse"}),
        letter("Indlæg", "politikere", kind="debat", more={"phase": "høring"}),
        letter("Samtale", "borgere", kind="interview", more={"phase": "høring"}),
    ]

    assert [source.number for source in Hearing(make_material(letters)).answers] == [2]


def test_no_answers_is_said_in_danish(make_material: Any, letter: Any) -> None:
    with pytest.raises(PaperError, match="ingen høringssvar"):
        _ = Hearing(make_material([letter("Samtale", "borgere", kind="interview")])).answers
    with pytest.raises(PaperError, match="--med-debat"):
        _ = Hearing(make_material([letter("Indlæg", "politikere", kind="debat")])).answers


def test_a_private_person_has_no_name(material: Any) -> None:
    hearing = Hearing(material)

    assert [hearing.name(source) for source in hearing.answers][2:4] == ["Borger", "Borger"]
    assert hearing.party(hearing.answers[2]) != hearing.party(hearing.answers[3])
