"""What is a CPR number, a date of birth or the number of a person's papers; ‹…› is what must be found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.pseudonymise.civil import find_civil_numbers

Marked = Callable[..., None]


@pytest.mark.parametrize(
    "written",
    [
        "Mit cpr er ‹010170-1234›.",
        "Cpr ‹010270.1134› er det.",
        "Hendes personnummer: ‹05 11 68-\n2237›, tak.",
        "CPR-nr.: ‹O1O27O-1l34›",
        "cpr ‹0 1 0 1 7 0 1 2 3 4›",
        "Afsender ‹01/02/70-1134› her",
        "Der stod ‹O1O27O-1l34› på brevet.",
        "De sidste fire cifre er ‹4482›.",
        "‹010170-xxxx› og ‹0101701234›",
    ],
)
def test_cpr_is_found_in_any_writing(marked: Marked, written: str) -> None:
    marked(find_civil_numbers, written, "[CPR-nummer]")


@pytest.mark.parametrize(
    "written",
    [
        "Sag 011370-1234",
        "Loven trådte i kraft 01.01.2026.",
        "Den 01.01.26 kom 1200 borgere.",
        "EAN 5798001234567",
        "Se ISBN 978-87-7340-123-4",
        "cpr-registeret blev oprettet i 1968",
        "De sidste fire måneder",
    ],
)
def test_other_numbers_are_no_cpr(marked: Marked, written: str) -> None:
    marked(find_civil_numbers, written, "[CPR-nummer]")


@pytest.mark.parametrize(
    "written",
    [
        "Født ‹7. november 1961› i Vejle",
        "**Født:** ‹17/05-1949›",
        "hun blev født den ‹3/9-1984›",
        "Fødselsdato: ‹1968-05-12›",
        "f. ‹12.05.68›",
        "Fødselsdag: ‹120568›",
        "Mødet var den 7. november 1961.",
        "Hun er født i 1961.",
        "f.eks. den 1. maj 2024",
        "Partiet er født i 2019 og har 12 medlemmer",
    ],
)
def test_date_of_birth_needs_a_word_that_says_so(marked: Marked, written: str) -> None:
    marked(find_civil_numbers, written, "[fødselsdato]")


@pytest.mark.parametrize(
    "written",
    [
        "pasnummer ‹209384756›",
        "Mit pas har nr. ‹211003447›",
        "sundhedskort nummer ‹2308 710 446›",
        "Kørekort nr. ‹18442201›",
        "opholdstilladelse nr. ‹K 4417 882›",
        "NemID er ‹123-456-789›",
        "MitID-bruger-id: ‹lis.holm64›",
        "Vi passer 209384756 ting",
        "MitID gør det svært",
        "Kørekort koster 12000 kr",
    ],
)
def test_papers_are_found_after_their_name(marked: Marked, written: str) -> None:
    marked(find_civil_numbers, written, "[ID-nummer]")


@pytest.mark.parametrize(
    "written",
    [
        "medlemsnr. ‹1048822›",
        "medarbejdernummer ‹448812›",
        "lønnr. ‹55213›",
        "Kundenummer: ‹12-3456›",
        "Vi har 1048822 medlemmer",
        "medlemmerne er 448 i tal",
    ],
)
def test_membership_numbers_are_found_after_their_name(marked: Marked, written: str) -> None:
    marked(find_civil_numbers, written, "[medlemsnummer]")
