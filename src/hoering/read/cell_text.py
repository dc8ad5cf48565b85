"""The text of a cell: survey tools keep line breaks and bold type as HTML."""

from __future__ import annotations

import html
import re

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|ul|ol|li|a|font|h[1-6]|table|tbody|tr|td|blockquote)\b[^<>]{0,500}/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br\b[^<>]{0,100}|/?(?:p|div|li|tr|h[1-6])\b[^<>]{0,500})>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);")


def plain_cell(cell: str) -> str:
    """A cell without tags and entities, its paragraphs on lines of their own.

    >>> plain_cell("<p>Flere <b>busser</b></p><p>og ro &amp; fred</p>")
    'Flere busser\\nog ro & fred'
    """
    if "<" in cell:
        cell = _TAG.sub("", _BREAK.sub("\n", cell))
    if "&" in cell:
        cell = _ENTITY.sub(lambda match: html.unescape(match[0]), cell)
    return "\n".join(line for line in (line.strip() for line in cell.splitlines()) if line)
