"""The finished run a notebook shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import pandas as pd

from hoering import codebook as codebooks
from hoering import views
from hoering.codebook import Codebook
from hoering.errors import PaperError
from hoering.material import Material
from hoering.notebook.note import Note
from hoering.project import Project
from hoering.report import Labels, danish

_SHOWN_FOLDERS = 6


@dataclass(frozen=True)
class Case:
    """A finished run: its folders and its tables. The pages of the notebooks are made of it.

    ``name`` is the codebook where the run was coded with one of the user's own.
    """

    project: Project
    material: Material
    name: str = ""

    @classmethod
    def open(cls, out: str | Path, codebook: str | Path = "") -> Self:
        """The run whose results lie in a folder.

        Args:
            out: the folder with ``data/processed`` and ``reports``.
            codebook: a YAML file, where the run was coded with one of the user's own.

        Raises:
            PaperError: no finished run of this version lies there.
        """
        project = Project(root=Path(out))
        try:
            return cls(project=project, material=Material.read(project.processed), name=str(codebook))
        except PaperError as error:
            raise PaperError(
                f"Der er ingen færdig kørsel i {project.processed.resolve()}. Åbn 01_laes_og_rens.ipynb, og kør den "
                "fra øverst til nederst. Kom så tilbage hertil, og kør cellerne igen."
            ) from error

    def table(self, name: str) -> pd.DataFrame:
        """A table of the run as a DataFrame; `data/processed/README.md` tells which there are."""
        return self.material.table(name)

    @property
    def book(self) -> Codebook:
        """The names of the codes."""
        return self.material.book

    @cached_property
    def full(self) -> Codebook:
        """The codebook with its patterns.

        Raises:
            CodebookError: the run was coded with one of the user's own, and it was not named.
        """
        return codebooks.load(self.name or self.material.settings.codebook)

    @cached_property
    def labels(self) -> Labels:
        """Danish names of codes, kinds and senders."""
        return Labels.of(self.book)

    @cached_property
    def documents(self) -> pd.DataFrame:
        """The table ``documents``."""
        return self.table("documents")

    @cached_property
    def codings(self) -> pd.DataFrame:
        """The table ``codings``, without the topics."""
        codings = self.table("codings")
        return codings[codings["kind"] != "topic"]

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """`hoering.views.sentences` of the run."""
        return views.sentences(self.codings, self.documents, self.book)

    @cached_property
    def by_theme(self) -> pd.DataFrame:
        """`hoering.views.by_theme` of the run."""
        return views.by_theme(self.sentences)

    def overview(self) -> Note:
        """Which run this is: how much was received, from where and when, and what it was coded with."""
        received, used = len(self.material.sources), len(self.material.used)
        return Note.of(
            f"Kørslen: {danish.counted(received, 'henvendelse', 'henvendelser')} modtaget, "
            f"{danish.number(used)} brugt.",
            self._folders(),
            self._period(),
            f"Kodebog: {self.book.label}.",
        )

    def _folders(self) -> str:
        first = sorted({s.document.partition("/")[0] for s in self.material.sources if "/" in s.document})
        if not first:
            return ""
        more = f" og {danish.number(len(first) - _SHOWN_FOLDERS)} til" if len(first) > _SHOWN_FOLDERS else ""
        return f"Mapper: {', '.join(first[:_SHOWN_FOLDERS])}{more}."

    def _period(self) -> str:
        dates = sorted(source.date for source in self.material.used if source.date)
        if not dates:
            return ""
        if dates[0] == dates[-1]:
            return f"Dato: {danish.date(dates[0])}."
        return f"Fra {danish.date(dates[0])} til {danish.date(dates[-1])}."

    def _repr_html_(self) -> str:
        return self.overview()._repr_html_()

    def __repr__(self) -> str:
        return repr(self.overview())
