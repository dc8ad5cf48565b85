"""The page of notebook 02: what the sentences are about, what people fear and ask for, and why it is coded so."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from pandas.io.formats.style import Styler

from hoering import views
from hoering.errors import CodebookError, HoeringError
from hoering.notebook.case import Case
from hoering.notebook.note import Note
from hoering.report import charts, danish

_QUOTED = ["Citat", "Stemme", "Afsender", "Sted"]


class Coding(Case):
    """The codes of a run, filtered and explained."""

    def codebook(self) -> Styler:
        """The themes that are looked for; columns with nothing in them are left out."""
        try:
            book = self.full
        except CodebookError:
            book = self.book  # a file of the user's own: its names and definitions are in the run
        table = views.codebook_table(book)
        return views.show(table.loc[:, (table != "").any()], rows=40)

    def themes(self) -> Styler:
        """How often each theme was met, and with which stance."""
        return views.show(views.theme_table(self.table("themes")), rows=40)

    def stances(self) -> go.Figure:
        """Criticism, support and proposals per theme."""
        return charts.theme_stances(views.themes_of(self.codings, self.documents, self.book), self.labels)

    def coded(self) -> Note:
        """How many sentences have a theme."""
        with_theme = int((self.sentences["Temaer"] != "").sum())
        return Note.of(
            f"{danish.number(with_theme)} af {danish.counted(len(self.sentences), 'sætning', 'sætninger')} "
            "har mindst ét tema."
        )

    def sample(self, rows: int = 10) -> Styler:
        """Sentences with their codes, in reading order."""
        return views.show(self.sentences[["Citat", "Temaer", "Holdning", "Stemme", "Afsender", "Sted"]], rows=rows)

    def positions(self, theme: str = "", rows: int = 25) -> Styler:
        """What is wanted, criticised or praised, and how many stand behind it; of one theme, or of all."""
        found = views.position_table(self.table("positions"), self.book)
        if theme:
            self._known(theme)
            found = found[found["Tema"] == theme].drop(columns="Tema")
        return views.show(found, rows=rows)

    def theme(self, wanted: str = "") -> str:
        """The theme that is asked for, or without one the most criticised.

        Raises:
            HoeringError: no sentence has such a theme; the message names those there are.
        """
        if wanted:
            self._known(wanted)
            return wanted
        stances = views.stances_by(self.by_theme, "Tema", self.book)
        most = self.labels.stance("kritik")
        if stances.empty:
            raise HoeringError("Ingen sætninger har fået et tema, så der er ingen citater at vise.")
        return str((stances.sort_values(most, kind="stable") if most in stances else stances)["Tema"].iloc[-1])

    def criticism(self, theme: str = "", rows: int = 20) -> Styler:
        """What is criticised or feared about a theme, in people's own words."""
        return self._quotes(theme, "kritik", rows)

    def proposals(self, theme: str = "", rows: int = 20) -> Styler:
        """What is asked for about a theme."""
        return self._quotes(theme, "forslag", rows)

    def support(self, theme: str = "", rows: int = 20) -> Styler:
        """What is praised about a theme."""
        return self._quotes(theme, "stoette", rows)

    def search(self, word: str, rows: int = 10) -> Styler:
        """Sentences with a word, or a part of one, in them."""
        found = self.sentences[self.sentences["Citat"].str.contains(word, case=False, regex=False)]
        return views.show(found[["Citat", "Temaer", "Holdning", "Afsender", "Sted"]], rows=rows)

    def why(self, theme: str = "") -> Styler:
        """All codes of the first critical sentence about a theme, each with its reason."""
        own = self._of(theme, "kritik").head(1)
        codes = views.coding_table(self.codings, self.documents, self.book)
        shown = codes[codes["Citat"].isin(own["Citat"]) & codes["Sted"].isin(own["Sted"])]
        return views.show(shown[["Citat", "Slags kode", "Kode", "Styrke", "Begrundelse"]], decimals=2)

    def doubtful(self, rows: int = 10) -> Styler:
        """The themes that are least sure."""
        codes = views.coding_table(self.codings, self.documents, self.book)
        weakest = codes[codes["Slags kode"] == "Tema"].sort_values("Styrke", kind="stable")
        return views.show(weakest[["Citat", "Kode", "Styrke", "Begrundelse", "Sted"]], rows=rows, decimals=2)

    def questions(self) -> Styler:
        """What was said about each of the consultation's guiding questions."""
        return views.show(views.by_question(self.codings, self.documents, self.book))

    def _quotes(self, theme: str, stance: str, rows: int) -> Styler:
        title = f"{self.theme(theme)}: {self.labels.stance(stance)}."
        return views.show(self._of(theme, stance)[_QUOTED], rows=rows, title=title)

    def _of(self, theme: str, stance: str) -> pd.DataFrame:
        own = self.by_theme[self.by_theme["Tema"] == self.theme(theme)]
        return own[own["Holdning"] == self.labels.stance(stance)]

    def _known(self, theme: str) -> None:
        there = sorted({code.label for code in self.book.themes})
        if theme not in there:
            raise HoeringError(f"Der er intet tema »{theme}« i kodebogen. Der er: {danish.listed(there)}.")
