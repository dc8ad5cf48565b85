"""Tables of what is a number or address of a person, and what only looks like one."""

from __future__ import annotations

import pytest

from hoering.pseudonymise.identifiers import find_identifiers


def found(text: str, placeholder: str) -> list[str]:
    return [text[f.start : f.end] for f in find_identifiers(text) if f.placeholder == placeholder]


def masked(text: str) -> str:
    """The text with the first of overlapping findings replaced, as masking does."""
    taken: list[tuple[int, int, str]] = []
    for f in find_identifiers(text):
        if all(f.end <= a or b <= f.start for a, b, _ in taken):
            taken.append((f.start, f.end, f.placeholder))
    for start, end, placeholder in sorted(taken, reverse=True):
        text = text[:start] + placeholder + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mit cpr er 010170-1234.", "010170-1234"),
        ("Mit cpr er 010170 1234.", "010170 1234"),
        ("Mit cpr er 0101701234.", "0101701234"),
        ("Mit cpr er 01 01 70 1234.", "01 01 70 1234"),
        ("Mit cpr er 01.01.70-1234.", "01.01.70-1234"),
        ("Mit cpr er 010170–1234.", "010170–1234"),
        ("Mit cpr er 010170-\n1234.", "010170-\n1234"),
        ("Mit cpr er 010170-xxxx.", "010170-xxxx"),
        ("Født 311299-4321, siger hun.", "311299-4321"),
    ],
)
def test_cpr_is_found_however_it_is_written(text: str, expected: str) -> None:
    assert found(text, "[CPR-nummer]") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Sag 410170-1234",  # no 41st of a month
        "Sag 011370-1234",  # no 13th month
        "Fra 01.01.2026 til 31.12.2026",
        "EAN 5798001234567",
        "Tallet er 1010170123456.",
        "Den 01.01.26 kom 1200 borgere.",
    ],
)
def test_other_long_numbers_are_no_cpr(text: str) -> None:
    assert found(text, "[CPR-nummer]") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring på 12345678.", "12345678"),
        ("Ring på 12 34 56 78.", "12 34 56 78"),
        ("Ring på 12.34.56.78 i dag", "12.34.56.78"),
        ("Ring på 12-34-56-78 i dag", "12-34-56-78"),
        ("Ring på 1234 5678.", "1234 5678"),
        ("Ring på 123 45 678.", "123 45 678"),
        ("Ring på 12\u00a034\u00a056\u00a078.", "12\u00a034\u00a056\u00a078"),
        ("Ring på +45 12 34 56 78.", "+45 12 34 56 78"),
        ("Ring på +4512345678.", "+4512345678"),
        ("Ring på (+45) 12 34 56 78.", "(+45) 12 34 56 78"),
        ("Ring på 0045 12 34 56 78.", "0045 12 34 56 78"),
        ("Ring på +46 70 123 45 67.", "+46 70 123 45 67"),
        ("tlf.12345678", "12345678"),
        ("Telefonnr. 12345678", "12345678"),
        ("Jeg træffes altid 12 34 56 78", "12 34 56 78"),
        ("Mobil: 2012 2034", "2012 2034"),  # looks like two years, but is said to be a phone
        ("Kald 12 34 56 78 kræver svar", "12 34 56 78"),
    ],
)
def test_phone_number_is_found_however_it_is_written(text: str, expected: str) -> None:
    assert found(text, "[telefon]") == [expected]


def test_both_of_two_phone_numbers_with_a_slash_are_found() -> None:
    assert masked("tlf. 12 34 56 78/87 65 43 21") == "tlf. [telefon]/[telefon]"


@pytest.mark.parametrize(
    "text",
    [
        "Politikken gælder 2026-2030.",
        "Politikken gælder 2026 2030.",
        "Det koster 12.500 kr. om måneden.",
        "Det koster 12 500 000 kr.",
        "Det koster 12500000 kroner.",
        "Det koster 10.000.000 kr.",
        "Sagsnr. 15.20.00-P22-4-25",
        "Sagsnr. 24/123456",
        "Sagsnummer: 12345678",
        "Journalnummer 12345678",
        "J.nr. 12345678",
        "Dok.nr. 20261234",
        "CVR 12345678",
        "CVR-nr.: 12 34 56 78",
        "EAN 5798001234567",
        "Mødet er den 12.12.2026 kl. 10.00-12.00.",
        "Fra 01-01-2026 til 31-12-2026.",
        "I alt 12345678 borgere.",
        "Kun 1,2345678 pct.",
        "Kørt 20 21 22 23 24 gange",
    ],
)
def test_years_money_dates_and_case_numbers_are_no_phone(text: str) -> None:
    assert found(text, "[telefon]") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skriv til lis.holm@post.example i dag.", "lis.holm@post.example"),
        ("Skriv til lis-h+job@post.example.dk.", "lis-h+job@post.example.dk"),
        ("Skriv til lis @ post.dk i dag", "lis @ post.dk"),
        ("Skriv til lis@\npost.dk i dag", "lis@\npost.dk"),
        ("Skriv til lis@post.\ndk i dag", "lis@post.\ndk"),
        ("Skriv til lis(at)post.dk", "lis(at)post.dk"),
        ("Skriv til lis [at] post.dk", "lis [at] post.dk"),
        ("Skriv til lis snabela post.dk", "lis snabela post.dk"),
        ("Skriv til søren.ærø@blåbær.dk", "søren.ærø@blåbær.dk"),
    ],
)
def test_email_is_found_also_when_broken_or_disguised(text: str, expected: str) -> None:
    assert found(text, "[e-mail]") == [expected]


@pytest.mark.parametrize("text", ["Vi mødes @ torvet", "5 stk. @ 20 kr.", "Hun bor at huske i byen."])
def test_an_at_sign_alone_is_no_email(text: str) -> None:
    assert found(text, "[e-mail]") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeg bor Kirkevej 3, st. th., 8900 Byen.", "Jeg bor [adresse]."),
        ("Jeg bor Gl. Strandvej 12B nu.", "Jeg bor [adresse] nu."),
        ("Jeg bor på Rønnebærvej 14, 8998 Hedelund.", "Jeg bor på [adresse]."),
        ("Jeg bor på Nørre Allé 7, 3. tv. og fryser.", "Jeg bor på [adresse] og fryser."),
        ("Jeg bor på H.C. Andersens Vej 4.", "Jeg bor på [adresse]."),
        ("Jeg bor på Ndr. Ringvej 112.", "Jeg bor på [adresse]."),
        ("Jeg bor i Store Kongensgade 3A, 2. sal.", "Jeg bor i [adresse]."),
        ("Jeg bor kirkevej 3 og det er dyrt.", "Jeg bor [adresse] og det er dyrt."),
        ("Jeg bor på Engen 14.", "Jeg bor på [adresse]."),
        ("Huset på Møllehøj 3, 4000 Roskilde er solgt.", "Huset på [adresse] er solgt."),
        ("I Lærkevænget 14 er der plads.", "I [adresse] er der plads."),
    ],
)
def test_address_is_masked_and_its_sentence_kept(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lærkevænget er en god vej.",
        "På vej 2 stop ad gangen.",
        "Bilag 3 og Afsnit 12",
        "Vi bor 3 sammen.",
        "Rådhuspladsen er fuld af folk.",
        "8900 Byen er vores by.",
        "Afdeling Nord 8",
    ],
)
def test_streets_without_a_number_and_numbers_without_a_street_are_no_address(text: str) -> None:
    assert masked(text) == text
