"""Raw text never changes: work on it is a list of edits, and the readable text is a view of both.

An `Edit` replaces ``raw[start:end]``; a `View` is the raw text with its edits applied, able to lead any
place in it back to the raw text and the other way. A view keeps only its own text and the map between
the two, not the raw text itself, so a view made with masking edits may leave the sensitive side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoering.errors import EditError


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace ``raw[start:end]`` by ``replacement``, for a ``reason`` in Danish ("byline", "personnavn")."""

    start: int
    end: int
    replacement: str = ""
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the view and the run of raw text behind it; ``kept`` when the two are equal."""

    view_start: int
    view_end: int
    raw_start: int
    raw_end: int
    kept: bool


@dataclass(frozen=True, slots=True)
class View:
    """A readable text with the way back to its raw text (offsets in code points, end exclusive)."""

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, raw: str, edits: Iterable[Edit] = ()) -> View:
        """Apply edits to a raw text.

        >>> View.of("Mødet.Vi ses", [Edit(start=6, end=6, replacement=" ", reason="limet")]).text
        'Mødet. Vi ses'

        Raises:
            EditError: two edits overlap, or one lies outside the text.
        """
        ordered = checked(edits, len(raw))
        parts: list[str] = []
        pieces: list[Piece] = []
        here = 0
        position = 0

        def add(text: str, raw_start: int, raw_end: int, kept: bool) -> None:
            nonlocal here
            parts.append(text)
            pieces.append(Piece(here, here + len(text), raw_start, raw_end, kept))
            here += len(text)

        for edit in ordered:
            if position < edit.start:
                add(raw[position : edit.start], position, edit.start, True)
            add(edit.replacement, edit.start, edit.end, False)
            position = edit.end
        if position < len(raw):
            add(raw[position:], position, len(raw), True)
        return cls("".join(parts), tuple(pieces))

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw span behind ``text[start:end]``; a touched replacement counts whole.

        Replacements that are empty at either end of the span are left outside it.
        """
        if not 0 <= start <= end <= len(self.text):
            raise EditError(f"Stedet {start}-{end} ligger uden for teksten.")
        touched = [p for p in self.pieces_in(start, end) if p.view_start < p.view_end]
        if not touched:
            place = self._raw_place(start)
            return place, place
        first, last = touched[0], touched[-1]
        raw_start = first.raw_start + (start - first.view_start if first.kept else 0)
        raw_end = last.raw_end - (last.view_end - end if last.kept else 0)
        return raw_start, raw_end

    def to_view(self, start: int, end: int) -> tuple[int, int]:
        """View span that shows ``raw[start:end]``; a touched replacement counts whole."""
        after = bisect_left(self.pieces, end, key=lambda p: p.raw_start)
        touched = self.pieces[bisect_right(self.pieces, start, key=lambda p: p.raw_end) : after]
        if not touched:
            place = self.pieces[after].view_start if after < len(self.pieces) else len(self.text)
            return place, place
        first, last = touched[0], touched[-1]
        view_start = first.view_start + (max(0, start - first.raw_start) if first.kept else 0)
        view_end = last.view_end - (max(0, last.raw_end - end) if last.kept else 0)
        return view_start, view_end

    def quote(self, start: int, end: int) -> str:
        """The readable text of ``raw[start:end]``: what a report may print as a quotation."""
        view_start, view_end = self.to_view(start, end)
        return self.text[view_start:view_end]

    def pieces_in(self, start: int, end: int) -> Sequence[Piece]:
        """The pieces that show in ``text[start:end]``, and the empty ones inside it."""
        first = bisect_right(self.pieces, start, key=lambda p: p.view_end)
        return self.pieces[first : bisect_left(self.pieces, end, key=lambda p: p.view_start)]

    def _raw_place(self, place: int) -> int:
        for piece in self.pieces:
            if piece.kept and piece.view_start <= place <= piece.view_end:
                return piece.raw_start + place - piece.view_start
        after = (piece.raw_start for piece in self.pieces if piece.view_start >= place)
        return next(after, self.pieces[-1].raw_end if self.pieces else 0)


def checked(edits: Iterable[Edit], length: int) -> list[Edit]:
    """The edits in order of place.

    Raises:
        EditError: two overlap (two insertions at one place do so too), or one lies outside a text of
            ``length`` code points.
    """
    ordered = sorted(edits, key=lambda e: (e.start, e.end))
    position = 0
    previous: Edit | None = None
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= length:
            raise EditError(f"Rettelsen {edit.start}-{edit.end} ligger uden for teksten.")
        same = previous is not None and (previous.start, previous.end) == (edit.start, edit.end)
        if edit.start < position or same:
            raise EditError(f"Rettelsen ved tegn {edit.start} overlapper en anden.")
        position = edit.end
        previous = edit
    return ordered


def add(present: Sequence[Edit], new: Iterable[Edit]) -> list[Edit]:
    """Edits of two rounds; of the new ones only those that touch no present one.

    The order of rounds is the order of authority: the first rule that claims a place keeps it.
    """
    kept = sorted(present, key=lambda e: (e.start, e.end))
    for edit in sorted(new, key=lambda e: (e.start, e.end)):
        place = bisect_right(kept, (edit.start, edit.end), key=lambda e: (e.start, e.end))
        before = kept[place - 1] if place else None
        after = kept[place] if place < len(kept) else None
        if before is not None and (before.end > edit.start or before.start == edit.start):
            continue
        if after is not None and (edit.end > after.start or after.start == edit.start):
            continue
        kept.insert(place, edit)
    return kept


def override(present: Sequence[Edit], strong: Iterable[Edit]) -> list[Edit]:
    """Edits of two rounds where the new ones win: present ones they touch are swallowed or cut short.

    Masking uses this: nothing that cleaning did may leave a part of a name standing.
    """
    winners = sorted(strong, key=lambda e: (e.start, e.end))
    result = list(winners)
    for edit in present:
        rest = [edit]
        for winner in _near(winners, edit):
            rest = [part for piece in rest for part in _cut(piece, winner)]
        result.extend(rest)
    return sorted(result, key=lambda e: (e.start, e.end))


def _near(winners: Sequence[Edit], edit: Edit) -> Sequence[Edit]:
    first = bisect_left(winners, edit.start, key=lambda e: e.end)
    return winners[first : bisect_right(winners, edit.end, key=lambda e: e.start)]


def _cut(edit: Edit, winner: Edit) -> list[Edit]:
    if edit.end <= winner.start or edit.start >= winner.end:
        touching_insert = edit.start == edit.end and winner.start <= edit.start <= winner.end
        return [] if touching_insert and edit.start == winner.start else [edit]
    if winner.start <= edit.start and edit.end <= winner.end:
        return []
    if edit.replacement:
        return []
    parts = []
    if edit.start < winner.start:
        parts.append(Edit(start=edit.start, end=winner.start, reason=edit.reason))
    if winner.end < edit.end:
        parts.append(Edit(start=winner.end, end=edit.end, reason=edit.reason))
    return parts
