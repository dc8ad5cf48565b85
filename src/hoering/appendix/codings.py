"""The sheets of codings and claims: every suggestion with its sentence, place, strength, maker and reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hoering.appendix.basis import Basis, rows_of
from hoering.appendix.places import PLACE, QUOTE
from hoering.spreadsheet import Column, Sheet, Value
from hoering.themes import NOT_COUNTED

_CODINGS = (
    Column("Henvendelse", 13, "count"),
    Column("Afsender", 28),
    Column("Afsendertype", 20),
    Column("Slags kode", 14),
    Column("Kode", 30),
    QUOTE,
    *PLACE,
    Column("Styrke", 9, "score"),
    Column("Kodet af", 20),
    Column("Hvorfor", 44),
    Column("Tæller med", 12),
    Column("Taler", 18),
    Column("Rolle", 14),
    Column("Kodebog", 22),
    Column("Kodning-id", 15),
)
_CLAIMS = (
    Column("Henvendelse", 13, "count"),
    Column("Afsender", 28),
    Column("Afsendertype", 20),
    Column("Hvis synspunkt", 20),
    Column("Taler", 18),
    Column("Holdning", 19),
    Column("Tema", 28),
    Column("Andre temaer", 28),
    Column("Rettet mod", 22),
    Column("Nævner også", 22),
    Column("Påstand", 50),
    QUOTE,
    *PLACE,
    Column("Styrke", 9, "score"),
    Column("Hvorfor", 44),
    Column("Kodebog", 22),
    Column("Påstand-id", 15),
)
_KINDS = {"theme": "Tema", "actor": "Omtalt part", "stance": "Holdning", "voice": "Stemme", "topic": "Emne"}
_ROLES = {"interviewer": "interviewer", "informant": "informant"}
_MAKERS = {
    "rule": "Regel",
    "model": "Trænet model",
    "learned": "Lært af jeres beslutninger",
    "llm": "Sprogmodel",
    "topic": "Emnemodel",
}
_PERSON = "Menneske"
NO, YES = "nej", "ja"


def codings(basis: Basis) -> Sheet:
    """One row for each coding, also those of the draft and of interviewers, which are not counted."""
    topics = _topics(basis)
    counted = {source.source for source in basis.material.used if source.kind not in NOT_COUNTED}
    rows = [_coding(row, topics, counted, basis) for row in rows_of(basis.material.table("codings"))]
    about = (
        "Hver sætnings koder: tema, omtalt part, holdning, stemme og emne, med styrke, hvem der har kodet, og hvorfor."
    )
    return Sheet("Kodninger", about, _CODINGS, rows)


def claims(basis: Basis) -> Sheet:
    """One row for each claim: who wants what from whom."""
    rows = [_claim(row, basis) for row in rows_of(basis.material.table("concerns"))]
    about = "Bekymringer, ønsker og ros: hvem vil hvad fra hvem, med citat og sted."
    return Sheet("Påstande", about, _CLAIMS, rows)


def _coding(row: Mapping[str, Any], topics: Mapping[str, str], counted: set[str], basis: Basis) -> tuple[Value, ...]:
    place = basis.place(row)
    counts = row["source"] in counted and row["role"] != "interviewer"
    return (
        place.number,
        row["sender"],
        basis.labels.actor(row["sender_type"]),
        _KINDS.get(row["kind"], row["kind"]),
        _label(row["kind"], row["code"], topics, basis),
        basis.words(place),
        *place.cells,
        float(row["score"]),
        maker(row["coder"]),
        row["why"],
        YES if counts else NO,
        row["speaker"],
        _ROLES.get(row["role"], row["role"]),
        row["codebook"],
        row["coding_id"],
    )


def _claim(row: Mapping[str, Any], basis: Basis) -> tuple[Value, ...]:
    place = basis.place(row)
    return (
        place.number,
        row["sender"],
        basis.labels.actor(row["sender_type"]),
        basis.actor(row["voice"]),
        row["speaker"],
        basis.labels.stance(row["stance"]),
        basis.theme(row["target_theme"]),
        basis.themes(row["other_themes"]),
        basis.actor(row["target_actor"]),
        basis.actors(row["other_actors"]),
        row["claim"],
        basis.words(place),
        *place.cells,
        float(row["score"]),
        row["why"],
        row["codebook"],
        row["concern_id"],
    )


def maker(coder: str) -> str:
    """Who has coded, for all to read: a person's name is the secretariat's own affair.

    >>> maker("model:stacked"), maker("human:Anne")
    ('Trænet model (stacked)', 'Menneske')
    """
    kind, _, name = coder.partition(":")
    if kind == "human":
        return _PERSON
    return f"{_MAKERS[kind]} ({name})" if kind in _MAKERS and name else _MAKERS.get(kind, coder)


def _label(kind: str, code: str, topics: Mapping[str, str], basis: Basis) -> str:
    if kind == "theme":
        return basis.theme(code)
    if kind == "stance":
        return basis.labels.stance(code)
    return topics.get(code, code) if kind == "topic" else basis.labels.actor(code)


def _topics(basis: Basis) -> dict[str, str]:
    """Labels of topics by the code they have among the codings."""
    frame = basis.material.frames.get("topics")
    rows = [] if frame is None else frame[["topic", "label"]].itertuples(index=False, name=None)
    return {f"emne_{topic}": str(label) for topic, label in rows}
