"""Makers of a small invented hearing: letters and a draft with headings, as the tables of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from hoering import tables
from hoering.codebook import Codebook
from hoering.codes import codes_frame
from hoering.concerns import concerns_frame
from hoering.concerns.records import Concern
from hoering.coverage.drafts import Draft
from hoering.duplicates import passages_frame
from hoering.edits import View
from hoering.endorsements import Endorsement
from hoering.material import Material
from hoering.positions import Member, Position, members_frame, positions_frame
from hoering.project import Settings
from hoering.records import Coding, Page, SafeText, Segment, Source
from hoering.texts import texts_frame

THEMES = {"bus": "Bus og transport", "moede": "Mødet med jobcentret", "unge": "Unge", "hund": "Hunde"}
ACTORS = ("borgere", "a_kasser", "raad", "virksomheder", "politikere", "jobcenter_kommune")
SAME = "Ønske om den samme sagsbehandler hele vejen"
SHIFTS = "Kritik af skiftende sagsbehandlere"
WHOLE = "Støtte til udkastet som helhed"
TITLES = (SAME, SHIFTS, WHOLE)


def _code(name: str, label: str) -> dict[str, Any]:
    return {"id": name, "label": label, "definition": f"Om {label.lower()}."}


BOOK = Codebook.model_validate(
    {
        "id": "prøve", "label": "Prøve", "version": "1", "authority": "jobcenter_kommune",
        "tracks": [{"id": "vej", "question": "Hvordan?"}],
        "themes": [_code(name, label) for name, label in THEMES.items()],
        "actors": [_code(name, name.capitalize()) for name in ACTORS],
        "stances": [_code(name, name.capitalize()) for name in ("kritik", "forslag", "stoette", "neutral")],
    }
)  # fmt: skip
SETTINGS = Settings(
    hoering="0.1.0", code="", model="da_x", model_version="1", model_sha256="", codebook="prøve",
    codebook_version="1", codebook_sha256="", coder="rule:patterns",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A sentence: ``says`` is the title of its position; without a theme and stance it is only text."""

    text: str
    theme: str = ""
    stance: str = ""
    says: str = ""
    voice: str = ""


@dataclass(frozen=True)
class Letter:
    """A source; each sentence stands on a page of its own."""

    sender: str
    sender_type: str
    said: Sequence[Said] = ()
    kind: str = "hoeringssvar"
    more: dict[str, Any] = field(default_factory=dict)
    heads: Sequence[str] = ()


def build(letters: Sequence[Letter], joins: Sequence[tuple[int, int, str]] = ()) -> Material:
    """The material of a run with the letters numbered from 1; ``joins`` are joiner, joined and the words for it."""
    sources = [_source(number, letter) for number, letter in enumerate(letters, 1)]
    pairs = list(zip(sources, letters, strict=True))
    concerns = [(c, said) for source, letter in pairs for c, said in _concerns(source, letter)]
    positions = _positions(concerns, joins, sources)
    frames = {
        "documents": tables.records_frame("documents", sources),
        "segments": tables.records_frame(
            "segments", [s for source, letter in pairs for s in _segments(source, letter)]
        ),
        "codings": tables.records_frame("codings", [c for source, letter in pairs for c in _codings(source, letter)]),
        "concerns": concerns_frame([concern for concern, _ in concerns]),
        "positions": positions_frame(positions),
        "position_members": members_frame(positions),
        "endorsements": tables.records_frame("endorsements", [_joining(sources, letters, *join) for join in joins]),
        "own_passages": passages_frame({}),
        "problems": tables.records_frame("problems", []),
        "flags": tables.records_frame("flags", []),
        "codes": codes_frame(BOOK),
        "texts": texts_frame([_text(source, letter) for source, letter in pairs]),
    }
    return Material(frames=frames, settings=SETTINGS)


def _raw(letter: Letter) -> str:
    return "\n".join(item.text for item in letter.said)


def _placed(letter: Letter) -> list[tuple[int, int, int, Said]]:
    """Page, start, end and sentence."""
    placed, here = [], 0
    for page, item in enumerate(letter.said, 1):
        placed.append((page, here, here + len(item.text), item))
        here += len(item.text) + 1
    return placed


