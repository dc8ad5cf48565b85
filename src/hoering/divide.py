"""Where one file holds several things received: letters one after another, mails, the answers of a survey.

Runs on the sensitive side, on the raw text, before cleaning takes away the letterheads that tell. Parts follow each
other without a gap, so that no character is outside all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hoering.clean.lines import Line, ends_sentence, lines_of, reads_as_clause
from hoering.sensitive import RawDocument

WHOLE = "hele filen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a raw text: its place, and from what it was taken to be something of its own."""

    start: int
    end: int
    why: str


# "Høringssvar nr. 4", "Bilag 2: Høringssvar fra …", "--- Svar 3 ---": a line that counts letters.
_COUNTED = re.compile(
    r"[-–—=*#_\s]*(?:(?:(?:Bilag|Nr\.?) ?)?(\d{1,3})[.:)]? ?[-–]? ?)?"
    r"(?:Høringssvar|Henvendelse|Svar|Brev|Mail|Indsigelse|Bemærkning(?:er)?)"
    r"(?:(?: nr\.?| nummer|:)? ?(\d{1,3}|(?-i:[IVX]{1,5}))\b(?: af \d+)?)?"
    r"(?:[.:]|\s*[-–]|\s+fra\b)?(.{0,80}?)[-–—=*#_\s]*",
    re.IGNORECASE,
)
_INITIAL = re.compile(r" [A-ZÆØÅ]\.$")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
# "Svar fra Handicaprådet:", "Høringssvar – borger": headings alike, each with another sender.
_NAMED = re.compile(
    r"(Høringssvar|Svar|Bidrag|Indlæg|Indsendt|Henvendelse|Bemærkninger) ?(?:fra|af|[:–-])[: ]+(\w.{1,70}?)[:.]?",
    re.IGNORECASE,
)
# A paper that renders letters has their senders as headings.
_RENDERED = re.compile(r"\b(?:\w*notat|hvidbog|resum[eé]\w*|opsamling|referat|kommenteret)\b", re.IGNORECASE)
_FORM_SENDER = re.compile(r"(?:Afsender|Indsender)\b:?.{0,80}", re.IGNORECASE)
_FORM_REST = re.compile(r"(?:Indsendt|Sagsnummer|Hørings-id|Svarnummer|Modtaget)\b:?.{0,60}", re.IGNORECASE)
_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DATED = re.compile(
    rf"(?:Dato:?\s*|[A-ZÆØÅ][\w .-]{{2,30}},? )?(?:[Dd]en )?"
    rf"(?:\d{{1,2}}\. ?(?:{_MONTH})(?: \d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})\.?"
)
_ADDRESSED = re.compile(
    r"(?:Til|Att\.?|Sendt til|Modtager)\b:? "
    r"(?:[A-ZÆØÅ].{2,80}|(?:kommunen|udvalget|byrådet|politikerne|jobcent(?:ret|eret)|forvaltningen)\b.{0,60})"
)
_GREETED = re.compile(r"(?:Kære|Hej|Goddag)\b[^.!?]{0,60}[,!]?|Til rette vedkommende[,!]?", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:Vedr(?:ørende)?\.?:?|Emne:|Ang\.|Angående|Høringssvar|Svar på høring|Bemærkninger til (?:udkast|høring))\b"
    r".{0,120}"
)
_CONTACT = re.compile(
    r"\b(?!20[1-9]\d)\d{4} [A-ZÆØÅ][a-zæøå]+|\b(?:[Tt]lf|[Tt]el|[Mm]obil|[Tt]elefon)\b[.:]*\s*\+?\d"
    r"|[\w.+-]{1,64}@[\w-]+\.\w+|\bwww\.|\bCVR\b"
)
_CLOSED = re.compile(
    r"(?:(?:Med )?(?:de )?(?:bedste|venlige?|mange|kærlige?|gode)(?: [a-zæøå]+)? hils(?:en|ner)|Hilsen|Mvh|Vh|Kh"
    r"|På .{3,50}? vegne|Med håb om)\b[ ,.]*(.{0,80})",
    re.IGNORECASE,
)
_RULER = re.compile(r"[-–_=*·]{5,}|[*·~#]( ?[*·~#]){2,}")
_TELLING = frozenset({"addressee", "subject", "greeting"})
_QUOTED = re.compile(
    r"-{2,} ?(?:Oprindelig|Original|Videresendt|Forwarded|Begin forwarded)|Den .{5,60} skrev:|On .{5,60} wrote:|>", re.I
)
_MAIL_FROM = re.compile(r"(?:Fra|From): ?(\S.{1,120})")
_MAIL_REST = re.compile(r"(?:Til|To|Sendt|Dato|Date|Sent|Emne|Subject|Cc|Modtaget):")

