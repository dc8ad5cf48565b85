"""A person once named is found again: by a part of the name, in other letters, or in a file name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

import wordfreq

from hoering.pseudonymise.finding import NameFinding
from hoering.pseudonymise.misspelt import in_small_letters, misspelt
from hoering.pseudonymise.words import (
    SMALL,
    SPACE,
    WORD,
    is_ambiguous,
    is_first_name,
    is_institution,
    is_ordinary,
    is_place_or_party,
    is_surname,
    without_genitive,
)

_SHORTEST = 3
_SENTENCE_START = re.compile(r"(?:^|[.!?:”»\"\n]\s*)\Z")
_SURNAME_AFTER = re.compile(rf"{SPACE}({WORD})(?![\w@-])")
_SPELLINGS = {"æ": "(?:æ|ae)", "ø": "(?:ø|oe|ö)", "å": "(?:å|aa)"}


def repeats(names: Collection[str], text: str) -> Iterator[NameFinding]:
    """Names a document is known to hold, also in removed parts, wherever they stand again, also misspelt."""
    full = sorted((name for name in names if " " in name), key=lambda n: (-len(n), n))
    for name in full:
        for match in loosely(name).finditer(text):
            yield NameFinding(match.start(), match.end(), name, "gentaget navn")
    parts = {part for name in names for part in name.split() if _is_telling(part)}
    for word in sorted(parts, key=lambda w: (-len(w), w)):
        for match in _alone(word).finditer(text):
            if not _is_plain_word(word, text, match.start()):
                yield NameFinding(match.start(), _with_surname(word, text, match.end()), word, "gentaget navn")
    yield from in_small_letters(parts, text)
    yield from misspelt(parts, text)


def _with_surname(word: str, text: str, end: int) -> int:
    """Where a name ends that begins with a known first name: also after a surname no list has ("Solvej Bilde")."""
    after = _SURNAME_AFTER.match(text, end) if is_first_name(word) or is_ambiguous(word) else None
    if after is None or is_institution(after[1]) or is_place_or_party(after[1]):
        return end
    return after.end() - len(after[1]) + len(without_genitive(after[1]))


def _is_telling(part: str) -> bool:
    """Long enough to look for, or a short first name; never a town or "af"."""
    if is_place_or_party(part) or (part.islower() and not is_first_name(part.capitalize())):
        return False
    return len(part) >= _SHORTEST or is_first_name(part) or is_ambiguous(part)


def _is_plain_word(word: str, text: str, start: int) -> bool:
    """A surname that is a word as well, at the start of a sentence."""
    is_word = is_ordinary(word) and not is_first_name(word) and not is_surname(word)
    is_met = is_word and wordfreq.zipf_frequency(word.lower(), "da") > 0  # the lexicon has surnames as well
    return is_met and bool(_SENTENCE_START.search(text[max(0, start - 4) : start]))


@lru_cache(maxsize=4096)
def loosely(name: str) -> re.Pattern[str]:
    """A full name in any letters and with anything that file names and line breaks put between its parts."""
    parts = ["".join(_SPELLINGS.get(c, re.escape(c)) for c in part) for part in name.casefold().split()]
    between = r"[\s_.-]{0,3}"
    return re.compile(rf"(?<![^\W_]){between.join(parts)}(?=s?(?![^\W_]))", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _alone(word: str) -> re.Pattern[str]:
    forms = [re.escape(word)]
    if len(word) > _SHORTEST:
        forms.append(re.escape(word.upper()))
    return re.compile(rf"(?<!Brdr\. )(?<!\w)(?:{'|'.join(forms)})(?=s?(?![\w{SMALL}]))")
