"""Names of heard parties held against senders: sure, doubtful, different."""

from __future__ import annotations

from typing import Any

import pytest

from hoering.memo.matching import Roll
from hoering.memo.party_list import Heard
from hoering.records import Source

HOME = "Vestrup Kommune"


def _answer(number: int, sender: str) -> Source:
    return Source(
        source=f"s{number}", document="d.pdf", number=number, kind="hoeringssvar", sender=sender, sender_type="raad",
        date="", sha256="", status="used",
    )  # fmt: skip


def _roll(parties: list[Any], *senders: str) -> Roll:
    heard = [party if isinstance(party, Heard) else Heard(party) for party in parties]
    return Roll(heard, {sender: [_answer(n, sender)] for n, sender in enumerate(senders, 1)}, HOME)


@pytest.mark.parametrize(
    ("party", "sender"),
    [
        ("A-kassen Havblik", "a-kassen  havblik"),
        ("A-kasse Havblik", "A-kassen Havblik"),
        ("Handicaprådet", "Handicaprådet i Vestrup Kommune"),
        ("Vestrup Ungeråd", "Ungerådet"),
        ("Udsatterådet", "Formanden for Udsatterådet"),
        ("MED-udvalget, Jobcentret", "MED-udvalg i jobcentret"),
        ("KL", "Kommunernes Landsforening"),
        ("Nordlys Bys Erhvervsforum", "NBE"),
        ("Skovby Kommune", "Skovby kommune"),
    ],
)
def test_the_same_written_otherwise_is_a_match(party: str, sender: str) -> None:
    roll = _roll([party], sender)

    assert [answer.number for answer in roll.answered[0].answers] == [1]
    assert roll.answered[0].why
    assert roll.on_list == {"s1"}


@pytest.mark.parametrize(
    ("party", "sender"),
    [
        ("Fællesakassen Nord", "Fællesa-kassen Nord"),
        ("Faggruppen", "Faggruppen Midt"),
        ("Byggefirmaet", "Byggefirmeat"),
    ],
)
def test_what_looks_alike_is_left_to_a_person(party: str, sender: str) -> None:
    roll = _roll([party], sender)

    assert not roll.answered
    assert [(doubt.party.name, doubt.sender, doubt.numbers) for doubt in roll.doubts] == [(party, sender, (1,))]


@pytest.mark.parametrize(
    ("party", "sender"), [("Ældrerådet", "Ungerådet"), ("DI", "Dansk Erhverv"), ("Skovby Kommune", "Havby Kommune")]
)
def test_different_bodies_stay_different(party: str, sender: str) -> None:
    roll = _roll([party], sender)

    assert not roll.answered
    assert not roll.doubts


def test_another_name_in_the_list_decides() -> None:
    roll = _roll([Heard("Fællesakassen Nord", ("Fællesa-kassen Nord",))], "Fællesa-kassen Nord")

    assert roll.answered[0].why == "»Fællesa-kassen Nord« i listen: samme navn"


def test_a_sender_that_fits_two_parties_fits_none_unless_one_is_exact() -> None:
    assert not _roll(["Handicaprådet i Vestrup", "Handicapråd"], "Handicaprådet").answered
    assert _roll(["Handicapråd", "Handicaprådet"], "Handicaprådet").silent == [Heard("Handicapråd")]


def test_every_party_is_either_answered_or_silent() -> None:
    roll = _roll(["Ungerådet", "Ældrerådet", "KL"], "Ungerådet", "Kroen", "Ungeråd i Vestrup")

    assert len(roll.answered) + len(roll.silent) == len(roll.matches) == 3
    assert [answer.number for answer in roll.matches[0].answers] == [1, 3]