def _source(number: int, letter: Letter) -> Source:
    values: dict[str, Any] = {
        "source": f"s{number}", "document": f"svar_{number}.pdf", "number": number, "kind": letter.kind,
        "sender": letter.sender, "sender_type": letter.sender_type, "date": f"2026-03-{number % 28 + 1:02}",
        "sha256": "0" * 64, "status": "used", "end": len(_raw(letter)), "pages": max(1, len(letter.said)),
    }  # fmt: skip
    return Source(**(values | letter.more))


def _text(source: Source, letter: Letter) -> SafeText:
    pages = tuple(Page(number=page, start=start, end=end + 1) for page, start, end, _ in _placed(letter))
    return SafeText(source=source, view=View.of(_raw(letter)), pages=pages)


def _segments(source: Source, letter: Letter) -> list[Segment]:
    made = []
    for page, start, end, item in _placed(letter):
        place = {"source": source.source, "document": source.document, "page": page, "start": start, "end": end}
        name, head = f"{source.source}-{start}", item.text in letter.heads
        made.append(Segment(segment_id=name, level="heading" if head else "paragraph", text=item.text, **place))
        if not head:
            made.append(Segment(segment_id=f"{name}.0", parent=name, level="sentence", text=item.text, **place))
    return made


def _codings(source: Source, letter: Letter) -> list[Coding]:
    return [
        Coding(
            coding_id=f"{source.source}-{start}-theme", source=source.source, document=source.document, page=page,
            start=start, end=end, quote=item.text, kind="theme", code=item.theme, score=0.9, why="",
            coder="rule:patterns", sender=source.sender, sender_type=source.sender_type,
        )
        for page, start, end, item in _placed(letter)
        if item.theme
    ]  # fmt: skip


def _concerns(source: Source, letter: Letter) -> list[tuple[Concern, Said]]:
    return [
        (
            Concern(
                concern_id=f"{source.source}-{start}", source=source.source, number=source.number,
                document=source.document, page=page, start=start, end=end, quote=item.text,
                voice=item.voice or source.sender_type, speaker="", sender=source.sender,
                sender_type=source.sender_type, stance=item.stance, target_theme=item.theme, other_themes=(),
                target_actor="", claim="", score=0.9, why="",
            ),
            item,
        )
        for page, start, end, item in _placed(letter)
        if item.stance and source.status == "used"
    ]  # fmt: skip


def _positions(
    concerns: Sequence[tuple[Concern, Said]], joins: Sequence[tuple[int, int, str]], sources: Sequence[Source]
) -> list[Position]:
    groups: dict[tuple[str, str, str], list[Concern]] = defaultdict(list)
    for concern, item in concerns:
        groups[concern.target_theme, concern.stance, item.says or f"Kritik: »{concern.quote}«"].append(concern)
    made = []
    for place, ((theme, stance, title), own) in enumerate(groups.items(), 1):
        numbers = tuple(sorted({concern.number for concern in own}))
        joiners = [sources[a - 1] for a, b, _ in joins if b in numbers and a not in numbers]
        members = [_member(rank, concern) for rank, concern in enumerate(own, 1)]
        members += [_joiner(rank, source) for rank, source in enumerate(joiners, len(own) + 1)]
        made.append(
            Position(
                position_id=f"p{place}", theme=theme, stance=stance, target_actor="", title=title,
                senders=len(numbers), numbers=numbers, sender_types={}, texts=len(numbers), claims=len(own),
                joined=tuple(source.number for source in joiners), words=(), score=1.0,
                why="samme sag" if title in TITLES else "", members=tuple(members),
            )
        )  # fmt: skip
    return made


def _member(rank: int, concern: Concern) -> Member:
    names = ("concern_id", "source", "number", "document", "page", "start", "end", "quote", "voice", "speaker",
             "sender", "sender_type", "target_actor")  # fmt: skip
    same = {name: getattr(concern, name) for name in names}
    return Member(rank=rank, basis="claim", coding_id="", also=(), likeness=1.0, **same)


def _joiner(rank: int, source: Source) -> Member:
    return Member(
        rank=rank, basis="joins", concern_id="", coding_id="", source=source.source, number=source.number,
        document=source.document, page=1, start=0, end=1, quote="x", voice=source.sender_type, speaker="",
        sender=source.sender, sender_type=source.sender_type, target_actor="", also=(), likeness=0.0,
    )  # fmt: skip


