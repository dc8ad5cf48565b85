from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.clean import clean
from hoering.clean.glued import glued_words
from hoering.edits import Edit, View, add
from hoering.sensitive import RawDocument

MakeDocument = Callable[..., RawDocument]


def mended(raw: str) -> str:
    return View.of(raw, add([], glued_words(View.of(raw)))).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Den nye beskæftigelsespolitikskal følges op.", "Den nye beskæftigelsespolitik skal følges op."),
        ("Indsatsenfor unge", "Indsatsen for unge"),
        ("hos virksomhederneog i foreningen", "hos virksomhederne og i foreningen"),
        ("det er vigtigtat høre alle", "det er vigtigtat høre alle"),
        ("det vil virksomhederneat løse", "det vil virksomhederne at løse"),
        ("Rådet mener, atborgerne venter", "Rådet mener, at borgerne venter"),
        ("så kanvi nå det", "så kan vi nå det"),
        ("det ernødvendigt nu", "det er nødvendigt nu"),
        ("et møde påjobcentret", "et møde på jobcentret"),
        ("som virksomhedernemangler i dag", "som virksomhederne mangler i dag"),
        ("Kompetencebehovetskal kendes", "Kompetencebehovet skal kendes"),
    ],
)
def test_glued_neighbours_come_apart(raw: str, text: str) -> None:
    assert mended(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("efter mødetVi ser frem", "efter mødet Vi ser frem"),
        ("på udvalgetBorgerne venter", "på udvalget Borgerne venter"),
        ("skal skaffeDet er svært", "skal skaffe Det er svært"),
        ("UdvalgetVil gerne", "Udvalget Vil gerne"),
    ],
)
def test_a_capital_inside_is_a_border_after_a_whole_form(raw: str, text: str) -> None:
    assert mended(raw) == text


@pytest.mark.parametrize(
    "word",
    ["JobCenter", "LinkedIn", "YouTube", "eBoks", "MitID", "NemKonto", "LærDansk", "jobIndex", "BorgerService", "iPad"],
)
def test_names_with_a_capital_inside_stay(word: str) -> None:
    assert mended(f"{word} hjælper. Vi bruger {word} tit.") == f"{word} hjælper. Vi bruger {word} tit."


@pytest.mark.parametrize(
    "raw",
    [
        "Skriv til raadetog@by.example eller se www.borgerneog.example",
        "Mappen notater/kommunenskal og #borgerneskal",
        "Ravnsø, Vesterkær og Bjerringholm",
        "hos Fredensom og Jobog",
        "BORGERNESKAL HØRES",
        "Arbejdsmarkedspolitikken og virksomhedspraktikken",
        "ikkevestlige, dertilhørende, rundtom og midtimellem",
        "mandagskoret og provisorietiden",
        "medborgerinddragelse og efterværnsindsats",
        "en jobboglejr",
    ],
)
def test_addresses_names_capitals_and_whole_words_stay(raw: str) -> None:
    assert mended(raw) == raw


def test_a_form_that_comes_back_is_taken_for_a_name() -> None:
    once, often = "Borgerog er ny. ", "Borgerog er ny. " * 3
    assert mended(once) == "Borger og er ny. "
    assert mended(often) == often


def test_an_edit_puts_in_a_space_and_says_why() -> None:
    raw = "Politikskal følges"
    assert list(glued_words(View.of(raw))) == [Edit(start=7, end=7, replacement=" ", reason="sammenskrevne ord delt")]


def test_words_glued_by_a_removal_come_apart_too(make_document: MakeDocument) -> None:
    raw = "I: Hvad så\nIP: Kommunen(griner)skal hjælpe"
    assert View.of(raw, clean(make_document(raw))).text.endswith("Kommunen skal hjælpe")


PIECES = st.sampled_from(
    [
        "kommunen", "borgerne", "politik", "skal", "og", "vi", "at", "er", "for", "indsats", "JobCenter", "Vi", "a-",
        " ", " ", " ", ". ", "\n",
    ]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(raw=st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)))
def test_nothing_but_spaces_is_put_in_and_every_place_leads_back(raw: str) -> None:
    edits = list(glued_words(View.of(raw)))
    assert all(edit.start == edit.end and edit.replacement == " " for edit in edits)
    assert all(raw[edit.start - 1].isalpha() and raw[edit.start].isalpha() for edit in edits)
    view = View.of(raw, edits)
    assert "".join(view.text[piece.view_start : piece.view_end] for piece in view.pieces if piece.kept) == raw
    for place, letter in enumerate(view.text):
        start, end = view.to_raw(place, place + 1)
        assert raw[start:end] == letter or (letter == " " and start == end)


@pytest.mark.slow
def test_words_that_no_list_has_are_passed_over_in_seconds() -> None:
    letters = random.Random(1)
    raw = " ".join("".join(letters.choices("abdefgiklmnorstuvyæøå", k=9)) for _ in range(20_000))
    started = time.process_time()
    list(glued_words(View.of(raw)))
    assert time.process_time() - started < 30
