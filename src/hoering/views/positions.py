"""Positions to look at: what is wanted, criticised or praised, and how many stand behind it."""

from __future__ import annotations

import pandas as pd

from hoering.codebook import Codebook
from hoering.concerns.table import BETWEEN
from hoering.report import Labels


def position_table(positions: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per position, those with most senders first.

    Args:
        positions: the table ``positions`` of a run.
        book: the codebook of the run.
    """
    labels = Labels.of(book)
    themes = {code.id: code.label for code in book.themes}
    frame = pd.DataFrame(
        {
            "Tema": positions["theme"].map(lambda code: themes.get(code, code)),
            "Holdning": positions["stance"].map(labels.stance),
            "Hvad": positions["title"],
            "Afsendere": positions["senders"],
            "Hvem": positions["sender_types"].map(lambda told: _named(told, labels)),
            "Henvendelse": positions["source_numbers"],
        }
    )
    return frame.sort_values("Afsendere", ascending=False, kind="stable", ignore_index=True)


def _named(told: str, labels: Labels) -> str:
    """»borgere: 4; raad: 1« with the names people know."""
    pairs = [part.partition(": ") for part in told.split(BETWEEN) if part]
    return BETWEEN.join(f"{labels.actor(code)}: {count}" for code, _, count in pairs)
