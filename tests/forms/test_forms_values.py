from __future__ import annotations

import pytest

from hoering.forms.labels import is_strong, key_of, opening_label
from hoering.forms.values import files_in, is_date, iso_date, role_of, yes_no


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("01/02/2030 10:11", "2030-02-01"),
        ("1/2-2030", "2030-02-01"),
        ("1.2.30", "2030-02-01"),
        ("2030-02-01T10:11:12+01:00", "2030-02-01"),
        ("3. marts 2030 kl. 9.05", "2030-03-03"),
        ("mandag den 3. mar. 2030", "2030-03-03"),
        ("31/2/2030", ""),
        ("29/2-2028", "2028-02-29"),
        ("2/2030", ""),
        ("i går", ""),
        ("", ""),
    ],
)
def test_dates_as_portals_write_them(text: str, date: str) -> None:
    assert iso_date(text) == date
    assert is_date(text) is bool(date)


@pytest.mark.parametrize("text", ["1/2-2030 holdt vi møde", "3. marts 2030, hvor det hele startede"])
def test_a_sentence_that_begins_with_a_date_is_none(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Privatperson", "privat"),
        ("som borger", "privat"),
        ("Organisation", "forening"),
        ("Virksomhed.", "virksomhed"),
        ("Offentlig  myndighed", "myndighed"),
        ("Foreningen Krog", ""),
        ("", ""),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    ("text", "said"),
    [("Ja", "ja"), ("ja, men uden navn", "ja"), ("NEJ", "nej"), ("☐", "nej"), ("☒", "ja"), ("Jammerdal", ""), ("", "")],
)
def test_yes_and_no(text: str, said: str) -> None:
    assert yes_no(text) == said


def test_names_of_files() -> None:
    assert files_in("svar.pdf, Bilag 2.docx; se også\nkort.PNG") == ("svar.pdf", "Bilag 2.docx", "kort.PNG")


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Navn", "name"),
        ("**Navn:**", "name"),
        ("Navn (skal udfyldes) *", "name"),
        ("NAVN PÅ ORGANISATION", "organisation"),
        ("Må svaret offentliggøres?", "publish"),
        ("Navnet", ""),
        ("Navn og adresse", ""),
        ("x" * 200, ""),
    ],
)
def test_labels(label: str, key: str) -> None:
    assert key_of(label) == key


def test_labels_that_only_forms_have() -> None:
    assert [is_strong(label) for label in ("Indsendt:", "Svarnummer", "Navn", "Dato", "Kontakt")] == [True, True] + [
        False
    ] * 3


def test_the_longest_label_a_line_opens_with() -> None:
    lines = ["Indsendt den 1/2-2030", "Sagsnr. HS1", "Indsendt", "Vi har indsendt"]
    assert [opening_label(line) for line in lines] == ["Indsendt den", "Sagsnr.", "", ""]
