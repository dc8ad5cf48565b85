"""The same name spelt otherwise: "Kjelgaard" where the text holds "Kjeldgaard", "Birthe" for "Birte".

A letter or two apart (edit distance by rapidfuzz), with the same first letter, and a word that is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import wordfreq
from rapidfuzz.distance import OSA

from hoering.pseudonymise.finding import NameFinding
from hoering.pseudonymise.words import (
    SMALL,
    WORD,
    is_ambiguous,
    is_first_name,
    is_institution,
    is_surname,
    is_unheard_of,
    without_genitive,
)

_CANDIDATE = re.compile(rf"(?<![\w@.-]){WORD}(?![\w@-])")
# From this length on one letter may differ, and from the second on two.
_ONE, _TWO = 5, 8
# Words met less than once in a million may be a misspelt name although the lexicon has them (Zipf scale of wordfreq).
_SELDOM = 3.0
# Spellings of one sound; the longer ones first.
_SOUNDS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("ö", "ø"), ("ä", "æ"), ("ph", "f"), ("ch", "k"), ("ck", "k"),
           ("th", "t"), ("ld", "l"), ("nd", "n"), ("dt", "t"), ("c", "k"), ("z", "s"), ("w", "v"), ("y", "i"),
           ("é", "e"), ("hj", "j"), ("x", "ks"), ("q", "k"))  # fmt: skip
_DOUBLE = re.compile(r"([^\W\d_])\1")


def sound(word: str) -> str:
    """A word as it sounds, roughly: "Birthe" and "Birte", "Kjeldgaard" and "Kjelgård" are alike."""
    low = word.casefold()
    for written, heard in _SOUNDS:
        low = low.replace(written, heard)
    return _DOUBLE.sub(r"\1", low)


def is_misspelt(word: str, known: str) -> bool:
    """Whether a word is a known name with a slip of the pen; a name that is listed itself must sound the same.

    >>> is_misspelt("Kjelgaard", "Kjeldgaard"), is_misspelt("Hanne", "Hanna"), is_misspelt("Birthe", "Birte")
    (True, False, True)
    """
    if word == known or sound(word[:2])[:1] != sound(known[:2])[:1]:
        return False
    if sound(word) == sound(known) and len(known) >= _ONE:
        return True
    if is_first_name(word) or is_ambiguous(word) or is_surname(word):
        return False
    allowed = 2 if len(known) >= _TWO else 1 if len(known) >= _ONE else 0
    return 0 < OSA.distance(word.casefold(), known.casefold()) <= allowed


def misspelt(parts: Collection[str], text: str) -> Iterator[NameFinding]:
    """Words of a text that are one of these parts of names, misspelt; the finding carries the right spelling."""
    wanted = sorted(part for part in parts if len(part) >= _ONE)
    known = set(parts)
    seen: dict[str, str] = {}
    for match in _CANDIDATE.finditer(text) if wanted else ():
        word = without_genitive(match[0])
        if word not in seen:
            seen[word] = "" if word in known else _meant(word, wanted)
        if seen[word]:
            yield NameFinding(match.start(), match.start() + len(word), seen[word], "stavet anderledes")


def _meant(word: str, wanted: Sequence[str]) -> str:
    """The part of a name a word is meant for; a word that may be made of others ("Ungepanel") must sound the same."""
    if is_unheard_of(word):
        return next((part for part in wanted if is_misspelt(word, part)), "")
    if is_institution(word) or wordfreq.zipf_frequency(word.lower(), "da") > _SELDOM:
        return ""
    return next((part for part in wanted if sound(part) == sound(word)), "")


def one_spelling(findings: Sequence[NameFinding]) -> list[NameFinding]:
    """Findings in which one person has one name: that of the full name met first, where all parts are alike.

    A part alone that sounds like one of a full name ("Birthe" for Birte Kjeldgaard) gets that one's spelling.
    """
    spellings: list[str] = []
    for finding in findings:
        if " " in finding.name and _same(finding.name, spellings) == finding.name:
            spellings.append(finding.name)
    parts = dict.fromkeys(part for name in spellings for part in name.split())
    return [_spelt(finding, _same(finding.name, spellings) if " " in finding.name else _part(finding.name, parts))
            for finding in findings]  # fmt: skip


def _spelt(finding: NameFinding, name: str) -> NameFinding:
    return finding if name == finding.name else replace(finding, name=name)


def _part(name: str, parts: Collection[str]) -> str:
    if name in parts or len(name) < _ONE:
        return name
    return next((part for part in parts if len(part) >= _ONE and sound(part) == sound(name)), name)


def _same(name: str, spellings: Sequence[str]) -> str:
    parts = name.split()
    for known in spellings:
        other = known.split()
        if len(other) == len(parts) and all(_alike(a, b) for a, b in zip(parts, other, strict=True)):
            return known
    return name


def _alike(part: str, other: str) -> bool:
    return part.casefold() == other.casefold() or is_misspelt(part, other)


def in_small_letters(parts: Collection[str], text: str) -> Iterator[NameFinding]:
    """First names a text is known to hold, in small letters: "mikkel" where it has "Mikkel" as well."""
    names = sorted(part for part in parts if len(part) > 3 and is_first_name(part) and part[0].isupper())
    for name in names:
        for match in re.finditer(rf"(?<![\w@.-]){re.escape(name.lower())}(?=s?(?![\w{SMALL}@]))", text):
            yield NameFinding(match.start(), match.end(), name, "gentaget navn")
