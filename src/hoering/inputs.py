"""What belongs to the input of a run, what of it is told apart by the fingerprint, and which files are a run's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hoering import report, tables
from hoering.codebook import Codebook
from hoering.errors import NothingReadError
from hoering.intake import Said
from hoering.language.gazetteer import OWN_LIST
from hoering.project import MANIFEST, Project
from hoering.pseudonymise.rules import RULES_FILE
from hoering.read import SOURCE_LIST, Found, file_hash
from hoering.records import Problem
from hoering.register import REGISTER, Choices
from hoering.run_result import REPORTS
from hoering.topics import store
from hoering.topics.choices import CHOICES_FILE, TopicChoices
from hoering.topics.finding import MODEL_FOLDER

# The topics of new documents, for a spreadsheet.
NEW_TOPICS = "emner_nye.csv"

# What lies among the tables and is neither input nor made anew by a run.
PEOPLES_OWN = ("beslutninger.*", "laering/**/*", "sprogmodel/*", CHOICES_FILE, "coverage.parquet")


def own_list(folder: Path) -> Path | None:
    """The user's own list of names, where there is one beside the documents."""
    path = folder / OWN_LIST
    return path if path.is_file() else None


def own_files(project: Project) -> frozenset[Path]:
    """What a run writes: no input, also where the results lie among the raw documents."""
    written = [project.processed / f"{name}.parquet" for name in tables.TABLES]
    written += [
        project.processed / MANIFEST,
        project.processed / REGISTER,
        project.processed / NEW_TOPICS,
        *(project.reports / name for name in REPORTS),
    ]
    written += [project.processed / MODEL_FOLDER / name for name in (store.FACTS, store.ARRAYS)]
    written += [path for name in PEOPLES_OWN for path in project.processed.glob(name)]
    written += project.confidential.glob("*")  # the key and the audit sheets, also those set aside
    return frozenset(path.resolve() for path in written)


def input_hashes(folder: Path, found: Sequence[Found], said: Said) -> list[tuple[str, str]]:
    """Name and hash of every file that is read, of the lists beside them, and of what a person has corrected."""
    lists = [folder / name for name in (SOURCE_LIST, OWN_LIST, RULES_FILE)]
    listed = [(path.name, file_hash(path)) for path in lists if path.is_file()]
    # Not the file's hash: the register is written anew by every run, what a person has written in it is not.
    corrected = [(f"{REGISTER}/{key}", repr(item)) for key, item in sorted(said.corrections.items())]
    return [(f.document, f.sha256 or f.excluded) for f in found] + listed + corrected


def topic_input(choices: TopicChoices | None) -> tuple[str, str]:
    """What a person decided of the topics, as a part of the input; None where none are looked for."""
    return "emner", "uden" if choices is None else choices.to_yaml().decode()


def choices_of(book: Codebook) -> Choices:
    """What a person can choose among in the register of sources."""
    labels = report.Labels.of(book)
    sender_types = [*(code.id for code in book.actors), "journalist", "ukendt"]
    return Choices(kinds=labels.kinds, sender_types={key: labels.actor(key) for key in sender_types})


def nothing_read(folder: Path, problems: Sequence[Problem]) -> NothingReadError:
    """The error for a folder in which nothing can be read, with every reason."""
    reasons = "".join(f"\n  - {p.item}: {p.reason}" for p in problems)
    return NothingReadError(f"Intet i {folder} kunne læses.{reasons}")
