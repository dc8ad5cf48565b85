"""What is an address, however it is written, and what is a place; ‹…› is what must be found."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from hoering.pseudonymise.addresses import find_addresses
from hoering.pseudonymise.civil import birth_dates
from hoering.pseudonymise.identifiers import find_identifiers
from hoering.pseudonymise.phones import find_phones

Marked = Callable[..., None]


@pytest.mark.parametrize(
    "written",
    [
        "Jeg bor ‹nørregade 23, 2. tv, 7100 vejle› nu",
        "brev til ‹sct. jørgens vej 8› kom retur",
        "‹Havnegade 60, 3., 6000 Kolding›.",
        "‹Ringgade 102, 3. tv., 7400 Herning›.",
        "‹Sdr. Ringvej 9-11, 1. 4›.",
        "‹Ny Kongensgade 14, 4. sal, vær. 12› klager",
        "‹Ahornvej 19 st, 8600 Silkeborg›",
        "‹Præstegårdsvej 1, Vejrum, 7600 Struer›",
        "‹Skovhuse 3, 4720 Præstø›",
        "‹Ved Skoven 22, 2740 Skovlunde› i maj",
        "‹c/o Hermansen, Parkvænget 71, 5600 Faaborg› kom retur",
        "‹Postboks 118, 9100 Aalborg›",
        "Hun bor på ‹Åboulevarden›, siger de",
        "Han bor i ‹Lille Sankt Hans Gade 12 C, 2. th., 8800 Viborg›.",
        "Familien bor i ‹3650 Ølstykke› på landet",
        "‹Viborgvej 1l7, 88OO Viborg›",
        "‹Torvet 2, 2.tv›",
        "Adresse: ‹Nybo 3b›\nTelefon",
        "‹Bakkedraget 11, 8680 Ry›. Kom til ‹Bakkedraget 11›, ja, til ‹Bakkedraget›.",
        "‹Gl. Landevej 112 B, 4720 Præstø›. Så",
        "‹Vinkelvej 5\n4800 Nykøbing F›\n",
    ],
)
def test_address(marked: Marked, written: str) -> None:
    marked(find_addresses, written, "[adresse]")


@pytest.mark.parametrize(
    "written",
    [
        "Jeg bor i Hedelund og ikke på Amager.",
        "Hovedvejen skal asfalteres, og motorvej 3 er lukket",
        "12 biler på Torvet",
        "Danmark 2 gange",
        "Lokale 14 i Ravnsø",
        "Bilag 3 og afsnit 12",
        "på vej 2 stop ad gangen",
        "8900 Byen er vores by",
        "mål 3 i 2030",
    ],
)
def test_no_address(marked: Marked, written: str) -> None:
    marked(find_addresses, written, "[adresse]")


@pytest.mark.parametrize(
    "written",
    [
        "Tlf.: ‹86 l2 34 O5›",
        "Tlf: ‹9812\n4471›",
        "Mobilen er ‹2 0 3 0 4 0 5 8›, sagde hun",
        "‹+298 21 44 85› og ‹+299 54 12 33›",
        "‹+380 67 123 45 67›",
        "‹+45-20-30-40-57›",
        "lokalnr. ‹4417›",
        "Lokale 14 og lokal 3",
        "20 304 059 kr.",
        "1 2 3 4 5 6 7 8",
        "20.300.400 kr.",
        "2019-2024 og 2026 2030",
        "tlf. 1 2 3 er testen",
    ],
)
def test_phone_as_scans_lists_and_speech_write_it(marked: Marked, written: str) -> None:
    marked(find_phones, written, "[telefon]")


@pytest.mark.parametrize("unit", ["1", "1 ", "a", "a.", "A.", "a-", "1-", "a@", "Abc ", "vej ", "Ol", "1234 ", "\n"])
def test_long_runs_cost_no_more_than_their_length(unit: str) -> None:
    start = time.process_time()
    list(find_identifiers(unit * 8000))
    assert time.process_time() - start < 30  # a pattern that starts over at every place takes minutes


def test_birth_dates_come_as_iso_dates() -> None:
    text = "Født 7. november 1961, født 17/05-49, født 1968-05-12, født 310268 og født 31.02.1968. Mødt 1. maj 2024."
    assert birth_dates(text) == {"1961-11-07", "1949-05-17", "1968-05-12", "1968-02-31"} - {"1968-02-31"}
