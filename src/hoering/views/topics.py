"""Topics as tables: what they are, whose they are and when, how they lie to the themes, and what is said in them.

All of them read the tables ``topics``, ``topic_assignments`` and ``topic_examples`` of a run. The rows keep the order
of the topics' numbers, which is the largest first, unless it is said otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import numpy as np
import pandas as pd

from hoering.codebook import Codebook
from hoering.language.keyness import keyness
from hoering.report import Labels, danish
from hoering.topics.corpus import Corpus
from hoering.topics.model import TRUSTED, TopicModel
from hoering.topics.uncovered import overlaps

Counted = Literal["henvendelser", "afsnit"]
Span = Literal["fase", "år", "måned"]

NO_PHASE, NO_DATE = "Uden fase", "Uden dato"
_NEW = "nyt, som kodebogen ikke dækker"
_UNSTEADY = "usikkert"
_TOTAL = "I alt"
# More would make the table wider than a page.
_WORDS = 6
_KEYNESS = ["word", "count", "per_million", "reference_per_million", "log_likelihood"]


def topic_table(topics: pd.DataFrame, book: Codebook, *, new_first: bool = True) -> pd.DataFrame:
    """One row per topic: name, key words, size, how steady it is, and the theme it is most like.

    Args:
        topics: the table ``topics`` of a run.
        book: the codebook it was coded with.
        new_first: whether topics that no theme covers come first, those with the least overlap at the top.
    """
    ordered = topics
    if new_first:
        # What is not new keeps its place: only among new topics does overlap decide.
        overlap = topics["coverage"].where(topics["new"], 0.0)
        ordered = topics.assign(old=~topics["new"], overlap=overlap).sort_values(["old", "overlap", "topic"])
    steady = ordered["stability"]
    doubtful = steady.notna() & (steady < TRUSTED)
    remarks = [
        "; ".join(text for text, holds in ((_NEW, new), (_UNSTEADY, shaky)) if holds)
        for new, shaky in zip(ordered["new"], doubtful, strict=True)
    ]
    frame = pd.DataFrame(
        {
            "Nr.": ordered["topic"],
            "Emne": ordered["label"],
            "Bemærk": remarks,
            "Nøgleord": ordered["key_words"].map(_first_words),
            "Afsnit": ordered["passages"],
            "Henvendelser": ordered["sources"],
            "Stabilitet": steady,
            "Ligner mest temaet": ordered["coverage_code"].map(book.label_of),
            "Overlap": ordered["coverage"],
        }
    )
    return frame.reset_index(drop=True)


def model_table(model: TopicModel, book: Codebook) -> pd.DataFrame:
    """The topics of a model that is no run's, such as one guided by a codebook; one row each.

    Args:
        model: from `hoering.topics.fit`.
        book: the codebook that guided it, if one did.
    """
    rows = [
        (topic.id, topic.label, book.label_of(topic.code) if topic.code else "", ", ".join(topic.key_words), topic.size,
         topic.stability)
        for topic in model.topics
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Nr.", "Emne", "Ud fra temaet", "Nøgleord", "Afsnit", "Stabilitet"])


def topics_by_sender(
    assignments: pd.DataFrame, documents: pd.DataFrame, book: Codebook, count: Counted = "henvendelser"
) -> pd.DataFrame:
    """Topics by type of sender: how many submissions, or passages, of each type are about a topic.

    Args:
        assignments: the table ``topic_assignments`` of a run; passages without a topic are left out.
        documents: its table ``documents``.
        book: the codebook.
        count: ``henvendelser`` counts each source once per topic, ``afsnit`` every passage.

    Returns:
        Columns Emne, one per type with passages, I alt.
    """
    labels = Labels.of(book)
    return _counted(assignments, documents, "sender_type", labels.actor, labels.actor_order, count)


def topics_by_kind(
    assignments: pd.DataFrame, documents: pd.DataFrame, book: Codebook, count: Counted = "henvendelser"
) -> pd.DataFrame:
    """Topics by kind of document; arguments and columns as in `topics_by_sender`."""
    labels = Labels.of(book)
    known = list(labels.kinds)
    return _counted(assignments, documents, "kind", labels.kind, known.index, count)


def topics_over_time(
    assignments: pd.DataFrame, documents: pd.DataFrame, by: Span = "fase", count: Counted = "henvendelser"
) -> pd.DataFrame:
    """Topics over phases, years or months; what has no phase or date stands in a last column.

    BERTopic's ``topics_over_time`` fails on dates as text, and knows no phases; this counts instead.

    Args:
        assignments: as in `topics_by_sender`, like the rest.
        documents: see there.
        by: ``fase`` in the order in which phases begin, ``år`` or ``måned``; a source whose date is only a year has
            no month.
        count: see there.
    """
    if by == "fase":
        begun = documents[documents["phase"] != ""].assign(undated=lambda rows: rows["date"] == "")
        order = begun.sort_values(["undated", "date", "number"], kind="stable")["phase"].drop_duplicates().tolist()
        return _counted(assignments, documents, "phase", _or(NO_PHASE), [*order, ""].index, count)
    letters = 4 if by == "år" else 7
    dated = documents["date"].where(documents["date"].map(danish.is_date), "")
    cut = dated.str[:letters].where(dated.str.len() >= letters, "")
    return _counted(assignments, documents.assign(date=cut), "date", _dated, lambda date: (not date, date), count)


def topic_codes(
    assignments: pd.DataFrame, codings: pd.DataFrame, segments: pd.DataFrame, book: Codebook
) -> pd.DataFrame:
    """One row per topic and theme that share passages, those with the most overlap first in each topic.

    Args:
        assignments: the table ``topic_assignments``.
        codings: the table ``codings``.
        segments: the table ``segments``.
        book: the codebook.

    Returns:
        Emne, Tema, Fælles afsnit, their share of the topic and of the theme in per cent, Overlap (F1, 0 to 1).
    """
    own = assignments[~assignments["copy"]]
    names = _names(assignments)
    found = overlaps(dict(zip(own["segment_id"], own["topic"], strict=True)), codings, segments)
    found = found.sort_values(["topic", "overlap", "code"], ascending=[True, False, True], kind="stable")
    frame = pd.DataFrame(
        {
            "Emne": found["topic"].map(names),
            "Tema": found["code"].map(book.label_of),
            "Fælles afsnit": found["both"],
            "Andel af emnet (%)": 100 * found["share_of_topic"],
            "Andel af temaet (%)": 100 * found["share_of_code"],
            "Overlap": found["overlap"],
        }
    )
    return frame.reset_index(drop=True)


def topic_passages(examples: pd.DataFrame, topics: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Typical passages of each topic, verbatim, with whose they are and where they stand.

    Args:
        examples: the table ``topic_examples``.
        topics: the table ``topics``.
        documents: the table ``documents``.
    """
    names = topics.set_index("topic")["label"]
    of = documents.set_index("source")
    return pd.DataFrame(
        {
            "Emne": examples["topic"].map(names),
            "Citat": examples["quote"],
            "Afsender": examples["source"].map(of["sender"]),
            "Sted": places(examples, documents),
            "Dokument": examples["document"],
        }
    )


