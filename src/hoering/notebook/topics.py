"""The page of notebook 06: what the passages themselves gather around, beside what the codebook looks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

import pandas as pd
import plotly.graph_objects as go
from pandas.io.formats.style import Styler

from hoering import codebook, language, topics, views
from hoering.codebook import Codebook
from hoering.errors import HoeringError
from hoering.notebook.case import Case
from hoering.notebook.note import Note
from hoering.report import danish
from hoering.topics import TopicModel

# Draws of the passages by which guided topics are tried; a notebook is not to wait for more.
_DRAWS = 3


@dataclass(frozen=True)
class Topics(Case):
    """The topics of a run. ``name`` is the codebook; that of the run without one."""

    name: str = ""

    @classmethod
    def open(cls, out: str | Path, codebook: str | Path = "") -> Self:
        """The run whose results lie in a folder, and the codebook it was coded with.

        Args:
            out: the folder with ``data/processed`` and ``reports``.
            codebook: a YAML file, where the run was coded with one of the user's own.

        Raises:
            PaperError: no finished run of this version lies there.
        """
        found = Case.open(out)
        return cls(project=found.project, material=found.material, name=str(codebook))

    @cached_property
    def full(self) -> Codebook:
        """The codebook with its patterns."""
        return codebook.load(self.name or self.material.settings.codebook)

    @cached_property
    def model(self) -> TopicModel:
        """The topics with their passages."""
        return topics.from_run(self.project.processed)

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

    def map(self) -> go.Figure:
        """The passages as points, like beside like."""
        return views.map_figure(views.topic_map(self.model, self._placed, self.table("segments"), self.documents))

    def tree(self) -> go.Figure:
        """Which topics belong together."""
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
