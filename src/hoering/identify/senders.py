"""Who sends a document, and what kind of sender that is.

Looked for in form fields, the mail's head, letterhead, opening, signature, byline and file name. The places that
agree on a type of sender add up; the name is taken from the best of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import PurePosixPath

from hoering.codebook import Codebook
from hoering.coding.people import NAME, PartyFinder
from hoering.debates import is_debate
from hoering.forms import Form, forms_in
from hoering.identify.forwarded import original, own_part
from hoering.identify.guess import NOTHING, UNKNOWN, Guess, strength
from hoering.identify.named import municipality_in, paper_in, party_in
from hoering.identify.private import in_first_person, private_signs
from hoering.read.mail_head import mail_head
from hoering.sensitive import RawDocument

# A private writer; `hoering.sources` adds the number, so that two of them are not one.
UNNAMED = "Borger"
UNKNOWN_SENDER = "Ukendt afsender"

_FIELD = re.compile(r"^(?:Afsender|Organisation|Evt\. organisation):?[ \t]*\r?\n?[ \t]*([^\r\n]+)", re.MULTILINE)
_FROM = re.compile(r"\A\s*Fra: ?([^\r\n<]+)")
_SUBJECT_FROM = re.compile(r"[Hh]øringssvar fra (?:den |det )?([^\n,–]{4,70}?)(?:,| vedr| til\b|\n| –|$)", re.MULTILINE)
_GENITIVE = re.compile(r"^([A-ZÆØÅ][\w -]{3,50}?)s høringssvar\b", re.MULTILINE)
_OPENING = re.compile(
    r"^((?:[A-ZÆØÅ][\w/&.-]*)(?: [A-ZÆØÅa-zæøå][\w/&.-]*){0,5}?) "
    r"(?:takker|har (?:modtaget|behandlet|drøftet|læst|følgende|gennemgået)|organiserer|repræsenterer"
    r"|er (?:en|et|de|hus)|bakker|kvitterer|hilser|skal (?:hermed|indledningsvis)|vil (?:gerne|indledningsvis))\b",
    re.MULTILINE,
)
_AMONG_US = re.compile(
    r"^(?:I|Hos|Hos os i|Vi i|Vi hos|Vi fra) ([A-ZÆØÅ][\w/&.-]*(?: [A-ZÆØÅ][\w/&.-]*){0,4}) (?=har|er|vil|møder|ser)",
    re.MULTILINE,
)
_HEADED_FROM = re.compile(r"^Fra (?:os i )?([A-ZÆØÅ][^\n:<@]{3,60})$", re.MULTILINE)
_OFFICE = re.compile(
    r"^[^\n]{0,40}\b(?:formand|talsperson|leder|direktør|sekretær) (?:for|i|af) ([A-ZÆØÅ][^\n]{3,60})$", re.MULTILINE
)
_FORM = re.compile(
    r"(?:Afsender|Til stede|Deltagere|Fraværende|Afbud|Navn|Organisation|Indsendt|Udtaler sig som|Fra|From)\b:?",
    re.IGNORECASE,
)
# What is said of the letter's subject, and not of its sender: "Klage over Jobcenter Ravnsø".
_ABOUT = re.compile(
    r"(?:høring|klage|vedr|ang\b|emne|bemærkning|kommentar|svar|indsigelse|dato|sags?(?:nr|id)|j\.? ?nr|cvr|tlf)",
    re.IGNORECASE,
)
_BOARD = re.compile(r"\b(?:hoved|forretnings)?bestyrelsen?s?\b", re.IGNORECASE)
_LABEL = re.compile(r"^([A-ZÆØÅ][\w .]{2,24}):[ \t]+\S", re.MULTILINE)
_SPOKEN = re.compile(r"[A-ZÆØÅ][\w .]{0,24}:[ \t]*\S")
_ASKS = re.compile(r"(?:interviewer|moderator|spørger|facilitator)\b", re.IGNORECASE)
_ASKED_FIRM = re.compile(r"^(?:Antal (?:ansatte|medarbejdere)|(?:Virksomhedens )?[Bb]ranche)\b", re.MULTILINE)
_RUNS_FIRM = re.compile(
    r"\b(?:mine?|vores) (?:kunder|medarbejdere?|ansatte|lærlinge?|elev)\b|\b(?:vi er|har) \w+ ansatte\b"
    r"|\bsom (?:arbejdsgiver|virksomhed)\b",
    re.IGNORECASE,
)
_EDITORIAL = re.compile(r"\A.{0,200}(?:^LEDER\b|^Leder(?:en)?$|^[^\n]{3,40} mener$)", re.MULTILINE | re.DOTALL)
_TITLED = re.compile(r"(?:notat|politik|strategi|referat|opsamling|punkt|udkast|plan\b|hvidbog|resum)", re.IGNORECASE)
_CLOSING = re.compile(r"(?:hilsen|hilsner|mvh|vegne(?: af)?)\b([^\n]*(?:\n[^\n]*){0,8})", re.IGNORECASE)
_ADDRESSEE = re.compile(
    r"^(?:(?:Til|Att\.?|Sendt til|Cc:?|Kontakt)\b.*|(?:Kære|Hej|Goddag|Hallo)\b[^.!?\n]{0,60}[,!]?)$", re.MULTILINE
)
_BYLINE = re.compile(r"^(?:(?:Debatindlæg|Indlæg|Kronik|Læserbrev|Klumme) )?[Aa]f:? ([^\n]{5,160})$", re.MULTILINE)
# File names that tell what a letter is about, or what it is, and not who sent it.
_NO_NAME = re.compile(
    r"(?:vedr|ang|læserbrev|svar|kopi|scan|jeg\b|vi\b|til\b|høring|brev|mail|dokument)", re.IGNORECASE
)
# Characters of a document in which form fields stand.
_TOP = 1500


_ASSEMBLY = re.compile(r"\b(?:Folketinget|Byrådet|Kommunalbestyrelsen|Borgerrepræsentationen|Regionsrådet)\b")


@dataclass(frozen=True, slots=True)
class _Candidate:
    sender: str
    sender_type: str
    weight: float
    why: str
    against: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sent a document and what kind of sender that is, each with score and reason."""

    name: Guess
    type: Guess


