"""Programs on the machine that can do what no small library does: with a time limit, in a folder that is removed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from hoering.errors import ReadError
from hoering.read.limits import program_runs

# What may be started while files are read, by name without ending.
PROGRAMS = frozenset({"libreoffice", "ocrmypdf", "soffice", "tesseract"})


def find_program(name: str) -> str | None:
    """Where a program lies on PATH; none where it is not installed."""
    return shutil.which(name)


def run_program(command: Sequence[str], folder: Path, *, seconds: int, what: str) -> str:
    """Run a program in a folder and give what it wrote to standard output.

    It has no input, and when the time is up it and all it started are ended.

    Raises:
        ReadError: it failed or took too long; ``what`` names the task in the message ("Tekstgenkendelsen").
    """
    with program_runs.get()(seconds):
        try:
            process = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise ReadError(f"{what} kunne ikke startes ({command[0]}).") from error
        with process:
            try:
                output, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired as error:
                _end(process)
                raise ReadError(f"{what} tog for lang tid (over {seconds} sekunder) og blev afbrudt.") from error
            except BaseException:
                _end(process)
                raise
    if process.returncode != 0:
        raise ReadError(f"{what} mislykkedes (fejlkode {process.returncode}).")
    return output.decode("utf-8", errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
