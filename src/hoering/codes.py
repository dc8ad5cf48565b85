"""The codebook of a run as a table: what its codes are called and mean, without the patterns that find them.

A paper names codes by their labels; with this table it can be rendered long after the codebook's file was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from hoering.codebook import Code, Codebook
from hoering.codebook.model import ActorCode, Heading, Track

COLUMNS = ("kind", "code", "label", "definition", "parent", "tracks", "duty")
_BETWEEN = "; "


def codes_frame(book: Codebook) -> pd.DataFrame:
    """One row per code, heading and guiding question, in the codebook's order.

    ``kind`` is book, theme, actor, stance, heading or track (its ``label`` is the question); ``duty`` is
    ``authority`` or ``private`` for the actors that are so.
    """
    return pd.DataFrame(list(_rows(book)), columns=list(COLUMNS)).astype("str")


def read_codes(frame: pd.DataFrame) -> Codebook:
    """The codebook of a table made by `codes_frame`: all its labels, and no patterns, so it cannot code."""
    rows = list(frame[list(COLUMNS)].itertuples(index=False, name=None))
    by_kind: dict[str, list[tuple[str, ...]]] = {kind: [] for kind in ("book", *_KINDS, "heading", "track")}
    for kind, *columns in rows:
        by_kind[kind].append(tuple(columns))
    ((name, label, version, *_),) = by_kind["book"]
    duties = {duty: code for code, *_, duty in by_kind["actor"] if duty}
    usual = Codebook.model_fields
    return Codebook(
        id=name,
        label=label,
        version=version,
        tracks=tuple(Track(id=code, question=question) for code, question, *_ in by_kind["track"]),
        groups=tuple(
            Heading(id=code, label=label, definition=meaning, parent=parent)
            for code, label, meaning, parent, *_ in by_kind["heading"]
        ),
        themes=tuple(_code(row) for row in by_kind["theme"]),
        actors=tuple(ActorCode(**dict(_code(row))) for row in by_kind["actor"]),
        stances=tuple(_code(row) for row in by_kind["stance"]),
        authority=duties.get("authority") or usual["authority"].default,
        private=duties.get("private") or usual["private"].default,
    )


_KINDS = {"theme": "themes", "actor": "actors", "stance": "stances"}


def _rows(book: Codebook) -> Iterator[tuple[str, ...]]:
    yield "book", book.id, book.label, book.version, "", "", ""
    for kind, name in _KINDS.items():
        codes: Iterable[Code] = getattr(book, name)
        for code in codes:
            tracks = _BETWEEN.join(code.tracks)
            yield kind, code.id, code.label, code.definition, code.parent, tracks, _duty(kind, code, book)
    for heading in book.groups:
        yield "heading", heading.id, heading.label, heading.definition, heading.parent, "", ""
    for track in book.tracks:
        yield "track", track.id, track.question, "", "", "", ""


def _duty(kind: str, code: Code, book: Codebook) -> str:
    if kind != "actor":
        return ""
    return {book.private: "private", book.authority: "authority"}.get(code.id, "")


def _code(row: tuple[str, ...]) -> Code:
    code, label, definition, parent, tracks, _ = row
    return Code(id=code, label=label, definition=definition, parent=parent,
                tracks=tuple(tracks.split(_BETWEEN)) if tracks else ())  # fmt: skip
