from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hoering.material import Material
from hoering.report.opening import Opening
from hoering.report.tally import Tally

Make = Callable[..., Any]


def test_what_was_heard_received_and_from_whom(material: Material) -> None:
    assert Opening(Tally(material)).lines == (
        "Det, der er hørt over, er »Plads til alle« (henvendelse 6).",
        (
            "Der er modtaget 8 henvendelser: 6 er brugt, 1 er en dublet og 1 kan ikke læses. "
            "Af de brugte er 1 selve udkastet; de øvrige 5 tæller med i tallene."
        ),
        "De er dateret fra 15. januar 2026 til 7. marts 2026; 1 henvendelse er uden dato.",
        "De kommer fra 5 forskellige afsendere: Virksomheder 1, Borgere 2, Råd 1, Journalist 1.",
        "Ingen er enslydende; der er 5 forskellige tekster.",
        "4 henvendelser rummer bemærkninger (kritik, forslag eller støtte); 1 gør ikke: henvendelse 5.",
    )


def test_why_things_were_set_aside(material: Material) -> None:
    assert list(Opening(Tally(material)).set_aside()) == [
        "kopi.pdf: Dublet. Samme tekst som svar_1.pdf.",
        "scan.pdf: Kan ikke læses. Ingen tekst i filen.",
    ]


def test_many_set_aside_are_counted_by_reason(make_material: Make, letter: Make) -> None:
    aside = [letter(more={"status": "unreadable"}) for _ in range(9)]
    told = list(Opening(Tally(make_material(aside))).set_aside())
    assert told == ["Kan ikke læses: 9 henvendelser. Grunden til hver står i bilag 2."]


def test_a_campaign_counts_as_one_text(make_material: Make, letter: Make, said: Make) -> None:
    group = {"group": "Kampagne 1 (3 afsendere)"}
    letters = [letter(said=[said("Bussen kører ikke.", ["bus"])], more=group) for _ in range(3)]
    opening = Opening(Tally(make_material([*letters, letter(said=[said("Nej.")])])))
    assert opening.alike() == (
        "3 henvendelser er enslydende eller næsten enslydende: Kampagne 1 (3 afsendere). Hver afsender tæller som en "
        "henvendelse; regnet efter tekst er der 2 forskellige."
    )


def test_one_sender_who_writes_twice_is_one_but_two_citizens_are_two(make_material: Make, letter: Make) -> None:
    letters = [letter("Krifa", "a_kasser"), letter("Krifa", "a_kasser"), letter(), letter(), letter("", "ukendt")]
    opening = Opening(Tally(make_material(letters)))
    assert opening.from_whom() == "De kommer fra 4 forskellige afsendere: A-kasser 1, Borgere 2, Ukendt 1."


def test_nothing_at_all(make_material: Make) -> None:
    assert Opening(Tally(make_material([]))).lines == ("Der er modtaget 0 henvendelser: 0 er brugt.",)
