"""Makers of small invented runs: each fills in what a test does not care about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from hoering import tables
from hoering.codebook import Codebook
from hoering.codes import codes_frame
from hoering.concerns import concerns_frame
from hoering.concerns.records import Concern
from hoering.duplicates import passages_frame
from hoering.edits import View
from hoering.endorsements import Endorsement
from hoering.material import Material
from hoering.positions import Member, Position, members_frame, positions_frame
from hoering.project import Settings
from hoering.records import Coding, Page, Quotation, SafeText, Source, Theme
from hoering.report import Labels, ThemeReport
from hoering.report.labels import KINDS, OUTSIDERS
from hoering.texts import texts_frame

ACTORS = {
    "virksomheder": "Virksomheder",
    "a_kasser": "A-kasser",
    "borgere": "Borgere",
    "politikere": "Politikere",
    "raad": "Råd",
}
STANCES = {"kritik": "Kritik", "forslag": "Forslag", "stoette": "Støtte", "neutral": "Neutral"}
THEMES = {"unge": "Unge", "moede": "Mødet med jobcentret", "bus": "Bus og transport"}

Make = Callable[..., Source]
MakeQuotation = Callable[..., Quotation]
MakeTheme = Callable[..., Theme]


def code(name: str, label: str, **other: object) -> dict[str, object]:
    return {"id": name, "label": label, "definition": f"Alt om {label.lower()}."} | other


BOOK = Codebook.model_validate(
    {
        "id": "prøve", "label": "Prøvekodebog", "version": "1",
        "authority": "politikere",
        "tracks": [{"id": "vej", "question": "Hvordan kommer folk på arbejde?"},
                   {"id": "andet", "question": "Hvad har ingen svaret på?"}],
        "themes": [code(name, label, tracks=["vej"] if name == "bus" else []) for name, label in THEMES.items()],
        "actors": [code(name, label) for name, label in ACTORS.items()],
        "stances": [code(name, label) for name, label in STANCES.items()],
    }
)  # fmt: skip
SETTINGS = Settings(
    hoering="0.1.0", code="", model="da_x", model_version="1", model_sha256="", codebook=BOOK.id,
    codebook_version=BOOK.version, codebook_sha256="", coder="rule:patterns",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A sentence as a run has coded it; ``says`` is the title of the position it stands behind."""

    text: str
    themes: Sequence[str] = ("moede",)
    stance: str = "kritik"
    says: str = ""
    target: str = ""
    voice: str = ""


@dataclass(frozen=True)
class Letter:
    """A source and its sentences; sentences of a list within ``pages`` begin a new page each."""

    sender: str = "Borger"
    sender_type: str = "borgere"
    said: Sequence[Said] = ()
    kind: str = "hoeringssvar"
    more: dict[str, object] = field(default_factory=dict)


def build(letters: Sequence[Letter], joins: Sequence[tuple[int, int]] = (), book: Codebook = BOOK) -> Material:
    """The material of a run in which the letters got the numbers from 1, those that are not used none."""
    texts, codings, concerns = [], [], []
    sources: list[Source] = []
    for letter in letters:
        used = letter.more.get("status", "used") == "used"
        number = sum(source.status == "used" for source in sources) + 1 if used else 0
        raw = "\n".join(item.text for item in letter.said)
        source = _source(letter, number, len(sources) + 1, len(raw))
        sources.append(source)
        if used:
            texts.append(SafeText(source=source, view=View.of(raw), pages=_pages(letter)))
            codings += _codings(source, letter)
            concerns += _concerns(source, letter)
    positions = _positions(concerns, letters, sources)
    by_number = {source.number: source.source for source in sources}
    endorsed = [
        Endorsement(source=by_number[a], start=0, end=1, named=by_number[b], joins=by_number[b]) for a, b in joins
    ]
    frames = {
        "documents": tables.records_frame("documents", sources),
        "codings": tables.records_frame("codings", codings),
        "concerns": concerns_frame(concerns),
        "positions": positions_frame(positions),
        "position_members": members_frame(positions),
        "endorsements": tables.records_frame("endorsements", endorsed),
        "own_passages": passages_frame({}),
        "problems": tables.records_frame("problems", []),
        "flags": tables.records_frame("flags", []),
        "codes": codes_frame(book),
        "texts": texts_frame(texts),
    }
    return Material(frames=frames, settings=SETTINGS)


