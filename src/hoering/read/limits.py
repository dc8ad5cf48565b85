"""How long reading a file may take and how much memory it may use, and what is said when it took more."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar

# A letter takes a tenth of a second; a file that takes so long is damaged or made to. To end it and begin anew takes a
# second or two: within 20 seconds in all. A reader that goes page by page
# and tells of each (`still_reading`) has so long for a page, and all in all time in proportion to the file.
SECONDS = 18
_SECONDS_PER_MB = 18
_MOST_SECONDS = 600

# In bytes: all memory of the reading process, of which Python and the libraries take 70 MB.
MEMORY = 1_000_000_000

OUT_OF_MEMORY = (
    f"Filen brugte for meget hukommelse (over {MEMORY // 10**9} GB) og er ikke læst. Del den i mindre filer."
)
BROKE_DOWN = "Læsningen af filen brød sammen, og den er ikke læst. Åbn den, og gem den på ny."
GIVEN_UP = "Ikke læst, fordi læsningen af flere andre dele af samme fil måtte opgives."
NO_GUARD = (
    "Denne fil og de følgende er læst uden grænse for tid og hukommelse, "
    "fordi der ikke kunne startes en proces til det."
)

# What surrounds a program that hoering starts and that has a time limit (in seconds) of its own: the guarded process
# stops its clock and lifts its memory limit meanwhile. Without a guard nothing happens.
program_runs: ContextVar[Callable[[int], AbstractContextManager[None]]] = ContextVar(
    "program_runs", default=lambda _seconds: nullcontext()
)


page_read: ContextVar[Callable[[], None]] = ContextVar("page_read", default=lambda: None)


def still_reading() -> None:
    """Said by a reader after every page of a file that may have hundreds, for which the usual time can be too few."""
    page_read.get()()


def most_seconds(size: int) -> int:
    """How many seconds a file of so many bytes may take that shows progress: 18 up to 1 MB, 18 per MB, 600 at most."""
    return min(_MOST_SECONDS, _SECONDS_PER_MB * max(1, size // 1_000_000))


def out_of_time(seconds: int) -> str:
    """What is said of a file that took longer."""
    return f"Filen kunne ikke læses på {seconds} sekunder og er ikke læst. Åbn den, og gem den på ny."


def reason_of(error: BaseException) -> str:
    """What is said of a file on which a reader stumbled, without any of its text."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, MemoryError):
            return OUT_OF_MEMORY
        seen = seen.__cause__ or seen.__context__
    return f"Filen kunne ikke læses (uventet fejl: {type(error).__name__})."
