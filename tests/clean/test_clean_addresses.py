from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.clean import addresses

Removed = Callable[..., list[str]]
Readable = Callable[..., str]


@pytest.mark.parametrize(
    "block",
    [
        "Ravnsø Kommune\nRådhuspladsen 1\n8999 Ravnsø\nT 12 00 11 22",
        "Havnegade 3, 2. tv.\n8998 Hedelund",
        "Adresse\nHavnegade 3\nTelefon:\nT 12 00 11 22\nE post@ravnsoe.example",
        "CVR 12 34 56 78\nEAN 5798000000000\nJ.nr. 30/1200",
        "Åbningstider:\nMan-ons 9-15\nTorsdag: kl. 10-17",
        "Møllevej 4\nwww.ravnsoe.example",
    ],
)
def test_an_address_goes_also_from_the_middle_of_a_sentence(removed: Removed, block: str) -> None:
    text = f"Vi mener, at planen skal\n{block}\nhave flere penge til de unge."
    assert removed(addresses.address_blocks, text) == block.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "Jobcentret ligger på\nHavnegade 3\nog er svært at finde.",
        "Vi mødes på Havnegade 3.\nI kan ringe på 12 00 11 22.",
        "Flere mentorer\nBedre busser\nKortere breve",
        "Mandag til onsdag er der lukket\nTorsdag er der kø",
        "Vi vil nå\n2030 Flere i job\n2031 Alle i job",
        "En vej 2\nom igen",
    ],
)
def test_text_about_places_and_hours_stays(removed: Removed, text: str) -> None:
    assert removed(addresses.address_blocks, text) == []


def test_a_heading_above_an_address_stays(removed: Removed) -> None:
    text = "Vi vil have job.\n\nMere Ro\nHavnegade 3\n8998 Hedelund\n"
    assert removed(addresses.address_blocks, text) == ["Havnegade 3", "8998 Hedelund"]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("[email protected]", ["[email protected]"]),
        ("E-mail: [email\xa0protected]", ["E-mail: [email\xa0protected]"]),
        ("Kontakt os på [email protected].", ["Kontakt os på [email protected]."]),
        ("Skriv til [email protected], hvis I vil vide mere.", ["[email protected]"]),
        ("Vores [email] er beskyttet", []),
    ],
)
def test_an_address_that_a_site_hides(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(addresses.hidden_mails, text) == gone