def _source(letter: Letter, number: int, place: int, end: int) -> Source:
    values: dict[str, object] = {
        "source": f"s{place}", "document": f"svar_{place}.pdf", "number": number, "kind": letter.kind,
        "sender": letter.sender, "sender_type": letter.sender_type, "date": "2026-03-07", "sha256": "0" * 64,
        "status": "used", "end": end,
    }  # fmt: skip
    return Source(**(values | letter.more))  # type: ignore[arg-type]


def _pages(letter: Letter) -> tuple[Page, ...]:
    """Each sentence stands on a page of its own."""
    pages, here = [], 0
    for number, item in enumerate(letter.said, 1):
        pages.append(Page(number=number, start=here, end=here + len(item.text) + 1))
        here += len(item.text) + 1
    return tuple(pages)


def _placed(letter: Letter) -> list[tuple[int, int, int, Said]]:
    return [
        (page.number, page.start, page.end - 1, item) for page, item in zip(_pages(letter), letter.said, strict=True)
    ]


def _codings(source: Source, letter: Letter) -> list[Coding]:
    made = []
    for page, start, end, item in _placed(letter):
        kinds = [("theme", code) for code in item.themes]
        kinds += [("stance", item.stance), ("voice", item.voice or source.sender_type)]
        for kind, name in kinds:
            made.append(
                Coding(
                    coding_id=f"{source.source}-{start}-{kind}-{name}",
                    source=source.source,
                    document=source.document,
                    page=page,
                    start=start,
                    end=end,
                    quote=item.text,
                    kind=kind,
                    code=name,
                    score=0.9,
                    why="",
                    coder="rule:patterns",
                    sender=source.sender,
                    sender_type=source.sender_type,
                )
            )  # type: ignore[arg-type, unused-ignore]
    return made


def _concerns(source: Source, letter: Letter) -> list[Concern]:
    return [
        Concern(
            concern_id=f"{source.source}-{start}",
            source=source.source,
            number=source.number,
            document=source.document,
            page=page,
            start=start,
            end=end,
            quote=item.text,
            voice=item.voice or source.sender_type,
            speaker="",
            sender=source.sender,
            sender_type=source.sender_type,
            stance=item.stance,
            target_theme=item.themes[0] if item.themes else "",
            other_themes=tuple(item.themes[1:]),
            target_actor=item.target,
            claim="",
            score=0.9,
            why="",
        )
        for page, start, end, item in _placed(letter)
        if item.stance != "neutral" and (item.themes or item.target)
    ]


def _positions(concerns: Sequence[Concern], letters: Sequence[Letter], sources: Sequence[Source]) -> list[Position]:
    says = {
        f"{source.source}-{start}": item.says
        for letter, source in zip(letters, sources, strict=True)
        for _, start, _, item in _placed(letter)
    }
    groups: dict[tuple[str, str, str], list[Concern]] = {}
    for concern in concerns:
        for theme in (concern.target_theme, *concern.other_themes):
            title = says[concern.concern_id] or f"Kritik: »{concern.quote}«"
            groups.setdefault((theme, concern.stance, title), []).append(concern)
    return [_position(f"p{place}", *key, own) for place, (key, own) in enumerate(groups.items(), 1)]


def _position(name: str, theme: str, stance: str, title: str, own: Sequence[Concern]) -> Position:
    types = {concern.number: concern.sender_type for concern in own}
    counts = Counter(types.values())
    return Position(
        position_id=name, theme=theme, stance=stance, target_actor=own[0].target_actor, title=title,
        senders=len(types), numbers=tuple(sorted(types)), sender_types=dict(sorted(counts.items())), texts=len(types),
        claims=len(own), joined=(), words=("jobcenter",), score=1.0, why="",
        members=tuple(_member(rank, concern) for rank, concern in enumerate(own, 1)),
    )  # fmt: skip


def _member(rank: int, concern: Concern) -> Member:
    names = ("concern_id", "source", "number", "document", "page", "start", "end", "quote", "voice", "speaker",
             "sender", "sender_type", "target_actor")  # fmt: skip
    same = {name: getattr(concern, name) for name in names}
    return Member(rank=rank, basis="claim", coding_id="", also=(), likeness=1.0, **same)


