"""Finished files of the memo, its table form and the committee item, each held against the tables first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hoering.material import Material
from hoering.memo.answers import Hearing
from hoering.memo.changes_recount import change_faults
from hoering.memo.item import item_paper
from hoering.memo.note import Choices, Memo, memo_paper
from hoering.memo.recount import faults
from hoering.memo.schema import schema_paper
from hoering.records import Problem
from hoering.report.blocks import Paper
from hoering.report.papers import Papers, printed
from hoering.report.recount.html_file import read_html
from hoering.report.recount.lines import Line
from hoering.report.recount.markdown_file import read_markdown
from hoering.report.recount.word_file import read_word
from hoering.report.verify import STAGE

MEMO, SCHEMA, ITEM = "hoeringsnotat", "hoeringsskema", "sagsfremstilling"
_MADE: dict[str, Callable[[Memo], Paper]] = {MEMO: memo_paper, SCHEMA: schema_paper, ITEM: item_paper}


def memo_papers(
    material: Material,
    name: str = MEMO,
    formats: Sequence[str] = ("word",),
    choices: Choices | None = None,
    template: Path | None = None,
) -> Papers:
    """One of the papers on a hearing as files; the same material and choices give the same bytes.

    Args:
        material: the tables of the run.
        name: `MEMO`, `SCHEMA` or `ITEM`.
        formats: of ``word``, ``html`` and ``md``.
        choices: what the user decides; nothing without any.
        template: a .docx file whose styles are used.

    Raises:
        PaperError: there are no answers, or something that was given cannot be used.
        DraftError: the revised draft is the heard one, or the run has no positions to hold against it.
    """
    wanted = choices or Choices()
    memo = Memo(Hearing(material, debate=wanted.debate), wanted)
    made = printed(_MADE[name](memo), name, material, formats, template=template, tables=False)
    files: dict[str, bytes] = {}
    problems = [*memo.problems, *made.problems]
    for file, data in made.files.items():
        wrong = next(_faults(read_lines(file, data), memo), "")
        if wrong:
            reason = f"Filen er ikke skrevet, fordi den ikke stemmer med tabellerne: {wrong}"
            problems.append(Problem(stage=STAGE, item=file, reason=reason))
        else:
            files[file] = data
    return Papers(files=files, problems=tuple(problems), lacking=made.lacking)


def _faults(lines: Sequence[Line], memo: Memo) -> Iterator[str]:
    debate, material = memo.choices.debate, memo.hearing.material
    yield from faults(lines, material, debate=debate)
    if memo.choices.revised is not None and memo.draft is not None:
        before, now = material.texts[memo.draft.source], memo.choices.revised.text
        yield from change_faults(lines, material, before, now, debate=debate)


def read_lines(file: str, data: bytes) -> list[Line]:
    """The lines of a finished file, by the end of its name."""
    if file.endswith(".docx"):
        return read_word(data)
    return read_html(data.decode()).lines if file.endswith(".html") else read_markdown(data.decode())
