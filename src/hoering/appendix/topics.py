"""The sheets of topics that the passages suggest, where the run looked for any."""

from __future__ import annotations

from collections.abc import Iterator

from hoering.appendix.basis import Basis, rows_of
from hoering.appendix.codings import NO, YES
from hoering.appendix.places import PLACE, QUOTE
from hoering.spreadsheet import Column, Sheet

_TOPICS = (
    Column("Nr.", 6, "count"),
    Column("Emne", 34),
    Column("Nøgleord", 60),
    Column("Afsnit", 9, "count"),
    Column("Andel af afsnit", 10, "share"),
    Column("Henvendelser", 14, "count"),
    Column("Stabilitet", 11, "score"),
    Column("Ligner mest temaet", 30),
    Column("Overlap", 9, "score"),
    Column("Nyt for kodebogen", 12),
    Column("Metode", 24),
)
_EXAMPLES = (
    Column("Emne nr.", 9, "count"),
    Column("Emne", 34),
    Column("Eksempel", 10, "count"),
    Column("Henvendelse", 13, "count"),
    Column("Afsender", 28),
    QUOTE,
    *PLACE,
    Column("Lighed", 9, "score"),
)


def topics(basis: Basis) -> Iterator[Sheet]:
    """The topics, and the passages most typical of each; nothing where no topics were looked for."""
    frames = basis.material.frames
    if "topics" not in frames or frames["topics"].empty:
        return
    found = list(rows_of(frames["topics"]))
    rows = [
        (
            int(row["topic"]), row["label"], row["key_words"], int(row["passages"]), float(row["share"]),
            int(row["sources"]), float(row["stability"]), basis.theme(str(row["coverage_code"])),
            float(row["coverage"]), YES if row["new"] else NO, row["method"],
        )
        for row in found
    ]  # fmt: skip
    about = "Emner, som afsnittene selv deler sig i, uden kodebogen. Under 0,5 i stabilitet er et emne kun en idé."
    yield Sheet("Emner", about, _TOPICS, rows, fixed=2)
    if "topic_examples" in frames:
        yield _examples(basis, {int(row["topic"]): str(row["label"]) for row in found})


def _examples(basis: Basis, labels: dict[int, str]) -> Sheet:
    rows = []
    for row in rows_of(basis.material.table("topic_examples")):
        place = basis.place(row)
        sender = basis.sender(basis.material.by_id.get(place.source))
        rows.append(
            (
                int(row["topic"]), labels.get(int(row["topic"]), ""), int(row["rank"]), place.number, sender,
                basis.words(place), *place.cells, float(row["score"]),
            )
        )  # fmt: skip
    return Sheet("Emnernes eksempler", "De afsnit, der er mest typiske for hvert emne.", _EXAMPLES, rows)
