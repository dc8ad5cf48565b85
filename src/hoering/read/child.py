"""The reading process: takes jobs, sends events, reaches no network and starts no program but those hoering names.

It is started by `hoering.read.guard` and talks to it over standard input and output, in pickles.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hoering.read.limits import MEMORY, OUT_OF_MEMORY, most_seconds, page_read, program_runs
from hoering.read.programs import PROGRAMS
from hoering.read.walk import Begun, Ended, Event, Job, walk

try:
    import resource
except ImportError:  # Windows: only the guard's own look at the memory limits it
    resource = None  # type: ignore[assignment]

# A process whose guard was killed ends itself this many seconds after its guard would have ended it.
_LATE = 30

_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
            "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect", "ftplib.connect",
            "smtplib.connect", "webbrowser.open")  # fmt: skip
_COMMANDS = ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.startfile/2", "pty.spawn")


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has loaded what it needs, or has finished a job."""


@dataclass(frozen=True, slots=True)
class Waits:
    """A program with a limit of its own works for so many seconds at most; 0 when it has ended."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Goes:
    """A page has been read."""


Message = Event | Ready | Waits | Goes


def serve(folder: str) -> None:
    """Read what is asked for until standard input ends; temporary files go to ``folder``, which the guard removes."""
    jobs, channel = _channels()
    tempfile.tempdir = folder
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the guard's, which then ends this process
    sys.addaudithook(_refuse)
    _limit_memory()
    _send(channel, Ready())
    with _told(channel):
        while (job := _receive(jobs)) is not None:
            for event in walk(job):
                if isinstance(event, Begun):
                    faulthandler.dump_traceback_later(most_seconds(event.size) + _LATE, exit=True)
                _send(channel, event)
            faulthandler.cancel_dump_traceback_later()
            _send(channel, Ready())


def _channels() -> tuple[BinaryIO, BinaryIO]:
    """Input and output of this process, taken out of the reach of libraries that print."""
    jobs, channel = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return os.fdopen(jobs, "rb"), os.fdopen(channel, "wb")


def _receive(jobs: BinaryIO) -> Job | None:
    try:
        job = pickle.load(jobs)
    except EOFError:
        return None
    return job if isinstance(job, Job) else None


def _send(channel: BinaryIO, message: Message) -> None:
    try:
        data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        if not isinstance(message, Ended):
            raise
        data = pickle.dumps(Ended(number=message.number, found=message.found, problems=(OUT_OF_MEMORY,)))
    channel.write(data)
    channel.flush()


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook (PEP 578): files are read, and nothing they point at is fetched or run."""
    if event in _NETWORK or event in _COMMANDS:
        raise PermissionError(f"{event} er ikke tilladt under læsning")
    if event == "subprocess.Popen" and Path(str(arguments[0])).stem.lower() not in PROGRAMS:
        raise PermissionError("programmet må ikke startes under læsning")


def _limit_memory() -> None:
    """Let the address space grow by what is left of `MEMORY`; a reader that wants more gets a MemoryError."""
    try:
        pages, resident = map(int, Path("/proc/self/statm").read_text(encoding="ascii").split()[:2])
    except OSError:  # not Linux: other systems do not keep to RLIMIT_AS
        return
    if resource is not None:
        size = resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY + (pages - resident) * size, hard))


@contextmanager
def _told(channel: BinaryIO) -> Iterator[None]:
    """Let the guard know of pages and programs while files are read."""

    @contextmanager
    def runs(seconds: int) -> Iterator[None]:
        faulthandler.cancel_dump_traceback_later()
        _send(channel, Waits(seconds))
        try:
            with _no_memory_limit():
                yield
        finally:
            _send(channel, Waits(0))
            faulthandler.dump_traceback_later(most_seconds(sys.maxsize) + _LATE, exit=True)

    tokens = program_runs.set(runs), page_read.set(lambda: _send(channel, Goes()))
    try:
        yield
    finally:
        program_runs.reset(tokens[0])
        page_read.reset(tokens[1])


@contextmanager
def _no_memory_limit() -> Iterator[None]:
    """Programs inherit the limit of the process that starts them, and LibreOffice alone maps more."""
    if resource is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
