"""Coverage as a table, and as an Excel file in which the administration writes its own judgement."""

from __future__ import annotations

import pandas as pd

from hoering.coverage.records import Answer
from hoering.coverage.result import Coverage, Held
from hoering.report.labels import STANCE_HEADINGS, Labels
from hoering.spreadsheet import Column, Front, Sheet, Value, spreadsheet_bytes

# The table's name in data/processed.
TABLE = "coverage"
FIELD = "Forvaltningens vurdering"
_DTYPES = {"senders": "int64", "page": "int64", "start": "int64", "end": "int64", "score": "float64"}
COLUMNS = (
    "position_id", "theme", "stance", "title", "senders", "source_numbers", "verdict", "draft", "draft_sha256",
    "section", "page", "start", "end", "passage", "score", "why", "earlier_draft", "earlier_verdict",
    "earlier_passage", "change",
)  # fmt: skip


def coverage_frame(coverage: Coverage) -> pd.DataFrame:
    """One row per position, in the run's order; columns as in ``data/processed/README.md``."""
    rows = [_row(coverage, place) for place in range(len(coverage.positions))]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({name: _DTYPES.get(name, "str") for name in COLUMNS})


def excel_bytes(coverage: Coverage) -> bytes:
    """The same for a person: filterable, with an empty column for the administration's judgement."""
    labels = Labels.of(coverage.material.book)
    themes = {code.id: code.label for code in coverage.material.book.themes}
    frame = coverage_frame(coverage)
    columns: tuple[Column, ...] = (
        Column("Tema", 24), Column("Retning", 16), Column("Synspunkt", 48), Column("Afsendere", 10, "count"),
        Column("Henvendelse", 18), Column("Forslag til vurdering", 14), Column("Udkastets ord", 60),
        Column("Afsnit", 28), Column("Side", 8, "count"), Column("Tegn", 14), Column("Hvorfor", 48),
        Column("Nærhed", 10, "score"), Column(FIELD, 40),
    )  # fmt: skip
    earlier = coverage.before is not None
    if earlier:
        columns += (Column("I det tidligere udkast", 16), Column("Ændring", 16))
    rows: list[list[Value]] = []
    for row in frame.to_dict("records"):
        cells: list[Value] = [
            themes.get(row["theme"], row["theme"]), STANCE_HEADINGS.get(row["stance"], labels.stance(row["stance"])),
            row["title"], int(row["senders"]), row["source_numbers"], row["verdict"], row["passage"], row["section"],
            int(row["page"]), f"{row['start']}–{row['end']}", row["why"], float(row["score"]), "",
        ]  # fmt: skip
        rows.append([*cells, row["earlier_verdict"], row["change"]] if earlier else cells)
    draft = coverage.now.draft.document
    return spreadsheet_bytes(
        Front(
            title="Udkastdækning",
            sections=(
                (
                    "Sådan bruges arket",
                    (
                        f"Hvert synspunkt i høringen er holdt op mod {draft}. Vurderingen er et maskinelt forslag.",
                        f"Skriv jeres egen vurdering i kolonnen »{FIELD}«.",
                    ),
                ),
            ),
        ),
        [Sheet("Udkastdækning", "Ét synspunkt pr. række.", columns, rows, fixed=3)],
    )


def _row(coverage: Coverage, place: int) -> dict[str, object]:
    position, now, before = coverage.positions[place], coverage.now, coverage.before
    answer, passage = now.answers[place], now.answers[place].passage
    old = before.answers[place] if before else None
    return {
        "position_id": position.position_id,
        "theme": position.theme,
        "stance": position.stance,
        "title": position.title,
        "senders": position.senders,
        "source_numbers": ", ".join(map(str, position.numbers)),
        "verdict": answer.verdict,
        "draft": now.draft.document,
        "draft_sha256": now.draft.sha256,
        "section": section_of(now, answer),
        "page": passage.page if passage else 0,
        "start": passage.start if passage else 0,
        "end": passage.end if passage else 0,
        "passage": passage.text if passage else "",
        "score": answer.score,
        "why": answer.why,
        "earlier_draft": before.draft.document if before else "",
        "earlier_verdict": old.verdict if old else "",
        "earlier_passage": old.passage.text if old and old.passage else "",
        "change": coverage.changes[place] if before else "",
    }


def section_of(held: Held, answer: Answer) -> str:
    """The heading an answer's passage stands under."""
    return held.parts.sections[answer.passage.section].title if answer.passage else ""
