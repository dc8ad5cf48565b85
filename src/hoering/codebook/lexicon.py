"""The word list a codebook may name: many patterns of little weight, in a tab-separated file."""

from __future__ import annotations

import csv
import math
from pathlib import Path

from hoering.codebook.groups import resolved
from hoering.codebook.model import Codebook
from hoering.errors import CodebookError
from hoering.patterns import Groups, Pattern, parse


def lexicon_patterns(codebook: Path, book: Codebook) -> tuple[Pattern, ...]:
    """Patterns from the file that a codebook names: code, word or words, weight.

    Args:
        codebook: the file that names it; the word list lies beside it.
        book: the codebook.

    Raises:
        CodebookError: the list is not there, cannot be read, or a line of it is wrong.
    """
    file = codebook.parent / book.lexicon
    if not file.is_file():
        raise CodebookError(f"Kodebogen {codebook.name} nævner ordlisten {book.lexicon}, som ikke findes.")
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"Ordlisten {book.lexicon} kan ikke læses; gem den som tekst i UTF-8.") from error
    known = frozenset(code.id for code in book.themes)
    groups = resolved(book.words)
    rows = enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1)
    return tuple(_pattern(row, known, groups, f"{book.lexicon}, linje {number}") for number, row in rows)


def _pattern(row: list[str], known: frozenset[str], groups: Groups, place: str) -> Pattern:
    if len(row) != 3:
        raise CodebookError(f"{place}: ventede kode, ord og vægt, adskilt af tabulator.")
    code, text, weight = row
    if code not in known:
        raise CodebookError(f"{place}: koden »{code}« findes ikke blandt temaerne.")
    try:
        number = float(weight)
    except ValueError as error:
        raise CodebookError(f"{place}: vægten »{weight}« er ikke et tal.") from error
    if not math.isfinite(number):
        raise CodebookError(f"{place}: vægten »{weight}« er ikke et tal.")
    try:
        return parse(text, code=code, weight=number, groups=groups)
    except CodebookError as error:
        raise CodebookError(f"{place}: {error}") from error
