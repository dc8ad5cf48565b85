"""Who has written, who wants what, and what two voices speak about."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from hoering.codebook import Codebook
from hoering.errors import HoeringError
from hoering.records import Source
from hoering.report import Labels, danish
from hoering.report.quotes import kinds_of
from hoering.report.wishes import who_wants_what as wishes_of
from hoering.themes import NOT_COUNTED
from hoering.views.bars import BLUE, ORANGE, bars
from hoering.views.papers import records_of, themes_of


def sender_types(documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """Submissions and different senders per type, most first; the draft that is heard is left out."""
    labels = Labels.of(book)
    used = documents[(documents["status"] == "used") & ~documents["kind"].isin(NOT_COUNTED)]
    counts = used.groupby("sender_type")["sender"].agg(["size", "nunique"]).reset_index()
    frame = pd.DataFrame(
        {
            "Afsendertype": counts["sender_type"].map(labels.actor),
            "Henvendelser": counts["size"],
            "Forskellige afsendere": counts["nunique"],
        }
    )
    return frame.sort_values("Henvendelser", ascending=False, ignore_index=True, kind="stable")


def sender_figure(types: pd.DataFrame) -> go.Figure:
    """Bars of the frame of `sender_types`: submissions per type of sender."""
    return bars(
        types["Afsendertype"], types["Henvendelser"], "Hvem har skrevet eller er blevet interviewet?",
        "Antal henvendelser efter afsendertype.",
    )  # fmt: skip


def who_wants_what(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook, at_most: int = 4) -> pd.DataFrame:
    """One row per party: what it criticises, what it proposes, and one quotation (see `hoering.report`).

    ``at_most`` is how many themes are named, those with most sentences first.
    """
    labels = Labels.of(book)
    kinds = kinds_of(records_of(documents, Source))
    wishes = wishes_of(themes_of(codings, documents, book), labels=labels, kinds=kinds)
    rows = [
        {
            "Hvem": wish.name,
            "Type": wish.label,
            "Gengivet af": wish.via,
            "Kritiserer eller savner noget om": _weighted(wish.criticised, at_most),
            "Foreslår eller ønsker noget om": _weighted(wish.proposed, at_most),
            "Citat": wish.quotes[0].text if wish.quotes else "",
            "Sted": wish.quotes[0].reference if wish.quotes else "",
        }
        for wish in wishes
    ]
    columns = ["Hvem", "Type", "Gengivet af", "Kritiserer eller savner noget om"]
    return pd.DataFrame(rows, columns=[*columns, "Foreslår eller ønsker noget om", "Citat", "Sted"])


def compare_groups(coded: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """How much of what two voices say is about each theme, in per cent, and the difference in points.

    Args:
        coded: the frame of `by_theme`.
        first: a value of the column Stemme.
        second: another one; a positive difference means that ``first`` speaks more about the theme.

    Raises:
        HoeringError: nobody speaks with one of the two voices.
    """
    shares = {voice: _shares(coded, voice) for voice in (first, second)}
    frame = pd.DataFrame(shares).fillna(0.0)
    frame.columns = pd.Index([f"{first} (%)", f"{second} (%)"])
    # Plus zero: what rounds to nothing is no negative nothing.
    frame["Forskel"] = (frame.iloc[:, 0] - frame.iloc[:, 1]).round(1) + 0.0
    return frame.sort_values("Forskel", ascending=False).rename_axis("Tema").reset_index()


def difference_figure(compared: pd.DataFrame) -> go.Figure:
    """Bars of the frame of `compare_groups`: to the right what the first voice speaks more about."""
    first, second = (str(column).removesuffix(" (%)") for column in compared.columns[1:3])
    figure = bars(
        compared["Tema"],
        compared["Forskel"].round(1),
        f"Hvad fylder mest for hvem: {first} eller {second}?",
        f"Forskel i procentpoint. Til højre fylder temaet mest hos {first}, til venstre hos {second}.",
    )
    colours = [BLUE if value >= 0 else ORANGE for value in compared["Forskel"]]
    figure.update_traces(marker_color=colours, texttemplate="%{x:+.1f}", hovertemplate="%{y}: %{x:+.1f}<extra></extra>")
    figure.update_xaxes(zeroline=True, zerolinecolor="#333333", zerolinewidth=1.5)
    return figure


def _weighted(pairs: tuple[tuple[str, int], ...], at_most: int) -> str:
    named = [label if count == 1 else f"{label} ({danish.number(count)})" for label, count in pairs[:at_most]]
    left = len(pairs) - len(named)
    return "; ".join(named) + (f" og {danish.counted(left, 'tema til', 'temaer til')}" if left else "")


def _shares(coded: pd.DataFrame, voice: str) -> pd.Series[float]:
    own = coded.loc[coded["Stemme"] == voice, "Tema"]
    if own.empty:
        known = danish.listed(sorted(coded["Stemme"].unique()))
        raise HoeringError(f"Der er ingen sætninger med stemmen »{voice}«. Der er: {known}.")
    return 100 * own.value_counts(normalize=True)
