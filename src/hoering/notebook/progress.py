"""How far a run has come, told in one line that is written over."""

from __future__ import annotations

import html
import time
from collections.abc import Iterator
from contextlib import contextmanager

from IPython.display import HTML, display

from hoering.progress import Advance

# A line that is written over more often is not read, and a notebook takes its time to show it.
_PAUSE = 0.5


@contextmanager
def told(title: str, total: int) -> Iterator[Advance]:
    """A stage for `hoering.run`: »Læser filer … 12 af 47«, and a tick at its end; outside a notebook nothing moves."""
    done, shown = 0, 0.0
    line = display(_shown(_line(title, 0, total)), display_id=True)  # type: ignore[no-untyped-call]

    def advance(steps: int) -> None:
        nonlocal done, shown
        done += steps
        if line and time.monotonic() - shown > _PAUSE:
            line.update(_shown(_line(title, done, total)))
            shown = time.monotonic()

    yield advance
    if line:
        line.update(_shown(_line(title, total, total, ended=True)))


def _shown(line: str) -> HTML:
    return HTML(line)  # type: ignore[no-untyped-call]


def _line(title: str, done: int, total: int, *, ended: bool = False) -> str:
    share = 100 * done / total if total else 100
    bar = (
        '<span style="display: inline-block; width: 12em; height: 0.6em; background: #DDE3E9;">'
        f'<span style="display: block; width: {share:.0f}%; height: 100%; background: #1F5A96;"></span></span>'
    )
    tick = " ✓" if ended else ""
    name = f'<span style="display: inline-block; width: 15em;">{html.escape(title)}</span>'
    return f"<div>{name}{bar}&ensp;{done} af {total}{tick}</div>"
