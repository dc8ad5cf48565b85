"""Quotations in running text: each must be words of the rows, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PAIRED = re.compile(r"»([^»«”“„\"]*)«|«([^»«”“„\"]*)»|[”“„]([^»«”“„\"]*)[”“]|\"([^»«”“„\"]*)\"")
# Single marks are apostrophes between letters ("FH's") and at the end of a word in s ("Lars'").
_SINGLE = re.compile(r"(?<!\w)['’‘‚‹›]|[‘‚‹›]|['’](?!\w)(?<![sxzSXZ]['’])")
_MARKS = re.compile(r"[»«”“„\"]")


def foreign(answer: str, rows: Sequence[str]) -> bool:
    """Whether an answer has marks of quotation around anything but words that stand so in a row, or marks without end.

    >>> foreign("De vil have »en ny bus«.", ["Vi vil have en ny bus."]), foreign("»En bus«", ["en bus"])
    (False, True)
    """
    if _SINGLE.search(answer) or _MARKS.search(_PAIRED.sub("", answer)):
        return True
    return any(not _stands(_said(found), rows) for found in _PAIRED.finditer(answer))


def without(answer: str) -> str:
    """An answer without its quotations, which others have checked."""
    return _PAIRED.sub(" ", answer)


def _said(found: re.Match[str]) -> str:
    return next(part for part in found.groups() if part is not None)


def _stands(said: str, rows: Sequence[str]) -> bool:
    """Whole words of a row; a letter or a sign alone is no quotation."""
    if sum(sign.isalnum() for sign in said) < 2:
        return False
    before, after = (r"(?<!\w)" if said[0].isalnum() else ""), (r"(?!\w)" if said[-1].isalnum() else "")
    pattern = re.compile(before + re.escape(said) + after)
    return any(pattern.search(row) for row in rows)
