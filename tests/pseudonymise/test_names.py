"""Which words are a person's name: tables of a text and what is left of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from spacy.language import Language

from hoering.pseudonymise.names import find_names

Mask = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeg talte med Birgit Vangsgaard.", "Jeg talte med [Person 1]."),
        ("Birgit har ret.", "[Person 1] har ret."),
        ("Det er Birgits sag.", "Det er [Person 1]s sag."),
        ("Det er Birgit Vangsgaards sag.", "Det er [Person 1]s sag."),
        ("Det er Jens' sag.", "Det er [Person 1]' sag."),
        ("Det er Mads's sag.", "Det er [Person 1]'s sag."),
        ("Jeg så Birgit  Vangsgaard.", "Jeg så [Person 1]."),
        ("Jeg så Birgit\u00a0Vangsgaard.", "Jeg så [Person 1]."),
        ("Anne-Mette Bak-Jensen kom.", "[Person 1] kom."),
        ("Karl-Ove kom.", "[Person 1] kom."),
        ("Mette B. Lassen kom.", "[Person 1] kom."),
        ("Lars von Trier-Holm kom.", "[Person 1] kom."),
        ("Mia O'Connor kom.", "[Person 1] kom."),
        ("Sean McDonald kom.", "[Person 1] kom."),
        ("Kamilla B., som er rar, kom.", "[Person 1], som er rar, kom."),
        ("HENNING BRUUN har ringet.", "[Person 1] har ringet."),
        ("JEG HEDDER HENNING BRUUN OG ER SUR.", "JEG HEDDER [Person 1] OG ER SUR."),
        ("M. Jensen har skrevet under.", "[Person 1] har skrevet under."),
        ("Sagen føres af A.B. Lindholm.", "Sagen føres af [Person 1]."),
        ("Jensen, Mads", "[Person 1], [Person 2]"),
        ("Skriv til mads.jensen i dag.", "Skriv til [Person 1] i dag."),
        ("Skriv til mads.holm i dag.", "Skriv til [Person 1] i dag."),
        ("jeg talte med mads jensen i går", "jeg talte med [Person 1] i går"),
        ("han fældede sine skov i går", "han fældede sine skov i går"),
        ("Jespersen mener det samme.", "[Person 1] mener det samme."),
        ("Jeg så Birgit\nVangsgaard i går.", "Jeg så [Person 1]\nVangsgaard i går."),
        ("Jeg så Birgit\nJensen i går.", "Jeg så [Person 1] i går."),
        ("Jeg så Lars Løkke\nJensen Dyhr i går.", "Jeg så [Person 1] i går."),
        ("Hans Kristian Skibby kom.", "[Person 1] kom."),
    ],
)
def test_name_is_masked_in_any_spelling(mask: Mask, text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Ayşe Yılmaz",
        "Paweł",
        "Paweł Kowalczyk",
        "Đorđe Petrović",
        "Nguyễn Thị Hoa",
        "Abdul Rahman Al-Hassan",
        "André Müller",
    ],
)
def test_name_with_foreign_letters_is_masked_whole(mask: Mask, name: str) -> None:
    assert mask(f"I går kom {name} til mødet.") == "I går kom [Person 1] til mødet."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fru Madsen venter.", "Fru [Person 1] venter."),
        ("Vi så hr. og fru Holm i går.", "Vi så hr. og fru [Person 1] i går."),
        ("Hr. Xhaka venter.", "Hr. [Person 1] venter."),
        ("Lægen Kofoed skrev det.", "Lægen [Person 1] skrev det."),
        ("Familien Abildgaard flyttede.", "Familien [Person 1] flyttede."),
        ("Sagsbehandler Krogh sagde nej.", "Sagsbehandler [Medarbejder 1] sagde nej."),
        ("Jeg hedder birthe og bor her.", "Jeg hedder [Person 1] og bor her."),
        ("Mit navn er birthe hansen.", "Mit navn er [Person 1]."),
        ("Jeg hedder Xhevahire og bor her.", "Jeg hedder [Person 1] og bor her."),
        ("Min søn Bo er syg.", "Min søn [Person 1] er syg."),
        ("Min kollega Storm hjalp.", "Min kollega [Person 1] hjalp."),
        ("Min mand, der hedder Xhemal, hjalp.", "Min mand, der hedder [Person 1], hjalp."),
        ("Han bliver kaldet Skipper af alle.", "Han bliver kaldet [Person 1] af alle."),
        ("Peter, kaldet Bulder, kom.", "[Person 1], kaldet [Person 2], kom."),
        ("Fatuma, 54 år, er sygemeldt.", "[Person 1], 54 år, er sygemeldt."),
        ("Bo, 23 år, er ledig.", "[Person 1], 23 år, er ledig."),
    ],
)
def test_name_is_told_by_the_words_around_it(mask: Mask, text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tak for nu.\n\nVenlig hilsen\nXhevahire Krasniqi\n", "Tak for nu.\n\nVenlig hilsen\n[Person 1]\n"),
        ("Tak for nu.\n\nMvh\nbirthe\n", "Tak for nu.\n\nMvh\n[Person 1]\n"),
        ("Tak for nu.\n\nMvh\nHENNING BRUUN\n", "Tak for nu.\n\nMvh\n[Person 1]\n"),
        ("Tak for nu.\n\nMvh\nK. Holm\n", "Tak for nu.\n\nMvh\n[Person 1]\n"),
        ("Tak for nu.\n\nHilsen\nXhevahire Krasniqi, formand\n", "Tak for nu.\n\nHilsen\n[Person 1], formand\n"),
        ("Tak for nu. Hilsen Xhevahire Krasniqi", "Tak for nu. Hilsen [Person 1]"),
        ("Tak for nu. Kh Lis & Ole", "Tak for nu. Kh [Person 1] & [Person 2]"),
        ("Det var det.\n\nkenneth\n", "Det var det.\n\n[Person 1]\n"),
        ("Det var det.\n\nXhevahire Krasniqi\n", "Det var det.\n\n[Person 1]\n"),
        ("Navn\nXhevahire Krasniqi\nMit svar er nej.", "Navn\n[Person 1]\nMit svar er nej."),
        ("Navn: Xhevahire Krasniqi\nMit svar er nej.", "Navn: [Person 1]\nMit svar er nej."),
    ],
)
def test_name_is_told_by_where_it_stands_in_a_letter(mask: Mask, text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I: Hvordan?\nKarina: Godt.", "I: Hvordan?\n[Person 1]: Godt."),
        ("I: Hvordan?\nKARINA: Godt.", "I: Hvordan?\n[Person 1]: Godt."),
        ("I: Hvordan?\nIDA: Godt.", "I: Hvordan?\n[Person 1]: Godt."),
        ("I: Hvordan?\nBo: Godt.", "I: Hvordan?\n[Person 1]: Godt."),
        ("I: Hvordan?\nKarina (54): Godt.", "I: Hvordan?\n[Person 1] (54): Godt."),
        ("Xhevahire: Ja.\nXhevahire: Nej.\nXhevahire: Tja.", "[Person 1]: Ja.\n[Person 1]: Nej.\n[Person 1]: Tja."),
        ("Moderator: Ja.\nModerator: Nej.\nModerator: Tja.", "Moderator: Ja.\nModerator: Nej.\nModerator: Tja."),
        ("Borger: Ja.\nBorger: Nej.\nBorger: Tja.", "Borger: Ja.\nBorger: Nej.\nBorger: Tja."),
        ("Jobkonsulent: Ja.\nJobkonsulent: Nej.\nJobkonsulent: Tja.",) * 2,
    ],
)
def test_label_of_a_turn_is_masked_when_it_is_a_name_and_no_role(mask: Mask, text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo og leve i kommunen er rart.",) * 2,
        ("Hans sag blev lukket.",) * 2,
        ("Hans kone er syg. Hans mor er rask.",) * 2,
        ("Mine penge rækker ikke.",) * 2,
        ("Tage stilling til det, siger de.",) * 2,
        ("Det var Bo der sagde det.", "Det var [Person 1] der sagde det."),
        ("Hun klagede, og Hans fik ret.", "Hun klagede, og [Person 1] fik ret."),
        ("Vi fejrer sankt Hans sammen.",) * 2,
        ("Bo Lund kom.", "[Person 1] kom."),
        ("Hans Kjær kom.", "[Person 1] kom."),
        ("Vi har en fleksjobber, Bo, som er god.", "Vi har en fleksjobber, [Person 1], som er god."),
        ("Maj og juni er travle.",) * 2,
        ("Marts, April, Maj og August er travle.",) * 2,
        ("Islam, Kristen tro og Love.",) * 2,
    ],
)
def test_ambiguous_name_is_masked_only_where_it_must_be_a_name(mask: Mask, text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Aarhus Kommune og Hjørring Kommune deltog.",
        "Frederikshavn, Viborg og Kirke Astrup mangler bus.",
        "Region Midtjylland og Dansk Industri er enige.",
        "Fagligt Fælles Forbund, Dansk Metal og HK Midt siger nej.",
        "Venstre, Enhedslisten og Liberal Alliance stemte for.",
        "Brdr. Kvist ansætter. Firmaet Lund gør ikke.",
        "Hansen & Søn og Torben Kvist A/S ansætter.",
        "Jensens Bøfhus ansætter.",
        "Sofie Skolen ligger der endnu.",
        "Eva-projektet og Sofie-skolen er gode.",
        "Processen er lang, og Ungeindsatsen er kort.",
        "Vi tror på Processen og Rejsen.",
        "HK, FOA, SOSU og STAR har svaret.",
        "Foreningen er kaldet Fodfæste.",
        "Projektet hedder Springbrættet.",
        "Mvh\nHK Midt",
        "Venlig hilsen\nHandicaprådet",
        "Microsoft Teams og Facebook bruges.",
        "Syrien, Ukraine og Polen.",
        "Formanden og Direktøren talte.",
    ],
)
def test_places_organisations_and_words_stay(mask: Mask, text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Jeg talte med Birgit Vangsgaard.", "navneliste"),
        ("Fru Madsen venter.", "titel foran"),
        ("Venlig hilsen\nXhevahire Krasniqi", "underskrift"),
        ("Vi har en fleksjobber, Bo, som er god.", "navn i indskud"),
        ("HENNING BRUUN kom.", "store bogstaver"),
        ("Fatuma Xhaka, 54 år, kom.", "alder efter"),
    ],
)
def test_finding_says_how_it_was_found(text: str, why: str) -> None:
    assert [f.why for f in find_names(text)] == [why]


def test_findings_are_ordered_and_do_not_overlap() -> None:
    found = find_names("Fru Madsen, Birgit Vangsgaard, M. Jensen og min søn Bo Lund kom.")
    assert [f.name for f in found] == ["Madsen", "Birgit Vangsgaard", "M. Jensen", "Bo Lund"]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_text_without_words_has_no_names() -> None:
    assert find_names("") == []
    assert find_names(" \n – 12 %\n") == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["Processen er lang.", "Gade op og gade ned.", "Jobcenter Ravnsø og Hotel Søkanten svarede.", "Dagpenge er svære."],
)
def test_model_adds_no_names_to_texts_without_any(nlp: Language, text: str) -> None:
    assert find_names(text, nlp) == []


@pytest.mark.model
def test_model_finds_a_name_that_no_list_holds(nlp: Language) -> None:
    text = "Min nabo Kristoffer Zwergin har søgt 40 job."
    assert [f.name for f in find_names(text, nlp)] == ["Kristoffer Zwergin"]
