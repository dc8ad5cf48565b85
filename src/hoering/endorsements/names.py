"""Whose answer a name means: senders under their names as registered, cut short, abbreviated and in the genitive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_BODIES = (
    "råd", "udvalg", "panel", "forbund", "laug", "samvirke", "forum", "center", "forening", "organisation", "klub",
    "kreds", "gruppe", "skole", "a-kasse", "bestyrelse", "afdeling", "menighed",
)  # fmt: skip
BODY = rf"(?:{'|'.join(sorted(_BODIES, key=len, reverse=True))})"
DEFINITE = rf"{BODY}(?:b?en|et|met|n)"
_DEFINITE = re.compile(rf"({BODY})(?:b?en|et|met|n)\Z")
_SMALL = frozenset({"i", "for", "af", "og", "på", "ved", "den", "det", "de", "&", "kommune", "kommunes"})
_WORD = re.compile(r"\[[^\]]*\]|[\w/&-]+")
_GENITIVE = re.compile(r"(?:['’]s|['’]|s)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A source and the names its sender is known by: as registered, other forms, and its own placeholder.

    ``authority`` is set for the authority whose draft is heard: to agree with it joins no answer.
    """

    source: str
    names: tuple[str, ...]
    authority: bool = False


@dataclass(frozen=True, slots=True)
class _Alias:
    writer: Writer
    words: frozenset[str]
    head: str
    initials: str


@dataclass(slots=True)
class Register:
    """The senders of a consultation, to look names up in."""

    writers: Sequence[Writer]
    _aliases: list[_Alias] = field(init=False)
    _home: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        authority = (word for w in self.writers if w.authority for name in w.names for word in _words(name))
        self._home = frozenset(authority)
        self._aliases = [
            _Alias(writer, words, _head(name, self._home), _initials(name))
            for writer in self.writers
            for whole in writer.names
            for name in _parts(whole)
            if (words := _words(name, self._home))
        ]

    def find(self, name: str) -> list[Writer]:
        """Senders a name may mean, in their order: none, one, or several that cannot be told apart.

        >>> register = Register([Writer(source="svar.txt#1", names=("Handicaprådet i Vestrup Kommune",))])
        >>> [writer.source for writer in register.find("handicaprådets")]
        ['svar.txt#1']
        """
        for form in dict.fromkeys((name, _GENITIVE.sub("", name))):
            words, initials = _words(form, self._home), _initials(form)
            fits = [a for a in self._aliases if _fits(a, words, form, initials)]
            best = [a for a in fits if a.words == words] or fits
            if best:
                return list({id(a.writer): a.writer for a in best}.values())
        return []


def _fits(alias: _Alias, words: frozenset[str], form: str, initials: str) -> bool:
    if words and words <= alias.words and alias.head in words:
        return True
    short = {form.casefold()}
    return (len(alias.initials) > 1 and alias.initials.casefold() in short) or (
        len(initials) > 1 and frozenset({initials.casefold()}) == alias.words
    )


def _parts(name: str) -> Iterator[str]:
    """A registered name whole, without what stands in brackets, that alone, and what stands between commas."""
    if name.startswith("["):
        yield name
        return
    bare = re.sub(r"\([^)]*\)", " ", name)
    yield from dict.fromkeys(" ".join(part.split()) for part in (bare, *bare.split(",")))
    yield from (m[1] for m in re.finditer(r"\(([A-ZÆØÅ][\wÆØÅæøå-]+)\)", name))


def _words(name: str, home: frozenset[str] = frozenset()) -> frozenset[str]:
    """Words that tell a name from others; the place of the consultation does not, where there are others."""
    found = [_plain(word) for word in _WORD.findall(name)]
    kept = frozenset(word for word in found if word not in _SMALL) or frozenset(found)
    if _is_municipality(name):
        return kept | {"kommune"}
    return kept - home or kept


def _plain(word: str) -> str:
    return _DEFINITE.sub(r"\1", word.casefold())


def _is_municipality(name: str) -> bool:
    words = name.casefold().split()
    return len(words) > 1 and words[-1] in {"kommune", "kommunes"} and not any(re.search(BODY, w) for w in words)


def _head(name: str, home: frozenset[str]) -> str:
    if _is_municipality(name):
        return "kommune"
    kept = _words(name, home)
    words = [word for word in map(_plain, _WORD.findall(name)) if word in kept]
    return next((word for word in words if re.search(rf"{BODY}\Z", word)), words[0])


def _initials(name: str) -> str:
    words = re.findall(r"[\wÆØÅæøå]+", name)
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""
