"""How a frame is printed: text that can be read to its end, and Danish numbers."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from hoering.report import danish

# Least width of a column, in em, by the number of letters in its longest text.
_WIDTHS = ((100, 22), (60, 18), (30, 13))


def show(frame: pd.DataFrame, rows: int = 20, decimals: int = 1) -> Styler:
    """A frame to read: text to the left and unbroken, Danish numbers, and how many rows were left out.

    A named index is shown as columns, any other is not shown.
    """
    named = any(name is not None for name in frame.index.names)
    whole = frame.reset_index() if named else frame.reset_index(drop=True)
    shown = whole.head(rows)
    styled = (
        shown.style.hide(axis="index")
        .format(precision=decimals, thousands=".", decimal=",", na_rep="", escape="html")
        .format_index(axis="columns", escape="html")
        .set_table_styles(_TABLE_STYLES)
        .set_table_styles({column: _column_styles(shown[column]) for column in shown}, overwrite=False)
    )
    left = len(whole) - len(shown)
    if left:
        styled = styled.set_caption(
            f"Viser de første {danish.number(len(shown))} af {danish.counted(len(whole), 'række', 'rækker')}."
        )
    return styled


_TABLE_STYLES: list[Any] = [
    {"selector": "th", "props": "vertical-align: bottom;"},
    {"selector": "td", "props": "vertical-align: top; white-space: normal; line-height: 1.4;"},
    {"selector": "caption", "props": "caption-side: bottom; text-align: left; padding-top: 0.5em;"},
]


def _column_styles(column: pd.Series[Any]) -> list[Any]:
    """Numbers to the right; text to the left, with room enough for the longest."""
    if pd.api.types.is_numeric_dtype(column):
        return [{"selector": "", "props": "text-align: right;"}]
    longest = column.astype(str).str.len().max()
    width = next((f"min-width: {em}em; " for letters, em in _WIDTHS if longest > letters), "")
    return [{"selector": "", "props": f"{width}max-width: 44em; text-align: left;"}]