@dataclass(slots=True)
class SenderFinder:
    """Guesses senders by a codebook's words for them."""

    book: Codebook
    finder: PartyFinder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = PartyFinder(self.book)

    def type_of_name(self, name: str) -> str:
        """Type of a sender by the name alone, the codebook's actor id; empty where it tells nothing."""
        return self.finder.of_organisation(name) or ""

    def find(self, document: RawDocument, kind: str, *, file_name: bool = True) -> Sender:
        """The sender of a document of a kind; unknown where nothing tells.

        Args:
            document: the document, or one letter of several in it.
            kind: its kind.
            file_name: whether the file's name may tell; not where several letters share it.
        """
        found = self._find(document, kind, file_name)
        score = strength(found.weight, found.weight + found.against)
        return Sender(name=Guess(found.sender, score, found.why), type=Guess(found.sender_type, score, found.why))

    def _find(self, document: RawDocument, kind: str, file_name: bool) -> _Candidate:
        text = own_part(original(document.text))
        if kind == "nyhed":
            return _news_sender(text)
        if kind in {"notat", "politik"}:
            return self._authority(text)
        if kind == "debat" and is_debate(text.splitlines()):
            return _Candidate(_assembly(text), "politikere", 3, "politikere har ordet på skift")
        if kind == "debat" and (found := self._writer(text)):
            return found
        if kind in {"interview", "survey"} and (found := self._asked(text, kind)):
            return found
        organisation = self._organisation(document, text, kind, file_name)
        private = _private(text, kind, self.book.private)
        if organisation and private:
            # Who speaks of a family or an own case is a person, also with an employer's name below.
            weight = private.weight - (1.5 if _is_named_sender(organisation) else 0.0)
            if weight > organisation.weight:
                return _Candidate(UNNAMED, self.book.private, weight, private.why, organisation.weight)
        return organisation or private or self._citizen(document, kind, file_name)

    def _authority(self, text: str) -> _Candidate:
        """Who stands at the head of a memo or policy: another body by name, else the municipality."""
        for line in _first_lines(text, 4):
            name = re.split(r" [·|] |\t|  +|, ", line)[0]
            if len(name.split()) > 6 or _TITLED.search(name) or _ABOUT.match(name) or _FORM.match(name):
                continue
            sender_type = self.type_of_name(name)
            if sender_type and sender_type not in {self.book.authority, "politikere"}:
                return _Candidate(_short(name), sender_type, 3, "brevhoved")
            if sender_type:
                break
        municipality = municipality_in(text)
        why = "kommunens navn i teksten" if municipality else "dokumentets type"
        return _Candidate(municipality or "Kommunen", self.book.authority, 1.5 if municipality else 0.5, why)

    def _writer(self, text: str) -> _Candidate | None:
        """The writer of a debate piece by the role in the byline; a private writer stays unnamed."""
        if _EDITORIAL.search(text):
            return _Candidate(paper_in(text) or "Avisen", "journalist", 2, "avisens leder")
        byline = _BYLINE.search(text)
        for line in [byline[1]] if byline else _first_lines(text, 6):
            named = NAME.match(line)
            if not byline and (not named or len(line) > 110 or not line[named.end() :].startswith((",", " ("))):
                continue
            found = self._role(line)
            if found:
                return found
        if byline:
            return _Candidate(UNNAMED, self.book.private, 1, "byline uden rolle")
        if any(NAME.fullmatch(line.strip()) for line in text.splitlines()[-4:]):
            return _Candidate(UNNAMED, self.book.private, 0.75, "underskrift uden rolle")
        return None

    def _role(self, line: str) -> _Candidate | None:
        role = re.sub(NAME, "", line).strip(" ,og")
        party = self.finder.of_title(line)
        if party == "politikere":
            writers = " og ".join(m[0] for m in NAME.finditer(line))
            group = party_in(role) or role
            return _Candidate(f"{group} ({writers})" if writers else group, party, 3, "byline")
        return _Candidate(role, party, 3, "byline") if party else None

    def _asked(self, text: str, kind: str) -> _Candidate | None:
        """Who was interviewed or filled in a form, by heading, speaker labels and what is asked."""
        if kind == "survey":
            heading = " ".join(_first_lines(text, 1))
            if _ASKED_FIRM.search(text) or re.search(r"virksomhed|arbejdsgiver", heading, re.IGNORECASE):
                return _Candidate(UNKNOWN_SENDER, "virksomheder", 2, "spørgsmål til virksomheder")
            return None
        headings = list(takewhile(lambda line: not _SPOKEN.match(line), _first_lines(text, 3)))
        labels = [label for label in dict.fromkeys(_LABEL.findall(text)) if not _ASKS.match(label)]
        totals: dict[str, float] = defaultdict(float)
        for places, weight in ((headings, 2.0), (labels, 1.5)):
            for place in places:
                # "Interview med formanden for Handicaprådet": the whole line tells, and the longest pattern in it.
                if found := self.finder.of_title(place.split(",")[0]):
                    totals[found] += weight
        if not totals:
            return None
        best = max(totals, key=lambda t: totals[t])
        if best == self.book.private:
            return None
        name = next((h for h in headings if self.finder.of_title(h) == best), "") or UNKNOWN_SENDER
        return _Candidate(_short(name), best, totals[best], "hvem der taler", sum(totals.values()) - totals[best])

    def _organisation(self, document: RawDocument, text: str, kind: str, file_name: bool) -> _Candidate | None:
        totals: dict[str, float] = defaultdict(float)
        candidates = [c for c in self._candidates(document, text, kind, file_name) if c.sender_type]
        for candidate in candidates:
            totals[candidate.sender_type] += candidate.weight
        if not totals:
            return None
        best = max(totals, key=lambda t: totals[t])
        chosen = [c for c in candidates if c.sender_type == best]
        # A file's name tells the type; the name itself is better taken from the letter, where it stands in full.
        written = [c for c in chosen if c.why != "filnavn"] or chosen
        name = (_named_by_file(document) if file_name else "") or max(written, key=_name_worth).sender
        against = sum(totals.values()) - totals[best]
        return _Candidate(name, best, totals[best], ", ".join(dict.fromkeys(c.why for c in chosen)), against)

    def _candidates(self, document: RawDocument, text: str, kind: str, file_name: bool) -> Iterator[_Candidate]:
        for place, weight, basis in self._places(document, text, kind, file_name):
            bare = _BOARD.sub("", re.sub(r"\[[^\]]*\]|<[^>]*>", "", place)).strip(" ,.")
            if bare and (sender_type := self.finder.of_organisation(bare)):
                yield _Candidate(_short(bare), sender_type, weight, basis)

    def _places(self, document: RawDocument, text: str, kind: str, file_name: bool) -> Iterator[tuple[str, float, str]]:
        """Where a sender may stand, with the weight of the place."""
        path = PurePosixPath(document.document)
        if file_name and not _NO_NAME.match(path.stem):
            yield path.stem.replace("A-S", "A/S"), 3, "filnavn"
        forms = forms_in(text)[:1]
        head = _ADDRESSEE.sub("", _without_contact(text, forms))
        if kind == "interview":
            yield from ((part, 2, "mappe") for part in path.parts[:-1])
            headings = takewhile(lambda line: not _SPOKEN.match(line), _first_lines(head, 3))
            yield from ((line, 2, "overskrift") for line in headings)
            return
        in_form = [name for form in forms for name in (form.organisation or form.sender,) if name]
        yield from ((name, 4, "afsenderfelt") for name in in_form or _FIELD.findall(head[:_TOP]))
        if (mail := mail_head(document.raw)) and mail.mail:
            yield mail.sender, 2, "mailen, den var vedhæftet"
        yield from ((m[1], 3, "mailhoved") for m in _FROM.finditer(head))
        yield from ((m[1], 4, "emne") for m in _SUBJECT_FROM.finditer(head[:2500]))
        yield from ((m[1], 4, "emne") for m in _GENITIVE.finditer(head[:2500]))
        yield from ((m[1], 3, "emne") for m in _HEADED_FROM.finditer(head[:600]))
        if kind in {"hoeringssvar", UNKNOWN}:
            yield from ((line, weight, "brevhoved") for line, weight in self._letterhead(text))
        yield from ((m[1], 2, "indledning") for m in _OPENING.finditer(head[:3000]))
        yield from ((m[1], 2, "indledning") for m in _AMONG_US.finditer(head[:3000]))
        yield from ((line, 2, "underskrift") for m in _CLOSING.finditer(head) for line in m[1].split("\n"))
        yield from ((m[1], 1, "underskrift") for m in _OFFICE.finditer(head[-500:]))
        if not _CLOSING.search(head):
            last = [line for line in _first_lines(head, 10_000)[-2:] if not line.endswith(".") and len(line) < 80]
            yield from ((line, 2, "underskrift") for line in last)

    def _letterhead(self, text: str) -> Iterator[tuple[str, float]]:
        """Lines at the top that may name the sender; an authority there may as well be the one written to."""
        for position, line in enumerate(_first_lines(text, 3)):
            if _FORM.match(line) or len(line.split()) > 8 or _ADDRESSEE.match(line) or line.endswith((".", ":", ",")):
                return
            if _ABOUT.search(line):
                continue
            authority = self.type_of_name(line) in {self.book.authority, "politikere"}
            if authority and (in_first_person(text) or re.search(r"^Att\b", text[:300], re.MULTILINE)):
                continue
            yield line, 1.0 if authority or position else 1.5

    def _citizen(self, document: RawDocument, kind: str, file_name: bool) -> _Candidate:
        """A private writer where a form or survey has no organisation; else unknown."""
        if kind == "interview" and len(_RUNS_FIRM.findall(document.text)) >= 2:
            return _Candidate(UNKNOWN_SENDER, "virksomheder", 0.75, "taler som arbejdsgiver")
        if kind != "interview" and _FIELD.search(document.text[:_TOP]):
            return _Candidate(UNNAMED, self.book.private, 1, "afsenderfelt uden organisation")
        if kind in {"survey", "interview"}:
            return _Candidate(UNNAMED, self.book.private, 0.5, "svar uden organisation")
        name = _named_by_file(document) if file_name else ""
        return _Candidate(name or UNKNOWN_SENDER, UNKNOWN, 0, "filnavn" if name else NOTHING)


