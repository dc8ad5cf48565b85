"""What is an account or a card, and what is money; ‹…› is what must be found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.pseudonymise.accounts import find_accounts

Marked = Callable[..., None]


@pytest.mark.parametrize(
    "written",
    [
        "IBAN ‹DK95 2000 0123 4567 89›",
        "‹DK6284010009876543›.",
        "konto ‹FO62 6460 0001 6316 34›",
        "‹DE89370400440532013000› i Tyskland",
        "‹reg.nr. 9570 kontonr. 0012 345 678›",
        "‹reg. 9090 kt. 4571102233›",
        "konto ‹7045-0001423987›",
        "NemKonto ‹3000-11 22 33 44 55›",
        "kontonummer er ‹8401 0009876543›",
        "sendt til ‹7045-0001423987›",
    ],
)
def test_account(marked: Marked, written: str) -> None:
    marked(find_accounts, written, "[kontonummer]")


@pytest.mark.parametrize(
    "written",
    [
        "kontoen fik 12.345.678 kr.",
        "Kommunens konto hører til EAN 5798007777123",
        "Konto 5.32.30 i budgettet",
        "DK12 er et projekt",
        "på kontoen står 400 kr.",
        "CVR-nr. 12345678",
        "DE00370400440532013000",
    ],
)
def test_money_and_numbers_of_organisations_are_no_account(marked: Marked, written: str) -> None:
    marked(find_accounts, written, "[kontonummer]")


@pytest.mark.parametrize(
    "written",
    [
        "Kortet ‹4571 1234 5678 9016› er spærret",
        "‹5019123456784329›",
        "dankort ‹4571 1234 5678 9010›",
        "amex ‹371212345678934›",
    ],
)
def test_card(marked: Marked, written: str) -> None:
    marked(find_accounts, written, "[kortnummer]")


@pytest.mark.parametrize(
    "written",
    [
        "Sæt 4571 1234 5678 9010 ind",
        "EAN 5798001234567",
        "1234 5678 1234 5678",
    ],
)
def test_long_numbers_without_a_right_check_digit_are_no_card(marked: Marked, written: str) -> None:
    marked(find_accounts, written, "[kortnummer]")
