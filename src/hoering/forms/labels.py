"""The labels that hearing portals and survey tools put before their fields, by what the field says.

Gathered from the shapes in which Danish portals export answers; a label is compared without case, stars, colon
and what stands in parentheses after it. To know a new portal, add its labels here.
"""

from __future__ import annotations

import re
from functools import cache

# Keys whose values say who answered, when and in what case; the rest is only taken out.
_BY_KEY: dict[str, tuple[str, ...]] = {
    "sender": (
        "afsender", "afsenders navn", "navn på afsender", "afsendernavn", "indsender", "høringspart", "indsendt af",
    ),
    "name": (
        "name", "full name", "navn", "dit navn", "fulde navn", "for- og efternavn", "fornavn og efternavn",
        "navn på kontaktperson",
        "deltager", "bruger", "brugernavn", "forfatter",
    ),
    "first_name": ("fornavn", "fornavne", "first name"),
    "last_name": ("efternavn", "last name"),
    "organisation": (
        "organization", "company", "organisation", "navn på organisation", "organisationens navn",
        "organisationsnavn", "evt. organisation",
        "eventuel organisation", "forening", "foreningens navn", "navn på forening", "virksomhed", "virksomhedens navn",
        "virksomhedsnavn", "navn på virksomhed", "firma", "firmanavn", "myndighed", "myndighedens navn",
        "navn på myndighed", "navn på organisation/virksomhed", "organisation/virksomhed", "på vegne af",
        "jeg svarer på vegne af",
    ),
    "role": (
        "udtaler sig som", "jeg udtaler mig som", "du udtaler dig som", "jeg svarer som", "svarer som", "du svarer som",
        "rolle", "afsendertype", "respondenttype", "type af afsender", "type afsender", "jeg er", "kategori",
        "type af respondent",
    ),
    "submitted": (
        "dato for modtagelse", "modtagelsestidspunkt", "submitted", "submitted at", "completed", "date submitted",
        "indsendt", "indsendt den", "indsendelsesdato", "dato for indsendelse", "dato for afsendelse", "afsendt",
        "besvaret", "besvaret den", "besvarelsesdato", "svardato", "dato modtaget", "modtaget", "modtaget den",
        "modtagelsesdato", "oprettet", "oprettet den", "oprettelsesdato", "dato", "dato for svar", "afgivet",
        "afgivet den", "gennemført", "afsluttet", "tidsstempel",
    ),
    "case_number": (
        "sagsnummer", "sagsnr", "sags nr", "sags-id", "sagsid", "journalnummer", "journalnr", "j.nr", "esdh-nr",
    ),
    "hearing_id": ("hørings-id", "høringsid", "høringid", "høring-id", "høringsnummer", "høringens id", "høringsnr"),
    "answer_id": (
        "response id", "respondent no", "submission id", "henvendelse nr", "svarnummer", "svarnr", "svar-nr",
        "svar nr", "svar-id", "svarid", "høringssvar id", "høringssvar-id",
        "høringssvar nr", "høringssvarsnummer", "høringssvarnummer", "respondent", "respondent-id", "respondent id",
        "respondentnummer", "respondent nr", "besvarelse", "besvarelse nr", "besvarelses-id", "løbenummer",
        "bidrag-id", "bidrag nr", "indlæg nr", "referencenummer", "kvitteringsnummer",
    ),
    "contact": (
        "kontakt", "kontaktperson", "kontaktperson i kommunen", "kontakt i kommunen", "kontakt i forvaltningen",
        "kontaktperson i forvaltningen", "sagsbehandler", "ansvarlig", "ansvarlig sagsbehandler",
        "kontakt til forvaltningen", "ansvarlig forvaltning", "spørgsmål til høringen",
        "spørgsmål til høringen rettes til",
    ),
    "attachments": (
        "vedhæftede filer", "vedhæftet fil", "vedhæftning", "vedhæftninger", "vedhæftede dokumenter", "vedhæftet",
        "filer", "bilag", "dokumenter", "upload", "uploadede filer",
    ),
    "publish": (
        "må offentliggøres", "må svaret offentliggøres", "må dit svar offentliggøres",
        "må høringssvaret offentliggøres", "må dit høringssvar offentliggøres", "må vi offentliggøre dit svar",
        "offentliggøres", "offentliggørelse", "samtykke", "samtykke til offentliggørelse",
        "jeg giver samtykke til offentliggørelse", "må navn offentliggøres",
        "jeg accepterer, at mit svar offentliggøres",
    ),
    "address": ("adresse", "din adresse", "vejnavn", "gade", "gade og nr", "vej og husnummer"),
    "postcode": ("postnr", "postnummer", "postnr. og by", "postnummer og by", "postnr./by", "postnr/by"),
    "email": ("e-mail", "email", "e-mailadresse", "mailadresse", "mail", "e-post"),
    "phone": ("telefon", "telefonnummer", "telefonnr", "tlf", "tlf. nr", "mobil", "mobilnummer"),
    "body": (
        "bemærkning", "comment", "comments", "dit indlæg", "jeres høringssvar", "jeres bemærkninger", "høringssvar",
        "dit høringssvar", "høringssvaret", "bemærkninger", "dine bemærkninger",
        "eventuelle bemærkninger", "kommentar", "kommentarer", "din kommentar", "svartekst", "besvarelsestekst",
        "skriv dit høringssvar", "skriv dit høringssvar her", "tekst", "bidrag", "dit bidrag", "dit svar",
        "høringssvarets tekst", "beskrivelse", "uddybende bemærkninger", "indlæg", "budskab", "besked",
    ),
    "other": (
        "startdato", "slutdato", "svarfrist", "høringsfrist", "frist", "høringsperiode", "type", "emneord", "område",
        "status", "emne", "titel", "overskrift", "høring", "høringens titel", "høringens navn", "stilling",
        "titel/stilling", "by", "bydel", "alder", "køn", "aldersgruppe", "cvr", "cvr-nr", "cvr-nummer", "modtager",
        "projekt", "kanal", "sprog", "ip-adresse", "kommune", "region", "land", "antal ord", "antal tegn", "version",
    ),
    "section": (
        "informationer", "oplysninger", "kontaktoplysninger", "dine oplysninger", "afsenderoplysninger", "stamdata",
        "oplysninger om afsender", "baggrundsoplysninger", "om dig", "download høringssvar som pdf", "hent som pdf",
        "download som pdf", "om høringen",
    ),
}  # fmt: skip