def _joining(sources: Sequence[Source], letters: Sequence[Letter], joiner: int, joined: int, words: str) -> Endorsement:
    start = _raw(letters[joiner - 1]).index(words)
    return Endorsement(
        source=sources[joiner - 1].source, start=start, end=start + len(words), named=words,
        joins=sources[joined - 1].source,
    )  # fmt: skip


DRAFT = Letter(
    "Vestrup Kommune", "jobcenter_kommune", kind="politik",
    heads=("Plads i bussen", "Forord", "Vi vil", "Vi vil", "Mål 1: De unge først", "Hvem hjælper borgeren"),
    said=[
        Said("Plads i bussen"),
        Said("I høring 2. marts – 20. marts 2026"),
        Said("Forord"),
        Said("Bussen er tit for fuld, når folk skal på arbejde.", "bus"),
        Said("Mål 1: De unge først"),
        Said("Unge skal have et fritidsjob i kommunen.", "unge"),
        Said("Hvem hjælper borgeren"),
        Said("Borgeren skal have en fast kontakt i jobcentret.", "moede"),
        Said("Vi tager telefonen, når borgeren ringer til jobcentret.", "moede"),
    ],
    more={"subject": "Plads i bussen", "date": "2026-03-01"},
)  # fmt: skip
LETTERS = (
    Letter("Handicaprådet i Vestrup Kommune", "raad", [
        Said("Rådet foreslår, at den samme sagsbehandler følger borgeren.", "moede", "forslag", SAME),
        Said("Vi støtter tanken om fritidsjob.", "unge", "stoette"),
    ]),
    Letter("A-kassen Havblik", "a_kasser", [
        Said("Vores medlemmer skal have den samme sagsbehandler hele vejen.", "moede", "forslag", SAME),
        Said("Hunden i venteværelset gør folk utrygge.", "hund", "kritik"),
    ]),
    Letter("Ole Olsen", "borgere", [
        Said("Jeg har haft fire forskellige sagsbehandlere.", "moede", "kritik", SHIFTS),
    ]),
    Letter("Else Madsen", "borgere", [
        Said("Hver gang får jeg en ny sagsbehandler.", "moede", "kritik", SHIFTS),
        Said("Jeg bakker op om udkastet som helhed.", "moede", "stoette", WHOLE),
    ], more={"date": "2026-03-25"}),
    Letter("Seniorforum <b>Vest</b> & Co", "raad", [Said("Vi henviser til A-kassen Havbliks svar.")]),
    Letter("Bageriet", "virksomheder", [Said("Unge er sent oppe.", "unge", "kritik")], "interview",
           more={"phase": "inddragelse"}),
    DRAFT,
)  # fmt: skip
JOINS = [(5, 2, "henviser til A-kassen Havbliks svar")]


@pytest.fixture(scope="session")
def material() -> Material:
    """Five answers (one late, one that only joins another), an interview and the draft."""
    return build(LETTERS, JOINS)


@pytest.fixture
def revise() -> Callable[..., Draft]:
    """Makes a revised draft of its lines; those that begin with "Mål" or "Hvem" are headings."""

    def make(*lines: str, name: str = "nyt udkast.docx", sha256: str = "1" * 64) -> Draft:
        heads = tuple(line for line in lines if line.startswith(("Mål", "Hvem")))
        letter = Letter("Vestrup Kommune", "jobcenter_kommune", [Said(line) for line in lines], "politik", heads=heads)
        source = replace(_source(1, letter), source="nyt", document=name, sha256=sha256)
        own = _segments(source, letter)
        return Draft(
            document=name, sha256=sha256, text=_text(source, letter), codings=(),
            segments=tuple(s for s in own if s.level != "sentence"),
            sentences=tuple(s for s in own if s.level == "sentence"),
        )  # fmt: skip

    return make


@pytest.fixture
def make_material() -> Callable[..., Material]:
    return build


@pytest.fixture
def said() -> type[Said]:
    return Said


@pytest.fixture
def letter() -> type[Letter]:
    return Letter


@pytest.fixture
def letters() -> tuple[Letter, ...]:
    return LETTERS
