"""Two figures for reports and notebooks: who speaks about what, and for or against.

Colours are told apart by people with colour vision deficiency (one blue scale; Okabe-Ito), and every
field carries its number.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from hoering.records import Theme
from hoering.report import danish
from hoering.report.labels import Labels

STANCE_COLOURS = {"kritik": "#D55E00", "forslag": "#0072B2", "stoette": "#009E73"}
# White numbers cannot be read on the green one at this size.
_TEXT_COLOURS = {"kritik": "#000000", "forslag": "#FFFFFF", "stoette": "#000000"}
# The colours of the bars, dark enough for numbers on white.
_BESIDE_COLOURS = {"kritik": "#A84A00", "forslag": "#005A8C", "stoette": "#007052"}
_BLUES = [[0.0, "#F7FAFC"], [0.001, "#E3EEF8"], [0.5, "#6BAED6"], [1.0, "#08306B"]]
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
_ROW = 30
_HEAD = 85
# Points: the bars of a figure on a narrow page, a digit, and the air around a number.
_NARROW, _DIGIT, _AIR = 480, 9, 6


def theme_voices(themes: Sequence[Theme], labels: Labels) -> go.Figure:
    """Heat map of themes by voices: the number of sentences in each field."""
    title = _title(
        "Hvem taler om hvad?",
        "Antal sætninger om hvert tema, efter hvis stemme de gengiver. Jo mørkere felt, jo flere sætninger.",
    )
    heard = {code for theme in themes for code, count in theme.voices.items() if count}
    codes = sorted(heard, key=labels.actor_order)
    if not themes or not codes:
        return _empty(title)
    counts = [[theme.voices.get(code, 0) for code in codes] for theme in themes]
    figure = go.Figure(
        go.Heatmap(
            z=counts,
            x=[_plain(labels.actor(code)) for code in codes],
            y=_names(themes),
            text=[[danish.number(count) if count else "" for count in row] for row in counts],
            texttemplate="%{text}",
            hovertemplate="%{y}<br>%{x}: %{z} sætninger<extra></extra>",
            colorscale=_BLUES,
            zmin=0,
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    # Slanting labels reach about six points up, and to the right, for every letter.
    reach = 6 * max(len(labels.actor(code)) for code in codes)
    _lay_out(figure, title, top=_HEAD + reach, rows=len(themes))
    figure.update_xaxes(side="top", tickangle=-45, automargin=False)
    figure.update_layout(margin_r=reach)
    return figure


def theme_stances(themes: Sequence[Theme], labels: Labels) -> go.Figure:
    """Bars per theme: criticism to the left of zero, support and proposals to the right.

    A number too wide for its bar stands beside the row, in the colour of the bar.
    """
    title = _title(
        "Kritik, støtte og forslag",
        "Antal sætninger om hvert tema. Kritik peger mod venstre, støtte og forslag mod højre.",
    )
    if not themes:
        return _empty(title)
    left, right = (max(_total(theme, side) for theme in themes) for side in (_LEFT, _RIGHT))
    span = left + right
    figure = go.Figure([_bars(themes, stance, labels, span) for stance in (*_LEFT, *_RIGHT)])
    _lay_out(figure, title, top=_HEAD + 30, bottom=60, rows=len(themes))
    figure.update_layout(barmode="relative", bargap=0.25, legend=_LEGEND, annotations=_beside(themes, span))
    ticks = _ticks(left, right)
    figure.update_xaxes(
        title={"text": "Antal sætninger", "font": {"size": 14}, "standoff": 8},
        tickvals=ticks,
        ticktext=[danish.number(abs(tick)) for tick in ticks],
        gridcolor="#E5E9EE",
        zeroline=True,
        zerolinecolor="#333333",
        zerolinewidth=1.5,
    )
    return figure


_LEFT, _RIGHT = ("kritik",), ("stoette", "forslag")
_LEGEND = {"orientation": "h", "y": 1.0, "yanchor": "bottom", "x": 0, "traceorder": "normal"}


def _total(theme: Theme, stances: Sequence[str]) -> int:
    return sum(theme.stances.get(stance, 0) for stance in stances)


def _fits(count: int, span: int) -> bool:
    """Whether the number of a bar can stand inside it, where all bars together are ``span`` wide."""
    return _NARROW * count >= span * (_DIGIT * len(danish.number(count)) + _AIR)


def _beside(themes: Sequence[Theme], span: int) -> list[dict[str, Any]]:
    """The numbers that do not fit, at the end of each row to the left and to the right."""
    notes: list[dict[str, Any]] = []
    for name, theme in zip(_names(themes), themes, strict=True):
        for sign, side in ((-1, _LEFT), (1, _RIGHT)):
            counts = {stance: theme.stances.get(stance, 0) for stance in side}
            numbers = [
                f"<span style='color:{_BESIDE_COLOURS[stance]}'>{danish.number(count)}</span>"
                for stance, count in counts.items()
                if count and not _fits(count, span)
            ]
            if numbers:
                notes.append(
                    {
                        "x": sign * sum(counts.values()),
                        "y": name,
                        "text": " · ".join(numbers),
                        "xanchor": "left" if sign > 0 else "right",
                        "xshift": 2 * sign,
                        "showarrow": False,
                    }
                )
    return notes


def _bars(themes: Sequence[Theme], stance: str, labels: Labels, span: int) -> go.Bar:
    counts = [theme.stances.get(stance, 0) for theme in themes]
    sign = -1 if stance == "kritik" else 1
    name = _plain(labels.heading(stance))
    return go.Bar(
        name=name,
        orientation="h",
        x=[sign * count for count in counts],
        y=_names(themes),
        text=[danish.number(count) if count and _fits(count, span) else "" for count in counts],
        textposition="inside",
        constraintext="none",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": _TEXT_COLOURS[stance]},
        customdata=counts,
        hovertemplate=f"%{{y}}<br>{name}: %{{customdata}} sætninger<extra></extra>",
        marker={"color": STANCE_COLOURS[stance]},
    )


def _names(themes: Sequence[Theme]) -> list[str]:
    """Theme labels as axis names; a label that comes twice is told apart, or its rows would merge."""
    names: list[str] = []
    for theme in themes:
        name = _plain(theme.label)
        names.append(name if name not in names else f"{name} ({_plain(theme.code)})")
    return names


def _plain(text: str) -> str:
    """Text that plotly, which reads a little HTML, shows as it stands."""
    return html.escape(text, quote=False)


def _title(question: str, explanation: str) -> str:
    return f"<b>{question}</b><br><span style='font-size:13px'>{explanation}</span>"


def _ticks(left: int, right: int) -> list[int]:
    """Round ticks from -left to right, zero among them."""
    step = next(s for p in range(9) for s in (10**p, 2 * 10**p, 5 * 10**p) if max(left, right) / s <= 6)
    return list(range(-step * -(-left // step), step * -(-right // step) + 1, step))


def _lay_out(figure: go.Figure, title: str, *, top: int, rows: int, bottom: int = 20) -> None:
    height = top + _ROW * rows + bottom
    figure.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "y": 1 - 30 / height, "yanchor": "top"},
        height=height,
        template="none",
        font={"family": _FONT, "size": 14, "color": "#1B2733"},
        margin={"l": 10, "r": 20, "t": top, "b": bottom},
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        separators=",.",
    )
    figure.update_yaxes(autorange="reversed", automargin=True, ticks="", ticksuffix="  ")


def _empty(title: str) -> go.Figure:
    """A figure that says there is nothing to show."""
    figure = go.Figure()
    _lay_out(figure, title, top=_HEAD, rows=3)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    figure.add_annotation(text="Der er ingen temaer at vise.", showarrow=False, font={"size": 16})
    return figure
