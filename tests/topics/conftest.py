"""Invented passages on four subjects, and models of them that several tests look at."""

from __future__ import annotations

import itertools

import pytest

from hoering import topics

SUBJECTS = {
    "bus": (
        ("Bussen", "Natbussen", "Bybussen", "Skolebussen"),
        (
            "kører for sjældent",
            "holder ikke længere",
            "er altid forsinket",
            "mangler chauffører",
            "springer afgange over",
        ),
        ("ved stoppestedet", "efter køreplanen", "på ruten", "i myldretiden"),
    ),
    "job": (
        ("Jobcentret", "Sagsbehandleren", "Jobkonsulenten", "Virksomhedskonsulenten"),
        ("indkalder ledige", "skifter ofte", "svarer sent", "tilbyder praktik", "afslår kurset"),
        ("til samtaler om dagpenge", "i kontanthjælpssager", "om løntilskud", "til jobsøgende"),
    ),
    "skole": (
        ("Læreren", "Skolelederen", "Pædagogen", "Skolebestyrelsen"),
        ("underviser store klasser", "klager over larm", "ønsker flere timer", "savner bøger", "holder forældremøde"),
        ("i klasseværelset", "for eleverne", "i matematik", "på mellemtrinnet"),
    ),
    "affald": (
        ("Skraldespanden", "Affaldsbeholderen", "Genbrugspladsen", "Renovationen"),
        ("lugter af madaffald", "bliver ikke tømt", "sorterer plast", "har lukket", "flyder med pap"),
        ("om sommeren", "i baggården", "ved indkørslen", "på parkeringspladsen"),
    ),
}


def passages(count: int) -> tuple[list[str], list[str]]:
    """So many passages, the subjects in turn, and the subject of each."""
    each = [[" ".join(words) + "." for words in itertools.product(*parts)] for parts in SUBJECTS.values()]
    texts = [text for group in zip(*each, strict=True) for text in group]
    names = list(SUBJECTS) * (len(texts) // len(SUBJECTS))
    assert count <= len(texts)
    return texts[:count], names[:count]


@pytest.fixture(scope="session")
def small() -> tuple[list[str], list[str]]:
    return passages(80)


@pytest.fixture(scope="session")
def large() -> tuple[list[str], list[str]]:
    return passages(240)


@pytest.fixture(scope="session")
def small_model(small: tuple[list[str], list[str]]) -> topics.TopicModel:
    return topics.fit(small[0], 4, resamples=3)


@pytest.fixture(scope="session")
def large_model(large: tuple[list[str], list[str]]) -> topics.TopicModel:
    return topics.fit(large[0], 4, resamples=3)
