"""What a run tells whoever started it, read from what it wrote."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from hoering import report, tables
from hoering.appendix import APPENDIX
from hoering.project import MANIFEST, Project
from hoering.pseudonymise.key_file import AUDIT_FILE
from hoering.records import Problem
from hoering.register import REGISTER
from hoering.topics import store
from hoering.topics.finding import MODEL_FOLDER
from hoering.topics.model import TopicModel

HTML_REPORT = f"{report.THEME_REPORT}.html"
WORD_REPORT = f"{report.THEME_REPORT}.docx"
REPORTS = (HTML_REPORT, WORD_REPORT, f"{report.THEME_REPORT}.md", APPENDIX)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """Where a run wrote, what it read and found, and whether it was done before.

    ``statuses`` counts sources by status; ``top_themes`` holds label, sources and sentences of the five
    themes most sources touch; ``reports`` are the finished reports,
    ``to_review`` the register of senders and the (confidential) sheet of what was masked; ``model`` is the
    language model taken.
    """

    project: Project
    model: str
    statuses: Mapping[str, int]
    codings: int
    problems: tuple[Problem, ...]
    top_themes: tuple[tuple[str, int, int], ...]
    reports: tuple[Path, ...]
    to_review: tuple[Path, ...]
    skipped: bool

    def table(self, name: str) -> pd.DataFrame:
        """A table of this run as a DataFrame."""
        return tables.read_table(self.project.processed, name)

    @property
    def topics(self) -> TopicModel:
        """The topics the passages suggest; for BERTopic's own methods see `hoering.topics.from_run`."""
        return store.load(self.project.processed / MODEL_FOLDER)


def result_of(project: Project, *, model: str, skipped: bool) -> RunResult:
    """The result of the run that lies in a project.

    Args:
        project: where it wrote.
        model: the language model's name, to be told.
        skipped: whether it was done before.
    """
    read = {name: tables.read_table(project.processed, name) for name in ("documents", "codings", "problems", "themes")}
    problems = [
        Problem(stage=stage, item=item, reason=reason) for stage, item, reason in read["problems"].to_numpy().tolist()
    ]
    top = read["themes"].head(5)
    manifest = json.loads((project.processed / MANIFEST).read_text(encoding="utf-8"))
    # Not what lies there: a report that failed its check was not written, and an old one may have its name.
    written = {(project.root / name).as_posix() for name in manifest["outputs"]}
    return RunResult(
        project=project,
        model=model,
        statuses=dict(Counter(read["documents"]["status"])),
        codings=int((read["codings"]["kind"] != "topic").sum()),
        problems=tuple(problems),
        top_themes=tuple(zip(top["label"], top["sources"].astype(int), top["sentences"].astype(int), strict=True)),
        reports=tuple(path for name in REPORTS if (path := project.reports / name).as_posix() in written),
        to_review=tuple(
            path for path in (project.processed / REGISTER, project.confidential / AUDIT_FILE) if path.is_file()
        ),
        skipped=skipped,
    )
