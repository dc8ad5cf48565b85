"""The readable texts of a run as a table, so that a quotation can be looked up again long after the run.

A row holds a source's own part of its readable text and the map from it to the raw text. The raw text itself is not
in it, nor is any text of other sources of the same document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from hoering.edits import Piece, View
from hoering.records import Page, SafeText, Source

COLUMNS = ("source", "document", "text", "pieces", "pages")


def texts_frame(texts: Iterable[SafeText]) -> pd.DataFrame:
    """One row per text: ``pieces`` and ``pages`` are JSON lists of `hoering.edits.Piece` and `hoering.records.Page`.

    >>> list(texts_frame([]).columns)
    ['source', 'document', 'text', 'pieces', 'pages']
    """
    return pd.DataFrame([_row(text) for text in texts], columns=list(COLUMNS)).astype("str")


def read_texts(frame: pd.DataFrame, sources: Iterable[Source]) -> dict[str, SafeText]:
    """The texts of a table made by `texts_frame`, by the id of their source; sources without a row have none.

    Offsets into a text's view are still those of the raw text of the whole document.
    """
    known = {source.source: source for source in sources}
    rows = frame[list(COLUMNS)].itertuples(index=False, name=None)
    return {source: _text(known[source], *columns) for source, _, *columns in rows if source in known}


def own_view(view: View, start: int, end: int) -> View:
    """The part of a view that shows ``raw[start:end]``; places in it lead back to the same raw text.

    A replacement that is touched comes whole, as in `View.to_view`.
    """
    first, last = view.to_view(start, end)
    return View(view.text[first:last], tuple(_cut(view.pieces, first, last, start, end)))


def _cut(pieces: Iterable[Piece], first: int, last: int, start: int, end: int) -> Iterator[Piece]:
    for piece in pieces:
        if piece.raw_start > end or piece.raw_end < start:
            continue
        from_, to = max(piece.view_start, first), min(piece.view_end, last)
        if from_ > to or (from_ == to and piece.view_start < piece.view_end):
            continue
        # Only kept pieces can be cut: there, a character of the view is one of the raw text.
        before, after = (from_ - piece.view_start, piece.view_end - to) if piece.kept else (0, 0)
        yield Piece(from_ - first, to - first, piece.raw_start + before, piece.raw_end - after, piece.kept)


def _row(text: SafeText) -> tuple[str, str, str, str, str]:
    source = text.source
    view = own_view(text.view, source.start, source.end)
    pieces = [(p.view_start, p.view_end, p.raw_start, p.raw_end, int(p.kept)) for p in view.pieces]
    pages = [
        (page.number, page.start, page.end)
        for page in text.pages
        if (page.start < source.end and source.start < page.end) or page is text.pages[-1]
    ]
    return source.source, source.document, view.text, _json(pieces), _json(pages)


def _json(rows: Iterable[tuple[int, ...]]) -> str:
    return json.dumps(list(rows), separators=(",", ":"))


def _text(source: Source, text: str, pieces: str, pages: str) -> SafeText:
    return SafeText(
        source=source,
        view=View(text, tuple(map(_piece, json.loads(pieces)))),
        pages=tuple(Page(number=number, start=start, end=end) for number, start, end in json.loads(pages)),
    )


def _piece(row: Sequence[int]) -> Piece:
    view_start, view_end, raw_start, raw_end, kept = row
    return Piece(view_start, view_end, raw_start, raw_end, bool(kept))
