"""Named groups of words: ``<folk>`` in a pattern stands for any word of the group ``folk``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hoering.codebook.faults import Place
from hoering.patterns import Groups, alternatives_of, group_named

_NAME = re.compile(r"[\w-]+")

Words = Mapping[str, Sequence[str]]


def resolved(words: Words) -> Groups:
    """Each group as the plain words it holds, groups in it included. For words without `group_faults`.

    >>> resolved({"folk": ["ansat*", "<ledige>"], "ledige": ["ledig", "arbejdsløs/jobsøgende"]})["folk"]
    ('ansat*', 'ledig', 'arbejdsløs', 'jobsøgende')
    """
    return {name: tuple(dict.fromkeys(_plain(name, words))) for name in words}


def written_out(text: str, groups: Groups) -> str:
    """A pattern line with the words of its groups in place of their names.

    >>> written_out("formand for <råd>", {"råd": ("ældreråd*", "seniorråd*")})
    'formand for ældreråd*/seniorråd*'
    """
    return re.sub(r"<([^<>]+)>", lambda match: "/".join(groups.get(match[1], (match[0],))), text)


def group_faults(words: Words) -> list[tuple[Place, str]]:
    """What is wrong with groups: where (path below the codebook's root) and what, in Danish."""
    found: list[tuple[Place, str]] = []
    for name, entries in words.items():
        if not _NAME.fullmatch(name):
            found.append((("words", name), "navnet må kun bestå af bogstaver, tal, _ og -"))
        if not entries:
            found.append((("words", name), "ordgruppen er tom; skriv mindst ét ord, eller fjern den"))
        for number, entry in enumerate(entries):
            found += [(("words", name, number), what) for what in _entry_faults(entry, words)]
    return found + _loops(words)


def _plain(name: str, words: Words) -> Iterator[str]:
    for entry in words[name]:
        for alternative in alternatives_of(entry):
            inner = group_named(alternative)
            if inner:
                yield from _plain(inner, words)
            else:
                yield alternative


def _entry_faults(entry: str, words: Words) -> Iterator[str]:
    if len(entry.split()) != 1 or entry[0] in "^~":
        yield f"»{entry}« er ikke ét ord; en ordgruppe står på ét ords plads i et mønster"
    elif not alternatives_of(entry):
        yield f"»{entry}« er et tomt ord"
    for alternative in alternatives_of(entry):
        inner = group_named(alternative)
        if inner and inner not in words:
            yield f"ordgruppen <{inner}> findes ikke"


def _loops(words: Words) -> list[tuple[Place, str]]:
    """Groups that lead back to themselves, each loop told once with its chain."""
    found: list[tuple[Place, str]] = []
    done: set[str] = set()

    def follow(name: str, chain: tuple[str, ...]) -> None:
        if name in chain:
            ring = (*chain[chain.index(name) :], name)
            found.append((("words", name), f"ordgrupper går i ring: {' → '.join(f'<{n}>' for n in ring)}; bryd kæden"))
            return
        if name in done or name not in words:
            return
        for entry in words[name]:
            for alternative in alternatives_of(entry):
                if inner := group_named(alternative):
                    follow(inner, (*chain, name))
        done.add(name)

    for name in words:
        follow(name, ())
    return found
