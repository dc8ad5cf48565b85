"""What stands around the text of a letter: letterhead, subject, greeting, closing, contact lines, form fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from hoering.clean.lines import Line, ends_sentence, is_item, lines_of, reads_as_clause
from hoering.edits import Edit
from hoering.forms import forms_in, removals
from hoering.sensitive import RawDocument

_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
# "mail" and "direkte" are also plain words; years from 2010 on look like post codes.
_CONTACT = re.compile(
    r"(?-i:\b(?!20[1-9]\d)\d{4} [A-ZÆØÅ][a-zæøå]+)"
    r"|\b(?:tlf|tel|mobil|telefon|direkte|e-?mail)\b[.:]*(?:\s*(?:nr\b\.?:? ?)?(?=\+?\d)|(?<=:)\s*$)"
    r"|[\w.+-]{1,64}@[\w-]+\.\w+|\bwww\.|\bCVR\b|\bEAN\b|\bJ\.? ?nr\b|\bSags(?:nr|id|nummer)\b|\bDok\.? ?nr\b"
    r"|\bJournal ?nr\b|\bAtt\b\.?|\b(?:åbnings|telefon)tid\w*\b.{0,40}?\d ?[-–] ?\d",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:[A-ZÆØÅ][\w ]{{2,30}}, )?(?:Dato:? )?(?:den )?"
    rf"(?:\d{{1,2}}\. ?(?:{_MONTH})(?: \d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})\b"
    r"(?:,.{0,60}| +(?:kl\.|(?-i:[A-ZÆØÅ(·|])).{0,60})?",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"(?:Til(?! sidst| gengæld| trods| daglig)|Sendt til|Cc)\b:? .{2,90}"
    r"|Fra:? [A-ZÆØÅ].{2,90}|Modtaget:? (?:den )?\d.{2,60}"
)
_SUBJECT = re.compile(
    r"(?:Vedr(?:ørende)?\.?:?|Emne:|Ang\.|Høringssvar(?=$|[,:.]| (?:til|fra|for|om|over|på|af|vedr|ang|i|[-–\dA-ZÆØÅ])"
    r"|\s*\()|Svar på høring|Bemærkninger til (?:udkast|høring)|Re:|SV:).{0,120}"
    r"|(?!Vores)[A-ZÆØÅ][\w-]*s høringssvar(?:$| (?:til|vedr|ang|om|over|på|[-–])).{0,100}",
)
_QUOTED = re.compile(r"[”»\"].*")
_PRONOUN = re.compile(r"\b(?:jeg|vi)\b")
_GREETING = re.compile(r"(?:Kære|Hej|Goddag|Hallo|Til rette vedkommende)\b[^.!?]{0,60}[,!]?")
_CLOSING = re.compile(
    r"(?:(?:Med )?(?:de )?(?:bedste|venlige?|mange|kærlige?|gode)(?: [a-zæøå]+)? hils(?:en|ner)"
    r"|Hilsen|Mvh|Vh|Kh|Knus|P\.f\.v|På vegne af|Med håb om)\b.{0,80}"
    r"|På .{3,50}? vegne[,.]?(?: (?-i:[A-ZÆØÅ]).{0,60})?",
    re.IGNORECASE,
)
_MAIL_HEADER = re.compile(r"(?:Fra|Til|Cc|Bcc|Emne|Sendt|Dato|Vedhæftede filer|From|To|Subject|Sent|Date):.*")
_DISCLAIMER = re.compile(
    r"(?:Denne (?:e-?)?mail kan indeholde|Er du ikke rette modtager).*"
    r"|(?:Sendt|Hentet) fra (?:min )?(?:\w+ )?(?:iPhone|iPad|Android|Samsung|Huawei|mobil|telefon|tablet|Outlook|Mail)"
    r"\w*\b.{0,60}",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_][\w'-]*(?: (?:[A-ZÆØÅ][\w'-]*\.?|og|von|de|af)){0,3}")
_TURN = re.compile(r"(?:I|IP|INT|SP|[Ii]nterviewer|[Mm]oderator|[Oo]rdstyrer|Svar|Spørgsmål)(?: ?\d+)?\s?:")
_EXPORT_FIELD = re.compile(
    r"EKSPORT|(?:Undersøgelse(?:s-ID)?|Periode|Udsendt til|Udtræk dannet|Format|Antal rækker):.{0,120}"
    r"|Slut på udtræk\b.{0,60}"
)
_RULER = re.compile(r"[-–_=*·]{5,}")
# What follows a closing formula but belongs to a new part: a postscript, an enclosure, the next letter.
_NEW_PART = re.compile(r"(?:P\.?S\.?|NB|Bilag|Svar|Spørgsmål|Vedlagt|Tilføjelse)\b")

# A line this long that ends as a sentence is text, not letterhead or signature.
_TEXT_LENGTH = 60
_EXPORT_FIELDS = 3
# Names and titles between two addresses or dates of a letterhead; more in a row is a list or a table.
_LINES_BETWEEN = 4
_SMALL_WORDS = {
    "og", "i", "for", "af", "til", "på", "ved", "med", "den", "det", "de", "v", "att", "c/o", "sal", "st", "nr", "kl",
}  # fmt: skip


def mail_header(document: RawDocument) -> Iterator[Edit]:
    """``Fra: … Til: … Emne: …`` at the top of a mail."""
    header = list(takewhile(lambda line: _MAIL_HEADER.fullmatch(line.text), lines_of(document.text)))
    if len(header) >= 2:
        for line in header:
            yield Edit(start=line.start, end=line.end, reason="mailhoved")


def form_fields(document: RawDocument) -> Iterator[Edit]:
    """The labels and values a hearing portal or survey tool puts around an answer, and lines of rules."""
    is_table = any(mark.kind == "answer" for mark in document.raw.marks)  # its reader has marked its fields
    for form in () if is_table else forms_in(document.text):
        for start, end in removals(document.text, form):
            yield Edit(start=start, end=end, reason="formularfelt")
    lines = list(lines_of(document.text))
    export = [line for line in lines if _EXPORT_FIELD.fullmatch(line.text)]
    for line in export if len(export) >= _EXPORT_FIELDS else []:
        yield Edit(start=line.start, end=line.end, reason="formularfelt")
    for line in lines:
        if _RULER.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="formularfelt")


def letterhead(document: RawDocument) -> Iterator[Edit]:
    """Addresses, dates, addressees and the names between them, before the first sentence or list item."""
    if document.format in {"md", "html", "htm"}:
        return
    head = list(takewhile(lambda line: _is_head(line.text), lines_of(document.text)))
    end = 0
    for position, line in enumerate(head):
        if position - end > _LINES_BETWEEN:
            break
        if _is_marker(line.text):
            end = position + 1
    after = takewhile(lambda line: " " in line.text and _is_name(line.text), head[end:] if end else [])
    for line in [*head[:end], *after]:
        if _is_marker(line.text) or _is_name(line.text):
            yield Edit(start=line.start, end=line.end, reason="brevhoved")


def _is_head(text: str) -> bool:
    if _is_marker(text) or _is_subject(text):
        return True
    return len(text) < _TEXT_LENGTH and not (ends_sentence(text) or _is_body(text))


def _is_body(text: str) -> bool:
    return reads_as_clause(text) or is_item(text) or _TURN.match(text) is not None


def _is_marker(text: str) -> bool:
    if len(text) > 2 * _TEXT_LENGTH or reads_as_clause(text):
        return False
    if _DATE.fullmatch(text) or _ADDRESSEE.fullmatch(text):
        return True
    return not is_item(text) and _CONTACT.search(text) is not None


def _is_name(text: str) -> bool:
    """Whether a line can be a name of someone or something: hardly a lower-case word but ``og``, ``for`` …."""
    lower = [word for word in re.findall(r"[^\W\d_][\w/]*", text) if word[0].islower() and word not in _SMALL_WORDS]
    return len(lower) <= 1


def subject(document: RawDocument) -> Iterator[Edit]:
    """``Høringssvar til …`` and ``Vedr. …`` as a heading near the top."""
    inside = False
    for line in islice(lines_of(document.text), 15):
        inside = _is_subject(line.text) or (inside and _ends_subject(line.text))
        if inside:
            yield Edit(start=line.start, end=line.end, reason="emnelinje")


def _ends_subject(text: str) -> bool:
    """Whether a line can be the rest of a subject that was broken over two lines."""
    return text[0].islower() and len(text) < _TEXT_LENGTH and not (ends_sentence(text) or reads_as_clause(text))


def _is_subject(text: str) -> bool:
    if not _SUBJECT.fullmatch(text) or ends_sentence(text):
        return False
    return not _PRONOUN.search(_QUOTED.sub("", text))


def greeting(document: RawDocument) -> Iterator[Edit]:
    """``Kære udvalg`` on a line of its own."""
    for line in islice(lines_of(document.text), 25):
        if _GREETING.fullmatch(line.text) and not reads_as_clause(line.text):
            yield Edit(start=line.start, end=line.end, reason="hilsen")


def closing(document: RawDocument) -> Iterator[Edit]:
    """The closing formula and the name, title and address lines after it."""
    lines = list(lines_of(document.text))
    done = 0
    for position, line in enumerate(lines):
        if position < done or not _is_closing(line.text):
            continue
        signature = takewhile(lambda after: not _is_text(after.text), lines[position + 1 : position + 12])
        block = [line, *signature]
        done = position + len(block)
        for part in block:
            yield Edit(start=part.start, end=part.end, reason="underskrift")


def _is_closing(text: str) -> bool:
    return len(text) <= 90 and _CLOSING.fullmatch(text) is not None and not _is_text(text)


def _is_text(text: str) -> bool:
    if _DISCLAIMER.fullmatch(text):
        return False
    if len(text) > 2 * _TEXT_LENGTH:
        return True
    if _CONTACT.search(text):
        return reads_as_clause(text)
    if _NEW_PART.match(text) or _GREETING.fullmatch(text) or is_item(text):
        return True
    return reads_as_clause(text) or (len(text.split()) > 4 and ends_sentence(text))


def bare_signature(document: RawDocument) -> Iterator[Edit]:
    """A name, and perhaps a place, alone at the very end without a closing formula."""
    lines = list(lines_of(document.text))
    for count in (1, 2):
        above, tail = lines[-count - 1 : -count], lines[-count:]
        if above and document.text.count("\n", above[0].end, tail[0].start) > 1:
            if _may_end(above[0].text) and _is_signed(tail):
                for line in tail:
                    yield Edit(start=line.start, end=line.end, reason="underskrift")
            return


def _may_end(text: str) -> bool:
    """Whether a letter can end with this line; after a heading or a question comes an answer, not a name."""
    return not text.endswith((":", "?")) and (ends_sentence(text) or len(text) > _TEXT_LENGTH)


def _is_signed(lines: Sequence[Line]) -> bool:
    return all(
        len(line.text) <= 40 and _PERSON.fullmatch(line.text) and (" " not in line.text or _is_name(line.text))
        for line in lines
    )


def contact_lines(document: RawDocument) -> Iterator[Edit]:
    """Address, phone and register lines anywhere: short, not a sentence, with at least one contact word."""
    for line in lines_of(document.text):
        if len(line.text) <= 150 and _CONTACT.search(line.text) and not _is_prose(line.text):
            yield Edit(start=line.start, end=line.end, reason="kontaktoplysning")


def _is_prose(text: str) -> bool:
    if reads_as_clause(text):
        return True
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