# Lines of a letter's head looked at together, and lines a signature may take.
_HEAD_LINES = 12
_SIGNATURE_LINES = 9
# A letter has at least this many characters of running text; else it is an enclosure's cover or a list.
_BODY = 60
_HEAD_LINE_LENGTH = 90


def letters(document: RawDocument) -> tuple[Part, ...]:
    """The letters of a file in order; one part where there is only one.

    Five things tell: mails each with its own head, forms each with its sender's field, lines that count the letters
    up, headings alike that each name another sender, and a letter's head
    (at least two of date, addressee, subject, address, greeting) after another's closing or on a new page.
    """
    quoted = [m for m in document.raw.marks if m.kind == "quoted reply"]
    lines = [li for li in lines_of(document.text) if not any(m.start <= li.start < m.end for m in quoted)]
    for find in (_mails, _forms, _counted, _named, _headed):
        starts = _with_body([0, *find(document, lines)], lines, document)
        if len(starts) > 1:
            return _parts(starts, document, _WHY[find.__name__])
    return (Part(start=0, end=len(document.text), why=WHOLE),)


_WHY = {
    "_mails": "mailhoved",
    "_forms": "formularfelter",
    "_counted": "nummereret overskrift",
    "_named": "overskrift med afsender",
    "_headed": "nyt brevhoved",
}
_ANSWER = re.compile(r"^[ \t]*Svar (\d+):", re.MULTILINE)


def answers(document: RawDocument) -> tuple[Part, ...]:
    """The answers of a survey in order: where its reader marked them, else from one ``Svar 1:`` to the next."""
    starts = [m.start for m in document.raw.marks if m.kind == "answer"]
    starts = starts or [m.start() for m in _ANSWER.finditer(document.text)]
    if len(starts) < 2:
        return (Part(start=0, end=len(document.text), why=WHOLE),)
    return _parts([0, *starts[1:]], document, "svar i undersøgelse")


def _parts(starts: Sequence[int], document: RawDocument, why: str) -> tuple[Part, ...]:
    return tuple(Part(start=a, end=b, why=why) for a, b in pairwise([*starts, len(document.text)]))


def _with_body(starts: Sequence[int], lines: Sequence[Line], document: RawDocument) -> list[int]:
    """The starts of parts that hold running text; what holds none stays with the part before it, the first with the
    one after it."""
    kept: list[int] = []
    for start, end in pairwise([*starts, len(document.text)]):
        body = sum(len(li.text) for li in lines if start <= li.start < end and _is_body(li.text))
        if body >= _BODY:
            kept.append(start)
    return [0, *kept[1:]] if kept else [0]


def _is_body(line: str) -> bool:
    return reads_as_clause(line) or (ends_sentence(line) and len(line) > 30)


def _mails(document: RawDocument, lines: Sequence[Line]) -> Iterator[int]:
    """Heads ``Fra: … Sendt: … Emne: …`` of mails; what a mail quotes is no letter of its own."""
    heads = [i for i in range(len(lines)) if _is_mail_head(lines, i)]
    if not heads or heads[0] > 3:
        return
    senders = [_sender_of(lines[i].text) for i in heads]
    quoted = [_QUOTED.match(lines[i - 1].text) is not None if i else False for i in heads]
    subject = [_subject_of(lines, i) for i in heads]
    for position in range(1, len(heads)):
        # A chain of answers keeps its subject; letters of many people about one hearing are told apart by "SV:".
        in_chain = _is_reply(subject[position - 1]) and _bare(subject[position - 1]) == _bare(subject[position])
        if not quoted[position] and not in_chain and senders[position] != senders[position - 1]:
            yield lines[heads[position]].start


def _is_mail_head(lines: Sequence[Line], i: int) -> bool:
    if not _MAIL_FROM.fullmatch(lines[i].text):
        return False
    return sum(1 for line in lines[i + 1 : i + 5] if _MAIL_REST.match(line.text)) >= 2


def _sender_of(line: str) -> str:
    found = _MAIL_FROM.fullmatch(line)
    return found[1].casefold() if found else ""


def _subject_of(lines: Sequence[Line], i: int) -> str:
    return next((li.text for li in lines[i + 1 : i + 6] if li.text.startswith(("Emne:", "Subject:"))), "")


def _is_reply(subject: str) -> bool:
    return re.search(r":\s*(?:sv|re|vs|fw)\s*:", subject, re.IGNORECASE) is not None


def _bare(subject: str) -> str:
    return re.sub(r"^(?:(?:emne|subject|re|sv|vs|fwd?):\s*)+", "", subject, flags=re.IGNORECASE).casefold()


