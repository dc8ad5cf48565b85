"""What single words tell: letters names are written with, lists of names, and words that are none."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from hoering.language import gazetteer
from hoering.language.lemmas import is_known_word

# Latin letters of all languages people bring names from, Vietnamese among them.
_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
BIG = "".join(c for c in _LATIN if c.isupper())
SMALL = "".join(c for c in _LATIN if c.islower())
SPACE = "[ \u00a0\u202f]"
_PIECE = rf"(?:[{BIG}]['’]|Mc|Mac)?[{BIG}][{SMALL}]+(?:['’][{SMALL}]{{2,}})?"
WORD = rf"{_PIECE}(?:[-‐‑]{_PIECE})*"
CAPS = rf"[{BIG}]{{2,}}(?:-[{BIG}]{{2,}})*"
LINK = rf"(?:[{BIG}]\.|af|von|van|von der|van der|van den|de|da|di|del|dos|la|zu|ter|al|el|bin|ibn|abu|á|í|av)"

FIRST = "first_names.txt"
AMBIGUOUS = "first_names_ambiguous.txt"
SURNAMES = "surnames.txt"

# Ambiguous first names that are a name where they stand with a capital inside a sentence.
_NAMES_IN_SENTENCE = frozenset({
    "Anker", "Arve", "Ask", "Aske", "Ben", "Birk", "Bjørn", "Bo", "Bror", "Bøje", "Frede", "Gro", "Hans",
    "Kristen", "Liv", "Maks", "Max", "My", "Per", "Pil", "Rene", "Rose",
    "Sejr", "Siv", "Sten", "Storm", "Tage", "Tom", "Vibe", "Vigge", "Vilde", "Viola",
})  # fmt: skip
# Ambiguous first names that are a name only with a surname after them: labels of turns, months, countries.
_SELDOM = frozenset({
    "Borger", "Ung", "Prins", "Panik", "April", "Maj", "Juni", "Juli", "August", "Islam", "India", "Asia", "Basel",
    "Jihad", "Uni", "Håb", "Hope", "Van", "Just", "Vinter", "Sommer",
})  # fmt: skip

# Endings of common nouns that the model takes for names when they stand with a capital.
_NOUN = re.compile(
    r"(?:politik|indsats|plan|strategi|område|mål|revision|proces|center|centr|kommune|udvalg|råd|forvaltning|hed|else|ning|tion|skab"
    r"|kasse|forbund|forening|avis|tidende|skole|vej|gade|plads|parti|liste|møde|netværk|forløb|job|hus|forsikring"
    r"|forum|klub|gruppe|kreds|samvirke|industri|service|selskab|institut|afdeling|sekretariat|bibliotek|ministerium|ministeriet"
    r"|styrelse)(?:s|en|et|ens|ets|er|erne|ernes|ne|nes|n|t|ts|r|rs)?$",
    re.IGNORECASE,
)
# "Nielsen" is a name, "Ungeindsatsen" a noun: these endings count only where the list has the name.
_NOUN_IN_SEN = ("elsen", "tsen", "ssen")


@cache
def listed(file: str) -> frozenset[str]:
    """The names of one of the lists beside this module."""
    table = resources.files("hoering.pseudonymise") / file
    lines = table.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _not_names() -> frozenset[str]:
    kinds = ("municipality", "region", "party", "media")
    return frozenset(word for kind in kinds for name in gazetteer.names(kind) for word in name.split())


def is_place_or_party(word: str) -> bool:
    """Whether a word stands in the name of a municipality, region, party or paper."""
    return word in _not_names() or word.removesuffix("s") in _not_names()


def is_ordinary(word: str) -> bool:
    """Whether a word is in the dictionary or names a place, and is on no list of names."""
    if word in listed(FIRST) or is_surname(word):
        return False
    return is_place_or_party(word) or is_known_word(word.lower())


def is_first_name(word: str) -> bool:
    """A first name that is nothing else, also with a genitive -s or as the head of a double name."""
    first = listed(FIRST)
    head = word.split("-")[0]
    return word in first or head in first or (word.endswith("s") and word[:-1] in first)


def is_ambiguous(word: str) -> bool:
    """A first name that is an ordinary word as well: "Bo", "Hans"; a name where a surname follows."""
    return word in listed(AMBIGUOUS)


def may_be_name(word: str) -> bool:
    """An ambiguous first name that is a name where names stand: in a label, after "min søn"."""
    return is_ambiguous(word) and word not in _SELDOM


def is_name_in_sentence(word: str) -> bool:
    """An ambiguous first name that is a name wherever it has a capital that no sentence start explains."""
    return word in _NAMES_IN_SENTENCE


def is_surname(word: str) -> bool:
    """A surname of the list or a patronymic in -sen or -datter, also with a genitive -s."""
    return any(w in listed(SURNAMES) or _is_patronymic(w) for w in (word, word.removesuffix("s")))


def is_listed_patronymic(word: str) -> bool:
    """A surname in -sen from the list: a name also where it stands alone."""
    return word.removesuffix("s").endswith("sen") and word.removesuffix("s") in listed(SURNAMES)


def _is_patronymic(word: str) -> bool:
    low = word.lower()
    return low.endswith(("sen", "sdatter")) and not low.endswith(_NOUN_IN_SEN) and not is_known_word(low)


def is_institution(word: str) -> bool:
    """A common noun by its ending: "Beskæftigelsesrådet"."""
    return bool(_NOUN.search(word)) and word not in listed(SURNAMES) and word not in listed(FIRST)


def is_acronym(word: str) -> bool:
    """``HK``, but not ``K.`` and not ``HENNING``."""
    bare = word.strip(".")
    return len(bare) > 1 and bare.isupper() and not is_first_name(titled(bare)) and not is_surname(titled(bare))


def is_unheard_of(word: str) -> bool:
    """Neither ordinary nor an institution nor made of a known word: what foreign names look like."""
    low = word.lower()
    compound = any(is_known_word(low[i:]) for i in range(3, len(low) - 3))
    return not (is_ordinary(word) or is_institution(word) or compound or word.isupper())


def has_foreign_letter(word: str) -> bool:
    """Whether a word has a letter that Danish, Swedish and German names do not."""
    return any(c not in "æøåäöüéèëôóáß-'’" and c.isalpha() and not c.isascii() for c in word.lower())


def titled(name: str) -> str:
    """``HENNING BRUUN-LUND`` and ``henning bruun-lund`` as "Henning Bruun-Lund"."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), name)


def without_genitive(name: str) -> str:
    """A name without the -s of the genitive; "Jens" keeps its own."""
    last = name.split()[-1]
    known = listed(FIRST) | listed(SURNAMES)
    if last.endswith("s") and last not in known and (last[:-1] in known or len(last) > 4):
        return name[:-1]
    return name
