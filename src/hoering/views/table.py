"""How a frame is printed: text that can be read to its end, and Danish numbers."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from hoering.report import danish

NOTHING = "Her er intet at vise."

# Least width of a column, in em, by the number of letters in its longest text; any other takes what it needs.
_WIDTHS = ((200, 30), (100, 22), (60, 18), (30, 13))
# A notebook on a usual screen has room for so many; a wider table has narrower columns, but none below the least.
_ROOM, _OTHER, _LEAST = 70, 7, 9


def show(frame: pd.DataFrame, rows: int = 20, decimals: int = 1, title: str = "") -> Styler:
    """A frame to read: text to the left and unbroken, Danish numbers, and how many rows were left out.

    A named index is shown as columns, any other is not shown. Of a frame without rows it is said that there is nothing.

    Args:
        frame: what to show.
        rows: how many rows at most.
        decimals: of numbers that are not whole.
        title: a line above the table.
    """
    named = any(name is not None for name in frame.index.names)
    whole = frame.reset_index() if named else frame.reset_index(drop=True)
    shown = whole.head(rows)
    styled = (
        shown.style.hide(axis="index")
        .format(precision=decimals, thousands=".", decimal=",", na_rep="", escape="html")
        .format(_breakable, subset=[column for column in shown if _width(shown[column])], na_rep="")
        .format_index(axis="columns", escape="html")
        .set_table_styles(_TABLE_STYLES)
        .set_table_styles(_column_styles(shown), overwrite=False)
    )
    left = len(whole) - len(shown)
    told = [title] if title else []
    if whole.empty:
        told.append(NOTHING)
    if left:
        told.append(f"Viser de første {danish.number(len(shown))} af {danish.counted(len(whole), 'række', 'rækker')}.")
    if told:
        styled = styled.set_caption(html.escape(" ".join(told), quote=False))
    if title:
        styled = styled.set_table_styles(_TITLE_STYLES, overwrite=False)
    return styled


_TABLE_STYLES: list[Any] = [
    {"selector": "th", "props": "vertical-align: bottom;"},
    {"selector": "td", "props": "vertical-align: top; white-space: normal; line-height: 1.4;"},
    {"selector": "caption", "props": "caption-side: bottom; text-align: left; padding-top: 0.5em;"},
]


_TITLE_STYLES: list[Any] = [
    {"selector": "caption", "props": "caption-side: top; font-weight: bold; font-size: 1.05em; padding: 0.3em 0.5em;"}
]


def _column_styles(shown: pd.DataFrame) -> dict[Any, list[Any]]:
    """Numbers to the right; text to the left, the long with room enough, as far as all fit beside each other."""
    wanted = {column: _width(shown[column]) for column in shown}
    room = _ROOM - _OTHER * sum(not width for width in wanted.values())
    share = min(1.0, room / max(sum(wanted.values()), 1))
    return {column: _column_style(shown[column], max(_LEAST, width * share)) for column, width in wanted.items()}


def _width(column: pd.Series[Any]) -> int:
    """The width a column would like to have, in em; 0 for numbers and short text."""
    if pd.api.types.is_numeric_dtype(column):
        return 0
    longest = column.astype(str).str.len().max()
    return next((em for letters, em in _WIDTHS if longest > letters), 0)


def _breakable(value: object) -> str:
    """Long text may go on to the next line after the stroke in a file's path, and is copied without a trace of it."""
    return html.escape(str(value)).replace("/", "/<wbr>")


def _column_style(column: pd.Series[Any], width: float) -> list[Any]:
    if pd.api.types.is_numeric_dtype(column):
        return [{"selector": "", "props": "text-align: right;"}]
    least = f"min-width: {width:.0f}em; " if _width(column) else ""
    return [{"selector": "", "props": f"{least}max-width: 44em; text-align: left;"}]
