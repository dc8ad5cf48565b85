"""Kind, sender, sender type and date of small invented documents, and the source list that overrules them."""

from __future__ import annotations

import pytest

from hoering.codebook import Codebook
from hoering.identify import Guess, Identifier, Identity, guess_date, guess_kind
from hoering.read.source_list import ListedSource
from hoering.sensitive import RawDocument, RawText

LETTER = """Byggefagenes Samvirke
Svendegade 8, 8999 Ravnsø

Til Ravnsø Kommune

Ravnsø, den 7. april 2026

Høringssvar til udkast til beskæftigelsespolitik

Vi organiserer tømrere og murere, og vi savner lærepladser i politikken.

Med venlig hilsen
Byggefagenes Samvirke
Kurt Enemark, formand
"""

CITIZEN = """Høringssvar

Jeg har været ledig i to år, og min sagsbehandler ringer aldrig til mig.
Jeg vil gerne have ét menneske, der kender min sag.

Hilsen Karina
"""

MAIL = """Fra: Fællesa-kassen Nord <post@post.example>
Til: Ravnsø Kommune
Emne: Høringssvar til politikken

Vores medlemmer venter for længe på svar.
"""

PORTAL = """Afsender
Foreningen Fodfæste
Navn
Charlotte Elkjær
Indsendt
11-04-2026

Mit svar
Vi hjælper unge med angst, og de savner ro.
"""

ARTICLE = """ date 2026-03 Ravnsø får ny politik

Af Jonas Hvidbjerg

Ravnsø Tidende har læst udkastet til en ny politik.
– Vi er glade for det, siger formanden.

Læs også: Ny bro åbner
"""

DEBATE = """LÆSERBREV

Bussen kører ikke

Af Amir Sadeghi, byrådsmedlem for Fælleslisten

Hvorfor er der ingen bus til Hedelund?

Dette indlæg er alene udtryk for skribentens holdning.
"""

CITIZEN_DEBATE = """LÆSERBREV

Af Inge-Lise Brandt

Hvorfor er der ingen bus til Hedelund?
"""

MINUTES = """Referat af møde i beskæftigelsesudvalget

Sagsfremstilling
Forvaltningen indstiller, at udvalget godkender planen i Ravnsø Kommune.

Indstilling
Godkendt.
"""

OWN_CASE = "skriver om sin egen sag, skriver i jeg-form uden organisation, underskrevet af en person"

SURVEY = """EKSPORT 2026

Svar 1: Der mangler busser.

Svar 2: Jeg vil have ro.
"""

INTERVIEW = """Interviewer: Hvordan går det?
IP: Det går, men jeg er træt.
Interviewer: Hvorfor?
IP: Jeg venter på svar.
"""

DRAFT = """Udkast til beskæftigelsespolitik

Forord
Ravnsø Kommune vil have flere i job.
"""


def document(text: str, name: str = "fil.txt") -> RawDocument:
    return RawDocument(document=name, sha256="", format="txt", raw=RawText(text=text))


@pytest.fixture(scope="module")
def identifier(book: Codebook) -> Identifier:
    return Identifier(book)


@pytest.mark.parametrize(
    ("text", "name", "kind", "basis"),
    [
        (LETTER, "fil.txt", "hoeringssvar", "ordlyd"),
        (CITIZEN, "hoeringssvar/a.txt", "hoeringssvar", "ordlyd og filnavn"),
        (MAIL, "mail.txt", "hoeringssvar", "ordlyd"),
        (PORTAL, "hoeringssvar/a.txt", "hoeringssvar", "ordlyd og filnavn"),
        (ARTICLE, "nyheder/a.txt", "nyhed", "filnavn og ordlyd"),
        (ARTICLE, "a.txt", "nyhed", "ordlyd"),
        (DEBATE, "a.txt", "debat", "ordlyd"),
        (MINUTES, "Referat 3.docx", "notat", "filnavn og ordlyd"),
        (SURVEY, "a.txt", "survey", "ordlyd"),
        (INTERVIEW, "a.txt", "interview", "ordlyd"),
        ("Vi talte om busser.", "Interview 3.txt", "interview", "filnavn"),
        (DRAFT, "Udkast politik.docx", "politik", "filnavn og ordlyd"),
        ("Der mangler busser.", "x.txt", "ukendt", "intet fundet"),
        ("", "x.txt", "ukendt", "intet fundet"),
    ],
)
def test_kind_is_guessed_with_its_basis(text: str, name: str, kind: str, basis: str) -> None:
    guess = guess_kind(document(text, name))
    assert (guess.value, guess.why) == (kind, basis)
    assert (guess.score == 0) == (kind == "ukendt")


