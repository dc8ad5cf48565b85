"""What a revised draft takes up of the remarks, and what is never suggested."""

from __future__ import annotations

from typing import Any

import pytest

from hoering.errors import DraftError, PaperError
from hoering.memo import Hearing
from hoering.memo.taken_up import TakenUp

WISH = "Ønske om retten til en bisidder"
ASKED = "Vi ønsker, at borgeren har ret til en bisidder."
NEW = "Kommunen vil fortælle borgeren, at man må have en bisidder med til mødet."
OLD = ("Mål 1: De unge først", "Unge skal have et fritidsjob i kommunen.", "Hvem hjælper borgeren")


def _taken_up(material: Any, revised: Any) -> TakenUp:
    heard = next((source for source in material.used if source.kind == "politik"), None)
    return TakenUp(Hearing(material), heard, revised)


def test_a_wish_that_the_new_draft_answers_is_suggested_with_its_words_and_numbers(
    make_material: Any, letters: Any, said: Any, letter: Any, revise: Any
) -> None:
    own = [
        letter(name, "raad", [said(ASKED, "moede", "forslag", WISH)], kind)
        for name, kind in (("A", "hoeringssvar"), ("B", "interview"), ("C", "hoeringssvar"))
    ]

    (one,) = _taken_up(make_material([*own, letters[6]]), revise(*OLD, NEW)).suggestions

    assert (one.section, one.page, one.text) == ("Hvem hjælper borgeren", 4, NEW)
    assert [(r.title, r.numbers, r.before, r.now) for r in one.remarks] == [(WISH, (1, 3), "ikke nævnt", "dækket")]


def test_words_that_were_heard_already_take_nothing_up(make_material: Any, said: Any, letter: Any, revise: Any) -> None:
    asking = letter("A", "raad", [said(ASKED, "moede", "forslag", WISH)])
    heard = letter("Vestrup Kommune", "jobcenter_kommune", [said("Borgerne er glade."), said(NEW)], "politik")

    assert not _taken_up(make_material([asking, heard]), revise(*OLD, NEW)).suggestions


def test_praise_an_interview_and_what_one_says_in_own_words_are_not_suggested(
    make_material: Any, letters: Any, said: Any, letter: Any, revise: Any
) -> None:
    own = [
        letter("A", "raad", [said("Godt med en bisidder.", "moede", "stoette", "Ros for retten til en bisidder")]),
        letter("B", "virksomheder", [said(ASKED, "moede", "forslag", WISH)], "interview"),
        letter("C", "raad", [said(ASKED, "moede", "forslag", f"Ønske: »{ASKED}«")]),
        letters[6],
    ]

    assert not _taken_up(make_material(own), revise(*OLD, NEW)).suggestions
    own[1] = letter("B", "virksomheder", [said(ASKED, "moede", "forslag", WISH)])
    (one,) = _taken_up(make_material(own), revise(*OLD, NEW)).suggestions
    assert [(remark.title, remark.numbers) for remark in one.remarks] == [(WISH, (2,))]


def test_one_title_under_two_themes_is_one_remark(
    make_material: Any, letters: Any, said: Any, letter: Any, revise: Any
) -> None:
    own = [
        letter(name, "raad", [said(ASKED, theme, "forslag", WISH)]) for name, theme in (("A", "moede"), ("B", "bus"))
    ]

    (one,) = _taken_up(make_material([*own, letters[6]]), revise(*OLD, NEW)).suggestions

    assert [(remark.title, remark.numbers) for remark in one.remarks] == [(WISH, (1, 2))]


def test_without_a_heard_draft_or_with_the_same_file_it_says_so(
    material: Any, make_material: Any, letters: Any, revise: Any
) -> None:
    with pytest.raises(PaperError, match="intet udkast i kørslen"):
        _ = _taken_up(make_material(letters[:5]), revise(NEW)).suggestions
    with pytest.raises(DraftError, match="den samme fil"):
        _ = _taken_up(material, revise(NEW, sha256="0" * 64)).suggestions
