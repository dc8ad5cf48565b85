"""The account of what was received, character by character, with Danish headings."""

from __future__ import annotations

import pandas as pd

from hoering.ledger import accounts
from hoering.records import Removal, Segment, Source
from hoering.views.papers import records_of

_STATUS = {"used": "Brugt", "duplicate": "Dublet", "unreadable": "Kan ikke læses", "excluded": "Udeladt"}


def ledger(documents: pd.DataFrame, segments: pd.DataFrame, removals: pd.DataFrame) -> pd.DataFrame:
    """One row per source and one for all: characters kept, replaced, taken out, blank and set aside.

    The five add up to the characters of the raw text.
    """
    found = accounts(records_of(documents, Source), records_of(segments, Segment), records_of(removals, Removal))
    frame = pd.DataFrame(
        {
            "Kilde": [a.source for a in found],
            "Status": [_STATUS[a.status] for a in found],
            "Tegn": [a.characters for a in found],
            "Beholdt": [a.kept for a in found],
            "Rettet eller sløret": [a.replaced for a in found],
            "Taget ud": [a.removed for a in found],
            "Mellemrum": [a.blank for a in found],
            "Lagt til side": [a.set_aside for a in found],
        }
    )
    total = {"Kilde": "I alt", "Status": "", **frame.select_dtypes("number").sum().to_dict()}
    return pd.concat([frame, pd.DataFrame([total])], ignore_index=True)