@pytest.mark.parametrize(
    ("text", "name", "sender", "sender_type", "basis"),
    [
        (LETTER, "a.txt", "Byggefagenes Samvirke", "fagforeninger", "brevhoved, underskrift"),
        (CITIZEN, "a.txt", "Borger", "borgere", OWN_CASE),
        (MAIL, "a.txt", "Fællesa-kassen Nord", "a_kasser", "mailhoved"),
        (PORTAL, "hoeringssvar/a.txt", "Foreningen Fodfæste", "civilsamfund", "afsenderfelt"),
        (ARTICLE, "nyheder/a.txt", "Ravnsø Tidende", "journalist", "avisens navn i teksten"),
        (DEBATE, "a.txt", "Fælleslisten (Amir Sadeghi)", "politikere", "byline"),
        (CITIZEN_DEBATE, "a.txt", "Borger", "borgere", "byline uden rolle"),
        (MINUTES, "Referat.txt", "Ravnsø Kommune", "jobcenter_kommune", "kommunens navn i teksten"),
        (DRAFT, "Udkast politik.txt", "Ravnsø Kommune", "jobcenter_kommune", "kommunens navn i teksten"),
        (SURVEY, "a.txt", "Borger", "borgere", "skriver i jeg-form uden organisation"),
        (INTERVIEW, "Interview.txt", "Borger", "borgere", "skriver i jeg-form uden organisation"),
        ("Høringssvar\n\nDer mangler busser.", "b.txt", "Ukendt afsender", "ukendt", "intet fundet"),
        ("Høringssvar\n\nVi mangler busser.", "b.txt", "Ukendt afsender", "ukendt", "intet fundet"),
    ],
)
def test_sender_is_guessed_with_its_basis(
    text: str, name: str, sender: str, sender_type: str, basis: str, identifier: Identifier
) -> None:
    identity = identifier.identify(document(text, name))
    assert (identity.sender.value, identity.sender_type.value) == (sender, sender_type)
    assert (identity.sender.why, identity.sender_type.why) == (basis, basis)
    assert (identity.sender.score == 0) == (sender_type == "ukendt")


@pytest.mark.parametrize(
    ("folder", "sender_type"),
    [
        ("interviews/virksomheder", "virksomheder"),
        ("interviews/borgere", "borgere"),
        ("interviews/sagsbehandlere", "jobcenter_kommune"),
    ],
)
def test_folder_tells_who_was_interviewed(folder: str, sender_type: str, identifier: Identifier) -> None:
    assert identifier.identify(document(INTERVIEW, f"{folder}/Interview 1.txt")).sender_type.value == sender_type


def test_addressee_is_not_the_sender(identifier: Identifier) -> None:
    letter = "Til A-kassen Kompas\n\nHøringssvar\n\nJeg venter på svar, og jeg er træt af det.\n"
    assert identifier.identify(document(letter, "brev.txt")).sender_type.value == "borgere"


@pytest.mark.parametrize("greeting", ["Kære byråd", "Hej Fagligt Forbund,", "Goddag Jobcenter Ravnsø!"])
def test_whom_a_letter_greets_is_not_the_sender(greeting: str, identifier: Identifier) -> None:
    letter = f"{greeting}\n\nVi er bekymrede over, at bussen bliver nedlagt.\n\nMed venlig hilsen\nKaren Holm\n"
    assert identifier.identify(document(letter, "brev.txt")).sender_type.value in {"ukendt", "borgere"}


def test_name_of_somebody_else_in_the_file_name_is_not_the_sender(identifier: Identifier) -> None:
    letter = "Jeg er enig med Birgit\n\nJeg har også ventet i to år på mit svar.\n"
    identity = identifier.identify(document(letter, "hoeringssvar/Jeg er enig med Birgit.txt"))
    assert (identity.sender.value, identity.sender_type.value) == ("Borger", "borgere")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ravnsø, den 7. april 2026\n\nKære alle", "2026-04-07"),
        ("Ravnsø, den 7.april 2026\n\nKære alle", "2026-04-07"),
        ("Dato: 07-04-2026\n\nKære alle", "2026-04-07"),
        ("Dato: 7/4/2026\n\nKære alle", "2026-04-07"),
        ("07.04.2026", "2026-04-07"),
        (" date 2026-03 Overskrift", "2026-03"),
        (" date 2026-03-28 Overskrift", "2026-03-28"),
        ("Politikken af 1. marts 2020 er god.\n\n7. april 2026\n", "2026-04-07"),
        ("Kære alle\n" + "Vi skriver. " * 100 + "\nden 7. april 2026", "2026-04-07"),
        ("Den 45-13-2026 er ingen dag.", ""),
        ("Politikken gælder 2026-2030.", ""),
        ("", ""),
    ],
)
def test_date_is_read_in_the_forms_letters_use(text: str, date: str) -> None:
    guess = guess_date(document(text))
    assert guess.value == date
    assert (guess.score > 0) == bool(date)


