"""Makers of small invented drafts, positions and runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from hoering.codebook import Codebook
from hoering.codes import codes_frame
from hoering.coverage.records import Passage, Wish
from hoering.draft import Draft
from hoering.edits import View
from hoering.material import Material
from hoering.positions import Member, Position, members_frame, positions_frame
from hoering.project import Settings
from hoering.records import Page, SafeText, Segment, Source
from hoering.tables import records_frame
from hoering.texts import texts_frame

MakePassage = Callable[..., Passage]
MakeWish = Callable[..., Wish]
MakeDraft = Callable[..., Draft]
MakeRun = Callable[..., Material]

THEMES = {"moede": "Mødet med jobcentret", "bus": "Transport"}
BOOK = Codebook.model_validate(
    {
        "id": "prøve", "label": "Prøve", "version": "1", "authority": "jobcenter", "private": "borgere",
        "themes": [{"id": k, "label": v, "definition": v} for k, v in THEMES.items()],
        "actors": [{"id": k, "label": k.title(), "definition": k} for k in ("jobcenter", "borgere")],
        "stances": [{"id": k, "label": k, "definition": k} for k in ("kritik", "forslag", "stoette", "neutral")],
    }
)  # fmt: skip


def source_of(name: str, *, kind: str = "hoeringssvar", number: int = 1, end: int = 0, sha256: str = "") -> Source:
    return Source(
        source=f"{name}#1", document=name, number=number, kind=kind, sender="Borger", sender_type="borgere", date="",
        phase="", track="", title=name, subject="", sha256=sha256 or f"hash af {name}", pages=1, start=0, end=end,
        status="used", reason="", group="", basis="", kind_score=1.0, sender_score=1.0, date_score=1.0,
    )  # fmt: skip


@pytest.fixture
def passage() -> MakePassage:
    def make(text: str, number: int = 0, section: int = 0, *, led: bool = False) -> Passage:
        return Passage(
            number=number, page=1, start=number * 1000, end=number * 1000 + len(text), text=text, section=section,
            led=led, paragraph=text, themes=frozenset(), actors=frozenset(),
        )  # fmt: skip

    return make


@pytest.fixture
def wish() -> MakeWish:
    def make(title: str, *quotes: str, stance: str = "forslag", theme: str = "moede") -> Wish:
        return Wish(
            position_id=title, theme=theme, stance=stance, target_actor="", title=title, words=(),
            quotes=quotes or (title,),
        )  # fmt: skip

    return make


@pytest.fixture
def draft() -> MakeDraft:
    def make(text: str, name: str = "udkast.txt", sha256: str = "") -> Draft:
        source = source_of(name, kind="politik", end=len(text), sha256=sha256)
        safe = SafeText(source=source, view=View.of(text, []), pages=(Page(number=1, start=0, end=len(text)),))
        segments, sentences, start = [], [], 0
        for number, line in enumerate(text.split("\n")):
            place = {"source": source.source, "document": name, "page": 1, "start": start, "end": start + len(line)}
            level = "heading" if line.istitle() or line.startswith(("Mål", "Afsnit", "Vi vil")) else "paragraph"
            item = Segment(segment_id=f"s{number}", level=level, text=line, speaker="", **place)
            segments.append(item)
            sentences.append(
                Segment(
                    segment_id=f"s{number}.0", parent=f"s{number}", level="sentence", text=line, speaker="", **place
                )
            )
            start += len(line) + 1
        return Draft(
            document=name, sha256=source.sha256, text=safe, segments=tuple(segments), sentences=tuple(sentences),
            codings=(),
        )  # fmt: skip

    return make


@pytest.fixture
def run() -> MakeRun:
    def make(*positions: Position) -> Material:
        source = source_of("svar.txt")
        safe = SafeText(source=source, view=View.of("", []), pages=(Page(number=1, start=0, end=0),))
        frames = {
            "documents": records_frame("documents", [source]),
            "positions": positions_frame(positions),
            "position_members": members_frame(positions),
            "codes": codes_frame(BOOK),
            "texts": texts_frame([safe]),
        }
        settings = Settings(
            hoering="0", code="", model="", model_version="", model_sha256="", codebook="prøve", codebook_version="1",
            codebook_sha256="", coder="",
        )  # fmt: skip
        return Material(frames, settings)

    return make


def position(
    name: str, title: str, quotes: Sequence[str], *, stance: str = "forslag", theme: str = "moede",
    numbers: tuple[int, ...] = (1, 2),
) -> Position:  # fmt: skip
    members = tuple(
        Member(
            rank=rank, basis="claim", concern_id=f"{name}{rank}", coding_id="", source="svar.txt#1", number=numbers[0],
            document="svar.txt", page=1, start=0, end=len(quote), quote=quote, voice="borgere", speaker="",
            sender="Borger", sender_type="borgere", target_actor="", also=(), likeness=1.0,
        )
        for rank, quote in enumerate(quotes, 1)
    )  # fmt: skip
    return Position(
        position_id=name, theme=theme, stance=stance, target_actor="", title=title, senders=len(numbers),
        numbers=numbers, sender_types={"borgere": len(numbers)}, texts=1, claims=len(quotes), joined=(), words=(),
        score=1.0, why="", members=members,
    )  # fmt: skip
