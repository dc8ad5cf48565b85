"""What a document is and who sends it: guessed from the text around the text, each guess with its basis.

Runs on the sensitive side, before cleaning takes letterheads and signatures away. What the source list
says overrules every guess; what cannot be told stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from hoering.codebook import Codebook
from hoering.coding.people import NAME, PartyFinder
from hoering.language.gazetteer import names
from hoering.read.source_list import ListedSource
from hoering.sensitive import RawDocument

UNKNOWN = "ukendt"
# A private writer; `hoering.sources` adds the number, so that two of them are not one.
UNNAMED = "Borger"

# Kind, weight, where to look (path or text), what for. The heaviest sum wins; at a tie the first here.
_KIND_CUES: tuple[tuple[str, float, str, str], ...] = (
    ("survey", 5, "text", r"^Svar \d+:"),
    ("survey", 3, "path", r"spørgeskema|unders(?:ø|oe)gelse|survey|åbne svar|besvarelse"),
    ("interview", 3, "path", r"interview|fokusgruppe|transskri|udskrift"),
    ("interview", 3, "text", r"^(?:I|IP|INT|Interviewer|Moderator):"),
    ("politik", 2, "path", r"politik\b|udkast|\bplan\b"),
    ("politik", 3, "text", r"\A.{0,200}\b[Uu]dkast til [\w-]*politik\b.{0,300}^Forord$"),
    ("notat", 3, "path", r"notat|procesplan|referat|opsamling|dagsorden|sagsfremstilling|indstilling"),
    (
        "notat",
        3,
        "text",
        r"[Ff]orvaltningen (?:foreslår|indstiller|vurderer|gennemfører)|^#{1,4} |\bReferent:|\bIndstilling\b",
    ),
    ("hoeringssvar", 4, "text", r"\A.{0,1500}(?:[Hh]øringssvar|[Ss]var på høring|[Vv]edr\.? høring)"),
    ("hoeringssvar", 2, "path", r"h(?:ø|oe)ringssvar|\bsvar\b"),
    ("hoeringssvar", 1, "text", r"^(?:Med venlig hilsen|Venlig hilsen|Mvh|Mange hilsner|Hilsen|Kære|Hej)\b"),
    ("debat", 5, "text", r"\A.{0,400}(?:LÆSERBREV|Læserbrev|DEBAT\b|^debat |KRONIK|^Debat$)"),
    ("debat", 2, "path", r"debat|læserbrev|kronik|klumme"),
    ("debat", 3, "text", r"Dette indlæg er alene udtryk for"),
    ("nyhed", 2, "path", r"nyhed|artikel|presse"),
    ("nyhed", 3, "text", r"^Af [A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)+$"),
    (
        "nyhed",
        2,
        "text",
        r"^(?:Share\.|Del artiklen|Der er lukket for kommentarer|Læs også)|\A\s*date \d{4}-\d{2}",
    ),
    ("nyhed", 1, "text", r"[”»–].{10,400}\b(?:siger|fortæller|udtaler|forklarer) [A-ZÆØÅ]"),
)
_FLAGS = re.MULTILINE | re.DOTALL
_COMPILED_CUES = tuple((k, w, where, re.compile(regex, _FLAGS)) for k, w, where, regex in _KIND_CUES)

_MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
_LONG_DATE = re.compile(rf"\b(\d{{1,2}})\. ?({'|'.join(_MONTHS)}) (\d{{4}})")
_SHORT_DATE = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_STAMP = re.compile(r"\A\s*date (\d{4}-\d{2}(?:-\d{2})?)")

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
_DATE_LINE = re.compile(
    rf"^(?:Dato:? ?|[A-ZÆØÅ][\w ]{{2,30}}, )?(?:den )?"
    rf"(?:\d{{1,2}}\. ?(?:{'|'.join(_MONTHS)}) \d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})",
    re.MULTILINE | re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:jeg|mig|min|mit|mine)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a document is taken to be; ``basis`` says from what, field by field."""

    kind: str
    sender: str
    sender_type: str
    date: str
    phase: str = ""
    track: str = ""
    title: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sender: str
    sender_type: str
    weight: float
    basis: str


