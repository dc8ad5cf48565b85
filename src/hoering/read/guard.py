"""Read files in a process of its own, and end it where a file takes too long or too much memory.

The libraries that read files know no limits: a few hundred bytes can keep them busy for hours. No ``multiprocessing``
here: it runs the user's own script a second time in the new process, and a fork of a process with threads can stall.
"""

from __future__ import annotations

import json
import pickle
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import IO, Any

from hoering.read.child import Goes, Message, Ready, Waits
from hoering.read.limits import BROKE_DOWN, MEMORY, NO_GUARD, OUT_OF_MEMORY, SECONDS, most_seconds, out_of_time
from hoering.read.walk import Begun, Ended, Event, Job, walk

try:
    import psutil
except ImportError:  # then only the reading process limits itself, which it can on Linux
    psutil = None

# `hoering` itself is not imported in the process: it would load the language model's libraries, 3 s and 300 MB.
_PROGRAM = """
import json, sys, types
sys.path[:] = json.loads(sys.argv[1])
package = types.ModuleType("hoering")
package.__path__ = json.loads(sys.argv[2])
sys.modules["hoering"] = package
from hoering.read.child import serve
serve(sys.argv[3])
"""
_START_SECONDS = 60
# A program that hoering starts ends itself when its time is up; this much longer and something else is wrong.
_PATIENCE = 15
_LOOK_EVERY = 0.1
# So many failures in one file and its other members are not tried; three more and it is left.
_FAILURES = 3
# A process that has grown beyond this many bytes is replaced before the next file.
_GROWN = 400_000_000


class _Lost(Exception):
    """The reading process is gone; the message is the reason, in Danish."""


class _NoProcess(Exception):
    """A reading process could not be started."""


class Guard:
    """Reads jobs in a process that is started for the first of them and ended with the guard."""

    def __init__(self) -> None:
        self._worker: _Worker | None = None
        self._works = True
        self._is_told = False

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, job: Job) -> Iterator[Event]:
        """The events of `hoering.read.walk.walk`; a part that had to be abandoned ends with a reason.

        Where no process can be started the file is read in this one, and the first document says so.
        """
        while self._works:
            last: Begun | None = None
            try:
                for event in self._ready_worker().read(job):
                    last = event if isinstance(event, Begun) else last
                    yield event
            except _NoProcess:
                self._works = False
            except _Lost as lost:
                self._end()
                last = last or Begun(number=0, found=job.found, size=0)
                yield Ended(number=last.number, found=last.found, problems=(str(lost),))
                failed = job.failed | {last.number}
                if last.number == 0 or len(failed) >= 2 * _FAILURES:
                    return
                job = replace(job, done=max(job.done, last.number + 1), failed=failed, give_up=len(failed) >= _FAILURES)
            else:
                return
        yield from self._unguarded(job)

    def _ready_worker(self) -> _Worker:
        if self._worker is not None and self._worker.memory() > _GROWN:
            self._end()
        if self._worker is None:
            self._worker = _Worker.start()
        return self._worker

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _unguarded(self, job: Job) -> Iterator[Event]:
        for event in walk(job):
            if isinstance(event, Ended) and event.document is not None and not self._is_told:
                self._is_told = True
                event = replace(event, problems=(*event.problems, NO_GUARD))
            yield event


@dataclass(slots=True)
class _Worker:
    """A running process, the thread that listens to it, and its folder for temporary files."""

    process: subprocess.Popen[bytes]
    jobs: IO[bytes]
    folder: tempfile.TemporaryDirectory[str]
    messages: queue.SimpleQueue[Message | None] = field(default_factory=queue.SimpleQueue)

    @classmethod
    def start(cls) -> _Worker:
        """Start a process and wait until it is ready.

        Raises:
            _NoProcess: that is not possible here.
        """
        if not sys.executable or getattr(sys, "frozen", False):  # packed into a program, which that would start again
            raise _NoProcess
        paths = json.dumps([path for path in sys.path if isinstance(path, str)])
        folder = tempfile.TemporaryDirectory(prefix="hoering-", ignore_cleanup_errors=True)
        package = json.dumps(list(sys.modules["hoering"].__path__))
        command = [sys.executable, "-c", _PROGRAM, paths, package, folder.name]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except OSError as error:
            folder.cleanup()
            raise _NoProcess from error
        assert process.stdin is not None
        assert process.stdout is not None
        worker = cls(process, process.stdin, folder)
        threading.Thread(target=_listen, args=(process.stdout, worker.messages), daemon=True).start()
        try:
            worker._next(_START_SECONDS, _START_SECONDS, True)
        except _Lost as lost:
            worker.end()
            raise _NoProcess from lost
        return worker

    def read(self, job: Job) -> Iterator[Event]:
        """What the process tells of a job.

        Raises:
            _Lost: it took too long or too much memory, or broke down.
        """
        try:
            pickle.dump(job, self.jobs)
            self.jobs.flush()
        except OSError as error:
            raise _Lost(BROKE_DOWN) from error
        begun, most = time.monotonic(), SECONDS
        seconds, program = SECONDS, False
        while True:
            # The next page has its own time, but not more than is left for the file.
            left = begun + most - time.monotonic()
            ends_with_file = not program and left < seconds
            message = self._next(left if ends_with_file else seconds, most if ends_with_file else seconds, program)
            if isinstance(message, Ready):
                return
            if isinstance(message, Goes):
                if left < 0:
                    raise _Lost(out_of_time(most))
                continue
            begun = time.monotonic()  # what a program took is not counted
            program = isinstance(message, Waits) and message.seconds > 0
            seconds = message.seconds + _PATIENCE if isinstance(message, Waits) and program else SECONDS
            if isinstance(message, Begun):
                most = most_seconds(message.size)
            if isinstance(message, Begun | Ended):
                yield message

    def _next(self, seconds: float, said: int, program: bool) -> Message:
        """The next message, within so many seconds; where none comes, ``said`` are the seconds the reason names."""
        end = time.monotonic() + seconds
        while True:
            try:
                message = self.messages.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                if not program and self.memory() > MEMORY:
                    raise _Lost(OUT_OF_MEMORY) from None
                if time.monotonic() > end:
                    raise _Lost(out_of_time(said)) from None
                continue
            if message is None:
                raise _Lost(BROKE_DOWN)
            return message

    def memory(self) -> int:
        """Bytes of memory the process holds now; 0 where that cannot be seen."""
        if psutil is None:
            return 0
        try:
            return int(psutil.Process(self.process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def end(self) -> None:
        """End the process and all it started, and remove its temporary files."""
        for process in self._started():
            process.kill()
        self.process.kill()
        self.process.wait()
        self.jobs.close()
        self.folder.cleanup()

    def _started(self) -> list[Any]:
        if psutil is None:
            return []
        try:
            return list(psutil.Process(self.process.pid).children(recursive=True))
        except psutil.Error:
            return []


def _listen(channel: IO[bytes], messages: queue.SimpleQueue[Message | None]) -> None:
    """Pass on what the process sends; None when it has ended."""
    with channel:
        try:
            while True:
                messages.put(pickle.load(channel))
        except Exception:  # the end, or half a message from a process that was ended: both are the end
            messages.put(None)
