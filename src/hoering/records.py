"""What passes between stages: small frozen records, each one row of a table.

Offsets are code points in the raw decoded text of the document, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from hoering.edits import View

Kind = Literal["interview", "hoeringssvar", "debat", "nyhed", "notat", "politik", "survey", "ukendt"]
Status = Literal["used", "duplicate", "unreadable", "excluded"]
CodingKind = Literal["theme", "actor", "stance", "voice", "topic"]
Level = Literal["heading", "paragraph", "turn", "item", "sentence", "quote"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be done: where (stage), to what (item), and why, in Danish."""

    stage: str
    item: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """What a stage made and what it could not make."""

    items: tuple[T, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a document: its number from 1 and its place in the raw text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing received: a letter, an interview, an answer. Several may lie in one document.

    ``number`` is what reports refer to ("Henvendelse 7"; 0 for what is not used); ``start`` and
    ``end`` are its part of the raw text; ``group`` says which near copies it is one of; ``basis`` what kind,
    sender, type, date and subject were taken from, and the scores, from 0 to 1, how firmly (an order, no
    probabilities; 1 is what a person has said).
    """

    source: str
    document: str
    number: int
    kind: str
    sender: str
    sender_type: str
    date: str
    phase: str = ""
    track: str = ""
    title: str = ""
    subject: str = ""
    sha256: str
    pages: int = 1
    start: int = 0
    end: int = 0
    status: Status
    reason: str = ""
    group: str = ""
    basis: str = ""
    kind_score: float = 0.0
    sender_score: float = 0.0
    date_score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A place where the readable text differs from the raw text, and why."""

    document: str
    start: int
    end: int
    reason: str
    replacement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A passage in which somebody may be recognised; offsets in the raw text, ``score`` from 0 to 1.

    ``why`` is Danish: "job (jordemoder) + sted (Lindholt) + helbred (sclerose)"; ``text`` is masked.
    """

    document: str
    page: int
    start: int
    end: int
    why: str
    score: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeText:
    """A source past the privacy step: its readable, pseudonymised text and its pages."""

    source: Source
    view: View
    pages: tuple[Page, ...]

    def page_of(self, start: int) -> int:
        """Number of the page on which a raw offset stands."""
        for page in self.pages:
            if page.start <= start < page.end:
                return page.number
        return self.pages[-1].number if self.pages else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A heading, paragraph, list item or turn, or (with ``parent``) a sentence or direct quote in one.

    ``text`` is the readable text; ``speaker`` and ``role`` (interviewer or informant) are set in
    transcripts, and for a quote where someone is named as its speaker.
    """

    segment_id: str
    source: str
    document: str
    parent: str = ""
    level: Level
    page: int
    start: int
    end: int
    text: str
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One code on one sentence, by one coder, with a score from 0 to 1 and its reason."""

    coding_id: str
    source: str
    document: str
    page: int
    start: int
    end: int
    quote: str
    kind: CodingKind
    code: str
    score: float
    why: str
    coder: str
    sender: str
    sender_type: str
    speaker: str = ""
    role: str = ""
    segment_id: str = ""
    codebook: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic that the passages suggest, numbered from the largest; see `hoering.topics`.

    ``passages`` counts each text once; ``share`` is of all passages counted so; ``sources`` are those with a passage
    in it. ``stability`` is 0 to 1, NaN where it was not measured. ``coverage_code`` is the theme it most overlaps
    with and ``coverage`` how far (F1); ``new`` says that no theme covers it.
    """

    topic: int
    label: str
    key_words: str
    passages: int
    share: float
    sources: int
    stability: float
    coverage_code: str
    coverage: float
    new: bool
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAssignment:
    """The topic of a passage, -1 for none and then with a reason; ``copy`` is what repeats an earlier passage."""

    segment_id: str
    source: str
    document: str
    page: int
    start: int
    end: int
    topic: int
    label: str
    reason: str
    score: float
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicExample:
    """A passage that is typical of a topic, verbatim, the most typical first (``rank`` from 1)."""

    topic: int
    rank: int
    segment_id: str
    source: str
    document: str
    page: int
    start: int
    end: int
    quote: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation a report may print: verbatim text, its place, and whose it is.

    ``strength`` is the score of its stance: how plainly it criticises, proposes or supports.
    """

    coding_id: str
    source: str
    number: int
    document: str
    page: int
    start: int
    end: int
    text: str
    speaker: str
    sender: str
    sender_type: str
    voice: str
    stance: str
    strength: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: how often, by whom, on which side, and with which quotations.

    ``sentences`` counts coded sentences, ``sources`` holds the numbers of the sources they stand in,
    ``texts`` how many of these are different texts (a campaign's letters are one, but for what each adds),
    ``voices`` and ``stances`` count sentences by whose view they render and by what they do;
    ``quotations`` are all of them, those worth showing first (see `hoering.themes`).
    """

    code: str
    label: str
    definition: str
    sentences: int
    sources: tuple[int, ...]
    texts: int = 0
    voices: Mapping[str, int]
    stances: Mapping[str, int]
    quotations: tuple[Quotation, ...] = ()
