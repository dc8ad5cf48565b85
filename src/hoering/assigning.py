"""New documents beside a finished run: their passages are given the topics there are, and nothing is fitted anew."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from hoering import codebook, language, tables
from hoering.errors import HoeringError
from hoering.inputs import NEW_TOPICS, choices_of, nothing_read, own_list
from hoering.intake import Said, intake
from hoering.language.gazetteer import OWN_LIST, own_names
from hoering.own_text import own_passages
from hoering.progress import Stage, silent
from hoering.project import Project
from hoering.pseudonymise.rules import RULES_FILE, load_rules
from hoering.read import find_files
from hoering.records import Problem
from hoering.register import REGISTER
from hoering.segment import segment
from hoering.topics.of_run import model_of_run
from hoering.topics.passages import passages


def assign_new(
    raw: str | Path,
    out: str | Path | None = None,
    *,
    codebook_name: str | Path = codebook.DEFAULT,
    model: str | None = None,
    stage: Stage = silent,
) -> tuple[Path, pd.DataFrame, tuple[Problem, ...]]:
    """Give the passages of new documents the topics of a finished run; nothing is fitted anew.

    Args:
        raw: folder with the new documents, read, cleaned and masked as by `run`.
        out: root of the run's results; without it here.
        codebook_name: for its words for senders.
        model: a spaCy pipeline's name or path.
        stage: how progress is shown.

    Returns:
        Where the table was written, and the table: ``fil``, ``side``, ``start``, ``slut``, ``nr`` and ``emne`` (-1
        and "" for none), ``lighed``, ``tekst``; and what of the new could not be read.

    Raises:
        HoeringError: no finished run with topics lies there, or nothing in the folder could be read.
    """
    folder, project = Path(raw), Project.of(Path.cwd(), Path(out) if out is not None else None)
    known = model_of_run(project.processed)
    if not known.topics:
        raise HoeringError("Kørslen har ingen emner at give nye dokumenter.")
    book, names = codebook.load(codebook_name), own_list(folder)
    nlp = language.load(model, gazetteer=names)
    found = find_files(folder, leave_out=frozenset((folder / name).resolve() for name in (OWN_LIST, RULES_FILE)))
    organisations = own_names(names) if names else frozenset()
    said, rules = Said.read(folder, project.processed / REGISTER, choices_of(book)), load_rules(folder)
    safe = intake(found, said, book=book, nlp=nlp, organisations=organisations, rules=rules, stage=stage)
    if not safe.used:
        raise nothing_read(folder, safe.problems)
    new = passages([item for text in safe.used for item in segment(text)], safe.sources, own_passages(safe))
    rows = [
        (p.segment.document, p.segment.page, p.segment.start, p.segment.end, topic,
         known.topics[topic].label if topic >= 0 else "", round(likeness, 3), p.segment.text)
        for p, (topic, likeness) in zip(new, known.placed([p.text for p in new]), strict=True)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["fil", "side", "start", "slut", "nr", "emne", "lighed", "tekst"])
    path = project.processed / NEW_TOPICS
    tables.write_files({path: without_formulas(frame).to_csv(sep=";", index=False).encode("utf-8-sig")})
    return path, frame, tuple(safe.problems)


def without_formulas(frame: pd.DataFrame) -> pd.DataFrame:
    """The same with an apostrophe before what a spreadsheet would take for a formula (OWASP on CSV injection)."""
    safe = frame.copy()
    for name in frame.select_dtypes(exclude="number"):
        safe[name] = frame[name].str.replace(r"^(?=[=+\-@\t\r])", "'", regex=True)
    return safe
