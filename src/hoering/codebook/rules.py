"""What must hold between the parts of a codebook: no id twice, no unknown one named, every pattern readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.codebook.faults import Place, meant
from hoering.codebook.groups import group_faults, resolved
from hoering.codebook.model import KINDS, NAMES, WEIGHTS, ActorCode, Code, Codebook
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
    return [*of_groups, *_twice(book), *_references(book), *_blank(book), *_patterns(book, groups)]


def _twice(book: Codebook) -> Iterator[Told]:
    for kind in (*KINDS, "tracks"):
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
    known = {code.id for code in book.codes()}
    for place, code in _placed(book):
        for number, track in enumerate(code.tracks):
            if track not in tracks:
                yield (*place, "tracks", number), f"sporet »{track}« findes ikke under tracks{meant(track, tracks)}"
        for key in ("definition", "include", "exclude"):
            for named in _NAMED.findall(getattr(code, key)):
                if named not in known:
                    what = f"nævner koden »{named}«, som ikke findes{meant(named, sorted(known), ' ')}"
                    yield (*place, key), what.rstrip()


def _blank(book: Codebook) -> Iterator[Told]:
    for place, code in _placed(book):
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
