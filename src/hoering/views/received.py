"""What was received, what became of it, and what could not be done."""

from __future__ import annotations

import pandas as pd

from hoering.codebook import Codebook
from hoering.report import Labels, danish

_STATUSES = {
    "used": ("Brugt", "Læst, renset og kodet."),
    "duplicate": ("Dublet", "Samme tekst som en anden henvendelse. Tæller kun én gang."),
    "unreadable": ("Kan ikke læses", "Filen er tom, beskadiget, scannet uden tekst eller i et ukendt format."),
    "excluded": ("Udeladt", "Sat til side efter en regel eller efter kilder.csv."),
}


def statuses(documents: pd.DataFrame) -> pd.DataFrame:
    """What became of what was received: one row per status that occurs."""
    found = documents["status"].value_counts()
    rows = [
        {"Status": label, "Henvendelser": int(found[status]), "Det betyder": meaning}
        for status, (label, meaning) in _STATUSES.items()
        if status in found
    ]
    return pd.DataFrame(rows, columns=["Status", "Henvendelser", "Det betyder"])


def source_register(documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per thing received: who, what, when, what became of it, and what that was read from."""
    labels = Labels.of(book)
    return pd.DataFrame(
        {
            "Henvendelse": documents["number"],
            "Dokument": documents["document"],
            "Slags": documents["kind"].map(labels.kind),
            "Afsender": documents["sender"],
            "Afsendertype": documents["sender_type"].map(labels.actor).where(documents["status"] == "used", ""),
            "Dato": documents["date"].map(danish.date),
            "Sider": documents["pages"],
            "Status": documents["status"].map({status: label for status, (label, _) in _STATUSES.items()}),
            "Årsag": documents["reason"],
            "Bestemt ud fra": documents["basis"],
        }
    )


def problem_table(problems: pd.DataFrame) -> pd.DataFrame:
    """What could not be done, with Danish headings."""
    return problems.rename(columns={"stage": "Trin", "item": "Hvad", "reason": "Årsag"})
