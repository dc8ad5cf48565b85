"""Finished files: a paper printed in the formats wanted, each held against the tables before it is handed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hoering.material import Material
from hoering.records import Problem
from hoering.report.blocks import Paper
from hoering.report.bounded import bounded
from hoering.report.condensed import condensed
from hoering.report.markdown import render_markdown
from hoering.report.page import render_page
from hoering.report.recount import check
from hoering.report.targets import Group
from hoering.report.theme_report import ThemeReport
from hoering.report.verify import STAGE
from hoering.report.word import render_word

THEME_REPORT = "temarapport"
# What a user calls a format, and how its files end.
FORMATS = {"word": "docx", "html": "html", "md": "md"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Files by name, what could not be printed, and the styles a user's template did not have."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    lacking: tuple[str, ...] = field(default=())


def theme_papers(
    material: Material,
    formats: Sequence[str] = tuple(FORMATS),
    *,
    template: Path | None = None,
    groups: tuple[Group, ...] | None = None,
    advance: Callable[[int], None] = lambda _: None,
    reworded: Callable[[ThemeReport], Paper] = lambda report: report.paper,
) -> Papers:
    """The theme report of a run.

    Args:
        material: the tables of the run.
        formats: of ``word``, ``html`` and ``md``.
        template: a .docx file whose styles are used; hoering's own without one.
        groups: the target groups to look for; those that come with hoering without any.
        advance: called with 1 when a format is done.
        reworded: makes the paper of the report, as `hoering.rewording.Rewording.paper` does; its own without one.

    Raises:
        PaperError: the template cannot be read.
    """
    report = ThemeReport(material, groups)
    made = printed(reworded(report), THEME_REPORT, material, formats, template=template, advance=advance)
    return Papers(files=made.files, problems=(*report.problems, *made.problems), lacking=made.lacking)


def printed(
    paper: Paper,
    name: str,
    material: Material,
    formats: Sequence[str],
    *,
    template: Path | None = None,
    tables: bool = True,
    advance: Callable[[int], None] = lambda _: None,
) -> Papers:
    """Any paper as files; one that does not agree with the tables is not among them, and a problem says why.

    Args:
        paper: what to print; in Word and Markdown it is cut (`hoering.report.bounded`) and shortened (`condensed`).
        name: the files' name without its ending.
        material: the tables it is made of.
        formats: of ``word``, ``html`` and ``md``.
        template: a .docx file whose styles are used.
        tables: whether the finished file's numbers are also counted in the tables, as those of a theme report can be.
        advance: called with 1 when a format is done.

    Raises:
        PaperError: the template cannot be read.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    lacking: tuple[str, ...] = ()
    short = condensed(bounded(paper))
    for wanted in formats:
        shown = paper if wanted == "html" else short
        if wanted == "word":
            word = render_word(shown, template)
            data, lacking = word.data, word.lacking
        else:
            text = render_page(shown, material.texts) if wanted == "html" else render_markdown(shown)
            data = text.encode()
        file = f"{name}.{FORMATS[wanted]}"
        faults = check(data, FORMATS[wanted], shown, material, tables=tables)
        if faults:
            reason = f"Filen er ikke skrevet, fordi den ikke stemmer med tabellerne: {faults[0]}"
            problems.append(Problem(stage=STAGE, item=file, reason=reason))
        else:
            files[file] = data
        advance(1)
    return Papers(files=files, problems=tuple(problems), lacking=lacking)
