"""Read what was found, also the members of zip files and mails; every file ends as a document or a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from hoering.read.columns import Columns
from hoering.read.find import Found
from hoering.read.guard import Guard
from hoering.read.walk import UNPACKED as UNPACKED
from hoering.read.walk import Ended, Job, walk
from hoering.records import Outcome, Problem
from hoering.sensitive import RawDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Outcome[RawDocument]):
    """Documents and problems; ``members`` are what was found inside files, and files that only hold others."""

    members: tuple[Found, ...] = ()


def read_documents(
    files: Iterable[Found],
    *,
    columns: Mapping[str, Columns] | None = None,
    advance: Callable[[int], None] = lambda _: None,
    guarded: bool = True,
) -> Reading:
    """Read every file that is not excluded; a file that cannot be read becomes a problem.

    A member of a container is a document of its own, named ``svar.zip/brev.docx``.

    Args:
        files: what was found, see `find_files`.
        columns: which columns of tables hold the answers, by document name, see `chosen_columns`.
        advance: called with 1 for every file, read or not.
        guarded: read in a process of its own, which is ended where a file takes too long or too much memory
            (`hoering.read.limits`); else in this one, without limits.
    """
    gathered = _Gathered()
    with Guard() as guard:
        read = guard.read if guarded else walk
        for found in files:
            advance(1)
            if not found.excluded:
                for event in read(Job(found=found, columns=dict(columns or {}))):
                    if isinstance(event, Ended):
                        gathered.take(event)
    return Reading(items=tuple(gathered.items), problems=tuple(gathered.problems), members=tuple(gathered.members))


@dataclass(slots=True)
class _Gathered:
    """Gathers what comes out of files and of the files in them."""

    items: list[RawDocument] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    members: list[Found] = field(default_factory=list)

    def take(self, ended: Ended) -> None:
        found = ended.found
        if ended.number or found.excluded:
            self.members.append(found)
        self.problems += [Problem(stage="læsning", item=found.document, reason=reason) for reason in ended.problems]
        if ended.document is not None:
            self.items.append(ended.document)
