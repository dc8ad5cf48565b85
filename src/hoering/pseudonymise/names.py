"""Names of persons: found by a list of first names, by the places names stand in, and by the language model.

Detection only. Who is public and stays named is decided by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from spacy.language import Language

from hoering.language import gazetteer
from hoering.language.lemmas import is_known_word

# Danish letters and those of the names people bring along (Latin-1 and Latin Extended-A, Romanian commas).
_BIG = "A-ZÀ-ÖØ-Þ\u0100-\u017f\u0218\u021a"
_SMALL = "a-zß-öø-ÿ\u0100-\u017f\u0219\u021b'’"
_WORD = rf"[{_BIG}][{_SMALL}]+(?:-[{_BIG}][{_SMALL}]+)?"
_LINK = r"(?:[A-ZÆØÅ]\.|af|von|van|de|al|el|bin)"
_CAPITALS = re.compile(rf"(?<![\w@.-]){_WORD}(?: (?:{_LINK} )*{_WORD})*(?![\w@-])")
_CLOSER = r"(?:hils(?:en|ner)|mvh|vh|kh|veg?ne)"
_SIGNATURE = re.compile(
    rf"^[^\n]{{0,40}}\b{_CLOSER}\b[.,]?[ \t]*\r?\n\s*([^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*){{0,3}})"
    r"[ \t]*(?:[,\r\n]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_INLINE_SIGNATURE = re.compile(rf"\b(?i:hilsen|hilsner|mvh|vh|kh)\b[.,]? ({_WORD}(?: {_WORD}){{0,3}})")
_APPOSED = re.compile(rf"(?:, |hedder |ved navn |navn er |kaldes )({_WORD})(?=[,.])")
_LAST_LINE = re.compile(r"\n\s*\n\s*([a-zæøå]{3,12})\s*\Z")
_PORTAL = re.compile(r"^Navn:?[ \t]*\r?\n[ \t]*([^\r\n]+)", re.MULTILINE)

# "Brdr. Kvist", "Firmaet Lund": a family's name, but a firm.
_FIRM = re.compile(r"(?:Brdr\.|Brødrene|[Ff]irmaet|[Ff]irma) $")

# Endings of common nouns that the model takes for names when they stand with a capital.
_NOUN = re.compile(
    r"(?:politik|indsats|plan|strategi|område|mål|revision|proces|center|centr|kommune|udvalg|råd|forvaltning|hed|else|ning|tion|skab"
    r"|kasse|forbund|forening|avis|tidende|skole|vej|gade|plads|parti|liste|møde|netværk|forløb|job|hus|forsikring)(?:s|en|et|ens|ets|er|erne|ernes|ne|nes|n|t|ts|r|rs)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A person's name at a place in a text (genitive -s left outside) and how it was found."""

    start: int
    end: int
    name: str
    why: str


@cache
def _list(file: str) -> frozenset[str]:
    table = resources.files("hoering.pseudonymise") / file
    lines = table.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _not_names() -> frozenset[str]:
    kinds = ("municipality", "region", "party", "media")
    return frozenset(word for kind in kinds for name in gazetteer.names(kind) for word in name.split())


def find_names(text: str, nlp: Language | None = None) -> list[NameFinding]:
    """All person names in a text, in order, none overlapping.

    Args:
        text: the text to look in.
        nlp: a pipeline with entities; without it the lists and patterns work alone.
    """
    found = [*_from_lists(text), *_from_places(text), *_from_apposition(text)]
    if nlp is not None and "ner" in nlp.pipe_names:
        found.extend(_from_model(text, nlp))
    return _resolved(f for f in found if not _FIRM.search(text[max(0, f.start - 12) : f.start]))


def _from_lists(text: str) -> Iterator[NameFinding]:
    for match in _CAPITALS.finditer(text):
        words = [(m[0], match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match[0])]
        yield from _name_in(words)


