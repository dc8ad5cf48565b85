"""Which codebook something was coded with, so that decisions made with another one are refused."""

from __future__ import annotations

from collections.abc import Iterable

from hoering.codebook.model import Codebook
from hoering.errors import CodebookError


def require_own(book: Codebook, stamps: Iterable[str], *, file: str, first_line: int = 2) -> None:
    """Refuse codings or decisions that were made with another codebook, or another version of this one.

    Args:
        book: the codebook in use.
        stamps: what each row of a table says of its codebook (`Codebook.stamp`), in order.
        file: the table's name, for the message.
        first_line: the line the first row stands in; 2 where a line of headings is above it.

    Raises:
        CodebookError: a row is of another codebook; the message has file and line.
    """
    for line, stamp in enumerate(stamps, first_line):
        if stamp != book.stamp:
            raise CodebookError(
                f"{file}, linje {line}: hører til kodebogen »{stamp}«, men her bruges »{book.stamp}«. "
                f"Kør med den kodebog, eller lad rækkerne ude."
            )