def topic_keyness(assignments: pd.DataFrame, segments: pd.DataFrame, words: int = 10) -> pd.DataFrame:
    """The words each topic uses more than general Danish does, the surest first.

    Words are counted by base form without parts of compounds, and shown as they are mostly written; see
    `hoering.language.keyness.keyness`.

    Args:
        assignments: the table ``topic_assignments``.
        segments: the table ``segments``.
        words: how many of each topic.

    Returns:
        Emne, Ord, Antal, Pr. mio. ord, Pr. mio. i almindeligt dansk, Sikkerhed (log-likelihood; 15 and more is sure).
    """
    placed = assignments[(assignments["topic"] >= 0) & ~assignments["copy"]]
    texts = placed["segment_id"].map(segments.set_index("segment_id")["text"]).tolist()
    corpus = Corpus.of(texts)
    rows = []
    for topic, name in _names(assignments).items():
        inside = np.flatnonzero(placed["topic"] == topic)
        own = [[term for term in corpus.terms[place] if term in corpus.surface] for place in inside]
        table = keyness(own, min_count=2)
        over = table[(table["direction"] == "over") & table["word"].isin(corpus.own)].head(words)
        rows += [
            (name, corpus.surface[word], *found) for word, *found in over[_KEYNESS].itertuples(index=False, name=None)
        ]
    columns = ["Emne", "Ord", "Antal", "Pr. mio. ord", "Pr. mio. i almindeligt dansk", "Sikkerhed"]
    return pd.DataFrame(rows, columns=columns)


def places(rows: pd.DataFrame, documents: pd.DataFrame) -> list[str]:
    """Where passages stand, as the report writes it: "Henvendelse 7, s. 2, tegn 120–340"."""
    numbers = documents.set_index("source")["number"]
    told = zip(rows["source"].map(numbers), rows["page"], rows["start"], rows["end"], strict=True)
    return [f"Henvendelse {number}, s. {page}, tegn {start}–{end}" for number, page, start, end in told]


def _first_words(key_words: str) -> str:
    return ", ".join(key_words.split(", ")[:_WORDS])


def _names(assignments: pd.DataFrame) -> dict[int, str]:
    placed = assignments[assignments["topic"] >= 0].drop_duplicates("topic").sort_values("topic")
    return dict(zip(placed["topic"].tolist(), placed["label"].tolist(), strict=True))


def _counted(
    assignments: pd.DataFrame,
    documents: pd.DataFrame,
    column: str,
    named: Callable[[str], str],
    order: Callable[[str], object],
    count: Counted,
) -> pd.DataFrame:
    """Topics by a column of their documents, columns in an order, with a sum."""
    placed = assignments.loc[assignments["topic"] >= 0, ["topic", "source"]]
    placed = placed.drop_duplicates() if count == "henvendelser" else placed
    value = placed["source"].map(documents.set_index("source")[column])
    counts = pd.crosstab(placed["topic"], value)
    counts = counts[sorted(counts.columns, key=order)]  # type: ignore[arg-type]
    frame = counts.set_axis(_told_apart([named(str(value)) for value in counts.columns]), axis="columns")
    frame.insert(0, "Emne", pd.Series(_names(assignments), dtype="str").reindex(frame.index))
    frame[_TOTAL] = counts.sum(axis="columns").astype("int64")
    return frame.reset_index(drop=True)


def _told_apart(names: Iterable[str]) -> list[str]:
    """A name that comes twice gets a number, so that no columns fall together."""
    found: list[str] = []
    for name in names:
        found.append(name if name not in (*found, "Emne", _TOTAL) else f"{name} ({len(found) + 1})")
    return found


def _or(otherwise: str) -> Callable[[str], str]:
    return lambda value: value or otherwise


def _dated(value: str) -> str:
    return danish.date(value) if value else NO_DATE
