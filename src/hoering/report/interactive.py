"""Figures for the screen, drawn by plotly: the same numbers and colours as on paper (`hoering.report.pictures`)."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from hoering.report import danish
from hoering.report.figures import Figure

# Colours are told apart by people with colour vision deficiency (one blue scale; Okabe-Ito).
STANCE_COLOURS = {"kritik": "#D55E00", "forslag": "#0072B2", "stoette": "#009E73"}
# White numbers cannot be read on the green one at this size.
_TEXT_COLOURS = {"kritik": "#000000", "forslag": "#FFFFFF", "stoette": "#000000"}
# The colours of the bars, dark enough for numbers on white.
_BESIDE_COLOURS = {"kritik": "#A84A00", "forslag": "#005A8C", "stoette": "#007052"}
_OTHER = "#7B8794"
_BLUES = [[0.0, "#F7FAFC"], [0.001, "#E3EEF8"], [0.5, "#6BAED6"], [1.0, "#08306B"]]
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
_ROW = 30
_HEAD = 85
# Points: the bars of a figure on a narrow page, a digit, and the air around a number.
_NARROW, _DIGIT, _AIR = 480, 9, 6
_LEGEND = {"orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0, "traceorder": "normal"}


def interactive(figure: Figure) -> go.Figure:
    """A figure of `hoering.report.figures` as one that answers when it is pointed at; every field has its number."""
    if not figure.rows or not figure.columns:
        return _empty(_title(figure))
    return _heat(figure) if figure.kind == "heat" else _sides(figure)


def _heat(figure: Figure) -> go.Figure:
    drawn = go.Figure(
        go.Heatmap(
            z=[list(counts) for _, counts in figure.rows],
            x=[_plain(name) for name in figure.columns],
            y=[_plain(name) for name, _ in figure.rows],
            text=[[danish.number(count) if count else "" for count in counts] for _, counts in figure.rows],
            texttemplate="%{text}",
            hovertemplate=f"%{{y}}<br>%{{x}}: %{{z}} {_plain(figure.unit)}<extra></extra>",
            colorscale=_BLUES,
            zmin=0,
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    # Slanting labels reach about six points up, and to the right, for every letter.
    reach = 6 * max(map(len, figure.columns))
    _lay_out(drawn, _title(figure), top=_HEAD + reach, rows=len(figure.rows))
    drawn.update_xaxes(side="top", tickangle=-45, automargin=False)
    drawn.update_layout(margin_r=reach)
    return drawn


def _sides(figure: Figure) -> go.Figure:
    """Bars to either side of zero; a number too wide for its bar stands beside the row, in the colour of the bar."""
    against = [place for place, code in enumerate(figure.codes) if code in figure.left]
    towards = [place for place, code in enumerate(figure.codes) if code not in figure.left]
    left, right = (max(sum(counts[p] for p in side) for _, counts in figure.rows) for side in (against, towards))
    span = left + right
    drawn = go.Figure([_bars(figure, place, span) for place in (*against, *towards)])
    _lay_out(drawn, _title(figure), top=_HEAD + 30, bottom=60, rows=len(figure.rows))
    drawn.update_layout(
        barmode="relative", bargap=0.25, legend=_LEGEND, annotations=_beside(figure, against, towards, span)
    )
    ticks = _ticks(left, right)
    drawn.update_xaxes(
        title={"text": f"Antal {_plain(figure.unit)}", "font": {"size": 14}, "standoff": 8},
        tickvals=ticks,
        ticktext=[danish.number(abs(tick)) for tick in ticks],
        gridcolor="#E5E9EE",
        zeroline=True,
        zerolinecolor="#333333",
        zerolinewidth=1.5,
    )
    return drawn


def _fits(count: int, span: int) -> bool:
    """Whether the number of a bar can stand inside it, where all bars together are ``span`` wide."""
    return _NARROW * count >= span * (_DIGIT * len(danish.number(count)) + _AIR)


def _beside(figure: Figure, against: Sequence[int], towards: Sequence[int], span: int) -> list[dict[str, Any]]:
    """The numbers that do not fit, at the end of each row to the left and to the right."""
    notes: list[dict[str, Any]] = []
    for name, counts in figure.rows:
        for sign, side in ((-1, against), (1, towards)):
            numbers = [
                f"<span style='color:{_BESIDE_COLOURS.get(figure.codes[place], _OTHER)}'>"
                f"{danish.number(counts[place])}</span>"
                for place in side
                if counts[place] and not _fits(counts[place], span)
            ]
            if numbers:
                notes.append(
                    {
                        "x": sign * sum(counts[place] for place in side),
                        "y": _plain(name),
                        "text": " · ".join(numbers),
                        "xanchor": "left" if sign > 0 else "right",
                        "xshift": 2 * sign,
                        "showarrow": False,
                    }
                )
    return notes


def _bars(figure: Figure, place: int, span: int) -> go.Bar:
    counts = [own[place] for _, own in figure.rows]
    code = figure.codes[place]
    sign = -1 if code in figure.left else 1
    name = _plain(figure.columns[place])
    return go.Bar(
        name=name,
        orientation="h",
        x=[sign * count for count in counts],
        y=[_plain(row) for row, _ in figure.rows],
        text=[danish.number(count) if count and _fits(count, span) else "" for count in counts],
        textposition="inside",
        constraintext="none",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": _TEXT_COLOURS.get(code, "#FFFFFF")},
        customdata=counts,
        hovertemplate=f"%{{y}}<br>{name}: %{{customdata}} {_plain(figure.unit)}<extra></extra>",
        marker={"color": STANCE_COLOURS.get(code, _OTHER)},
    )


def _plain(text: str) -> str:
    """Text that plotly, which reads a little HTML, shows as it stands."""
    return html.escape(text, quote=False)


def _title(figure: Figure) -> str:
    return f"<b>{_plain(figure.title)}</b><br><span style='font-size:13px'>{_plain(figure.note)}</span>"


def _ticks(left: int, right: int) -> list[int]:
    """Round ticks from -left to right, zero among them."""
    step = next(s for p in range(9) for s in (10**p, 2 * 10**p, 5 * 10**p) if max(left, right) / s <= 6)
    return list(range(-step * -(-left // step), step * -(-right // step) + 1, step))


def _lay_out(drawn: go.Figure, title: str, *, top: int, rows: int, bottom: int = 20) -> None:
    height = top + _ROW * rows + bottom
    drawn.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "y": 1 - 30 / height, "yanchor": "top"},
        height=height,
        template="none",
        font={"family": _FONT, "size": 14, "color": "#1B2733"},
        margin={"l": 10, "r": 20, "t": top, "b": bottom},
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        separators=",.",
    )
    drawn.update_yaxes(autorange="reversed", automargin=True, ticks="", ticksuffix="  ")


def _empty(title: str) -> go.Figure:
    """A figure that says there is nothing to show."""
    drawn = go.Figure()
    _lay_out(drawn, title, top=_HEAD, rows=3)
    drawn.update_xaxes(visible=False)
    drawn.update_yaxes(visible=False)
    drawn.add_annotation(text="Der er ingen temaer at vise.", showarrow=False, font={"size": 16})
    return drawn
