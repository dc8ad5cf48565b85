"""Which themes can be compared where codebooks or versions differ, and what must be said about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoering.codebook import Code
from hoering.comparison.parts import Part
from hoering.errors import PaperError
from hoering.report import danish


@dataclass(frozen=True, slots=True)
class Shared:
    """The themes all parts were coded with, in the order of the last part's codebook, and notes in Danish."""

    themes: tuple[Code, ...]
    notes: tuple[str, ...]


def shared(parts: Sequence[Part]) -> Shared:
    """What the parts' codebooks have in common.

    A theme is the same if it has the same id in the same codebook, or the same id and label in different ones.

    Raises:
        PaperError: they have no theme in common.
    """
    books = [part.material.book for part in parts]
    last = books[-1]
    by_id = [{code.id: code for code in book.themes} for book in books]
    same_book = len({book.id for book in books}) == 1
    common = [
        code
        for code in last.themes
        if all(code.id in own and (same_book or own[code.id].label == code.label) for own in by_id)
    ]
    if not common:
        pairs = zip(parts, books, strict=True)
        named = danish.listed([f"»{part.name}« ({book.id} {book.version})" for part, book in pairs])
        raise PaperError(f"Materialerne har ingen temaer til fælles: {named}. De kan ikke sammenlignes.")
    return Shared(tuple(common), tuple(_notes(parts, common)))


def _notes(parts: Sequence[Part], common: Sequence[Code]) -> Iterator[str]:
    books = [part.material.book for part in parts]
    if len({(book.id, book.version) for book in books}) > 1:
        named = danish.listed(
            [f"»{part.name}« med {book.id} {book.version}" for part, book in zip(parts, books, strict=True)]
        )
        yield f"Materialerne er kodet med forskellige kodebøger: {named}. Kun de fælles temaer er sammenlignet."
    kept = {code.id for code in common}
    for part, book in zip(parts, books, strict=True):
        left = [code.label for code in book.themes if code.id not in kept]
        if left:
            yield f"Ikke sammenlignet, fordi andre mangler dem, er i »{part.name}«: {danish.listed(left)}."
    changed = [
        code.label
        for code in common
        if len({other.definition for book in books for other in book.themes if other.id == code.id}) > 1
    ]
    if changed:
        yield f"Definitionen er ikke den samme i alle materialer for: {danish.listed(changed)}."
    settings = [part.material.settings for part in parts]
    if len({(s.hoering, s.code, s.model, s.model_version, s.coder) for s in settings}) > 1:
        yield (
            "Materialerne er kodet med forskellige versioner af programmet, sprogmodellen eller koderen. En forskel "
            "kan komme af det; kør dem igen med samme version for at være sikker."
        )
    runs = [part.run for part in parts if part.run]
    if len(set(runs)) < len(runs):
        yield "Det samme projekt er med flere gange; dér er alle tal ens."