@dataclass(slots=True)
class Identifier:
    """Guesses kind, sender, sender type and date of documents by a codebook's words for senders."""

    book: Codebook
    finder: PartyFinder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = PartyFinder(self.book)

    def identify(self, document: RawDocument, listed: ListedSource | None = None) -> Identity:
        """What the source list says of a document, and for the rest what can be guessed."""
        listed = listed or ListedSource(document=document.document)
        kind, kind_basis = (listed.kind, "kilder.csv") if listed.kind else guess_kind(document)
        guess = self._sender(document, kind)
        sender, sender_type = listed.sender or guess.sender, listed.sender_type or guess.sender_type
        if listed.sender and not listed.sender_type:
            sender_type = self.finder.of_organisation(listed.sender) or guess.sender_type
        sender_basis = "kilder.csv" if listed.sender or listed.sender_type else guess.basis
        return Identity(
            kind=kind,
            sender=sender,
            sender_type=sender_type,
            date=listed.date or guess_date(document.text),
            phase=listed.phase,
            track=listed.track,
            title=PurePosixPath(document.document).stem,
            basis=f"type: {kind_basis}; afsender: {sender_basis}",
        )

    def _sender(self, document: RawDocument, kind: str) -> _Candidate:
        if kind == "nyhed":
            return _news_sender(document.text)
        if kind in {"notat", "politik"}:
            municipality = _municipality(document.text)
            return _Candidate(municipality or "Kommunen", self.book.authority, 1, "kommunens navn i teksten")
        if kind == "debat" and (found := self._writer(document.text)):
            return found
        return self._organisation(document, kind) or self._citizen(document, kind)

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

    def _organisation(self, document: RawDocument, kind: str) -> _Candidate | None:
        totals: dict[str, float] = defaultdict(float)
        candidates = [c for c in self._candidates(document, kind) if c.sender_type]
        for candidate in candidates:
            totals[candidate.sender_type] += candidate.weight
        if not totals:
            return None
        best = max(totals, key=lambda t: totals[t])
        chosen = [c for c in candidates if c.sender_type == best]
        name = _named_by_file(document) or max(chosen, key=lambda c: c.weight).sender
        return _Candidate(name, best, totals[best], ", ".join(dict.fromkeys(c.basis for c in chosen)))

    def _candidates(self, document: RawDocument, kind: str) -> Iterator[_Candidate]:
        path = PurePosixPath(document.document)
        text = _ADDRESSEE.sub("", document.text)
        places: list[tuple[str, float, str]] = []
        if not _NO_NAME.match(path.stem):
            places.append((path.stem.replace("A-S", "A/S"), 3, "filnavn"))
        if kind == "interview":
            places += [(part, 2, "mappe") for part in path.parts[:-1]]
            places += [(line, 2, "overskrift") for line in _first_lines(text, 3)]
        else:
            places += [(m[1], 4, "afsenderfelt") for m in _FIELD.finditer(text[:1500])]
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

    def _citizen(self, document: RawDocument, kind: str) -> _Candidate:
        text = document.text
        alone = len(_FIRST_PERSON.findall(text)) > len(_FIRST_PLURAL.findall(text))
        if kind in {"survey", "interview"} or _FIELD.search(text[:1500]) or alone:
            return _Candidate(UNNAMED, self.book.private, 1, "skriver i jeg-form uden organisation")
        return _Candidate(_named_by_file(document) or "Ukendt afsender", UNKNOWN, 0, "intet fundet")


def guess_kind(document: RawDocument) -> tuple[str, str]:
    """Kind of a document and what it was taken from; ``notat`` where nothing tells."""
    totals: dict[str, float] = {kind: 0.0 for kind, *_ in _KIND_CUES}
    bases: dict[str, list[str]] = defaultdict(list)
    for kind, weight, where, regex in _COMPILED_CUES:
        if regex.search(document.document.lower() if where == "path" else document.text):
            totals[kind] += weight
            bases[kind].append("filnavn" if where == "path" else "ordlyd")
    best = max(totals, key=lambda kind: totals[kind])
    if totals[best] == 0:
        return "notat", "intet fundet"
    return best, " og ".join(dict.fromkeys(bases[best]))


def guess_date(text: str) -> str:
    """The first date near the top or the end of a text: ISO, or year and month from a scraper's stamp."""
    if stamp := _STAMP.match(text):
        return stamp[1]
    lines = "\n".join(m[0] for m in _DATE_LINE.finditer(text))
    for part in (lines, text[:900], text[-400:]):
        if match := _LONG_DATE.search(part):
            return _iso(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
        if match := _SHORT_DATE.search(part):
            return _iso(int(match[3]), int(match[2]), int(match[1]))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


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
