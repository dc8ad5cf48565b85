"""Topics in tables and figures, of an invented consultation with two subjects and a bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from hoering import HoeringError, topics, views
from hoering.codebook import Codebook
from hoering.records import Coding, Segment, TopicAssignment, TopicExample, TopicRow
from hoering.tables import records_frame
from hoering.views.topic_figures import TopicFigure

from .conftest import DRAFT, LETTER, NEWS

BUS = "Bussen kører for sjældent om aftenen, og stoppestedet er nedlagt."
BIKE = "Cykelstien er fuld af huller, og cyklisterne vælter på grusvejen."
NUMBERS = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag")
PEOPLE = ("naboen", "kassereren", "formanden", "chaufføren", "læreren")
TEXTS = {
    LETTER: [f"{BUS} Nummer {word}." for word in NUMBERS],
    NEWS: [f"{BIKE} Igen {word}." for word in DAYS] + [f"{BUS} Sagde {word}." for word in PEOPLE],
}


def passages() -> list[Segment]:
    made = []
    for source, texts in TEXTS.items():
        for number, text in enumerate(texts):
            made.append(
                Segment(segment_id=f"{source}:{number}", source=source, document=source.partition("#")[0],
                        level="paragraph", page=1, start=100 * number, end=100 * number + len(text), text=text)
            )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def model() -> topics.TopicModel:
    return topics.fit(passages(), 2, resamples=1)


@pytest.fixture
def tables(
    model: topics.TopicModel, documents: pd.DataFrame, codings: pd.DataFrame, book: Codebook
) -> dict[str, pd.DataFrame]:
    """Topic 0 is the bus, 1 the bicycle; a copy at the end, and a passage without content."""
    found = passages()
    placed = [
        TopicAssignment(
            segment_id=item.segment_id, source=item.source, document=item.document, page=1, start=item.start,
            end=item.end, topic=topic, label=model.topics[topic].label, reason="", score=0.5, copy=False,
        )
        for item, topic in zip(found, model.assignments, strict=True)
    ]  # fmt: skip
    copy = replace(placed[0], segment_id="kopi", source=NEWS, copy=True)
    empty = replace(placed[0], segment_id="tom", source=DRAFT, topic=-1, label="", reason="uden indhold", copy=True)
    coded = records_frame(
        "codings",
        [
            Coding(
                coding_id=f"x{number}", source=item.source, document=item.document, page=1, start=item.start,
                end=item.end, quote=item.text, kind="theme", code="bus", score=1, why="", coder="rule:patterns",
                sender="", sender_type="", segment_id=item.segment_id,
            )
            for number, item in enumerate(found) if item.text.startswith("Bussen")
        ],
    )  # fmt: skip
    rows = [
        TopicRow(
            topic=topic.id, label=topic.label, key_words=", ".join(topic.key_words), passages=topic.size,
            share=topic.share, sources=2 - topic.id, stability=0.9 - 0.6 * topic.id, method=model.method,
            coverage_code="bus" if topic.id == 0 else "", coverage=1.0 - topic.id, new=topic.id == 1,
        )
        for topic in model.topics
    ]  # fmt: skip
    examples = [
        TopicExample(topic=topic.id, rank=1, segment_id=item.segment_id, source=item.source, document=item.document,
                     page=1, start=item.start, end=item.end, quote=item.text, score=0.9)
        for topic in model.topics for item in [found[topic.examples[0].place]]
    ]  # fmt: skip
    return {
        "topics": records_frame("topics", rows),
        "topic_assignments": records_frame("topic_assignments", [*placed, copy, empty]),
        "topic_examples": records_frame("topic_examples", examples),
        "documents": documents,
        "segments": records_frame("segments", [*found, *[replace(found[0], segment_id=id) for id in ("kopi", "tom")]]),
        "codings": coded,
    }


def test_what_no_theme_covers_comes_first(tables: Mapping[str, pd.DataFrame], book: Codebook) -> None:
    table = views.topic_table(tables["topics"], book)
    assert table["Nr."].tolist() == [1, 0]
    assert table["Bemærk"].tolist() == ["nyt, som kodebogen ikke dækker; usikkert", ""]
    assert table["Ligner mest temaet"].tolist() == ["", "Bus og tog"]
    assert all(1 <= len(words.split(", ")) <= 6 for words in table["Nøgleord"])
    assert views.topic_table(tables["topics"], book, new_first=False)["Nr."].tolist() == [0, 1]


def test_whose_topics_they_are(tables: Mapping[str, pd.DataFrame], book: Codebook) -> None:
    asked = tables["topic_assignments"], tables["documents"], book
    by_sender = views.topics_by_sender(*asked)
    assert list(by_sender.columns) == ["Emne", "Foreninger", "Journalist", "I alt"]
    assert by_sender.iloc[:, 1:].to_numpy().tolist() == [[1, 1, 2], [0, 1, 1]]
    passages = views.topics_by_kind(*asked, count="afsnit")
    assert list(passages.columns) == ["Emne", "Høringssvar", "Nyhed", "I alt"]
    # Five of the newspaper's own, and the copy.
    assert passages.iloc[:, 1:].to_numpy().tolist() == [[10, 6, 16], [0, 6, 6]]
    assert passages["Emne"].tolist() == tables["topics"]["label"].tolist()


def test_when_topics_came_up(tables: Mapping[str, pd.DataFrame]) -> None:
    documents = tables["documents"].copy()
    documents.loc[documents["source"] == LETTER, ["date", "phase"]] = ["2026-03-07", "anden"]
    documents.loc[documents["source"] == NEWS, ["date", "phase"]] = ["2025", "første"]
    placed = tables["topic_assignments"]
    assert list(views.topics_over_time(placed, documents)) == ["Emne", "første", "anden", "I alt"]
    assert list(views.topics_over_time(placed, documents, "år")) == ["Emne", "2025", "2026", "I alt"]
    assert list(views.topics_over_time(placed, documents, "måned")) == ["Emne", "marts 2026", "Uden dato", "I alt"]
    documents["phase"] = ""
    assert list(views.topics_over_time(placed, documents)) == ["Emne", "Uden fase", "I alt"]
    documents["phase"] = "I alt"
    assert len(set(views.topics_over_time(placed, documents).columns)) == 3


def test_topics_beside_themes(tables: Mapping[str, pd.DataFrame], book: Codebook) -> None:
    found = views.topic_codes(tables["topic_assignments"], tables["codings"], tables["segments"], book)
    assert found.iloc[:, 1:].to_numpy().tolist() == [["Bus og tog", 15, 100.0, 100.0, 1.0]]
    figure = views.topic_code_figure(found)
    assert figure.data[0].text.tolist() == [["100"]]


def test_typical_passages_have_their_place(tables: Mapping[str, pd.DataFrame]) -> None:
    table = views.topic_passages(tables["topic_examples"], tables["topics"], tables["documents"])
    assert table["Emne"].tolist() == tables["topics"]["label"].tolist()
    for quote, place, sender in zip(table["Citat"], table["Sted"], table["Afsender"], strict=True):
        source = next(source for source, texts in TEXTS.items() if quote in texts)
        start = 100 * TEXTS[source].index(quote)
        assert place == f"Henvendelse {1 if source == LETTER else 2}, s. 1, tegn {start}–{start + len(quote)}"
        assert sender == ("Roklubben" if source == LETTER else "Avisen")


def test_words_of_topics_against_general_danish(tables: Mapping[str, pd.DataFrame]) -> None:
    table = views.topic_keyness(tables["topic_assignments"], tables["segments"], 3)
    bus, bike = (set(own["Ord"]) for _, own in table.groupby("Emne", sort=False))
    assert "bussen" in bus
    assert "cykelstien" in bike
    assert not bus & bike
    assert (table["Pr. mio. ord"] > table["Pr. mio. i almindeligt dansk"]).all()
    assert table.loc[table["Ord"] == "bussen", "Antal"].tolist() == [15]


def test_the_map_has_a_point_for_each_passage_and_is_the_same_again(
    tables: Mapping[str, pd.DataFrame], model: topics.TopicModel
) -> None:
    asked = model, tables["topic_assignments"], tables["segments"], tables["documents"]
    points = views.topic_map(*asked)
    pd.testing.assert_frame_equal(points, views.topic_map(*asked))
    assert points["topic"].tolist() == list(model.assignments)
    assert points["Citat"].tolist() == [item.text for item in passages()]
    at = points[["x", "y"]].to_numpy()
    middles = [at[points["topic"] == topic].mean(axis=0) for topic in (0, 1)]
    within = [np.linalg.norm(at[points["topic"] == topic] - middles[topic], axis=1).mean() for topic in (0, 1)]
    assert np.linalg.norm(middles[0] - middles[1]) > max(within)
    figure = views.map_figure(points)
    assert [len(trace.x) for trace in figure.data] == [15, 6]
    assert "kører for sjældent" in figure.data[0].customdata[0]
    first = model.topics[0].label.split(",")[0]
    assert next(note.text for note in figure.layout.annotations) == f"<b>{first}</b>"


def test_a_map_of_another_run_is_refused(tables: Mapping[str, pd.DataFrame], model: topics.TopicModel) -> None:
    placed = tables["topic_assignments"]
    with pytest.raises(HoeringError, match="anden kørsel"):
        views.topic_map(model, placed.iloc[1:], tables["segments"], tables["documents"])
    with pytest.raises(HoeringError, match="uden sine afsnit"):
        views.tree_figure(replace(model, corpus=None))


def test_text_of_people_is_shown_as_it_stands(tables: Mapping[str, pd.DataFrame], model: topics.TopicModel) -> None:
    points = views.topic_map(model, tables["topic_assignments"], tables["segments"], tables["documents"])
    points["Citat"] = "<b>fed</b> " + "ord " * 300
    (first, *_) = views.map_figure(points).data[0].customdata
    assert "&lt;b&gt;fed" in first
    assert first.count("<br>") == 8


def test_figures_for_a_report(tables: Mapping[str, pd.DataFrame], model: topics.TopicModel, book: Codebook) -> None:
    made = views.topic_figures(tables, book, model)
    assert [item.title for item in made] == [
        "Hvem taler om hvilke emner?", "Hvor kommer emnerne fra?", "Emner og temaer", "Kort over afsnittene",
    ]  # fmt: skip
    assert all(isinstance(item, TopicFigure) and item.title in item.figure.layout.title.text for item in made)
    assert f"{model.topics[0].label}, Foreninger: 1" in made[0].alt
    assert f"Ikke dækket af kodebogen: {model.topics[1].label}." in made[2].alt
    again = views.topic_figures(tables, book, model)
    assert [item.figure.to_json() for item in made] == [item.figure.to_json() for item in again]
    assert len(views.topic_figures(tables, book)) == 3


def test_the_tree_names_every_topic(model: topics.TopicModel) -> None:
    three = topics.split(model, 0)
    figure = views.tree_figure(three)
    assert {name.strip() for name in figure.layout.yaxis.ticktext} == {topic.label for topic in three.topics}
    assert len(figure.data) == 2
    # The two halves of a topic meet before they meet the other topic.
    first, last = (max(line.x) for line in figure.data)
    assert first < last


def test_a_model_that_is_no_runs(model: topics.TopicModel, book: Codebook) -> None:
    guided = replace(model, topics=(replace(model.topics[0], code="bus"), model.topics[1]))
    table = views.model_table(guided, book)
    assert table["Ud fra temaet"].tolist() == ["Bus og tog", ""]
    assert table["Afsnit"].tolist() == [15, 6]


def test_no_topics_no_figures(tables: Mapping[str, pd.DataFrame], book: Codebook) -> None:
    none = {name: table.iloc[:0] for name, table in tables.items()}
    assert views.topic_figures(none, book) == []
    assert views.topic_table(none["topics"], book).empty
    placed = tables["topic_assignments"].assign(topic=-1, label="")
    assert views.topics_by_sender(placed, tables["documents"], book).empty
    assert views.topics_over_time(placed, tables["documents"]).empty
    assert views.topic_codes(placed, tables["codings"], tables["segments"], book).empty
    assert views.topic_keyness(placed, tables["segments"]).empty
    assert views.topic_passages(none["topic_examples"], none["topics"], tables["documents"]).empty
