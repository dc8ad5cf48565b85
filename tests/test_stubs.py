"""Which texts are no answer but only point at one, and which short texts are answers all the same."""

from __future__ import annotations

import time

import pytest

from hoering.stubs import LIST_ONLY, POINTER_ONLY, no_body

POINTERS = [
    "Læs høringssvaret her",
    "Læs svaret her: www.fodfolket.example/svar.pdf",
    "Lanternens høringssvar\nLæs hele svaret her.",
    "Høringssvar fra Lanternen\n\nHent høringssvaret som pdf (234 KB)",
    "Se vedhæftede fil.",
    "Se venligst vedhæftede høringssvar.",
    "Hej\nJeg har vedhæftet vores høringssvar.\nVenlig hilsen\nMona",
    "Hermed fremsendes høringssvar fra Værestedet Porten.\n\nMed venlig hilsen\nAksel Rudme\nFormand",
    "Kære udvalg\nVedlagt er vores svar.",
    "Vores høringssvar fremgår af vedlagte bilag.",
    "Du kan læse hele høringssvaret her.",
    "Høringssvar vedhæftet",
    "Bilag: svar.docx",
    "Download\nsvar_lanternen.pdf",
    "Se bilag",
    "Svaret kan læses på vores hjemmeside www.fodfolket.example.",
]
LISTS = [
    "Relaterede dokumenter\nPlan for det gode liv 2028\nNotat om mentorer\nReferat af mødet i maj",
    "Andre høringssvar\nLanternen\nPorten\nBroen\nLokalrådet i Hedelund",
    "Plan for det gode liv.pdf (2 MB)\nNotat om mentorer.docx (31 KB)\nReferat.pdf (88 KB)",
    "Se også\nFlere i job\nBrobygning i Strandby\nIngen ved det bedre selv",
    "Indhold\nForord ........ 3\nMål ......... 5\nØkonomi ....... 9\nBilag ....... 12",
    "Lignende dokumenter:\n• Plan for det gode liv\n• Notat om mentorer\n• Et liv i arbejde",
]
ANSWERS = [
    "nej",
    "Flere mentorer",
    "Flere mentorer\nBedre busser\nKortere breve",
    "- Flere mentorer\n- Bedre busser\n- Kortere breve",
    "Ingen bemærkninger.",
    "Lanternen har ingen bemærkninger til planen.",
    "Vi bakker op.\nSe vedhæftede fil for vores forslag.",
    "Læs høringssvaret her\n\nVi savner noget om de unge, og planen bør sige, hvem der gør hvad.",
    "Jeg læser aldrig brevene, for de er ikke til at forstå.",
    "Se på de unge, før I skriver flere planer.",
    "Bilaget mangler tal for de unge.",
    "Her er vores tre ønsker:\nMentor\nBus\nRo",
    "Jeg er enig med Mona.",
    "Relaterede sygdomme bør have deres egen plan, mener vi.",
    "Hermed vores bemærkninger: Der mangler busser.",
    "Hermed fremsendes høringssvar. Vi mener, at planen er for tynd.",
    "Vi har vedhæftet vores svar, men vil gerne sige allerede nu, at bussen skal køre.",
    "Andre høringssvar er bedre end mit",
    "",
    "Svar 3: Se på børnene",
    "Bilag\nFlere mentorer\nBedre busser",
    "Se vedhæftede fil.\nTil de unge vil vi sige tak.",
    "Se vedhæftede fil.\nMvh Mona\nPS Husk de unge",
]  # fmt: skip


@pytest.mark.parametrize("text", POINTERS)
def test_a_text_that_only_points_at_an_answer_has_no_body(text: str) -> None:
    assert no_body(text) == POINTER_ONLY


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_other_documents_has_no_body(text: str) -> None:
    assert no_body(text) == LIST_ONLY


@pytest.mark.parametrize("text", ANSWERS)
def test_whatever_says_something_has_a_body(text: str) -> None:
    assert no_body(text) == ""


@pytest.mark.parametrize(
    "text", ["a.pdf," * 400 + "x", "Se bilag " + "a.pdf " * 40 + "x", "Læs " + "vores " * 40 + "x"]
)
def test_lines_made_to_be_slow_are_not(text: str) -> None:
    started = time.process_time()
    assert no_body(text) == ""
    assert time.process_time() - started < 6