def test_source_list_overrules_every_guess(identifier: Identifier) -> None:
    listed = ListedSource(
        document="a.txt",
        kind="notat",
        sender="Seniorrådet",
        sender_type="raad",
        date="2026-01-02",
        subject="Indstilling",
        phase="for",
        track="b",
    )

    def said(value: str) -> Guess:
        return Guess(value, 1.0, "kilder.csv")

    assert identifier.identify(document(LETTER, "a.txt"), [listed]) == Identity(
        kind=said("notat"), sender=said("Seniorrådet"), sender_type=said("raad"), date=said("2026-01-02"),
        subject=said("Indstilling"), phase="for", track="b", title="a",
    )  # fmt: skip


def test_who_has_most_authority_is_asked_first_field_by_field(identifier: Identifier) -> None:
    register = ListedSource(document="a.txt", sender="A-kassen Kompas", by="kilder.xlsx")
    listed = ListedSource(document="a.txt", sender="Seniorrådet", date="2026-01-02")
    identity = identifier.identify(document(LETTER, "a.txt"), [register, listed])
    assert identity.sender == Guess("A-kassen Kompas", 1.0, "kilder.xlsx")
    assert identity.date == Guess("2026-01-02", 1.0, "kilder.csv")
    assert identity.sender_type == Guess("a_kasser", 0.9, "afsenderens navn i kilder.xlsx")


@pytest.mark.parametrize(
    ("text", "subject", "why"),
    [
        (LETTER, "Høringssvar til udkast til beskæftigelsespolitik", "overskrift"),
        (MAIL, "Høringssvar til politikken", "emnelinje"),
        ("Til byrådet\nVedr.: Flere busser til praktik\n\nKære alle\n", "Flere busser til praktik", "emnelinje"),
        ("Emne: SV: Re: Høring om job\n\nHej\n", "Høring om job", "emnelinje"),
        (CITIZEN, "", "intet fundet"),
    ],
)
def test_subject_is_taken_from_the_letters_own_words(text: str, subject: str, why: str, identifier: Identifier) -> None:
    guess = identifier.identify(document(text)).subject
    assert (guess.value, guess.why) == (subject, why)


def test_basis_tells_score_and_reason_of_every_field(identifier: Identifier) -> None:
    basis = identifier.identify(document(CITIZEN)).basis
    assert basis == (
        f"type: ordlyd (0,80); afsender: {OWN_CASE} (0,70); dato: intet fundet (0,00); emne: intet fundet (0,00)"
    )


def test_several_letters_in_a_file_do_not_take_their_sender_from_its_name(identifier: Identifier) -> None:
    letter = document("Der mangler busser til praktikstederne.", "A-kassen Kompas.txt")
    assert identifier.identify(letter).sender_type.value == "a_kasser"
    assert identifier.identify(letter, file_name=False).sender_type.value == "ukendt"


def test_fields_the_source_list_leaves_empty_are_guessed(identifier: Identifier) -> None:
    identity = identifier.identify(document(LETTER, "a.txt"), [ListedSource(document="a.txt", phase="høring")])
    assert (identity.kind.value, identity.sender_type.value) == ("hoeringssvar", "fagforeninger")
    assert identity.date.value == "2026-04-07"
    assert identity.phase == "høring"


def test_listed_sender_without_a_type_gets_the_type_its_name_tells(identifier: Identifier) -> None:
    listed = ListedSource(document="a.txt", sender="A-kassen Kompas")
    identity = identifier.identify(document(LETTER, "a.txt"), [listed])
    assert (identity.sender.value, identity.sender_type.value) == ("A-kassen Kompas", "a_kasser")


def test_title_is_the_file_name_without_folder_and_ending(identifier: Identifier) -> None:
    assert identifier.identify(document(LETTER, "a/b/Svar fra os.v2.docx")).title == "Svar fra os.v2"
