"""A few sentences in a frame, where a table would say less."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

_FRAME = "border-left: 4px solid #1F5A96; padding: 0.4em 0.9em; margin: 0.3em 0; line-height: 1.5; max-width: 56em;"

_TYPED = "margin: 0.5em 0 0; font-size: 0.95em; line-height: 1.4; white-space: pre-wrap;"


@dataclass(frozen=True, slots=True)
class Note:
    """Sentences to read, the first of them in bold; a notebook shows them in a frame, all else as plain lines.

    ``typed`` is text whose columns stand below each other, such as a file or a table of a command.
    """

    lines: tuple[str, ...]
    typed: str = ""

    @classmethod
    def of(cls, *lines: str, typed: str = "") -> Note:
        """A note of these sentences; empty ones are left out."""
        return cls(tuple(line for line in lines if line), typed)

    def _repr_html_(self) -> str:
        told = html.escape("\n".join(self.lines)).split("\n")
        first = f"<strong>{told[0]}</strong>"
        typed = f'<pre style="{_TYPED}">{html.escape(self.typed)}</pre>' if self.typed else ""
        return f'<div style="{_FRAME}">{"<br>".join([first, *told[1:]])}{typed}</div>'

    def __repr__(self) -> str:
        return "\n".join([*self.lines, self.typed] if self.typed else self.lines)


def where(path: Path) -> str:
    """A file's whole path, to be found again in the file manager."""
    return str(path.resolve())
