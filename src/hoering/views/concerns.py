"""Concerns to look at: who wants what from whom, and the list of all claims in plain Danish."""

from __future__ import annotations

import pandas as pd

from hoering.codebook import Codebook
from hoering.concerns.table import BETWEEN
from hoering.report import Labels
from hoering.report.labels import stance_order
from hoering.themes import NOT_COUNTED

NOBODY = "(ingen nævnt)"


def who_wants_what_from_whom(concerns: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """Claims per voice and the party they are directed at, by stance, most first, each pair with an example.

    The example is the claim with the highest score. The draft that is heard is left out.

    Args:
        concerns: the table ``concerns``.
        documents: the table ``documents``.
        book: the codebook.
    """
    labels = Labels.of(book)
    stances = [labels.stance(code) for code in sorted(labels.stances, key=stance_order) if code != "neutral"]
    columns = ["Stemme", "Rettet mod", *stances, "I alt", "Eksempel", "Citat", "Sted"]
    listed = concern_table(concerns, documents, book)
    if listed.empty:
        return pd.DataFrame(columns=columns)
    pair = ["Stemme", "Rettet mod"]
    counts = listed.groupby([*pair, "Holdning"]).size().unstack(fill_value=0).reindex(columns=stances, fill_value=0)
    counts["I alt"] = counts.sum(axis="columns")
    ordered = listed.sort_values("Styrke", ascending=False, kind="stable")
    examples = ordered.drop_duplicates(pair).rename(columns={"Påstand": "Eksempel"})
    joined = counts.reset_index().merge(examples[[*pair, "Eksempel", "Citat", "Sted"]], on=pair, validate="one_to_one")
    joined.columns.name = None
    return joined.sort_values(["I alt", *pair], ascending=[False, True, True], ignore_index=True)[columns]


def concern_table(concerns: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per claim in plain Danish: what is claimed, by whom, toward whom, about what, and the words themselves.

    ``Også`` counts the other sentences that carry on the same claim. Arguments as in `who_wants_what_from_whom`.
    """
    labels = Labels.of(book)
    themes = {code.id: code.label for code in book.themes}
    kinds = documents.set_index("source")["kind"]
    used = concerns[~concerns["source"].map(kinds).isin(NOT_COUNTED)]
    frame = pd.DataFrame(
        {
            "Henvendelse": used["number"],
            "Påstand": used["claim"],
            "Stemme": used["voice"].map(labels.actor),
            "Holdning": used["stance"].map(labels.stance),
            "Rettet mod": used["target_actor"].map(lambda code: labels.actor(code) if code else NOBODY),
            "Tema": used["target_theme"].map(lambda code: themes.get(code, code)),
            "Citat": used["quote"],
            "Også": used["also"].map(lambda places: len(places.split(BETWEEN)) if places else 0),
            "Sted": _places(used, kinds, labels),
            "Styrke": used["score"],
        }
    )
    return frame.reset_index(drop=True)


def _places(used: pd.DataFrame, kinds: pd.Series[str], labels: Labels) -> list[str]:
    """The place of each claim as the report writes it."""
    named = used["source"].map(kinds).map(labels.kind)
    rows = zip(named, *(used[column] for column in ("number", "page", "start", "end")), strict=True)
    return [
        f"Henvendelse {number}, {kind[:1].lower()}{kind[1:]}, s. {page}, tegn {start}–{end}"
        for kind, number, page, start, end in rows
    ]
