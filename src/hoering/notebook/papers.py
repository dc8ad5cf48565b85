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
from hoering.notebook.draft import TABLE_FILE, HeldAgainst
from hoering.notebook.note import Note, where
from hoering.report import THEME_REPORT, ThemeReport, danish
from hoering.report import Papers as Made
from hoering.report.figures import Figure
from hoering.report.interactive import interactive
from hoering.tables import write_files
from hoering.views import Preview

_COMPARED = ("word", "html", "xlsx")
_KEPT = "er ikke skrevet igen. Det, der ligger her, er fra før, eller I har rettet i det:"
# Letters on a line of a figure's note, and the points a line takes.
_NOTE, _LINE = 115, 18
# What the papers are called, by the start of the file's name, and what each format is for.
_PAPERS = {
    "temarapport": "Temarapport",
    "hoeringsnotat": "Høringsnotat",
    "hoeringsskema": "Høringsskema",
    "sagsfremstilling": "Sagsfremstilling",
    "udkastdaekning": "Udkastdækning",
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

    def coverage(self, draft: str = "", earlier: str = "", again: bool = False) -> Note:
        """Hold what people want against a draft, and write what it says of it.

        Args:
            draft: the file, in any format that can be read.
            earlier: an earlier draft, to see what was taken up since.
            again: write it also where another one lies there, in which somebody may have written.

        Raises:
            HoeringError: a draft cannot be read, or the run has nothing to hold against it.
        """
        if not draft:
            return Note.of("Der er ikke valgt et udkast.", "Skriv ved UDKAST i den første celle, hvor filen ligger.")
        held = self._held_against(draft, earlier)
        files, problems = held.files()
        write_files({self.project.processed / TABLE_FILE: held.table})
        return Note.of(held.summary, *self._written(Made(files=files, problems=problems), again).lines)

    def left_out(self, draft: str = "", earlier: str = "", rows: int = 15) -> Styler | Note:
        """What the draft does not speak of, that with most senders first; a suggestion."""
        if not draft:
            return Note.of("Her kommer det, udkastet ikke nævner, når der er valgt et udkast.")
        return self._held_against(draft, earlier).left_out(rows)

    @cached_property
    def _held(self) -> dict[tuple[str, str], HeldAgainst]:
        """What was held against a draft already: it takes its time."""
        return {}

    def _held_against(self, draft: str, earlier: str) -> HeldAgainst:
        return self._held.setdefault((draft, earlier), HeldAgainst(self.material, self.full, draft, earlier))

    def _written(self, made: Made, again: bool) -> Note:
        told: dict[str, list[str]] = {}
        for name, data in made.files.items():
            path = self.project.reports / name
            told.setdefault(put(path, data, again).format(_named(path)), []).append(where(path))
        lines = [line for headline, paths in told.items() for line in (headline, *paths)]
        if any(headline.endswith(_KEPT) for headline in told):
            lines.append("Skriv SKRIV_IGEN = True i den første celle for at få nye i stedet for.")
        return Note.of(*lines, *(f"Ikke trykt: {problem.reason}" for problem in made.problems))

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


def put(path: Path, data: bytes, again: bool) -> str:
    """Write a paper, unless another one lies there and it is not said that it may go; gives what was done."""
    if path.is_file() and path.read_bytes() == data:
        return "{} ligger her, som det blev skrevet:"
    if path.is_file() and not again:
        return "{} " + _KEPT
    write_files({path: data})
    return "{} er skrevet:"


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
