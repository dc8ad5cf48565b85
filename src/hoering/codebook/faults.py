"""What is wrong with a codebook, told in Danish with file, line and what to mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from hoering.errors import CodebookError

# The way to an entry of a codebook: ``("themes", 0, "strong", 2)``.
Place = tuple[str | int, ...]

# How many faults are told at once.
_MOST = 12


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A fault at a line of a file; ``where`` names the entry for people ("themes.scenekunst.label")."""

    file: str
    line: int
    where: str
    what: str

    def __str__(self) -> str:
        place = f"Kodebogen {self.file}, linje {self.line}"
        end = "" if self.what.endswith("?") else "."
        return f"{place}: {self.where}: {self.what}{end}" if self.where else f"{place}: {self.what}{end}"


def refuse(faults: Iterable[Fault]) -> None:
    """Raise `CodebookError` with all faults, one a line, where there are any."""
    found = sorted(set(faults))
    if found:
        lines = [str(fault) for fault in found[:_MOST]]
        if len(found) > _MOST:
            lines.append(f"… og {len(found) - _MOST} fejl til.")
        raise CodebookError("\n".join(lines))


def meant(wrong: str, known: Sequence[str], otherwise: str = "") -> str:
    """What somebody may have meant: ``; mente du »label«?``, else what is possible, else ``otherwise``."""
    near = get_close_matches(wrong, known, n=1, cutoff=0.6)
    if near:
        return f"; mente du »{near[0]}«?"
    return otherwise or (f"; vælg blandt {', '.join(known)}" if 0 < len(known) <= _MOST else "")
