from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.clean import letters

Removed = Callable[..., list[str]]
Readable = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Fra: Ida <ida@post.example>\nTil: raad@by.example\nEmne: Høring\n\nVi vil.", 3),
        ("From: Ida\r\nSent: 1/4\r\nSubject: Svar\r\n\r\nVi vil.", 3),
        ("Emne: borgerne\nVi vil.", 0),
        ("Kære råd\nFra: Ida\nTil: os", 0),
        ("Fra jobcentret hører vi intet.\nTil gengæld er bussen god.", 0),
    ],
)
def test_mail_header_is_two_fields_or_more_at_the_top(removed: Removed, text: str, gone: int) -> None:
    assert removed(letters.mail_header, text) == text.splitlines()[:gone]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (
            "Afsender\nForeningen Krog\nNavn\nIda Krog\n\nVi vil have job.",
            ["Afsender", "Foreningen Krog", "Navn", "Ida Krog"],
        ),
        ("Navn:\nIda Krog\nIndsendt:\n1/4/2026 12:10\nVi vil.", ["Navn:", "Ida Krog", "Indsendt:", "1/4/2026 12:10"]),
        ("Navn\nIda Krog\nVi vil.", []),
        ("Område er vigtigt\nNavn er ikke vigtigt", []),
        (
            "EKSPORT\nUndersøgelse: Ledige 2025\nPeriode: 1/9-28/9\n-----\nSvar 1: Ja",
            ["EKSPORT", "Undersøgelse: Ledige 2025", "Periode: 1/9-28/9", "-----"],
        ),
        ("Undersøgelse viser, at flere er ledige\nPeriode med ledighed\nFormat betyder intet\nEKSPORT", []),
        ("Periode: to år uden job", []),
        ("Vi vil.\n**********\nOg mere.", ["**********"]),
        ("-- Ja", []),
    ],
)
def test_form_fields(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(letters.form_fields, text) == gone


@pytest.mark.parametrize(
    "head",
    [
        "Fællesrådet\nHavnegade 3\n8998 Hedelund\nTlf. 12 00 11 22",
        "Til Ravnsø Kommune\n1. april 2026",
        "Ravnsø, den 1. april 2026",
        "Dato: 1/4-2026",
        "Til Ravnsø Kommune\nJobcenter Ravnsø",
        "Att. Ida Krog\nSagsnr. 15.00.00-P22\nRavnsø Kommune",
        "Sendt til raad@ravnsoe.example",
        "25.11.2025, Ungeindsatsen, Jobcenter Ravnsø",
        "Foreningen af ledige\nÅbningstid: man-tors 9-15",
    ],
)
def test_letterhead_goes_whole(removed: Removed, head: str) -> None:
    text = f"{head}\n\nVi vil have flere i job."
    assert removed(letters.letterhead, text, "docx") == head.split("\n")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Til Udvalget\nVores tre ønsker\n- Flere mentorer\n- Bedre busser\n", ["Til Udvalget"]),
        ("Til Udvalget\nVi venter på svar\nIngen ringer\n", ["Til Udvalget"]),
        ("Dato: 3. maj 2026\nJobcentret svarer aldrig\nDet er ikke i orden\n", ["Dato: 3. maj 2026"]),
        ("Den 3. maj 2026\n1. Flere kurser\n2. Kortere ventetid\n", ["Den 3. maj 2026"]),
        ("Interview 3\n12. maj 2026\nI: Hvem hjalp\nIP: Min mor\n", ["Interview 3", "12. maj 2026"]),
        ("Til Udvalget\nMere tid til samtalen\nVi vil.", ["Til Udvalget"]),
        ("Mere tid til samtalen\n3. maj 2026\nVi vil.", ["3. maj 2026"]),
        ("12. maj 2026 holdt vi møde.\nDet var godt.", []),
        ("1. januar bliver reglerne ændret\nVi vil.", []),
        ("Fra skole til job er vejen lang\nVi vil.", []),
        ("Til de unge vil vi sige tak\nVi vil.", []),
        ("Til sidst en tak\nVi vil.", []),
        ("Jeg får aldrig svar på mail\nVi vil.", []),
        ("- Svar på mail inden tre dage\n- Direkte kontakt til virksomheder", []),
        ("Vi skal nå 2030 Flere i job\nVi vil.", []),
        ("Flere unge i job\nMål for 2026 Ravnsø Kommune\nVi vil.", []),
        ("Fleksjob\nMentor\nVi vil.", []),
        ("Indsats\nAntal\nFleksjob\n12\nMentor\n40\nJobcentret, 8999 Ravnsø", []),
        ("", []),
    ],
)
def test_letterhead_takes_no_text(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(letters.letterhead, text, "docx") == gone


def test_a_web_page_or_markdown_file_has_no_letterhead(removed: Removed) -> None:
    assert [removed(letters.letterhead, "Til Udvalget\nVi vil.", f) for f in ("md", "html")] == [[], []]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Høringssvar", ["Høringssvar"]),
        ("Høringssvar fra Ungerådet", ["Høringssvar fra Ungerådet"]),
        ("Høringssvar – udkast til politik 2026", ["Høringssvar – udkast til politik 2026"]),
        ("Ungerådets høringssvar til udkast", ["Ungerådets høringssvar til udkast"]),
        ("Vedr. høring om politik", ["Vedr. høring om politik"]),
        ("Ang. ventetid", ["Ang. ventetid"]),
        ("Svar på høring: Alle har noget at give", ["Svar på høring: Alle har noget at give"]),
        ("SV: Høring", ["SV: Høring"]),
        (
            "Høringssvar til udkast til politik, ”Alle kan\nnoget” 2026-2030\nVi vil.",
            ["Høringssvar til udkast til politik, ”Alle kan", "noget” 2026-2030"],
        ),
        ("Emnerne for mødet var gode", []),
        ("Høringssvarene skal læses", []),
        ("Høringssvar er spild af tid", []),
        ("Vores høringssvar handler om unge", []),
        ("Ungerådets høringssvar er kort", []),
        ("Vedr. ventetid: jeg venter på svar", []),
        ("Vedrørende jobcentret mener vi meget", []),
        ("Høringssvar til udvalget om de unge, som står uden job.", []),
        ("Angst fylder meget", []),
        ("Reglerne er svære", []),
    ],
)
def test_subject(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(letters.subject, text) == gone


def test_a_subject_stands_near_the_top(removed: Removed) -> None:
    assert removed(letters.subject, "Vi vil.\n" * 15 + "Vedr. busser") == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Kære udvalg", ["Kære udvalg"]),
        ("Kære Ida og Bo,", ["Kære Ida og Bo,"]),
        ("Hej", ["Hej"]),
        ("Hej med jer!", ["Hej med jer!"]),
        ("Til rette vedkommende", ["Til rette vedkommende"]),
        ("Kære udvalg, vi vil have job", []),
        ("Hej jeg hedder Bo", []),
        ("Kære udvalg. Tak for sidst", []),
        ("Hejse", []),
        ("Kærester og venner", []),
    ],
)
def test_greeting(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(letters.greeting, text) == gone


@pytest.mark.parametrize(
    "signature",
    [
        "Med venlig hilsen\nIda Krog\nFormand",
        "Mvh\nIda",
        "De bedste hilsner\nFællesrådet\nHavnegade 3, 8998 Hedelund\nTlf. 12 00 11 22",
        "Hilsen Ida",
        "På Fællesrådets vegne\nIda Krog\nFormand for Fællesrådet",
        "På vegne af Fællesrådet",
        "Venlig hilsen\nv. Ida Krog (17), Bo Friis (19) og Liv Holm (22)\nMail: ida@post.example",
        "Kh\nIda\nDenne mail kan indeholde fortrolige oplysninger. Er du ikke rette modtager, bedes du slette den.",
    ],
)
def test_closing_goes_with_its_signature(removed: Removed, signature: str) -> None:
    text = f"Vi vil have flere i job.\n\n{signature}\n"
    assert removed(letters.closing, text) == signature.split("\n")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Mvh\nIda\nPS. Bussen om aftenen", ["Mvh", "Ida"]),
        ("Mvh\nIda\nPS: skolerne også", ["Mvh", "Ida"]),
        ("Mvh\nIda\nBilag: Fem forslag\n1. Flere mentorer", ["Mvh", "Ida"]),
        ("Mvh\nIda\n- Flere mentorer\n- Busser", ["Mvh", "Ida"]),
        ("Mvh\nIda\n\nSvar 2\nIngen hjælp at få", ["Mvh", "Ida"]),
        ("Mvh\nIda\n\nKære råd\nMere tid tak", ["Mvh", "Ida"]),
        ("Mvh\nIda\nVi vil have svar nu", ["Mvh", "Ida"]),
        ("Mvh\nIda\nHusk de unge uden en uddannelse.", ["Mvh", "Ida"]),
        ("Mvh\nIda\nRing på mail@by.example, hvis jeg skal uddybe", ["Mvh", "Ida"]),
        ("Med venlig hilsen har vi intet opnået", []),
        ("På vegne af de ledige siger vi nej", []),
        ("For os er det vigtigt på egne vegne", []),
        ("Hilsenerne var mange", []),
        ("På rådets vegne takker formanden for muligheden", []),
        ("For unges og ældres vegne", []),
        ("Vi sender en hilsen", []),
    ],
)
def test_closing_stops_where_text_begins(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(letters.closing, text) == gone


def test_two_letters_in_one_file_each_lose_only_their_own_signature(readable: Readable) -> None:
    text = "Kære råd\nJeg mangler en mentor.\nHilsen Ida\n\nKære råd\nJeg mangler et kursus.\nMvh\nBo\n"
    assert readable(text) == "Jeg mangler en mentor.\nJeg mangler et kursus."


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Jeg venter på svar.\n\nIda Krog\nHedelund", ["Ida Krog", "Hedelund"]),
        ("Jeg venter på svar.\n\nida\n", ["ida"]),
        ("Jeg venter på svar.\r\n\r\nIda M. Krog-Holm\r\n", ["Ida M. Krog-Holm"]),
        ("så skriv dog bare det hele ned i jeres plan og tag så den telefon\n\nida", ["ida"]),
        ("Hvad savner du?\n\nMentor", []),
        ("Vi ønsker:\n\nMentor", []),
        ("Jeg venter på svar.\n\nEn fast sagsbehandler", []),
        ("Jeg venter på svar.\n\nFlere mentorer\nBedre busser", []),
        ("Jeg venter på svar.\n\nTak for nu.", []),
        ("Jeg venter på svar.\nIda Krog", []),
        ("Overskrift\n\nMentor", []),
        ("Jeg venter på svar.\n\nIP: Ja", []),
        ("Ida Krog", []),
        ("", []),
    ],
)
def test_bare_signature_is_a_name_and_no_answer(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(letters.bare_signature, text) == gone


@pytest.mark.parametrize(
    "line",
    [
        "Tlf. 12 00 11 22",
        "Tlf.: 12001122",
        "Telefon +45 12 00 11 22",
        "Direkte: +45 12 00 11 22",
        "Mobil nr. 12 00 11 22",
        "E-mail:",
        "ida.krog@post.example",
        "www.raad.example",
        "Havnegade 3, 8998 Hedelund",
        "CVR 12 34 56 78",
        "J.nr. 26-0112",
        "Sagsnr.: 26/2207",
        "Åbningstid: man-tors 9-15",
        "Telefontid alle hverdage kl. 9-15",
        "Kontakt: Ida Krog, Lærkevej 2, tlf. 12 00 11 22",
    ],
)
def test_a_contact_line_goes(removed: Removed, line: str) -> None:
    assert removed(letters.contact_lines, f"Vi vil.\n{line}\nOgså om aftenen.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Vi ringede til kommunens tlf. i tre dage.",
        "Ring på tlf. 12 00 11 22, hvis I vil høre mere.",
        "Jeg får aldrig svar på mail",
        "Min mail blev væk",
        "Telefonen bliver aldrig taget",
        "Mobil er bedst",
        "Åbningstiden på jobcentret er for kort",
        "Bedre åbningstider",
        "Bedre telefontid på jobcentret",
        "Direkte kontakt til virksomheder",
        "- Svar på mail inden tre dage",
        "Mail og telefon",
        "I 2030 Skal alle med",
        "Mål for 2026 Ravnsø",
        "5000 nye job",
        "Spørgsmål: Hvad med tlf. 12 00 11 22?",
        "Skriv til ida@post.example, så sender jeg min historie til jer alle sammen.",
    ],
)
def test_a_sentence_or_wish_about_contact_stays(removed: Removed, line: str) -> None:
    assert removed(letters.contact_lines, f"Vi vil.\n{line}\nOgså om aftenen.") == []


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("Sendt fra min iPhone", True),
        ("Sendt fra min Samsung Galaxy-smartphone", True),
        ("Hentet fra Outlook til Android", True),
        ("Denne mail kan indeholde fortrolige oplysninger. Slet den.", True),
        ("Sendt fra min sagsbehandler kom tre breve", False),
        ("Mailen kan indeholde fejl", False),
    ],
)
def test_disclaimers(removed: Removed, line: str, gone: bool) -> None:
    assert removed(letters.disclaimers, line) == ([line] if gone else [])
