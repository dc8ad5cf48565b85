"""A topic model drawn: a map of its passages, and a tree of its topics."""

from __future__ import annotations

import html
import textwrap

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray
from scipy.cluster.hierarchy import dendrogram, linkage
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

from hoering.errors import HoeringError
from hoering.threads import one_thread
from hoering.topics.clusters import means
from hoering.topics.held import Held
from hoering.topics.model import TopicModel
from hoering.views.bars import BLUE, FONT
from hoering.views.topics import places

OUTSIDE = "Uden emne"
_GREY = "#B0B7BF"
# Okabe-Ito and darker and lighter ones beside them; signs tell apart what colours cannot.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#7A5C00", "#56B4E9", "#8C4799", "#B8860B")
_SIGNS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
_MOST, _SEED = 2_000, 0
_PERPLEXITY = 30.0
_WRAP, _LINES = 60, 6
_LONGEST = 24


def topic_map(
    model: TopicModel, assignments: pd.DataFrame, segments: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """A point for each passage, so that passages alike lie near each other (t-SNE, van der Maaten & Hinton 2008).

    Only nearness tells something: neither the axes, nor how far apart groups are. No UMAP is needed, and the same model
    gives the same points. Of more than 2,000 passages so many are drawn, evenly spread.

    Args:
        model: the topics of the run with their passages, see `hoering.topics.from_run`.
        assignments: the table ``topic_assignments`` of the same run.
        segments: its table ``segments``.
        documents: its table ``documents``.

    Returns:
        ``x``, ``y``, ``topic`` (-1 for none), Emne, Citat, Sted.

    Raises:
        HoeringError: the model has no passages, or is of another run.
    """
    own = assignments[~assignments["copy"]].reset_index(drop=True)
    rows = _held(model).rows
    if len(rows) != len(own):
        raise HoeringError("Emnemodellen hører til en anden kørsel end tabellerne.")
    kept = np.flatnonzero(np.abs(rows).sum(axis=1) > 0)
    if len(kept) > _MOST:
        kept = kept[np.linspace(0, len(kept) - 1, _MOST).astype(np.int64)]
    shown = own.iloc[kept]
    points = _two_dimensions(np.asarray(rows[kept], dtype=np.float64))
    quotes = shown["segment_id"].map(segments.set_index("segment_id")["text"])
    return pd.DataFrame(
        {
            "x": points[:, 0],
            "y": points[:, 1],
            "topic": shown["topic"].to_numpy(),
            "Emne": shown["label"].where(shown["topic"] >= 0, OUTSIDE).to_numpy(),
            "Citat": quotes.to_numpy(),
            "Sted": places(shown, documents),
        }
    )


def map_figure(points: pd.DataFrame) -> go.Figure:
    """The frame of `topic_map` as a map: a colour and a sign per topic, its name in the middle, quotations on hover."""
    figure = go.Figure()
    for topic in sorted(set(points["topic"].tolist())):
        own = points[points["topic"] == topic]
        name = str(own["Emne"].iloc[0])
        colour = _GREY if topic < 0 else _COLOURS[topic % len(_COLOURS)]
        figure.add_trace(
            go.Scatter(
                x=own["x"],
                y=own["y"],
                mode="markers",
                name=html.escape(name),
                marker={"color": colour, "symbol": _SIGNS[topic // len(_COLOURS) % len(_SIGNS)], "size": 7,
                        "line": {"width": 0.5, "color": "#FFFFFF"}},
                customdata=[_hover(*row) for row in zip(own["Emne"], own["Citat"], own["Sted"], strict=True)],
                hovertemplate="%{customdata}<extra></extra>",
            )
        )  # fmt: skip
        if topic >= 0:
            # The median: a few passages that lie elsewhere do not draw the name away.
            figure.add_annotation(
                x=own["x"].median(), y=own["y"].median(), text=f"<b>{html.escape(_short(name))}</b>", showarrow=False,
                font={"size": 12, "color": "#1B2733"}, bgcolor="rgba(255,255,255,0.75)", borderpad=1,
            )  # fmt: skip
    _lay_out(
        figure,
        "Kort over afsnittene",
        "Hvert punkt er et afsnit. Afsnit, der ligger tæt, ligner hinanden; afstand over hele kortet siger intet.",
        height=640,
    )
    figure.update_layout(showlegend=False, margin={"l": 10, "r": 10, "t": 85, "b": 10})
    for axes in (figure.update_xaxes, figure.update_yaxes):
        axes(showticklabels=False, showgrid=False, zeroline=False, showline=True, mirror=True, linecolor="#C5CCD3")
    return figure


def tree_figure(model: TopicModel) -> go.Figure:
    """Topics in a tree: those that join far to the left are most alike, and the first to look at for merging.

    Joined by the mean distance (1 less the cosine) of the middles of their passages.

    Raises:
        HoeringError: the model has no passages.
    """
    labels = np.array(model.assignments, dtype=np.int64)
    middle = means(_held(model).rows, labels)
    figure = go.Figure()
    names = [topic.label for topic in model.topics]
    farthest = 1.0
    if len(names) > 1:
        joined = linkage(np.asarray(middle, dtype=np.float64), method="average", metric="cosine")
        joined[:, 2] = np.maximum.accumulate(np.maximum(joined[:, 2], 0))
        farthest = float(joined[:, 2].max()) or 1.0
        tree = dendrogram(joined, no_plot=True)
        names = [names[place] for place in tree["leaves"]]
        for height, level in zip(tree["dcoord"], tree["icoord"], strict=True):
            # scipy puts the leaves at 5, 15, 25 …
            ends = [(value - 5) / 10 for value in level]
            figure.add_scatter(x=height, y=ends, mode="lines", line={"color": BLUE, "width": 1.5}, hoverinfo="skip")
    _lay_out(
        figure,
        "Hvilke emner ligner hinanden?",
        "Emner, der mødes langt til venstre, ligner hinanden mest og kan måske slås sammen.",
        height=130 + 28 * max(len(names), 1),
    )
    figure.update_layout(showlegend=False, margin={"l": 10, "r": 20, "t": 85, "b": 45})
    figure.update_yaxes(tickvals=list(range(len(names))), ticktext=[f"{html.escape(name)}  " for name in names],
                        autorange="reversed", automargin=True, ticks="", showgrid=False, zeroline=False)  # fmt: skip
    figure.update_xaxes(title={"text": "Forskel (0 er ens)", "font": {"size": 13}}, range=[0, 1.02 * farthest],
                        nticks=6, gridcolor="#E5E9EE", zeroline=True, zerolinecolor="#C5CCD3")  # fmt: skip
    return figure


def _held(model: TopicModel) -> Held:
    if not isinstance(model.corpus, Held) or not model.topics:
        raise HoeringError("Modellen har ingen emner, eller den er hentet uden sine afsnit.")
    return model.corpus


def _two_dimensions(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points between -1 and 1, rounded: more digits say nothing and differ between processors."""
    with one_thread():
        first = PCA(min(30, *rows.shape), svd_solver="full").fit_transform(rows)
        if len(rows) > 4:
            near = min(_PERPLEXITY, (len(rows) - 1) / 3)
            flat = TSNE(perplexity=near, init="pca", random_state=_SEED, n_jobs=1).fit_transform(first)
        else:
            flat = np.hstack([first, np.zeros((len(rows), 2))])[:, :2]
    return np.asarray(np.round(flat / max(float(np.abs(flat).max()), 1e-9), 3), dtype=np.float64)


def _hover(topic: str, quote: str, place: str) -> str:
    lines = textwrap.wrap(" ".join(quote.split()), _WRAP)
    shown = [*lines[:_LINES], *(["…"] if len(lines) > _LINES else [])]
    return "<br>".join([f"<b>{html.escape(topic)}</b>", *map(html.escape, shown), f"<i>{html.escape(place)}</i>"])


def _short(name: str) -> str:
    """The first key word of a name; a name that people gave is cut."""
    first = name.split(",")[0].split(" og ")[0]
    return first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1].rstrip()}…"


def _lay_out(figure: go.Figure, question: str, explanation: str, *, height: int) -> None:
    title = f"<b>{question}</b><br><span style='font-size:13px'>{explanation}</span>"
    figure.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "y": 1 - 30 / height, "yanchor": "top"},
        height=height,
        template="none",
        font={"family": FONT, "size": 14, "color": "#1B2733"},
        hoverlabel={"align": "left"},
        separators=",.",
    )
