"""Markdown marks: not words, so neither the language model nor a quotation should see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.edits import Edit
from hoering.sensitive import RawDocument

_BLOCK = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$)", re.MULTILINE)
_INLINE = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`+|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\](\([^()\n]{0,500}\))")

# Real text files hold "- " too (dialogue, lists); a heading mark or bold text makes it Markdown.
_IS_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\S", re.MULTILINE)


def markdown_marks(document: RawDocument) -> Iterator[Edit]:
    """Heading, list, emphasis and link marks, in .md files and in text that is Markdown by its looks."""
    text = document.text
    if document.format != "md" and (document.format != "txt" or not _IS_MARKDOWN.search(text)):
        return
    for match in _BLOCK.finditer(text):
        yield Edit(start=match.start(), end=match.end(), reason="Markdown")
    for match in _LINK.finditer(text):
        yield Edit(start=match.start(), end=match.start(1), reason="Markdown")
        yield Edit(start=match.end(1), end=match.end(), reason="Markdown")
    for match in _INLINE.finditer(text):
        yield Edit(start=match.start(), end=match.end(), reason="Markdown")
