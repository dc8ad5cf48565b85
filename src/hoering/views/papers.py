"""Towards the report: the themes of a run as records, and the finished page inside a notebook."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from hoering.codebook import Codebook
from hoering.errors import HoeringError
from hoering.records import Coding, Source, Theme
from hoering.tables import records_of as records_of
from hoering.themes import themes


def themes_of(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> list[Theme]:
    """The themes of a run as records, for the figures in `hoering.report.charts`."""
    return themes(records_of(codings, Coding), records_of(documents, Source), book)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A report shown inside a notebook, wherever its file lies."""

    path: Path
    height: int

    def _repr_html_(self) -> str:
        # Without a base of its own, a link within the report would open the notebook inside the frame.
        page = self.path.read_text(encoding="utf-8").replace("<head>", '<head><base href="about:srcdoc">', 1)
        return (
            f'<div><iframe srcdoc="{html.escape(page)}" width="100%" height="{self.height}" '
            'style="border: 1px solid #C5CCD3" title="Temarapport"></iframe></div>'
        )


def preview(path: Path, height: int = 700) -> Preview:
    """Show an HTML report in the notebook.

    Raises:
        HoeringError: the file is not there.
    """
    if not path.is_file():
        raise HoeringError(f"Rapporten {path} findes ikke. Kør hoering.run først.")
    return Preview(path=path, height=height)
