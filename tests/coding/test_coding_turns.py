from __future__ import annotations

import pytest

from hoering.codebook import Codebook
from hoering.coding.people import PartyFinder
from hoering.coding.turns import LabelReader


@pytest.fixture(scope="module")
def reader(book: Codebook) -> LabelReader:
    return LabelReader(PartyFinder(book))


@pytest.mark.parametrize(
    ("label", "sender", "party"),
    [
        ("Svar 2 (virksomhed, bygge)", "ukendt", "virksomheder"),
        ("Respondent: Pårørende", "ukendt", "borgere"),
        ("Leder", "civilsamfund", "civilsamfund"),
        ("Konsulent 2", "fagforeninger", "fagforeninger"),
        ("Tillidsrepræsentant", "virksomheder", "fagforeninger"),
        ("[Medarbejder 2]", "virksomheder", "jobcenter_kommune"),
        ("IP", "borgere", "borgere"),
    ],
)
def test_who_answers(reader: LabelReader, label: str, sender: str, party: str) -> None:
    assert reader.of_answer(label, sender) == party


@pytest.mark.parametrize(
    ("label", "party"),
    [
        ("I", "ukendt"),
        ("Interviewer", "ukendt"),
        ("", "ukendt"),
        ("Avisen", "journalist"),
        ("Journalist", "journalist"),
    ],
)
def test_who_asks(reader: LabelReader, label: str, party: str) -> None:
    assert reader.of_interviewer(label) == party


@pytest.mark.parametrize(
    ("label", "party"),
    [
        ("Formanden (Bo Krag)", "politikere"),
        ("Ministeren", "politikere"),
        ("Ida Smed (RL)", "politikere"),
        ("Ida Holm (Frit Land)", "politikere"),
        ("Ida Holm (Frivilligcenter Nord)", "civilsamfund"),
        ("Jobcenterchef Ida Holm", "jobcenter_kommune"),
        ("", "politikere"),
    ],
)
def test_who_debates(reader: LabelReader, label: str, party: str) -> None:
    assert reader.of_debater(label) == party
