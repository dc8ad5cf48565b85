"""Read files with the clock and the memory of the reading process in sight, and gather what became of each."""

from __future__ import annotations

import shutil
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath

import psutil

from hoering.read import Reading, find_files, read_documents
from hoering.read.guard import _PROGRAM
from hoering.read.limits import BROKE_DOWN, MEMORY, OUT_OF_MEMORY

SECONDS = 20
# The clock is looked at every tenth of a second, and a new process takes a second to start.
_GRACE = 3
_BATCH = 100


class Listener:
    """A server on this machine that links in the files point at; whoever comes is counted and turned away."""

    def __init__(self) -> None:
        self.connections = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._count, daemon=True).start()

    def __enter__(self) -> Listener:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.close()

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            connection.close()


@dataclass(slots=True)
class Report:
    """What became of the files."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    guarded: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    whole: Counter[str] = field(default_factory=Counter)
    connections: int = 0
    memory: int = 0

    def failures(self) -> list[str]:
        """What must not be, in words."""
        slow = [name for name, seconds in self.seconds.items() if seconds > SECONDS + _GRACE]
        found = {"lost from the ledger": self.lost, "too slow": slow, "text of another file": self.leaks}
        said = [f"{what}: {', '.join(names)}" for what, names in found.items() if names]
        if self.connections:
            said.append(f"{self.connections} connections")
        if self.memory > 1.05 * MEMORY:
            said.append(f"memory {self.memory / 1e9:.2f} GB")
        return said

    def text(self) -> str:
        """Tables for a person."""
        formats = sorted({suffix for suffix, _ in self.outcomes})
        kinds = ["read", "read, with a warning", "unreadable", "excluded"]
        lines = [f"{'format':8}" + "".join(f"{kind:>22}" for kind in kinds)]
        for suffix in formats:
            lines.append(f"{suffix:8}" + "".join(f"{self.outcomes[suffix, kind]:22}" for kind in kinds))
        total = sum(self.outcomes.values())
        slowest = sorted(self.seconds.items(), key=lambda item: -item[1])[:15]
        memory = f"largest reading process {self.memory / 1e6:.0f} MB"
        lines += ["", f"{total} files; {memory}; {self.connections} connections"]
        lines += ["", "Slowest:", *(f"{seconds:7.1f} s  {name!r}" for name, seconds in slowest)]
        lines += ["", "Abandoned by the guard:", *(f"  {name!r}: {why}" for name, why in self.guarded.items())]
        lines += ["", "Reasons:", *(f"{count:6}  {reason}" for reason, count in self.reasons.most_common(60))]
        if self.whole:
            lines += ["", "Whole run: " + ", ".join(f"{count} {status}" for status, count in self.whole.items())]
        return "\n".join([*lines, "", *(self.failures() or ["All as it should be."])])


class Memory:
    """The most memory a reading process was seen to hold, looked at fifty times a second.

    What the system itself keeps (``RUSAGE_CHILDREN``) also counts children of other tests, and a child as large as its
    parent before it became another program.
    """

    def __init__(self) -> None:
        self.largest = 0
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Memory:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watch.join()

    def _look(self) -> None:
        parent = psutil.Process()
        while not self._ended.wait(0.02):
            self.largest = max([self.largest, *map(_held, parent.children())])


def _held(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss) if _PROGRAM in process.cmdline() else 0
    except psutil.Error:
        return 0  # it has ended meanwhile


def read_all(files: Iterable[tuple[str, bytes]], folder: Path, report: Report, *, secret: str) -> None:
    """Read files in folders of a hundred, and enter into the report what became of each."""
    batch: list[tuple[str, bytes]] = []
    for file in files:
        batch.append(file)
        if len(batch) == _BATCH:
            _read(batch, folder / "raw", report, secret)
            batch = []
    if batch:
        _read(batch, folder / "raw", report, secret)


def _read(batch: Sequence[tuple[str, bytes]], folder: Path, report: Report, secret: str) -> None:
    write(batch, folder)
    found = find_files(folder)
    times = [time.monotonic()]
    with Memory() as memory:
        reading = read_documents(found, advance=lambda _: times.append(time.monotonic()))
    times.append(time.monotonic())
    # A file is announced before it is read: its time lies between its own announcement and the next.
    for file, (begun, ended) in zip(found, pairwise(times[1:]), strict=True):
        report.seconds[file.document] = ended - begun
    _enter(reading, [file.document for file in found if not file.excluded], report, secret)
    report.outcomes.update((suffix_of(file.document), "excluded") for file in found if file.excluded)
    report.memory = max(report.memory, memory.largest)
    shutil.rmtree(folder)
    print(f"{len(report.seconds)} files, {times[-1] - times[0]:.0f} s for the last {len(batch)}", file=sys.stderr)


def write(batch: Sequence[tuple[str, bytes]], folder: Path) -> None:
    """Write files into a new folder."""
    folder.mkdir(parents=True)
    for name, data in batch:
        (folder / name).write_bytes(data)


def suffix_of(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _enter(reading: Reading, names: Sequence[str], report: Report, secret: str) -> None:
    items = {document.document for document in reading.items}
    problems = {problem.item: problem.reason for problem in reading.problems}
    excluded = {member.document for member in reading.members if member.excluded}
    for name in names:
        if name in items:
            report.outcomes[suffix_of(name), "read, with a warning" if name in problems else "read"] += 1
        elif name in problems:
            report.outcomes[suffix_of(name), "unreadable"] += 1
        elif name in excluded:  # a zip file: what is in it stands for itself
            report.outcomes[suffix_of(name), "read"] += 1
        else:
            report.lost.append(name)
    members = {member.document for member in reading.members}
    report.lost += sorted(members - items - problems.keys() - excluded)
    report.leaks += [document.document for document in reading.items if secret in document.text]
    report.leaks += [problem.item for problem in reading.problems if secret in problem.reason]
    for problem in reading.problems:
        report.reasons[problem.reason] += 1
        if problem.reason in {OUT_OF_MEMORY, BROKE_DOWN} or "sekunder og er ikke læst" in problem.reason:
            report.guarded[problem.item] = problem.reason


def run_whole(files: Sequence[tuple[str, bytes]], folder: Path, report: Report) -> None:
    """Take files through a whole run; each must be a row of the table of documents."""
    import hoering

    raw = folder / "hel"
    write([(f"{number:03}{suffix_of(name)}", data) for number, (name, data) in enumerate(files)], raw)
    result = hoering.run(raw, folder / "ud")
    documents = set(result.table("documents")["document"])
    report.lost += [f"whole run: {file.document}" for file in find_files(raw) if file.document not in documents]
    report.whole.update(result.statuses)
