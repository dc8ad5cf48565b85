"""Who sends a document, and what kind of sender that is.

Looked for in form fields, the mail's head, letterhead, opening, signature, byline and file name. The places that
agree on a type of sender add up; the name is taken from the best of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from hoering.codebook import Codebook
from hoering.coding.people import NAME, PartyFinder
from hoering.identify.guess import NOTHING, UNKNOWN, Guess, strength
from hoering.language.gazetteer import names
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
    r"(?:takker|har (?:modtaget|behandlet|drøftet)|organiserer|er (?:en|et|de|hus)"
    r"|bakker|kvitterer|skal (?:hermed|indledningsvis))\b",
    re.MULTILINE,
)
_CLOSING = re.compile(r"(?:hilsen|hilsner|mvh|vegne(?: af)?)\b([^\n]*(?:\n[^\n]*){0,8})", re.IGNORECASE)
_ADDRESSEE = re.compile(r"^(?:Til|Att\.?|Sendt til|Cc:?|Kontakt)\b.*$", re.MULTILINE)
_BYLINE = re.compile(r"^Af ([^\n]{5,160})$", re.MULTILINE)
_FIRST_PLURAL = re.compile(r"\b(?:vi|os|vores)\b", re.IGNORECASE)
# File names that tell what a letter is about, or what it is, and not who sent it.
_NO_NAME = re.compile(
    r"(?:vedr|ang|læserbrev|svar|kopi|scan|jeg\b|vi\b|til\b|høring|brev|mail|dokument)", re.IGNORECASE
)
# Characters of a document in which form fields stand.
_TOP = 1500
_FIRST_PERSON = re.compile(r"\b(?:jeg|mig|min|mit|mine)\b", re.IGNORECASE)


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
        if kind == "nyhed":
            return _news_sender(document.text)
        if kind in {"notat", "politik"}:
            municipality = _municipality(document.text)
            why = "kommunens navn i teksten" if municipality else "dokumentets type"
            return _Candidate(municipality or "Kommunen", self.book.authority, 1.5 if municipality else 0.5, why)
        if kind == "debat" and (found := self._writer(document.text)):
            return found
        return self._organisation(document, kind, file_name) or self._citizen(document, kind, file_name)

    def _writer(self, text: str) -> _Candidate | None:
        """The writer of a debate piece by the role in the byline; a private writer stays unnamed."""
        byline = _BYLINE.search(text)
        if not byline:
            return None
        role = re.sub(NAME, "", byline[1]).strip(" ,og")
        party = self.finder.of_title(byline[1])
        if party == "politikere":
            writers = " og ".join(m[0] for m in NAME.finditer(byline[1]))
            group = _party_in(role) or role
            return _Candidate(f"{group} ({writers})" if writers else group, party, 3, "byline")
        if party:
            return _Candidate(role, party, 3, "byline")
        return _Candidate(UNNAMED, self.book.private, 1, "byline uden rolle")

    def _organisation(self, document: RawDocument, kind: str, file_name: bool) -> _Candidate | None:
        totals: dict[str, float] = defaultdict(float)
        candidates = [c for c in self._candidates(document, kind, file_name) if c.sender_type]
        for candidate in candidates:
            totals[candidate.sender_type] += candidate.weight
        if not totals:
            return None
        best = max(totals, key=lambda t: totals[t])
        chosen = [c for c in candidates if c.sender_type == best]
        name = (_named_by_file(document) if file_name else "") or max(chosen, key=lambda c: c.weight).sender
        against = sum(totals.values()) - totals[best]
        return _Candidate(name, best, totals[best], ", ".join(dict.fromkeys(c.why for c in chosen)), against)

    def _candidates(self, document: RawDocument, kind: str, file_name: bool) -> Iterator[_Candidate]:
        path = PurePosixPath(document.document)
        text = _ADDRESSEE.sub("", document.text)
        places: list[tuple[str, float, str]] = []
        if file_name and not _NO_NAME.match(path.stem):
            places.append((path.stem.replace("A-S", "A/S"), 3, "filnavn"))
        if kind == "interview":
            places += [(part, 2, "mappe") for part in path.parts[:-1]]
            places += [(line, 2, "overskrift") for line in _first_lines(text, 3)]
        else:
            places += [(m[1], 4, "afsenderfelt") for m in _FIELD.finditer(text[:_TOP])]
            places += [(m[1], 3, "mailhoved") for m in _FROM.finditer(text)]
            places += [(m[1], 4, "emne") for m in _SUBJECT_FROM.finditer(text[:2500])]
            places += [(m[1], 4, "emne") for m in _GENITIVE.finditer(text[:2500])]
            if kind == "hoeringssvar":
                places += [(line, 1.5, "brevhoved") for line in _first_lines(text, 1) if len(line.split()) <= 6]
            places += [(m[1], 2, "indledning") for m in _OPENING.finditer(text[:3000])]
            places += [(line, 2, "underskrift") for m in _CLOSING.finditer(text) for line in m[1].split("\n")]
        for place, weight, basis in places:
            bare = re.sub(r"\[[^\]]*\]|<[^>]*>", "", place).strip(" ,.")
            if bare and (sender_type := self.finder.of_organisation(bare)):
                yield _Candidate(_short(bare), sender_type, weight, basis)

    def _citizen(self, document: RawDocument, kind: str, file_name: bool) -> _Candidate:
        """A private writer, where the text is somebody's own and no organisation's; else unknown."""
        text = document.text
        if len(_FIRST_PERSON.findall(text)) > len(_FIRST_PLURAL.findall(text)):
            return _Candidate(UNNAMED, self.book.private, 1.5, "skriver i jeg-form uden organisation")
        if kind != "interview" and _FIELD.search(text[:_TOP]):
            return _Candidate(UNNAMED, self.book.private, 1, "afsenderfelt uden organisation")
        if kind in {"survey", "interview"}:
            return _Candidate(UNNAMED, self.book.private, 0.5, "svar uden organisation")
        name = _named_by_file(document) if file_name else ""
        return _Candidate(name or UNKNOWN_SENDER, UNKNOWN, 0, "filnavn" if name else NOTHING)


def _news_sender(text: str) -> _Candidate:
    paper = _paper_in(text)
    if paper:
        return _Candidate(paper, "journalist", 1, "avisens navn i teksten")
    municipality = _municipality(text)
    about = f"Nyhed om {municipality}" if municipality else "Nyhedsartikel"
    return _Candidate(about, "journalist", 0.5, "omtalt kommune")


def _paper_in(text: str) -> str:
    suffixes = "|".join(sorted(map(re.escape, names("media_suffix")), key=len, reverse=True))
    found = re.findall(rf"\b((?:[A-ZÆØÅ][\wæøå]+ ){{1,2}}(?:{suffixes}))\b", text) if suffixes else []
    known = [name for name in names("media") if len(name) > 4 and re.search(rf"\b{re.escape(name)}\b", text)]
    counts = Counter([*found, *known])
    return counts.most_common(1)[0][0] if counts else ""


def _municipality(text: str) -> str:
    found = Counter(re.findall(r"\b([A-ZÆØÅ][\wæøå-]+) [Kk]ommunes?\b", text))
    return f"{found.most_common(1)[0][0]} Kommune" if found else ""


def _party_in(role: str) -> str:
    found = [name for name in names("party") if re.search(rf"\b{re.escape(name)}\b", role)]
    if found:
        return max(found, key=len)
    lists = re.findall(r"\b[A-ZÆØÅ][\wæøå]*(?:listen|liste|partiet)\b|[A-ZÆØÅ][\wæøå]+ Liste\b", role)
    return lists[0] if lists else ""


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