def _name_in(words: list[tuple[str, int, int]]) -> Iterator[NameFinding]:
    """The name in a run of capitalised words: from the first given name to the end of the run."""
    for position, (word, _, _) in enumerate(words):
        rest = words[position + 1 :]
        plain = _is_first_name(word)
        surname = bool(rest) and (_is_surname(rest[-1][0]) or not is_known_word(rest[-1][0].lower()))
        ambiguous = word in _list("first_names_ambiguous.txt") and bool(rest) and _is_surname(rest[-1][0])
        if (plain and (not rest or surname or position + 1 < len(words))) or ambiguous:
            last = rest[-1] if rest and not _is_institution(rest[-1][0]) else words[position]
            if rest and last is words[position]:
                return  # "Sofie Skolen": part of an institution's name
            yield _finding(words[position : words.index(last) + 1], "navneliste")
            return
        if position == 0 and rest and rest[-1][0].lower().endswith("sen") and not _is_ordinary(word):
            yield _finding(words, "efternavn")
            return


def _is_ordinary(word: str) -> bool:
    return word in _not_names() or is_known_word(word.lower())


def _finding(words: list[tuple[str, int, int]], why: str) -> NameFinding:
    start, end = words[0][1], words[-1][2]
    name = " ".join(word for word, _, _ in words)
    bare = _without_genitive(name)
    return NameFinding(start, end - (len(name) - len(bare)), bare, why)


def _without_genitive(name: str) -> str:
    last = name.split()[-1]
    known = _list("first_names.txt") | _list("surnames.txt")
    if last.endswith("s") and last not in known and (last[:-1] in known or len(last) > 4):
        return name[:-1]
    return name


def _is_first_name(word: str) -> bool:
    first = _list("first_names.txt")
    head = word.split("-")[0]
    return word in first or head in first or (word.endswith("s") and word[:-1] in first)


def _is_surname(word: str) -> bool:
    bare = word.removesuffix("s")
    return word in _list("surnames.txt") or bare in _list("surnames.txt") or word.lower().endswith(("sen", "sens"))


def _is_institution(word: str) -> bool:
    return bool(_NOUN.search(word)) and word not in _list("surnames.txt")


def _from_places(text: str) -> Iterator[NameFinding]:
    """Names where letters put them: below the closing formula, as a last line, in the portal's name field."""
    for regex, why in (
        (_SIGNATURE, "underskrift"),
        (_INLINE_SIGNATURE, "underskrift"),
        (_LAST_LINE, "underskrift"),
        (_PORTAL, "navnefelt"),
    ):
        for match in regex.finditer(text):
            name = match[1].strip()
            words = name.split()
            institution = any(_is_institution(w) or w in _not_names() or w.isupper() for w in words)
            ordinary = len(words) == 1 and is_known_word(name.lower()) and not _is_first_name(name.capitalize())
            if not institution and not ordinary and 1 <= len(words) <= 4:
                yield NameFinding(match.start(1), match.start(1) + len(name), name, why)


def _from_apposition(text: str) -> Iterator[NameFinding]:
    """``, Bo,`` and ``hedder Bo.``: names that are ordinary words elsewhere."""
    for match in _APPOSED.finditer(text):
        if match[1] in _list("first_names_ambiguous.txt"):
            yield NameFinding(match.start(1), match.end(1), match[1], "navn i indskud")


def _from_model(text: str, nlp: Language) -> Iterator[NameFinding]:
    lines = list(re.finditer(r"[^\r\n\f]+", text))
    keep = [name for name in ("tok2vec", "transformer", "ner") if name in nlp.pipe_names]
    with nlp.select_pipes(enable=keep):
        for line, doc in zip(lines, nlp.pipe([m[0] for m in lines]), strict=True):
            for entity in doc.ents:
                if entity.label_ in {"PER", "PERSON"} and _is_plausible(entity.text):
                    start = line.start() + entity.start_char
                    bare = _without_genitive(entity.text)
                    yield NameFinding(start, start + len(bare), bare, "sprogmodel")


def _is_plausible(name: str) -> bool:
    """The model also tags capitalised nouns and places; a single known word is not a name to it."""
    words = name.split()
    if not all(re.fullmatch(rf"{_WORD}|{_LINK}", word) for word in words):
        return False
    if any(_is_institution(word) or word in _not_names() or word.removesuffix("s") in _not_names() for word in words):
        return False
    if len(words) == 1:
        return _is_first_name(name) or _is_surname(name)
    return any(_is_first_name(w) or _is_surname(w) or w in _list("first_names_ambiguous.txt") for w in words)


def _resolved(found: Iterable[NameFinding]) -> list[NameFinding]:
    """Longest first where findings overlap."""
    kept: list[NameFinding] = []
    for finding in sorted(found, key=lambda f: (-(f.end - f.start), f.start)):
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: f.start)
