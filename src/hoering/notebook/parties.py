"""The page of notebook 03: who has answered, who speaks about what, and who wants what from whom."""

from __future__ import annotations

import plotly.graph_objects as go
from pandas.io.formats.style import Styler

from hoering import views
from hoering.errors import HoeringError
from hoering.notebook.case import Case
from hoering.report import charts, danish
from hoering.views.concerns import NOBODY


class Parties(Case):
    """Senders and voices of a run."""

    def types(self) -> Styler:
        """Submissions and senders per type."""
        return views.show(views.sender_types(self.documents, self.book))

    def types_figure(self) -> go.Figure:
        """The same as bars."""
        return views.sender_figure(views.sender_types(self.documents, self.book))

    def voices(self) -> go.Figure:
        """Who speaks about what."""
        return charts.theme_voices(views.themes_of(self.codings, self.documents, self.book), self.labels)

    def stances(self) -> Styler:
        """How critical the voices are."""
        return views.show(views.stances_by(self.sentences, "Stemme", self.book))

    def wishes(self, rows: int = 60) -> Styler:
        """One row per party: what it criticises, and what it proposes."""
        found = views.who_wants_what(self.codings, self.documents, self.book)
        return views.show(found.drop(columns=["Citat", "Sted"]), rows=rows)

    def quotes(self, kind: str = "", rows: int = 20) -> Styler:
        """A quotation from each party of a type; without one, of the type with most parties.

        Raises:
            HoeringError: there is no such type among the parties.
        """
        found = views.who_wants_what(self.codings, self.documents, self.book)
        kinds = found["Type"].value_counts()
        if kind and kind not in kinds:
            raise HoeringError(f"Der er ingen afsendere af typen »{kind}«. Der er: {danish.listed(list(kinds.index))}.")
        wanted = kind or (kinds.index[0] if len(kinds) else "")
        own = found.loc[found["Type"] == wanted, ["Hvem", "Gengivet af", "Citat", "Sted"]]
        return views.show(own, rows=rows, title=f"{wanted}." if wanted else "")

    def from_whom(self, rows: int = 12) -> Styler:
        """Claims by who speaks and whom they are directed at."""
        found = views.who_wants_what_from_whom(self.table("concerns"), self.documents, self.book)
        return views.show(found[found["Rettet mod"] != NOBODY].drop(columns=["Eksempel", "Sted"]), rows=rows)

    def shares(self, first: str = "", second: str = "", rows: int = 30) -> Styler:
        """How much of what two voices say is about each theme, in per cent."""
        return views.show(views.compare_groups(self.by_theme, *self._two(first, second)), rows=rows)

    def shares_figure(self, first: str = "", second: str = "") -> go.Figure:
        """What the first of two voices speaks more about, and what the second."""
        return views.difference_figure(views.compare_groups(self.by_theme, *self._two(first, second)))

    def counted(self) -> Styler:
        """How much each voice has said about the themes, to judge the percentages by."""
        counts = self.sentences.loc[self.sentences["Temaer"] != "", "Stemme"].value_counts()
        return views.show(counts.to_frame("Sætninger med et tema"), rows=40)

    def _two(self, first: str, second: str) -> tuple[str, str]:
        most = [str(voice) for voice in self.by_theme["Stemme"].value_counts().index]
        known = danish.listed(most)
        for name in (first, second):
            if name and name not in most:
                raise HoeringError(f"Der er ingen sætninger med stemmen »{name}«. Der er: {known}.")
        left = [voice for voice in most if voice not in (first, second)]
        wanted = [name or (left.pop(0) if left else "") for name in (first, second)]
        if not all(wanted):
            raise HoeringError("Der er kun én stemme i materialet, så der er ingen at sammenligne med.")
        return wanted[0], wanted[1]
