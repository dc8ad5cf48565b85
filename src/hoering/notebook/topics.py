"""The page of notebook 06: what the passages themselves gather around, beside what the codebook looks for."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import pandas as pd
import plotly.graph_objects as go
from pandas.io.formats.style import Styler

from hoering import language, topics, views
from hoering.errors import HoeringError
from hoering.notebook.case import Case
from hoering.notebook.note import Note
from hoering.report import danish
from hoering.topic_commands import headline
from hoering.topics import TopicModel

# Draws of the passages by which guided topics are tried; a notebook is not to wait for more.
_DRAWS = 3


class Topics(Case):
    """The topics of a run."""

    @cached_property
    def model(self) -> TopicModel:
        """The topics with their passages."""
        return topics.from_run(self.project.processed)

    def found(self) -> Note:
        """How many topics there are, how they were found, and what not to trust."""
        words = "" if self.model.topics else f"Nøgleord: {', '.join(self.model.key_words) or 'ingen'}."
        return Note.of(f"Fundet: {headline(self.model)}", words, *self.model.notes)

    def topics(self) -> Styler:
        """The topics, first those that no theme of the codebook covers."""
        return views.show(views.topic_table(self.table("topics"), self.book), rows=40, decimals=2)

    def passages(self, rows: int = 12) -> Styler:
        """The most typical passages of each topic, word for word."""
        found = views.topic_passages(self.table("topic_examples"), self.table("topics"), self.documents)
        return views.show(found, rows=rows)

    def words(self, topic: str = "") -> Styler:
        """Words a topic uses more than Danish does; without a name those of the first topic.

        Raises:
            HoeringError: there is no topic by that name.
        """
        found = views.topic_keyness(self._placed, self.table("segments"))
        names = list(dict.fromkeys(found["Emne"]))
        if topic and topic not in names:
            raise HoeringError(f"Der er intet emne »{topic}«. Der er: {danish.listed(names) or 'ingen'}.")
        chosen = topic or (names[0] if names else "")
        own = found[found["Emne"] == chosen]
        return views.show(own, decimals=0)

    def by_sender(self) -> go.Figure:
        """Who speaks about which topics."""
        return views.topic_heat(
            views.topics_by_sender(self._placed, self.documents, self.book), "Hvem taler om hvilke emner?"
        )

    def by_kind(self) -> go.Figure:
        """From which kinds of submissions the topics come."""
        return views.topic_heat(
            views.topics_by_kind(self._placed, self.documents, self.book), "Hvor kommer emnerne fra?"
        )

    def over_time(self, by: Literal["måned", "år", "fase"] = "måned") -> go.Figure:
        """When the topics came up."""
        return views.topic_heat(views.topics_over_time(self._placed, self.documents, by), "Hvornår kom emnerne op?")

    def beside_themes(self) -> go.Figure:
        """How far topics and themes are about the same passages."""
        return views.topic_code_figure(
            views.topic_codes(self._placed, self.table("codings"), self.table("segments"), self.book)
        )

    def map(self) -> go.Figure | Note:
        """The passages as points, like beside like."""
        if not self.model.topics:
            return Note.of("Der er for få afsnit til et kort.")
        return views.map_figure(views.topic_map(self.model, self._placed, self.table("segments"), self.documents))

    def tree(self) -> go.Figure | Note:
        """Which topics belong together."""
        if not self.model.topics:
            return Note.of("Der er ingen emner at sammenligne.")
        return views.tree_figure(self.model)

    def draft(self, number: int | None = None) -> Note:
        """A draft of a code of a topic; without a number, of the first in the table. Nothing is written."""
        listed = [int(topic) for topic in views.topic_table(self.table("topics"), self.book)["Nr."]]
        if not listed:
            return Note.of("Der er ingen emner at lave en kode af.")
        wanted = listed[0] if number is None else number
        if wanted not in listed:
            raise HoeringError(f"Der er intet emne nr. {wanted}. Numrene står i tabellen over emnerne.")
        made = topics.draft_code(self.model, wanted, self.full, language.load())
        return Note.of(f"Udkast af emne {wanted}:", typed=topics.code_text(made, "Udkast af et emne."))

    def guided(self) -> Styler:
        """Topics that begin with the themes of the codebook, and those beside them."""
        texts = self.model.corpus.corpus.texts if self.model.corpus else ()
        return views.show(
            views.model_table(topics.fit(texts, guided_by=self.full, resamples=_DRAWS), self.full), rows=30, decimals=2
        )

    @property
    def _placed(self) -> pd.DataFrame:
        return self.table("topic_assignments")
