from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from hoering.clean import typography
from hoering.edits import Edit, View, add

Repair = Callable[[View], Iterable[Edit]]


def mended(rule: Repair, raw: str, removed: Iterable[Edit] = ()) -> str:
    edits = list(removed)
    return View.of(raw, add(edits, rule(View.of(raw, edits)))).text


def removal(raw: str, part: str) -> Edit:
    start = raw.index(part)
    return Edit(start=start, end=start + len(part), reason="prøve")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("job\u00adcenter", "jobcenter"),
        ("\ufeffVi\u200b vil", "Vi vil"),
        ("jobcen\u00ad\ntret", "jobcen-\ntret"),
        ("§\u00a07", "§ 7"),
        ("Tlf.\t12", "Tlf. 12"),
        ("a\u2011kasse", "a-kasse"),
        ("a-kasse – æøå ”ja”", "a-kasse – æøå ”ja”"),
    ],
)
def test_odd_characters(raw: str, text: str) -> None:
    assert mended(typography.odd_characters, raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("jobcen-\ntret", "jobcentret"),
        ("jobcen- \r\n  tret", "jobcentret"),
        ("fæl-\nles råd", "fælles råd"),
        ("social-\nog sundhed", "social- og sundhed"),
        ("unge-\neller voksne", "unge- eller voksne"),
        ("a-\nkasse", "a-kasse"),
        ("e-\nmail", "e-mail"),
        ("LO-\nmedlem", "LO-medlem"),
        ("18-\nårige", "18-årige"),
        ("2026-\n2030", "2026-2030"),
        ("ikke-\nvestlige", "ikke-vestlige"),
        ("it-\nsystem", "it-system"),
        ("besøgstid-\ner", "besøgstider"),
        ("jobcen-\n\n\ftret", "jobcentret"),
        ("beskæftigelses-\nHer", "beskæftigelses-Her"),
        ("social- og sundhed", "social- og sundhed"),
        ("Ja -\nnej", "Ja -\nnej"),
        ("- Ja\n- Nej", "- Ja\n- Nej"),
    ],
)
def test_hyphens_at_line_ends(raw: str, text: str) -> None:
    assert mended(typography.line_end_hyphens, raw) == text


def test_a_word_cut_in_two_by_a_page_footer_comes_together() -> None:
    raw = "Vi vil have jobcen-\nSide 2 af 9\ntret med."
    assert mended(typography.line_end_hyphens, raw, [removal(raw, "Side 2 af 9")]) == "Vi vil have jobcentret med."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("mødet.Vi ses", "mødet. Vi ses"),
        ("mødet!Vi ses", "mødet! Vi ses"),
        ("”Vi vil.”Han smilede", "”Vi vil.” Han smilede"),
        ("tage hr.Jensen med", "tage hr.Jensen med"),
        ("flere, bl.a. Unge", "flere, bl.a. Unge"),
        ("flere, bl.a.Unge her", "flere, bl.a.Unge her"),
        ("tale med hr. Jensen", "tale med hr. Jensen"),
        ("se nr.Tre her", "se nr.Tre her"),
        ("se www.Ravnsoe.dk nu", "se www.Ravnsoe.dk nu"),
        ("A.P.Møller", "A.P.Møller"),
        ("3.Maj", "3.Maj"),
    ],
)
def test_glued_stops(raw: str, text: str) -> None:
    assert mended(typography.glued_stops, raw) == text


def test_a_stop_glued_by_a_removal_gets_its_space_too() -> None:
    raw = "Det er svært.(griner)Vi prøver."
    assert mended(typography.glued_stops, raw, [removal(raw, "(griner)")]) == "Det er svært. Vi prøver."


WRAPPED = (
    "Vi mener, at kommunen skal gøre langt mere for de unge, som står uden\n"
    "et job og uden en uddannelse. Det kræver flere mentorer og kortere tid\n"
    "til den første samtale. I dag venter mange i flere uger på deres svar,\n"
    "og det er ikke godt nok for nogen af dem, der gerne vil i gang med det\n"
    "samme."
)


def test_hard_wrapped_lines_become_one_paragraph() -> None:
    assert mended(typography.broken_lines, WRAPPED) == WRAPPED.replace("\n", " ")


@pytest.mark.parametrize("after", ["- Flere mentorer", "1. Flere mentorer", "IP: Ja, det er det", "”Ja,” siger hun"])
def test_list_items_turns_and_quotes_keep_their_line(after: str) -> None:
    raw = f"{WRAPPED}\n{after}"
    assert mended(typography.broken_lines, raw) == WRAPPED.replace("\n", " ") + f"\n{after}"


def test_paragraphs_of_text_that_is_not_hard_wrapped_stay_apart() -> None:
    raw = "\n".join(["Vi mener, at kommunen skal gøre langt mere for de unge. " * 4] * 5)
    assert mended(typography.broken_lines, raw) == raw


def test_short_lines_stay_apart() -> None:
    raw = "Vi venter\npå svar\nog ingen\nringer"
    assert mended(typography.broken_lines, raw) == raw


def test_a_line_break_beside_an_odd_space_gives_one_space() -> None:
    lines = WRAPPED.split("\n")
    raw = "\u00a0\n".join(lines)
    edits = add([], typography.odd_characters(View.of(raw)))
    assert mended(typography.broken_lines, raw, edits) == " ".join(lines)


def test_a_word_divided_between_widely_spaced_lines_becomes_one_word(readable: Callable[..., str]) -> None:
    raw = WRAPPED.replace("uden\net", "udan-\ndet").replace("\n", "\n\n")
    assert readable(raw, "pdf") == WRAPPED.replace("uden\net", "udandet").replace("\n", " ")
