"""Copies and campaigns: who sent the same text, what each added, and who joins whose answer."""

from __future__ import annotations

import pandas as pd

from hoering.report import danish

_SHOWN = 300


def group_table(groups: pd.DataFrame, copies: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per group of near copies, the largest first.

    Args:
        groups: the table ``groups``.
        copies: the table ``copies``.
        documents: the table ``documents``, for the numbers reports refer to.
    """
    members = _members(copies, documents)
    numbers = members.groupby("group")["number"].agg(lambda found: ", ".join(map(str, sorted(found))))
    shares = members.groupby("group")["own_share"].agg(lambda found: (found > 0).sum())
    return pd.DataFrame(
        {
            "Gruppe": groups["label"],
            "Afsendere": groups["senders"],
            "Henvendelser": groups["label"].map(numbers),
            "Med egen tekst": groups["label"].map(shares).astype("Int64"),
            "Fælles tekst": groups["common"].map(_cut),
        }
    )


def group_members(copies: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per source in a group: who sent it, and how much of it is its own, in per cent."""
    members = _members(copies, documents)
    return pd.DataFrame(
        {
            "Gruppe": members["group"],
            "Henvendelse": members["number"],
            "Dokument": members["document"],
            "Afsender": members["sender"],
            "Dato": members["date"].map(danish.date),
            "Egen tekst (%)": (100 * members["own_share"]).round(0),
        }
    ).sort_values(["Gruppe", "Henvendelse"], ignore_index=True, kind="stable")


def duplicate_table(copies: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per source that was set aside as a copy, or stands in a longer document as well."""
    name = documents.set_index("source")["document"]
    set_aside = copies[copies["set_aside"]]
    within = copies[copies["part_of"] != ""]
    frame = pd.DataFrame(
        {
            "Dokument": [*set_aside["source"].map(name), *within["source"].map(name)],
            "Hvad": ["Samme tekst og samme afsender; tæller ikke med"] * len(set_aside)
            + ["Står også i et længere dokument"] * len(within),
            "Se": [*set_aside["same_as"].map(name), *within["part_of"].map(name)],
        },
    )
    return frame.astype("str")


def endorsement_table(endorsements: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per place where a source joins another's answer: who, whose, and why where it cannot be told."""
    by_source = documents.set_index("source")
    return pd.DataFrame(
        {
            "Henvendelse": endorsements["source"].map(by_source["number"]),
            "Afsender": endorsements["source"].map(by_source["sender"]),
            "Tilslutter sig": endorsements["named"],
            "Det er henvendelse": endorsements["joins"].map(by_source["number"]).astype("Int64"),
            "Fra": endorsements["joins"].map(by_source["sender"]).fillna(""),
            "Bemærkning": endorsements["reason"],
        }
    )


def _members(copies: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Sources in a group that are not set aside, with what is known of them."""
    grouped = copies[(copies["group"] != "") & ~copies["set_aside"]]
    return grouped.merge(documents[["source", "document", "number", "sender", "date"]], on="source", how="left")


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
