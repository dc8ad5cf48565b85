"""What must hold between the parts of a codebook: no id twice, no unknown one named, every pattern readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.codebook.faults import Place, meant
from hoering.codebook.groups import group_faults, resolved
from hoering.codebook.model import KINDS, NAMES, WEIGHTS, ActorCode, Code, Codebook, Heading
from hoering.codebook.tree import loops
from hoering.errors import CodebookError
from hoering.patterns import Groups, parse

# An id in a text for people: ``Se `rekruttering`.``
_NAMED = re.compile(r"`([a-z][a-z0-9_]*)`")

Told = tuple[Place, str]


def broken(book: Codebook) -> list[Told]:
    """Where rules are broken and how, in Danish; a path below the root and a sentence without its full stop."""
    of_groups = group_faults(book.words)
    # Where groups are at fault, patterns that name them are not told too.
    groups: Groups = dict.fromkeys(book.words, ("x",)) if of_groups else resolved(book.words)
    return [*of_groups, *_twice(book), *_references(book), *_tree(book), *_blank(book), *_patterns(book, groups)]


def _twice(book: Codebook) -> Iterator[Told]:
    for kind in (*KINDS, "tracks", "groups"):
        seen: set[str] = set()
        for number, entry in enumerate(getattr(book, kind)):
            if entry.id in seen:
                what = f"koden »{entry.id}« står to gange under {kind}; slet den ene, eller giv den et nyt id"
                yield (kind, number, "id"), what
            seen.add(entry.id)


def _references(book: Codebook) -> Iterator[Told]:
    actors = [actor.id for actor in book.actors]
    for key in ("authority", "private"):
        if (actor := getattr(book, key)) not in actors:
            what = f"koden »{actor}« findes ikke under actors; skriv {key}: og id på en part{meant(actor, actors)}"
            yield (key,), what
    tracks = [track.id for track in book.tracks]
    known = {entry.id for entry in book.entries()}
    for place, code in _placed(book):
        for number, track in enumerate(code.tracks):
            if track not in tracks:
                yield (*place, "tracks", number), f"sporet »{track}« findes ikke under tracks{meant(track, tracks)}"
        for key in ("definition", "include", "exclude"):
            for named in _NAMED.findall(getattr(code, key)):
                if named not in known:
                    what = f"nævner koden »{named}«, som ikke findes{meant(named, sorted(known), ' ')}"
                    yield (*place, key), what.rstrip()


def _tree(book: Codebook) -> Iterator[Told]:
    """Faults in what stands under what."""
    placed = list(_in_tree(book))
    places = {entry.id: place for place, entry in reversed(placed)}
    known = [entry.id for _, entry in placed]
    themes = {theme.id for theme in book.themes}
    for place, entry in placed:
        if entry.parent and entry.parent not in places:
            what = f"»{entry.parent}« er hverken en gruppe eller et tema{meant(entry.parent, known)}"
            yield (*place, "parent"), what
        if place[0] == "groups" and entry.id in themes:
            yield (*place, "id"), f"»{entry.id}« er også et tema; giv gruppen et andet id"
    for ring in loops(entry for _, entry in placed):
        what = f"grupper og temaer går i ring: {' → '.join(ring)}; bryd kæden"
        yield (*places[ring[0]], "parent"), what
    for place, code in _placed(book):
        if code.parent and place[0] != "themes":
            yield (*place, "parent"), "kun temaer og grupper kan stå under noget; slet linjen"


def _in_tree(book: Codebook) -> Iterator[tuple[Place, Heading | Code]]:
    for kind in ("groups", "themes"):
        for number, entry in enumerate(getattr(book, kind)):
            yield (kind, number), entry


def _blank(book: Codebook) -> Iterator[Told]:
    headings = ((("groups", number), heading) for number, heading in enumerate(book.groups))
    for place, code in (*headings, *_placed(book)):
        for key in ("label", "definition"):
            if not getattr(code, key).strip():
                yield (*place, key), "er tom; skriv en tekst"


def _patterns(book: Codebook, groups: Groups) -> Iterator[Told]:
    for place, code in _placed(book):
        for key in (*WEIGHTS, *(NAMES if isinstance(code, ActorCode) else ())):
            for number, text in enumerate(getattr(code, key)):
                try:
                    parse(text, code=code.id, weight=1.0, groups=groups)
                except CodebookError as error:
                    yield (*place, key, number), str(error).rstrip(".")


def _placed(book: Codebook) -> Iterator[tuple[Place, Code]]:
    for kind in KINDS:
        for number, code in enumerate(getattr(book, kind)):
            yield (kind, number), code