LETTERS = (
    Letter("Handicaprådet", "raad", [
        Said("Vi savner én fast sagsbehandler.", says="Ønske om én fast sagsbehandler", stance="forslag",
             target="politikere"),
        Said("Bussen kører ikke om aftenen.", ["bus"], says="Kritik af busser, der ikke kører"),
    ], more={"date": "2026-02-01"}),
    Letter("Mads & Søn <b>Byg</b>", "virksomheder", [
        Said("Vi kan ikke få folk hjem & »ud« til <unge> om natten.", ["bus", "unge"],
             says="Kritik af busser, der ikke kører"),
        Said("Udkastet er på 20 sider.", stance="neutral"),
    ], kind="interview", more={"date": "2026-01-15"}),
    Letter(said=[
        Said("Jeg vil have én fast sagsbehandler.", says="Ønske om én fast sagsbehandler", stance="forslag"),
        Said("De er søde på jobcentret.", says="Ros for venlige medarbejdere", stance="stoette", target="politikere"),
        Said("Jeg er på sygedagpenge og bliver bange for brevene.", says="Kritik af breve, der gør bange"),
    ], more={"date": ""}),
    Letter("Eksempelbladet", "journalist", [
        Said("En borger sagde, at bussen var væk.", ["bus"], says="Kritik af busser, der ikke kører", voice="borgere"),
    ], kind="nyhed"),
    Letter(said=[Said("Tak for invitationen.", (), "neutral")]),
    Letter("Kommunen", "politikere", [Said("Udkast til politik om unge.", ["unge"], "neutral")], "politik",
           more={"subject": "Plads til alle"}),
    Letter(more={"document": "kopi.pdf", "status": "duplicate", "reason": "Samme tekst som svar_1.pdf."}),
    Letter(more={"document": "scan.pdf", "status": "unreadable", "reason": "Ingen tekst i filen."}),
)  # fmt: skip


@pytest.fixture
def labels() -> Labels:
    return Labels(actors=ACTORS | OUTSIDERS, stances=STANCES, kinds=KINDS)


@pytest.fixture
def said() -> type[Said]:
    return Said


@pytest.fixture
def letter() -> type[Letter]:
    return Letter


@pytest.fixture
def make_material() -> Callable[..., Material]:
    return build


@pytest.fixture(scope="session")
def material() -> Material:
    """Six sources in use, one of them the draft, and two set aside."""
    return build(LETTERS, joins=[(5, 1)])


@pytest.fixture(scope="session")
def report(material: Material) -> ThemeReport:
    return ThemeReport(material)


@pytest.fixture
def make_source() -> Make:
    def make(number: int, sender: str = "Enhedslisten", sender_type: str = "politikere", **other: str) -> Source:
        values = {
            "source": f"s{number}",
            "document": f"svar_{number}.pdf",
            "kind": "hoeringssvar",
            "date": "2024-03-07",
            "sha256": "0" * 64,
            "status": "used",
        }
        merged = values | other
        return Source(number=number, sender=sender, sender_type=sender_type, **merged)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_quotation() -> MakeQuotation:
    def make(text: str = "Vi savner en plan.", number: int = 1, stance: str = "kritik", **other: object) -> Quotation:
        start = int(str(other.get("start", 10)))
        values: dict[str, object] = {
            "coding_id": f"c{number}-{start}",
            "source": f"s{number}",
            "document": f"svar_{number}.pdf",
            "page": 1,
            "start": start,
            "end": start + len(text),
            "speaker": "",
            "sender": "Enhedslisten",
            "sender_type": "politikere",
            "voice": "politikere",
        }
        return Quotation(number=number, text=text, stance=stance, **(values | other))  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_theme() -> MakeTheme:
    def make(label: str = "Unge", quotations: Sequence[Quotation] = (), **other: object) -> Theme:
        values: dict[str, object] = {
            "code": label.lower(),
            "definition": f"Alt om {label.lower()}.",
            "sentences": len(quotations),
            "sources": tuple(sorted({q.number for q in quotations})),
            "voices": Counter(q.voice for q in quotations),
            "stances": Counter(q.stance for q in quotations),
            "quotations": tuple(quotations),
        }
        return Theme(label=label, **(values | other))  # type: ignore[arg-type]

    return make
