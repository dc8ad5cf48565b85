"""Lying bars with their numbers, for the figures of this package."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import plotly.graph_objects as go

BLUE, ORANGE = "#0072B2", "#D55E00"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"


def bars(names: pd.Series[str], values: pd.Series[Any], question: str, explanation: str) -> go.Figure:
    """Lying bars with their numbers, the first row on top."""
    figure = go.Figure(
        go.Bar(
            x=values,
            y=names.map(html.escape),
            orientation="h",
            text=values,
            texttemplate="%{x:,}",
            textposition="outside",
            cliponaxis=False,
            marker={"color": BLUE},
            hovertemplate="%{y}: %{x:,}<extra></extra>",
        )
    )
    height = 110 + 28 * max(len(names), 1)
    title = f"<b>{html.escape(question)}</b><br><span style='font-size:13px'>{html.escape(explanation)}</span>"
    figure.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "y": 1 - 30 / height, "yanchor": "top"},
        height=height,
        template="none",
        font={"family": FONT, "size": 14, "color": "#1B2733"},
        margin={"l": 10, "r": 60, "t": 85, "b": 20},
        separators=",.",
        bargap=0.3,
    )
    figure.update_yaxes(autorange="reversed", automargin=True, ticks="", ticksuffix="  ")
    figure.update_xaxes(showticklabels=False, showgrid=False, zeroline=False)
    return figure