def _counted(document: RawDocument, lines: Sequence[Line]) -> Iterator[int]:
    """Lines that count letters up: 1, 2, 3; the first of them may have a title page before it."""
    found: list[tuple[int, int]] = []
    for line in lines:
        initial = _INITIAL.search(line.text)
        if len(line.text) > _HEAD_LINE_LENGTH or (ends_sentence(line.text.rstrip(":")) and not initial):
            continue
        match = _COUNTED.fullmatch(line.text)
        number = _number(match[1] or match[2] or "0") if match else 0
        if number and not reads_as_clause(line.text):
            found.append((number, line.start))
    if [number for number, _ in found] == list(range(1, len(found) + 1)) and len(found) > 1:
        yield from (start for _, start in found)


def _number(digits: str) -> int:
    return int(digits) if digits.isdigit() else _ROMAN.get(digits, 0)


def _forms(document: RawDocument, lines: Sequence[Line]) -> Iterator[int]:
    """The sender's field of forms exported one after another."""
    heads = [
        i
        for i, line in enumerate(lines)
        if _FORM_SENDER.fullmatch(line.text) and any(_FORM_REST.fullmatch(li.text) for li in lines[i + 1 : i + 7])
    ]
    if len(heads) > 1:
        yield from (lines[i].start for i in heads)


def _named(document: RawDocument, lines: Sequence[Line]) -> Iterator[int]:
    """Headings alike that name a sender each, in a file that does not render letters but holds them."""
    if any(_RENDERED.search(line.text) for line in lines[:3]):
        return
    found = [
        (match[1].casefold(), match[2].casefold(), line.start)
        for line in lines
        if len(line.text) <= _HEAD_LINE_LENGTH
        and not reads_as_clause(line.text)
        and (match := _NAMED.fullmatch(line.text))
    ]
    if len({name for _, name, _ in found}) > 1 and len({word for word, _, _ in found}) == 1:
        yield from (start for _, _, start in found)


def _headed(document: RawDocument, lines: Sequence[Line]) -> Iterator[int]:
    """Where a letter has been closed, or a page begins, and the head of another follows."""
    breaks = [_Gap.between(document, before, after) for before, after in pairwise(lines)]
    for i in range(1, len(lines)):
        signed = _signed_at(lines, breaks, i)
        ruled = _RULER.fullmatch(lines[i - 1].text) is not None
        if (signed or breaks[i - 1].page) and _has_head(lines, i, needed=1 if signed and ruled else 2):
            yield lines[i].start


@dataclass(frozen=True, slots=True)
class _Gap:
    """What lies between two lines."""

    blank: bool
    page: bool

    @classmethod
    def between(cls, document: RawDocument, before: Line, after: Line) -> _Gap:
        text = document.text[before.end : after.start]
        page = "\f" in text or any(before.end <= p.start <= after.start for p in document.pages[1:])
        return cls(blank=page or text.count("\n") > 1, page=page)


def _signed_at(lines: Sequence[Line], breaks: Sequence[_Gap], i: int) -> bool:
    """Whether the line before this one ends a signature.

    A signature is what stands with the closing formula, or the paragraph below where that stands alone.
    """
    if not breaks[i - 1].blank:
        return False
    first = i - 1
    if _RULER.fullmatch(lines[first].text) and first:
        first -= 1
    paragraphs = 0
    while first >= 0 and i - first <= _SIGNATURE_LINES:
        text = lines[first].text
        if closed := _CLOSED.fullmatch(text):
            return paragraphs == 0 or (paragraphs == 1 and breaks[first].blank and not closed[1])
        if _is_body(text) or len(text) > _HEAD_LINE_LENGTH or _signs(text) & _TELLING:
            return False
        first -= 1
        paragraphs += breaks[first].blank if first >= 0 and not _RULER.fullmatch(lines[first + 1].text) else 0
    return False


def _has_head(lines: Sequence[Line], i: int, needed: int) -> bool:
    """Whether the lines from here to the first running text hold what a letter's head holds, ``needed`` signs of it."""
    signs = _signs(lines[i].text)
    if not signs and not _may_open(lines[i].text):
        return False
    for line in lines[i + 1 : i + _HEAD_LINES]:
        found = _signs(line.text)
        if not found and (_is_body(line.text) or len(line.text) > _HEAD_LINE_LENGTH):
            break
        signs = signs | found
    # An address and a date may also stand below a signature: it takes an addressee, a subject or a greeting.
    return bool(signs & _TELLING) and (len(signs) >= needed or "greeting" in signs)


def _signs(text: str) -> set[str]:
    return {
        name
        for name, regex in (
            ("date", _DATED),
            ("addressee", _ADDRESSED),
            ("greeting", _GREETED),
            ("subject", _SUBJECT),
        )
        if regex.fullmatch(text)
    } | (
        {"address"} if _CONTACT.search(text) and len(text) <= _HEAD_LINE_LENGTH and not reads_as_clause(text) else set()
    )


def _may_open(text: str) -> bool:
    """Whether a line can be the first of a letter: a name or a title, not a sentence."""
    return len(text) <= _HEAD_LINE_LENGTH and not ends_sentence(text) and text[0].isupper()
