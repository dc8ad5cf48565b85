from __future__ import annotations

import pytest

from hoering.codebook import Codebook
from hoering.coding.speech import SubjectFinder

NAMES = frozenset({"Ib", "Lund", "Lone", "Friis"})
LEMMAS = {
    "borgerne": "borger",
    "Virksomhederne": "virksomhed",
    "virksomheder": "virksomhed",
    "Politikerne": "politiker",
}


@pytest.fixture(scope="module")
def finder(book: Codebook) -> SubjectFinder:
    return SubjectFinder(book)


def who(finder: SubjectFinder, text: str) -> tuple[str, str] | None:
    found = finder.subject(text, LEMMAS, NAMES)
    return (found.name, found.party) if found else None


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Fagforeningen mener, at det er forkert.", "Fagforeningen", "fagforeninger"),
        ("Den lokale fagforening siger nej.", "Den lokale fagforening", "fagforeninger"),
        ("A-kassen oplyser, at køen er væk.", "A-kassen", "a_kasser"),
        ("A-kassen Kompas oplyser, at køen er væk.", "A-kassen Kompas", "a_kasser"),
        ("Skovlev Kommune svarer, at der er penge.", "Skovlev Kommune", "jobcenter_kommune"),
        ("Dansk Industri foreslår en messe.", "Dansk Industri", "arbejdsgiverorganisationer"),
        ("Handicaprådet bemærker, at døren er smal.", "Handicaprådet", "raad"),
        ("To virksomheder fortæller, at de mangler folk.", "To virksomheder", "virksomheder"),
        ("Også Virksomhederne efterlyser folk.", "Virksomhederne", "virksomheder"),
        ("En borger spurgte, om bussen kører.", "En borger", "borgere"),
        ("En af borgerne spurgte om bussen.", "borgerne", "borgere"),
        ("Flere borgere i salen spurgte til bussen.", "Flere borgere", "borgere"),
        ("Borgmesteren svarede nej.", "Borgmesteren", "politikere"),
        ("Jobcenterchefen oplyser, at køen er væk.", "Jobcenterchefen", "jobcenter_kommune"),
        ("Formanden for fagforeningen siger nej.", "Formanden for fagforeningen", "fagforeninger"),
        ("Fagforeningens formand mener noget andet.", "Fagforeningens formand", "fagforeninger"),
        ("Kommunens borgere siger nej.", "Kommunens borgere", "borgere"),
        ("Fagforeningen og a-kassen mener det samme.", "Fagforeningen", "fagforeninger"),
    ],
)
def test_a_party_before_a_verb_of_saying_speaks(finder: SubjectFinder, text: str, name: str, party: str) -> None:
    assert who(finder, text) == (name, party)


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Det er forkert, mener 3F Skovlev.", "3F Skovlev", "fagforeninger"),
        ("Derfor mener den lokale fagforening, at planen er tynd.", "den lokale fagforening", "fagforeninger"),
        ("På mødet spurgte en borger, om bussen kører.", "en borger", "borgere"),
        ("I et svar til avisen skriver Beskæftigelsesministeriet, at loven ændres.",
         "Beskæftigelsesministeriet", "staten"),
        ("Det siger kommunen.", "kommunen", "jobcenter_kommune"),
        (", oplyser A-kassen Kompas.", "A-kassen Kompas", "a_kasser"),
        ("siger Dansk Metal til avisen.", "Dansk Metal", "fagforeninger"),
        ("Når kommunen sparer, mener fagforeningen, at det er galt.", "fagforeningen", "fagforeninger"),
        ("Ib Lund tager fejl, mener fagforeningen.", "fagforeningen", "fagforeninger"),
        ("Ifølge kommunen er der 300 ledige.", "kommunen", "jobcenter_kommune"),
        ("Der er ifølge A-kassen Kompas 300 ledige.", "A-kassen Kompas", "a_kasser"),
        ("Ifølge fagforeningens formand er det galt.", "fagforeningens formand", "fagforeninger"),
        ("Her lyder det fra jobcentret, at der mangler folk.", "jobcentret", "jobcenter_kommune"),
    ],
)  # fmt: skip
def test_a_party_after_its_verb_or_after_ifoelge_speaks(
    finder: SubjectFinder, text: str, name: str, party: str
) -> None:
    assert who(finder, text) == (name, party)


@pytest.mark.parametrize(
    "text",
    [
        "Mange i kommunen mener, at det er galt.",
        "Medlemmer af fagforeningen mener nej.",
        "Ifølge kommunens egne tal falder ledigheden.",
        "Ib Lund kalder kommunen langsom.",
        "Loven siger nej.",
        "Rapporten konstaterer, at kommunen sover.",
        "Vi har spurgt, hvad kommunen håber på.",
        "Spørgsmålet er, om kommunen svarer.",
        "Som fagforeningen siger, er det galt.",
        "Jeg spurgte kommunen, om den kunne hjælpe.",
        "Hun siger, at kommunen lover bedring.",
        "Kommunen, der siger nej, får kritik.",
        "Kommunen har ansat to.",
        "Det lyder godt i kommunen.",
        "",
        "…",
    ],
)
def test_a_party_that_is_not_the_subject_does_not_speak(finder: SubjectFinder, text: str) -> None:
    assert who(finder, text) is None


@pytest.mark.parametrize("text", ["Hvad siger kommunen?", "Mener fagforeningen det?", "Kommunen siger nej?"])
def test_nobody_speaks_in_a_question(finder: SubjectFinder, text: str) -> None:
    assert who(finder, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "siger formand for 3F Skovlev, Ib Lund.",
        "siger jobcenterchef i Skovlev Kommune Lone Friis.",
        "Ib Lund fra fagforeningen mener nej.",
        "Fagforeningens formand, Ib Lund, siger nej.",
        "Ifølge Ib Lund fra fagforeningen er det galt.",
        "Ib Lund siger, at der ifølge kommunen er 300 ledige.",
        "[Borger 1] siger, at det er svært.",
        "siger borger [Borger 1].",
    ],
)
def test_a_person_with_a_name_is_left_to_the_names(finder: SubjectFinder, text: str) -> None:
    assert who(finder, text) is None


def test_the_party_speaks_though_a_person_is_spoken_of(finder: SubjectFinder) -> None:
    assert who(finder, "Fagforeningen mener, at Ib Lund sover.") == ("Fagforeningen", "fagforeninger")


@pytest.mark.parametrize("text", ["Formanden svarede, at den kører.", "Hertil svarede formanden, at den kører."])
def test_an_office_without_a_party_is_told_as_an_office(finder: SubjectFinder, text: str) -> None:
    found = finder.subject(text, {"Formanden": "formand", "formanden": "formand"}, NAMES)
    assert found is not None
    assert (found.party, found.office) == ("", "formand")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Fagforeningen gjorde opmærksom på, at mange vil op i tid.", "fagforeninger"),
        ("A-kassen peger på, at det haster.", "a_kasser"),
        ("Et medlem skriver til os:", "borgere"),
        ("En kvinde fortalte, at hun venter.", "borgere"),
    ],
)
def test_verbs_of_two_words_and_people_without_a_role(finder: SubjectFinder, text: str, party: str) -> None:
    found = who(finder, text)
    assert found is not None
    assert found[1] == party


def test_to_make_something_is_not_to_say_it(finder: SubjectFinder) -> None:
    assert who(finder, "Fagforeningen gjorde rent i kælderen.") is None
