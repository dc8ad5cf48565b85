"""Names and words: an answer may bring no name, and no word that is neither in the rows nor in a Danish word list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Token

from hoering.language.compounds import is_compound
from hoering.language.lemmas import is_known_word
from hoering.language.stopwords import stop_words

# Names of persons, places, bodies and the like; dates and amounts are numbers.
_NAMED = frozenset({"PER", "PERSON", "ORG", "LOC", "GPE", "FAC", "MISC", "NORP", "EVENT", "LAW", "PRODUCT"})
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
# A Danish sentence of ordinary length has at least one small word in eight, and nearly only words the list knows.
_SMALL_SHARE, _KNOWN_SHARE, _SENTENCE = 0.12, 0.7, 6


def is_danish(answer: str, rows: Sequence[str]) -> bool:
    """Whether nearly every word is Danish or stands in the rows, and the small words of Danish are there."""
    words = [word.casefold() for word in _WORD.findall(answer)]
    known = _in_rows(rows)
    small = sum(word in stop_words() for word in words)
    good = sum(_ordinary(word, known) for word in words)
    # Two or three words may be without small ones: "Borgerne kritiserer bussen."
    enough = small >= _SMALL_SHARE * len(words) or len(words) < _SENTENCE
    return bool(words) and enough and good >= _KNOWN_SHARE * len(words)


def foreign(answer: str, rows: Sequence[str], nlp: Language) -> str:
    """The first name or unknown word in an answer that stands in no row; "" without one.

    A word with a capital letter is a name unless it begins a sentence and is an ordinary word; so is what the model
    for entities takes for a name, and, without a capital, any word that the word list does not know.

    Args:
        answer: without its quotations.
        rows: where names may come from, letter by letter, but for a genitive's s.
        nlp: a Danish pipeline, see `hoering.language.load`.
    """
    names = {form for row in rows for word in _WORD.findall(row) for form in (word, word.removesuffix("s"))}
    known = _in_rows(rows)
    doc = nlp(answer)
    entity = {token.i for found in doc.ents if found.label_ in _NAMED for token in found}
    for token in doc:
        if any(_WORD.fullmatch(part) and _is_foreign(part, token, entity, names, known) for part in _parts(token)):
            return str(token.text)
    return ""


def _parts(token: Token) -> list[str]:
    return _WORD.findall(token.text)


def _is_foreign(part: str, token: Token, entity: set[int], names: set[str], known: set[str]) -> bool:
    if part in names or part.removesuffix("s") in names or part[0].isdigit():
        return False
    if not part.islower() and not _begins(token):
        return True
    lower = part.casefold()
    if token.i in entity and lower not in stop_words() and lower not in known:
        return True
    # "BYG" and "McX" are no ordinary words at the head of a sentence either.
    return (part[1:] != part[1:].lower()) or not _ordinary(lower, known)


def _begins(token: Token) -> bool:
    """First in its sentence, by the signs before it rather than by a model's guess."""
    return token.i == 0 or token.nbor(-1).text in (".", "!", "?")


def _ordinary(word: str, known: set[str]) -> bool:
    return word in known or word in stop_words() or is_known_word(word) or word.isdigit() or is_compound(word)


def _in_rows(rows: Sequence[str]) -> set[str]:
    return {word.casefold() for row in rows for word in _WORD.findall(row)}
