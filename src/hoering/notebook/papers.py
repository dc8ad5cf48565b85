"""The page of notebook 04: the figures and the finished papers."""

from __future__ import annotations

import html
import textwrap
from functools import cached_property
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
from pandas.io.formats.style import Styler

from hoering import views
from hoering.comparison import comparison_papers, read_parts, split
from hoering.comparison.splitting import CHOICES
from hoering.memo import ITEM, MEMO, SCHEMA, Choices, memo_papers, read_parties
from hoering.notebook.case import Case
from hoering.notebook.note import Note, where
from hoering.report import THEME_REPORT, ThemeReport, danish
from hoering.report import Papers as Made
from hoering.report.figures import Figure
from hoering.report.interactive import interactive
from hoering.tables import write_files
from hoering.views import Preview

_COMPARED = ("word", "html", "xlsx")
# Letters on a line of a figure's note, and the points a line takes.
_NOTE, _LINE = 115, 18
# What the papers are called, by the start of the file's name, and what each format is for.
_PAPERS = {
    "temarapport": "Temarapport",
    "hoeringsnotat": "Høringsnotat",
    "hoeringsskema": "Høringsskema",
    "sagsfremstilling": "Sagsfremstilling",
    "daekning": "Udkastets dækning",
    "sammenligning": "Sammenligning",
    "bilag": "Bilag med alle tal og citater",
}
_FORMATS = {
    ".docx": "Word: til at rette i",
    ".html": "Browser: til at læse og filtrere, også uden net",
    ".md": "Ren tekst",
    ".xlsx": "Excel: til at filtrere og sortere",
    ".csv": "Tabel til Excel",
}


class Papers(Case):
    """What is handed over. A paper that lies there already and is different is only written anew when it is said."""

    @cached_property
    def _report(self) -> ThemeReport:
        return ThemeReport(self.material)

    def findings(self) -> Note:
        """The page for the busy."""
        entries = self._report.entries
        used = {code for entry in entries.all for code in entry.types}
        signs = [f"{sign} = {self.labels.actor(code)}" for code, sign in entries.signs.items() if code in used]
        found = [f"• {finding.sentence}" for finding in self._report.findings]
        told = f"Bogstaverne er afsendernes slags: {', '.join(signs)}." if signs else ""
        return Note.of("Kort fortalt", *(found or ["Der er ikke fundet temaer, så der er intet at fremhæve."]), told)

    def figure(self, number: int) -> go.Figure | Note:
        """One of the figures of the theme report, counted from 1."""
        drawn = self._report.figures
        if not 1 <= number <= len(drawn):
            return Note.of("Der er for lidt i materialet til denne figur.")
        chosen = drawn[number - 1]
        return wrapped(interactive(chosen), chosen)

    def memo(self, parties: str = "", period: str = "", again: bool = False) -> Note:
        """Write the hearing memo.

        Args:
            parties: the list of those heard, a .txt, .csv or .xlsx file; nothing is said of the silent without one.
            period: »2026-03-02..2026-04-13«; from the draft without one.
            again: write it also where another one lies there, in which somebody may have written.

        Raises:
            PaperError: there are no answers in the hearing, or the list cannot be used.
        """
        return self._written(memo_papers(self.material, MEMO, choices=_choices(parties, period)), again)

    def schema(self, parties: str = "", period: str = "", again: bool = False) -> Note:
        """Write the memo's table form; arguments and errors as those of `memo`."""
        return self._written(memo_papers(self.material, SCHEMA, choices=_choices(parties, period)), again)

    def item(self, parties: str = "", period: str = "", again: bool = False) -> Note:
        """Write the skeleton of the committee item; arguments and errors as those of `memo`."""
        return self._written(memo_papers(self.material, ITEM, choices=_choices(parties, period)), again)

    def compare(self, to: str = "", again: bool = False) -> Note:
        """Write a comparison with another run, or of the parts of this one.

        Args:
            to: the folder with the results of another run, or what this one is divided by, such as »fase«.
            again: write it also where another one lies there.

        Raises:
            PaperError: there is no finished run in the folder, or nothing in common.
        """
        if not to:
            return Note.of(
                "Der er ikke bedt om en sammenligning.",
                "Skriv ved SAMMENLIGN i den første celle, hvor en anden kørsels resultater ligger, eller hvad denne "
                f"skal deles efter: {danish.listed(list(CHOICES))}.",
            )
        parts = split(self.material, to) if to in CHOICES else read_parts([self.project.root, Path(to)])
        return self._written(comparison_papers(parts, _COMPARED), again)

    def _written(self, made: Made, again: bool) -> Note:
        lines = [self._one(self.project.reports / name, data, again) for name, data in made.files.items()]
        return Note.of(*lines, *(f"Ikke trykt: {problem.reason}" for problem in made.problems))

    def _one(self, path: Path, data: bytes, again: bool) -> str:
        there = path.is_file()
        if there and path.read_bytes() == data:
            return f"{_named(path)} ligger her, som det blev skrevet:\n{where(path)}"
        if there and not again:
            return (
                f"{_named(path)} er ikke skrevet igen. Det, der ligger her, er fra før, eller I har rettet i det:\n"
                f"{where(path)}\nSkriv SKRIV_IGEN = True i den første celle for at få et nyt i stedet for."
            )
        write_files({path: data})
        return f"{_named(path)} er skrevet:\n{where(path)}"

    def files(self) -> Styler:
        """The finished papers, and where they lie."""
        there = [path for path in sorted(self.project.reports.glob("*")) if path.suffix in _FORMATS and _is_paper(path)]
        rows = [(_named(path), _FORMATS[path.suffix], path.name, where(path)) for path in there]
        return views.show(pd.DataFrame(rows, columns=["Papir", "Til", "Fil", "Ligger her"]), rows=40)

    def preview(self, name: str = f"{THEME_REPORT}.html") -> Preview:
        """A paper for the browser, shown here.

        Raises:
            HoeringError: the file is not there.
        """
        return views.preview(self.project.reports / name)


def _is_paper(path: Path) -> bool:
    return path.name != "README.md" and not path.name.startswith(("~$", "."))


def _named(path: Path) -> str:
    return next((name for start, name in _PAPERS.items() if path.name.startswith(start)), "Andet")


def _choices(parties: str, period: str) -> Choices:
    return Choices(parties=tuple(read_parties(Path(parties))) if parties else None, period=period)


def wrapped(drawn: go.Figure, figure: Figure) -> go.Figure:
    """The figure with its note in lines that fit beside the menu of a notebook."""
    lines = textwrap.wrap(figure.note, _NOTE)
    told = "<br>".join(html.escape(line, quote=False) for line in lines)
    more = _LINE * (len(lines) - 1)
    title = f"<b>{html.escape(figure.title, quote=False)}</b><br><span style='font-size:13px'>{told}</span>"
    height, top = drawn.layout.height + more, drawn.layout.margin.t + more
    drawn.update_layout(title={"text": title, "y": 1 - 30 / height}, height=height, margin_t=top)
    return drawn