# Letters have dates, names, addresses, subjects and enclosures too; these only forms have.
_STRONG = frozenset({
    "afsender", "navn på afsender", "indsendt", "indsendt den", "sagsnummer", "besvaret den", "dato modtaget",
    "indsendelsesdato", "høringspart", "jeg svarer på vegne af", "organisationens navn", "navn på organisation",
    "dit høringssvar", "skriv dit høringssvar", "skriv dit høringssvar her", "høringssvarets tekst",
})  # fmt: skip
_STRONG_KEYS = frozenset({"hearing_id", "answer_id", "publish", "role"})
# Plain words or headings of letters, whatever their key.
_WEAK = frozenset({"jeg er", "kategori", "besvarelse", "samtykke", "offentliggørelse", "offentliggøres"})

_MOST_WORDS = 6
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 60
LONGEST_LABEL = 140
_AROUND = re.compile(r"^[\s*_#|>]+|[\s*_:?.|]+$")
_NOTE = re.compile(r"(?<=\w)\s*\([^()]{1,80}\)")
# A heading that counts the answers of an export: "Høringssvar 1 af 12".
_COUNTED = re.compile(
    r"(?:høringssvar|henvendelse|besvarelse|bidrag|indlæg|respondent|deltager)(?: ?nr\.?)? "
    r"(?=\d{1,5}(?: (?:af|/) \d{1,5})?\W*$)",
    re.IGNORECASE,
)


@cache
def _keys() -> dict[str, str]:
    return {label: key for key, labels in _BY_KEY.items() for label in labels}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_first_word(label) for label in _keys())


def _first_word(text: str) -> str:
    match = _FIRST_WORD.search(text, 0, _OPENING)
    return match[0].casefold() if match else ""


def may_be_label(text: str) -> bool:
    """Whether a text begins with a word that some label begins with: most lines do not, and need no closer look."""
    return _first_word(text) in _first_words()


def plain(label: str) -> str:
    """A label as it is compared: ``**Navn:**`` and ``Navn (skal udfyldes) *`` are both ``navn``."""
    return " ".join(_AROUND.sub("", _NOTE.sub("", label.casefold())).split())


def key_of(label: str) -> str:
    """What a field with this label says; empty for what is no label.

    >>> key_of("Udtaler sig som:"), key_of("Vi vil")
    ('role', '')
    """
    return _keys().get(plain(label), "") if len(label) <= LONGEST_LABEL else ""


def is_strong(label: str) -> bool:
    """Whether only forms have such a label."""
    bare = plain(label)
    return bare in _STRONG or (bare not in _WEAK and _keys().get(bare) in _STRONG_KEYS)


def opening_label(text: str) -> str:
    """The longest label that a line opens with, with no sign after it (``Indsendt 1/2-2030``); empty where none is."""
    if match := _COUNTED.match(text):
        return match[0].rstrip()
    words = re.findall(r"\S+", text[:100])[: _MOST_WORDS + 1]
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        if " ".join(words[:count]).casefold().rstrip(".") in _keys():
            match = re.match(r"\s*" + r"\s+".join(map(re.escape, words[:count])), text)
            return match[0] if match else ""
    return ""


def is_counted(text: str) -> bool:
    """Whether a line is a heading that counts the answers of an export (``Høringssvar 1 af 12``)."""
    return _COUNTED.match(text) is not None