def _without_contact(text: str, forms: Sequence[Form]) -> str:
    """A form without the administration's own contact person, who is not the sender."""
    for form in forms:
        for start, end in (span for item in form.fields if item.key == "contact" for span in item.values):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _private(text: str, kind: str, private: str) -> _Candidate | None:
    """A private writer by the signs of one; none where the signs are weak, or in a paper nobody sent as an answer."""
    signs = private_signs(text)
    weight = sum(signs.values())
    least = 3.0 if kind == UNKNOWN else 1.5
    if kind == "interview" and len(_RUNS_FIRM.findall(text)) >= 2:
        return None
    return _Candidate(UNNAMED, private, weight, ", ".join(signs)) if weight >= least else None


def _is_named_sender(found: _Candidate) -> bool:
    return any(place in found.why for place in ("afsenderfelt", "emne", "indledning"))


def _name_worth(found: _Candidate) -> tuple[bool, bool, float]:
    """A name with a capital and more than one word is worth more than "Skolen"."""
    return found.sender[:1].isupper(), " " in found.sender, found.weight


def _news_sender(text: str) -> _Candidate:
    paper = paper_in(text)
    if paper:
        return _Candidate(paper, "journalist", 1, "avisens navn i teksten")
    municipality = municipality_in(text)
    about = f"Nyhed om {municipality}" if municipality else "Nyhedsartikel"
    return _Candidate(about, "journalist", 0.5, "omtalt kommune")


def _named_by_file(document: RawDocument) -> str:
    """The file name, where it is an organisation's name by its look and stands in the text as well."""
    stem = PurePosixPath(document.document).stem.replace("A-S", "A/S")
    if _NO_NAME.match(stem):
        return ""
    return stem if stem[:1].isupper() and " " in stem and stem in document.text else ""


def _first_lines(text: str, count: int) -> Sequence[str]:
    return [line.strip() for line in text.splitlines() if line.strip()][:count]


def _short(name: str) -> str:
    """An organisation's name without what stands around it in letterheads and file names."""
    name = re.split(r" [·|] |\t|  +", name)[0]
    name = re.sub(
        r"^(?:interview|fokusgruppe|virksomhedsbesøg|høringssvar(?: fra)?)[ \d:–-]*(?:virksomhed:)?\s*",
        "",
        name,
        flags=re.IGNORECASE,
    )
    return name.replace("A-S", "A/S").strip(" ,.-–")[:80] or name[:80]


def _assembly(text: str) -> str:
    """Where a debate is held: the body its text names first."""
    named = _ASSEMBLY.search(text)
    return named[0] if named else "Debat"
