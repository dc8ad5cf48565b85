"""Finished files of a comparison: Word, HTML, Markdown and Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hoering.comparison.counting import Comparison
from hoering.comparison.paper import ComparisonPaper
from hoering.comparison.parts import Part, together
from hoering.comparison.workbook import comparison_workbook
from hoering.errors import PaperError
from hoering.report.papers import FORMATS, Papers, printed

COMPARISON = "sammenligning"
EXCEL = "xlsx"
ALL = (*FORMATS, EXCEL)


def comparison_papers(parts: Sequence[Part], formats: Sequence[str] = ALL, *, template: Path | None = None) -> Papers:
    """The comparison of some parts; the same tables give the same bytes.

    Args:
        parts: what is compared, in the order it is shown.
        formats: of ``word``, ``html``, ``md`` and ``xlsx``.
        template: a .docx file whose styles are used.

    Raises:
        PaperError: no part has submissions, they have no theme in common, or the template cannot be read.
    """
    if not any(part.total for part in parts):
        raise PaperError("Ingen af materialerne har henvendelser at sammenligne.")
    made = ComparisonPaper(Comparison(tuple(parts)))
    named = [name for name in formats if name in FORMATS]
    papers = printed(made.paper, COMPARISON, together(parts), named, template=template, tables=False)
    files, problems = dict(papers.files), [*made.problems, *papers.problems]
    if EXCEL in formats:
        files[f"{COMPARISON}.{EXCEL}"], refused = comparison_workbook(made)
        problems += refused
    return replace(papers, files=files, problems=tuple(dict.fromkeys(problems)))
