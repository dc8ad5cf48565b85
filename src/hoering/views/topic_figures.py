"""Figures of topics for notebooks and reports, each with a title and an alternative text."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from hoering.codebook import Codebook
from hoering.report import danish
from hoering.topics.model import TopicModel
from hoering.views.bars import FONT
from hoering.views.topic_map import map_figure, topic_map, tree_figure
from hoering.views.topics import (
    NO_DATE,
    NO_PHASE,
    Span,
    topic_codes,
    topic_table,
    topics_by_kind,
    topics_by_sender,
    topics_over_time,
)

_BLUES = [[0.0, "#F7FAFC"], [0.001, "#E3EEF8"], [0.5, "#6BAED6"], [1.0, "#08306B"]]
_ROW, _HEAD = 30, 85
# Weaker overlaps are drawn, but get no number; themes that have none this strong are left out.
_STRONG = 0.2
# A column of few is drawn as if it had so many: one of one is not much.
_FEW = 10
_READ_ALOUD = 6
_COUNTED = "Antal henvendelser. Jo mørkere felt, jo mere fylder emnet i kolonnen."
_SPANS: tuple[tuple[Span, str], ...] = (("fase", NO_PHASE), ("måned", NO_DATE), ("år", NO_DATE))


class TopicFigure(NamedTuple):
    """A figure, what it is called, and what it says to those who cannot see it."""

    title: str
    figure: go.Figure
    alt: str


def topic_heat(counts: pd.DataFrame, question: str, explanation: str = _COUNTED) -> go.Figure:
    """Topics by groups: the number in each field, the darker the more of its column.

    Args:
        counts: a frame of `topics_by_sender`, `topics_by_kind` or `topics_over_time`.
        question: the title.
        explanation: what is counted; without it, submissions.
    """
    body = counts.drop(columns=["Emne", "I alt"])
    shares = body / body.sum().clip(lower=_FEW)
    texts = body.map(lambda value: danish.number(int(value)) if value else "")
    hover = [
        [f"{html.escape(topic)}<br>{html.escape(str(group))}: {danish.number(int(count))}" for group, count in row]
        for topic, row in zip(counts["Emne"], body.apply(lambda row: list(row.items()), axis=1), strict=True)
    ] if len(body) and len(body.columns) else []  # fmt: skip
    return _heat(shares, counts["Emne"], texts, hover, question, explanation)


def topic_code_figure(codes: pd.DataFrame) -> go.Figure:
    """The frame of `topic_codes` as a field per topic and theme: how much the two sets of passages overlap."""
    wide = codes.pivot_table(index="Emne", columns="Tema", values="Overlap", sort=False, fill_value=0.0)
    strong = wide.loc[:, wide.max() >= _STRONG] if len(wide) else wide
    # Themes in the order of the topics they are most like, so that what belongs together lies on the diagonal.
    strong = strong[sorted(strong.columns, key=lambda name: (int(strong[name].to_numpy().argmax()), name))]
    texts = strong.map(lambda value: f"{100 * value:.0f}" if value >= _STRONG else "")
    hover = [
        [
            f"{html.escape(str(topic))}<br>{html.escape(str(theme))}: {100 * value:.0f} procent"
            for theme, value in row.items()
        ]
        for topic, row in strong.iterrows()
    ]
    return _heat(
        strong, pd.Series(strong.index, dtype="str"), texts, hover, "Emner og temaer",
        "Overlap mellem emnets og temaets afsnit i procent. En række uden mørke felter er ikke dækket af kodebogen.",
    )  # fmt: skip


def topic_figures(
    tables: Mapping[str, pd.DataFrame], book: Codebook, model: TopicModel | None = None
) -> list[TopicFigure]:
    """The figures of a run's topics, those that say something about this run; none where there are no topics.

    Args:
        tables: ``topics``, ``topic_assignments``, ``documents``, ``codings`` and ``segments`` by name.
        book: the codebook; labels suffice.
        model: the topics with their passages (`hoering.topics.from_run`), for the map and the tree.
    """
    topics, placed, documents = (tables[name] for name in ("topics", "topic_assignments", "documents"))
    if topics.empty:
        return []
    made = [
        _counted(topics_by_sender(placed, documents, book), "Hvem taler om hvilke emner?"),
        _counted(topics_by_kind(placed, documents, book), "Hvor kommer emnerne fra?"),
    ]
    over_time = _over_time(placed, documents)
    if over_time is not None:
        made.append(_counted(over_time, "Hvornår kom emnerne op?"))
    codes = topic_codes(placed, tables["codings"], tables["segments"], book)
    if len(codes):
        made.append(TopicFigure("Emner og temaer", topic_code_figure(codes), _codes_alt(codes, topics, book)))
    if model is not None and model.topics and model.corpus is not None:
        points = topic_map(model, placed, tables["segments"], documents)
        alt = (
            f"Kort med {danish.counted(len(points), 'afsnit', 'afsnit')} som punkter i "
            f"{danish.counted(len(topics), 'emne', 'emner')}. Afsnit, der ligner hinanden, ligger tæt."
        )
        made.append(TopicFigure("Kort over afsnittene", map_figure(points), alt))
        if len(topics) > 2:
            alt = f"Træ over {danish.counted(len(topics), 'emne', 'emner')}: de, der mødes først, ligner hinanden mest."
            made.append(TopicFigure("Hvilke emner ligner hinanden?", tree_figure(model), alt))
    return made


def _over_time(placed: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame | None:
    """By phase where most submissions have one, else by month, else by year; None where all is at one time."""
    for span, unknown in _SPANS:
        counts = topics_over_time(placed, documents, span)
        without = int(counts[unknown].sum()) if unknown in counts else 0
        times = [name for name in counts.columns if name not in ("Emne", "I alt", unknown)]
        if len(times) > 1 and without <= counts["I alt"].sum() / 2:
            return counts
    return None


def _counted(counts: pd.DataFrame, question: str) -> TopicFigure:
    long = counts.drop(columns="I alt").melt("Emne", var_name="group", value_name="count")
    largest = long[long["count"] > 0].sort_values("count", ascending=False, kind="stable").head(_READ_ALOUD)
    told = "; ".join(
        f"{topic}, {group}: {danish.number(int(count))}"
        for topic, group, count in largest.itertuples(index=False, name=None)
    )
    alt = f"{question} {len(counts)} emner i {len(counts.columns) - 2} kolonner. Størst: {told}."
    return TopicFigure(question, topic_heat(counts, question), alt)


def _codes_alt(codes: pd.DataFrame, topics: pd.DataFrame, book: Codebook) -> str:
    best = codes.drop_duplicates("Emne").sort_values("Overlap", ascending=False, kind="stable").head(_READ_ALOUD)
    told = "; ".join(
        f"{topic} – {theme}: {100 * value:.0f}"
        for topic, theme, value in best[["Emne", "Tema", "Overlap"]].itertuples(index=False, name=None)
    )
    new = topic_table(topics[topics["new"]], book)["Emne"].tolist()
    uncovered = f" Ikke dækket af kodebogen: {'; '.join(new)}." if new else ""
    return f"Emner og temaer: hvor meget deres afsnit overlapper, i procent. Størst: {told}.{uncovered}"


def _heat(
    shades: pd.DataFrame,
    rows: pd.Series[str],
    texts: pd.DataFrame,
    hover: list[list[str]],
    question: str,
    explanation: str,
) -> go.Figure:
    columns = [html.escape(str(name)) for name in shades.columns]
    figure = go.Figure(
        go.Heatmap(
            z=shades.to_numpy(),
            x=columns,
            y=[html.escape(name) for name in rows],
            text=texts.to_numpy(),
            texttemplate="%{text}",
            customdata=hover,
            hovertemplate="%{customdata}<extra></extra>",
            colorscale=_BLUES,
            zmin=0,
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    # Slanting labels reach about six points up, and to the right, for every letter.
    reach = 6 * max((len(name) for name in columns), default=0)
    top = _HEAD + reach
    height = top + _ROW * max(len(rows), 1) + 20
    title = f"<b>{html.escape(question)}</b><br><span style='font-size:13px'>{html.escape(explanation)}</span>"
    figure.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "y": 1 - 30 / height, "yanchor": "top"},
        height=height,
        template="none",
        font={"family": FONT, "size": 14, "color": "#1B2733"},
        margin={"l": 10, "r": max(reach, 20), "t": top, "b": 20},
        separators=",.",
    )
    figure.update_xaxes(side="top", tickangle=-45, automargin=False, type="category")
    figure.update_yaxes(autorange="reversed", automargin=True, ticks="", ticksuffix="  ", type="category")
    return figure
