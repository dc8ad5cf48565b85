"""What is the number of a case, and what only looks like one; ‹…› is what must be found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.pseudonymise.cases import find_case_numbers

Marked = Callable[..., None]


@pytest.mark.parametrize(
    "written",
    [
        "Sagsnr. ‹24/10993›, tak",
        "sag nr. ‹S2024-4418›",
        "sags-id ‹8841223›",
        "J.nr. ‹17.01.00-A00-3-24›",
        "J.nr. ‹2030\n12345›",
        "Journalnummer: ‹15.20.04-G01-12-25›",
        "Dok. nr. ‹D25-884112›",
        "KMD-sagsid: ‹8f41-22a7-9981›",
        "Min sag ‹25-900412› ligger stille",
        "sagen har nummer ‹25-4471›",
        "Sagsnummer\n‹HS2604117›\nKontakt",
    ],
)
def test_number_after_its_word(marked: Marked, written: str) -> None:
    marked(find_case_numbers, written, "[sagsnummer]")


@pytest.mark.parametrize(
    "written",
    [
        "se ‹EMN-2025-04417› her",
        "‹SAG-2025-00147-NH› og ‹2025-012345›",
        "i ‹2024/18337› står der",
        "‹15.20.04-G01-12-25›",
        "jf. ‹24/118273›",
    ],
)
def test_forms_that_need_no_word(marked: Marked, written: str) -> None:
    marked(find_case_numbers, written, "[sagsnummer]")


@pytest.mark.parametrize(
    "written",
    [
        "LBK nr. 1032 af 12/05/2022",
        "lov nr. 548 af 7. juni 2023",
        "i årene 2024-2027 og 2024/2025",
        "Sag nr. 14 på dagsordenen",
        "Domstolens sag C-123/20",
        "EU 2016/679",
        "den 12-05-2022 kl. 10.00-12.00",
        "2024-01-15",
        "L 93 (2023-24)",
        "sagen tog 12 uger",
        "CVR 29189447",
    ],
)
def test_laws_years_and_agendas_are_no_cases(marked: Marked, written: str) -> None:
    marked(find_case_numbers, written, "[sagsnummer]")
