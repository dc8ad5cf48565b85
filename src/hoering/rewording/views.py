"""For and against: words of support, of criticism, of wishes, of no and of how many, as far as words tell."""

from __future__ import annotations

import re

from hoering.language.stopwords import stop_words
from hoering.rewording.facts import Facts

_STEMS = {
    "kritik": (
        "kriti", "bekym", "imod", "modstand", "utilfreds", "afvis", "negativ", "advar", "uenig", "protest", "klag",
        "frygt", "problem", "mangl", "savn",
    ),
    "forslag": ("forslag", "foreslå", "foreslog", "ønsk", "anbefal", "opfordr", "efterlys", "bør"),
    "stoette": (
        "støtt", "ros", "roser", "rost", "rosende", "bakke", "bakker",
        "opbakning", "positiv", "tilfreds", "glad", "glæd", "enig", "enige", "tilslutning",
        "velkommen", "godt", "anerkend", "begejstr",
    ),
}  # fmt: skip
# Of these the whole words.
_WHOLE = frozenset({"ros", "roser", "rost", "rosende", "bør", "enig", "enige", "godt", "imod", "bakke", "bakker"})
_AGAINST = {"kritik": ("stoette",), "forslag": ("kritik", "stoette"), "stoette": ("kritik",)}
_NO = re.compile(
    r"\b(?:ikke|ingen|intet|aldrig|hverken|næppe|uden|undtagen|modsat|tværtimod|fravær\w*|umulig\w*)\b", re.IGNORECASE
)
_HOW_MANY = re.compile(
    r"\b(?:alle|samtlige|enhver|ingen|mange|få|fleste|flertal\w*|mindretal\w*|adskillige|talrige|utallige|enstemmig\w*"
    r"|overvejende|hovedparten|størstedelen|stort set|generelt|altid|massiv\w*|bred|bredt|dobbelt\w*|par|enkelt|enkelte"
    r"|kun|alene|eneste|udelukkende|især|primært)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def turned(answer: str, facts: Facts) -> bool:
    """Whether an answer takes another stand than the paragraph.

    True where it has no word of the stance, one of its opposite's, or a "no" put in or left out.
    """
    own = " ".join(facts.own)
    if not _of(answer, facts.stance):
        return True
    if any(_of(answer, other) - _of(own, other) for other in _AGAINST[facts.stance]):
        return True
    return _no_is_changed(answer, facts)


def weighed(answer: str, facts: Facts) -> str:
    """The first word that says how many or how strongly and does not stand in the paragraph; "" without one."""
    known = {found.casefold() for row in facts.own for found in _HOW_MANY.findall(row)}
    return next((found for found in _HOW_MANY.findall(answer) if found.casefold() not in known), "")


def party(answer: str, facts: Facts) -> str:
    """The first type of sender that an answer names and the paragraph does not; "" without one."""
    known = {_root(word) for row in (*facts.own, *facts.counts) for word in _words(row)}
    named = {_root(word): word for label in facts.parties for word in _words(label) if len(word) >= 3}
    return next((word for word in _words(answer) if _root(word) in named and _root(word) not in known), "")


def _no_is_changed(answer: str, facts: Facts) -> bool:
    """A "no" of the paragraph must be kept, one of the title where the answer takes up what the title says."""
    says = bool(_NO.search(answer))
    if _NO.search(facts.text):
        return not says
    if not _NO.search(facts.title):
        return says
    of_title = _matter(facts.title) - _matter(facts.text)
    return bool(_matter(answer) & of_title) and not says


def _matter(text: str) -> set[str]:
    """Roots of the words that say what a text is about."""
    stances = tuple(stem for stems in _STEMS.values() for stem in stems)
    return {_root(word) for word in _words(text) if word not in stop_words() and not word.startswith(stances)}


def _of(text: str, stance: str) -> set[str]:
    """Stems of a stance that a text has; "utilfreds" is no "tilfreds", and "ros" is in no "rose"."""
    stems = [stem for stem in _STEMS[stance] if stem not in _WHOLE]
    words = set(_words(text))
    return {stem for stem in stems if any(word.startswith(stem) for word in words)} | (
        words & _WHOLE & set(_STEMS[stance])
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _root(word: str) -> str:
    """A word without the endings of Danish nouns, roughly: "borgernes", "borgere" and "borger" are one."""
    for ending in ("ernes", "erens", "erne", "enes", "eren", "ene", "ers", "ere", "ens", "ets", "er", "en", "et", "e"):
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            return word.removesuffix(ending)
    return word
