"""Who suggested the codes, how sure they were, and what other coders say to the same sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots
from spacy.language import Language

from hoering.annotate import annotate_all
from hoering.codebook import Codebook
from hoering.coding import Coder, SentenceCoder
from hoering.edits import View
from hoering.records import Coding, Page, SafeText, Segment, Source
from hoering.report import Labels
from hoering.views.bars import BLUE, FONT
from hoering.views.codes import CODING_KINDS

# Voice is told by the structure of the text; its score is an order and no probability.
_WITH_PROBABILITY = ("theme", "actor", "stance")
_DOUBTFUL = 0.5
_HEADS = {"theme": "Temaer", "actor": "Omtalte parter", "stance": "Holdning"}
_KIND = "hoeringssvar"


def coder_table(codings: pd.DataFrame) -> pd.DataFrame:
    """How many codes of each kind each coder gave, and how sure it was: the median and the share below one half.

    Args:
        codings: the table ``codings`` of a run.
    """
    rows = [
        (CODING_KINDS[kind], coder, len(scores), scores.median(), (scores < _DOUBTFUL).mean())
        for kind in CODING_KINDS
        for coder, scores in codings.loc[codings["kind"] == kind].groupby("coder")["score"]
    ]
    return pd.DataFrame(rows, columns=["Slags kode", "Koder", "Forslag", "Midterste styrke", "Andel under 0,5"])


def score_figure(codings: pd.DataFrame) -> go.Figure:
    """How many suggested themes, actors and stances have a probability of 0–0.1, 0.1–0.2 …

    Args:
        codings: the table ``codings`` of a run.
    """
    figure = make_subplots(cols=len(_WITH_PROBABILITY), subplot_titles=[_HEADS[kind] for kind in _WITH_PROBABILITY])
    for column, kind in enumerate(_WITH_PROBABILITY, 1):
        scores = codings.loc[codings["kind"] == kind, "score"]
        tenths = (scores * 10).astype(int).clip(upper=9).value_counts().reindex(range(10), fill_value=0)
        bar = go.Bar(
            x=[(tenth + 0.5) / 10 for tenth in range(10)],
            y=tenths,
            width=0.09,
            marker={"color": BLUE},
            customdata=[f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}".replace(".", ",") for tenth in range(10)],
            hovertemplate="%{customdata}: %{y:,}<extra></extra>",
        )
        figure.add_trace(bar, row=1, col=column)
    figure.update_layout(
        title={"text": "<b>Hvor sandsynlige er koderne?</b><br><span style='font-size:13px'>Antal foreslåede koder "
               "efter sandsynlighed (0–1)</span>", "x": 0, "xanchor": "left", "y": 0.95, "yanchor": "top"},
        height=330,
        template="none",
        font={"family": FONT, "size": 14, "color": "#1B2733"},
        margin={"l": 45, "r": 20, "t": 110, "b": 40},
        separators=",.",
        showlegend=False,
    )  # fmt: skip
    figure.update_xaxes(range=[0, 1], tickvals=[0, 0.5, 1], showgrid=False, zeroline=False)
    figure.update_yaxes(gridcolor="#E3E8EC", zeroline=False, nticks=4, tickformat=",")
    return figure


def compare_coders(
    texts: Sequence[str], coders: Mapping[str, SentenceCoder], book: Codebook, nlp: Language
) -> pd.DataFrame:
    """What each coder makes of each sentence, one row per sentence and coder; parties are those spoken about.

    Each text is taken for a letter of its own from a private person, so nothing stands before it.

    Args:
        texts: one or more sentences each.
        coders: coders of `hoering.coding.registry.make_coder`, by the name to show.
        book: the codebook of all of them.
        nlp: a pipeline from `hoering.language.load`.
    """
    letters = [_letter(number, text, book) for number, text in enumerate(texts)]
    read = list(annotate_all(letters, nlp))
    rows = [
        {"Sætning": sentence.text, "Koder": name, **_said(codings, sentence.segment, book)}
        for (text, segments), sentences in zip(letters, read, strict=True)
        for codes in [{name: Coder(book, by=by).code(text.source, segments, sentences) for name, by in coders.items()}]
        for sentence in sentences
        for name, codings in codes.items()
    ]
    return pd.DataFrame(rows, columns=["Sætning", "Koder", "Temaer", "Parter", "Holdning"])


def _letter(number: int, text: str, book: Codebook) -> tuple[SafeText, list[Segment]]:
    """A text as a letter of one paragraph."""
    name, end = f"brev {number + 1}", len(text)
    source = Source(source=name, document=name, number=number + 1, kind=_KIND, sender="Borger",
                    sender_type=book.private, date="", sha256="", status="used", end=end)  # fmt: skip
    safe = SafeText(source=source, view=View.of(text), pages=(Page(number=1, start=0, end=end),))
    paragraph = Segment(segment_id=f"{name}:0000", source=name, document=name, level="paragraph", page=1, start=0,
                        end=end, text=text)  # fmt: skip
    return safe, [paragraph]


def _said(codings: Sequence[Coding], sentence: Segment, book: Codebook) -> dict[str, str]:
    labels = Labels.of(book)
    own = [coding for coding in codings if coding.segment_id == sentence.segment_id]
    named = {"theme": book.label_of, "actor": labels.actor, "stance": labels.stance}
    columns = {"Temaer": "theme", "Parter": "actor", "Holdning": "stance"}
    return {
        column: "; ".join(_with_score(named[kind](item.code), item) for item in own if item.kind == kind)
        for column, kind in columns.items()
    }


def _with_score(label: str, coding: Coding) -> str:
    return f"{label} ({coding.score:.2f})".replace(".", ",")
