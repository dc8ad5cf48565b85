"""The page of notebook 05: who suggested the codes, how sure they are, and how people's own decisions come in."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
from pandas.io.formats.style import Styler
from spacy.language import Language

from hoering import language, views
from hoering.coding import WeighingCoder
from hoering.coding.registry import AUTO, NAMES, make_coder
from hoering.coding.trained.model import shipped
from hoering.errors import DecisionsError
from hoering.facit import read_facit
from hoering.learning.learn import fill_sheet, learn
from hoering.learning.sheet import VERDICT, XLSX, find_sheet, read_rows
from hoering.learning.use import FromPeople
from hoering.learning_commands import told
from hoering.notebook.case import Case
from hoering.notebook.note import Note, where
from hoering.report import danish
from hoering.tables import write_files

# Sentences shown, or waiting in the table for an answer.
_EXAMPLES, _WAITING = 3, 60
_OWN_SHEET = "min_kodning.csv"


class Deciding(Case):
    """The coding of a run, looked into and decided on."""

    @cached_property
    def nlp(self) -> Language:
        """The language pipeline."""
        return language.load()

    @cached_property
    def coder(self) -> WeighingCoder:
        """The coder a run uses, without what was learned."""
        coder = make_coder(AUTO, self.full)
        if not isinstance(coder, WeighingCoder):
            raise DecisionsError("Koderen kan ikke lære, for den siger ikke, hvad der taler for en kode.")
        return coder

    def coders(self) -> Styler:
        """Who suggested how many codes, and how sure they were."""
        return views.show(views.coder_table(self.codings), decimals=2)

    def scores(self) -> go.Figure:
        """How probable the codes are."""
        return views.score_figure(self.codings)

    def drawn(self, rows: int = 10, draw: int = 1) -> Styler:
        """Codes drawn by lot, each with its reason; another number at ``draw`` gives others."""
        codes = views.coding_table(self.codings, self.documents, self.book)
        asked = codes[codes["Slags kode"] != "Stemme"]
        chosen = asked.sample(min(rows, len(asked)), random_state=draw)
        return views.show(chosen[["Citat", "Slags kode", "Kode", "Styrke", "Begrundelse"]], decimals=2)

    def words(self, sentence: str) -> Styler:
        """How the words of a sentence are read."""
        return views.show(views.word_table(sentence, self.full, self.nlp))

    def patterns(self, sentence: str) -> Styler:
        """Which of the codebook's patterns speak for and against a code in a sentence."""
        return views.show(views.pattern_table(sentence, self.full, self.nlp), rows=30)

    def codes_of(self, *sentences: str) -> Styler:
        """What each coder there is for the codebook makes of the sentences."""
        names = ("patterns", "trained", "stacked") if shipped(self.full.id) else ("patterns",)
        coders = {name: make_coder(name, self.full) for name in NAMES if name in names}
        return views.show(views.compare_coders(sentences, coders, self.full, self.nlp))

    def example(self) -> Styler:
        """Rows of the table of decisions as it is filled in, for a few sentences; nothing is written."""
        asked = self._asked
        return views.show(asked[["Citat", "Slags", "Kodens navn", "Foreslået", "Hvorfor", VERDICT]], rows=30)

    def effect(self) -> Styler:
        """What a »nej« to the first theme suggested there would do; nothing is written."""
        themes = self._asked[(self._asked["Slags"] == "tema") & (self._asked["Foreslået"] == "ja")]
        decided = themes.head(1).assign(Beslutning="nej", Hvem="eksempel")
        if decided.empty:
            return views.show(pd.DataFrame(columns=["Citat", "Før", "Efter"]))
        return views.show(views.with_decisions(self.codings, decided, self.full))

    @cached_property
    def _asked(self) -> pd.DataFrame:
        spoken = self.sentences["Dokument"].value_counts()
        documents = {str(spoken.index[0])} if len(spoken) else set()
        return views.open_questions(
            self.project.processed, self.coder, self.full, self.nlp, documents, sentences=_EXAMPLES
        )

    def ask(self, write: bool) -> Note:
        """Put sentences to decide on into the table of decisions, or tell what stands in it.

        Args:
            write: whether to add to it; what stands in it is left as it is.
        """
        path = find_sheet(self.project.processed)
        if not write:
            return _waiting(path, self.project.processed / XLSX)
        in_use = FromPeople.read(self.project.processed, self.full, self.coder.name).coder(self.coder, self.full)
        filled = fill_sheet(self.project.processed, self.full, self.nlp, in_use, _WAITING)
        return Note.of(
            f"{danish.counted(filled.sentences, 'sætning', 'sætninger')} lagt til; "
            f"{danish.number(filled.waiting)} ventede i forvejen.",
            where(filled.path),
            "Åbn filen i Excel, skriv ja, nej eller ret i de gule felter, gem og luk den.",
        )

    def learn(self, do: bool) -> Note:
        """Learn from the decisions and tell what came of it.

        Args:
            do: whether to learn now; else only what this would do is told.
        """
        if not do:
            return Note.of(
                "Der er ikke lært noget nu.", "Skriv LAER = True i den første celle, når I har svaret i arket."
            )
        found = learn(self.project.processed, self.full, self.nlp, self.coder)
        said = told(found, self.full)
        return Note.of("Sådan gik det. Kør 01_laes_og_rens.ipynb for at kode igen.", typed=said)

    def decided(self) -> Styler:
        """What each decision did in the run."""
        return views.show(views.decided_table(self.table("decisions"), self.book), rows=40)

    def own_sheet(self, write: bool, rows: int = 100) -> Note:
        """A sheet of sentences drawn by lot, for a person to code without seeing the machine's codes."""
        path = self.project.processed / _OWN_SHEET
        if path.is_file():
            return Note.of("Arket ligger her:", where(path), "Kod det i Excel, og gem det som CSV.")
        if not write:
            return Note.of("Der er ikke lavet noget ark.", "Skriv ARK = True i den første celle for at få et.")
        sheet = views.coding_sheet(self.codings, rows=rows)
        write_files({path: sheet.to_csv(index=False, sep=";").encode("utf-8-sig")})
        return Note.of(
            f"{danish.counted(len(sheet), 'sætning', 'sætninger')} lagt i et ark:",
            where(path),
            "Skriv kodernes id eller navn i temaer, parter og holdning, flere med | imellem. Gem som CSV.",
        )

    def agreement(self) -> Styler | Note:
        """How well the run agrees with the sheet a person has filled in."""
        path = self.project.processed / _OWN_SHEET
        if not path.is_file():
            return Note.of("Her kommer tallene, når I har kodet jeres eget ark.")
        units = read_facit(path, self.full)
        return views.show(views.agreement_table(units, self.project.processed), decimals=2)


def _waiting(path: Path | None, usual: Path) -> Note:
    """What stands in the table of decisions."""
    if path is None:
        return Note.of(
            "Der er intet ark med beslutninger endnu.",
            "Skriv SKEMA = True i den første celle, så bliver det lagt her:",
            where(usual),
        )
    rows = read_rows(path)
    answered = sum(bool(row[VERDICT]) for row in rows)
    return Note.of(
        f"{danish.number(answered)} af {danish.counted(len(rows), 'række', 'rækker')} i arket er besvaret.",
        where(path),
    )
