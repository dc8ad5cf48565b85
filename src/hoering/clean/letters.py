"""What stands around the text of a letter: letterhead, subject, greeting, closing, contact lines, form fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.clean.lines import Line, ends_sentence, lines_of
from hoering.edits import Edit
from hoering.sensitive import RawDocument

_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_CONTACT = re.compile(
    r"(?-i:\b\d{4} [A-ZÆØÅ][a-zæøå]+)|\b(?:tlf|tel|mobil|telefon|direkte|mail|e-mail)\b[.:]? ?"
    r"|[\w.+-]+@[\w-]+\.\w+|\bwww\.|\bCVR\b|\bEAN\b|\bJ\.? ?nr\b|\bSags(?:nr|id|nummer)\b|\bDok\.? ?nr\b"
    r"|\bJournal ?nr\b|\bAtt\b\.?|[Åå]bningstid|[Tt]elefontid",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:[A-ZÆØÅ][\w ]{{2,30}}, )?(?:Dato:? )?(?:den )?"
    rf"(?:\d{{1,2}}\. ?(?:{_MONTH})(?: \d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})\b.{{0,60}}",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(r"(?:Til|Sendt til|Fra|Cc|Modtaget)\b:? .{2,90}")
_SUBJECT = re.compile(
    r"(?:Vedr(?:ørende)?\.?:?|Emne:|Ang\.|Høringssvar\b|Svar på høring"
    r"|Bemærkninger til (?:udkast|høring)|Re:|SV:).{0,120}"
    r"|\w+s? høringssvar\b.{0,100}",
)
_GREETING = re.compile(r"(?:Kære|Hej|Goddag|Hallo|Til rette vedkommende)\b[^.!?]{0,60}[,!]?")
_CLOSING = re.compile(
    r"(?:(?:Med )?(?:de )?(?:bedste|venlige?|mange|kærlige?|gode)(?: [a-zæøå]+)? hils(?:en|ner)"
    r"|Hilsen|Mvh|Vh|Kh|Knus|P\.f\.v|(?:På|For) .{3,50}?\bveg?ne|På vegne af|Med håb om)\b.{0,80}",
    re.IGNORECASE,
)
_MAIL_HEADER = re.compile(r"(?:Fra|Til|Cc|Bcc|Emne|Sendt|Dato|Vedhæftede filer|From|To|Subject|Sent|Date):.*")
_DISCLAIMER = re.compile(
    r"(?:Denne (?:e-?)?mail kan indeholde|Sendt fra min|Er du ikke rette modtager).*", re.IGNORECASE
)
_FORM_FIELDS = {
    "afsender", "navn", "indsendt", "sagsnummer", "hørings-id", "høringssvar id", "kontakt", "informationer",
    "startdato", "svarfrist", "type", "emneord", "område", "organisation", "udtaler sig som", "dato modtaget",
    "vedhæftning",
}  # fmt: skip
_EXPORT_FIELD = re.compile(
    r"(?:EKSPORT|Undersøgelse(?:s-ID)?|Periode|Udsendt til|Udtræk dannet|Format|Antal rækker|Slut på udtræk)\b.*"
    r"|[-–_=*·]{5,}"
)

# A line this long that ends as a sentence is text, not letterhead or signature.
_TEXT_LENGTH = 60


def mail_header(document: RawDocument) -> Iterator[Edit]:
    """``Fra: … Til: … Emne: …`` at the top of a mail."""
    for line in lines_of(document.text):
        if not _MAIL_HEADER.fullmatch(line.text):
            break
        yield Edit(start=line.start, end=line.end, reason="mailhoved")


def form_fields(document: RawDocument) -> Iterator[Edit]:
    """The field names and values a hearing portal puts before the text."""
    lines = list(lines_of(document.text))
    position = 0
    while position < len(lines) and lines[position].text.lower().rstrip(":") in _FORM_FIELDS:
        position += 2
    if position >= 4:
        for line in lines[:position]:
            yield Edit(start=line.start, end=line.end, reason="formularfelt")
    for line in lines:
        if _EXPORT_FIELD.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="formularfelt")


def letterhead(document: RawDocument) -> Iterator[Edit]:
    """Short lines before the first sentence, where one of them is an address, a date or an addressee."""
    if document.format in {"md", "html", "htm"}:
        return
    head: list[Line] = []
    for line in lines_of(document.text):
        if not _is_head(line.text):
            break
        head.append(line)
    if any(_is_marker(line.text) for line in head):
        for line in head:
            yield Edit(start=line.start, end=line.end, reason="brevhoved")


def _is_head(text: str) -> bool:
    return _is_marker(text) or (len(text) < _TEXT_LENGTH and not ends_sentence(text))


def _is_marker(text: str) -> bool:
    if len(text) > 2 * _TEXT_LENGTH:
        return False
    return bool(_CONTACT.search(text) or _DATE.fullmatch(text) or _ADDRESSEE.fullmatch(text))


def subject(document: RawDocument) -> Iterator[Edit]:
    """``Høringssvar til …`` and ``Vedr. …`` as a heading near the top."""
    for line in list(lines_of(document.text))[:15]:
        if _SUBJECT.fullmatch(line.text) and not ends_sentence(line.text):
            yield Edit(start=line.start, end=line.end, reason="emnelinje")


def greeting(document: RawDocument) -> Iterator[Edit]:
    """``Kære udvalg`` on a line of its own."""
    for line in list(lines_of(document.text))[:25]:
        if _GREETING.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="hilsen")


def closing(document: RawDocument) -> Iterator[Edit]:
    """The closing formula and the name, title and address lines after it."""
    lines = list(lines_of(document.text))
    for position, line in enumerate(lines):
        if len(line.text) <= 90 and _CLOSING.fullmatch(line.text) and not _is_text(line.text):
            yield Edit(start=line.start, end=line.end, reason="underskrift")
            for after in lines[position + 1 : position + 12]:
                if _is_text(after.text):
                    break
                yield Edit(start=after.start, end=after.end, reason="underskrift")


def _is_text(text: str) -> bool:
    if _DISCLAIMER.fullmatch(text) or _CONTACT.search(text):
        return False
    return len(text.split()) > 6 and (ends_sentence(text) or len(text) > 100)


def bare_signature(document: RawDocument) -> Iterator[Edit]:
    """A name, and perhaps a place, alone at the very end without a closing formula."""
    tail = re.search(r"\n[ \t]*\r?\n((?:[^\n]{1,40}\r?\n?){1,2})\s*\Z", document.text)
    if not tail:
        return
    for line in lines_of(tail[1]):
        if len(line.text.split()) > 4 or not re.fullmatch(r"[^\W\d_][\w .'-]*", line.text) or line.text.endswith("."):
            return
    for line in lines_of(tail[1]):
        start = tail.start(1) + line.start
        yield Edit(start=start, end=start + len(line.text), reason="underskrift")


def contact_lines(document: RawDocument) -> Iterator[Edit]:
    """Address, phone and register lines anywhere: short, not a sentence, with at least one contact word."""
    for line in lines_of(document.text):
        if len(line.text) <= 150 and _CONTACT.search(line.text) and not _is_prose(line.text):
            yield Edit(start=line.start, end=line.end, reason="kontaktoplysning")


def _is_prose(text: str) -> bool:
    bare = _CONTACT.sub("", text)
    small = sum(1 for word in bare.split() if word.isalpha() and word.islower())
    return (
        small >= 4 or (ends_sentence(text) and small >= 2) or re.match(r"[\w\d ]{1,20}: \S+.*[.?!]$", text) is not None
    )


def disclaimers(document: RawDocument) -> Iterator[Edit]:
    """``Denne mail kan indeholde fortrolige oplysninger …`` and ``Sendt fra min iPhone``."""
    for line in lines_of(document.text):
        if _DISCLAIMER.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="mailfod")
