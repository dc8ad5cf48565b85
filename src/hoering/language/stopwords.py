"""Danish words that say nothing of a subject: words of grammar, spoken fillers, courtesy and furniture of letters.

The list is `stopwords.tsv` (kind, words); see its head for the kinds. It holds spaCy's Danish list less the words
that carry meaning ("ny", "alene"), and adds full paradigms, so that it serves for lemmas and for forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import islice
from types import MappingProxyType
from typing import Literal

import wordfreq
from spacy.tokens import Token

from hoering.language.lemmas import lemma_of

Unit = Literal["lemma", "form"]

# Kinds that can be switched off or on; every other kind of the list is always a stop word.
NEGATION, FILLER, LETTER = "negation", "filler", "letter"

# "[Person 12]" is four tokens, "[CPR-nummer]" at most five; a longer bracket is somebody's own.
_PLACEHOLDER = 5


def stop_words(*, negations: bool = True, fillers: bool = True, letters: bool = False) -> frozenset[str]:
    """Stop words in lower case, dictionary forms and inflected forms alike.

    Args:
        negations: "ikke", "ingen", "aldrig", "uden" … are among them. Right for topics and labels; wrong for
            anything that asks whether a sentence is for or against, since it needs them.
        fillers: "øh", "altså", "jamen" … are among them, as transcripts need.
        letters: "hilsen", "vedrørende", "høringssvar", "afsnit" … are among them. Off by default, since
            letters also write about the hearing itself ("høring", "materiale").

    >>> "ikke" in stop_words(), "ikke" in stop_words(negations=False)
    (True, False)
    """
    wanted = {NEGATION: negations, FILLER: fillers, LETTER: letters}
    return frozenset().union(*(words for kind, words in _by_kind().items() if wanted.get(kind, True)))


def kinds() -> frozenset[str]:
    """Names of all kinds in the list."""
    return frozenset(_by_kind())


def words_of(kind: str) -> frozenset[str]:
    """Words of one kind in lower case; none for a kind the list does not have."""
    return _by_kind().get(kind, frozenset())


def frequent_words(count: int) -> tuple[str, ...]:
    """The most frequent words of general Danish, most frequent first, in lower case and without numbers.

    Source: the package wordfreq (Speer 2022; Wikipedia, subtitles, web and Twitter). These are not stop words:
    below the first hundred or so they begin to carry meaning ("arbejde", "børn", "kommune").
    """
    words = (word for word in wordfreq.iter_wordlist("da") if word.isalpha())
    return tuple(islice(words, count))


def countable_words(tokens: Iterable[Token], *, unit: Unit = "lemma", names: bool = False) -> list[str]:
    """Words to count in lower case: no punctuation, numbers or placeholders ("[Borger 1]").

    Stop words are among them, since rates are per word of text; keep them out of a table with ``leave_out``.

    Args:
        tokens: a `Doc` or `Span` of a pipeline from `hoering.language.load`.
        unit: give lemmas or forms.
        names: also give proper names. Without them acronyms ("FGU") stay, and so do ordinary words that a
            capital at the head of a line has made a name.
    """
    found = (_word(token, unit, names) for token in _outside_brackets(tokens))
    return [word for word in found if any(letter.isalpha() for letter in word)]


def _word(token: Token, unit: Unit, names: bool) -> str:
    plain = token.text if unit == "form" else token.lemma_ or token.text
    if token.pos_ == "PROPN" and not names and not (token.text.isupper() and len(token.text) > 1):
        # The full-form list alone is asked: the treebank's part of the lexicon also holds names.
        ordinary = lemma_of(token.lower_)
        if not ordinary:
            return ""
        plain = token.text if unit == "form" else lemma_of(token.lower_, "NOUN") or ordinary
    # "løn- og arbejdsvilkår" has a first word too.
    return plain.lower().strip("-–'’")


def _outside_brackets(tokens: Iterable[Token]) -> list[Token]:
    kept: list[Token] = []
    opened = -1
    for token in tokens:
        if token.text == "[":
            opened = len(kept)
        kept.append(token)
        if token.text == "]" and opened >= 0:
            if len(kept) - opened <= _PLACEHOLDER:
                del kept[opened:]
            opened = -1
    return kept


@cache
def _by_kind() -> Mapping[str, frozenset[str]]:
    table = resources.files("hoering.language") / "stopwords.tsv"
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in table.read_text(encoding="utf-8").splitlines():
        if line[:1] not in {"", "#"}:
            kind, words = line.split("\t")
            found[kind].update(words.split())
            # A tokeniser may leave the stop of an abbreviation outside it.
            found[kind].update(word.rstrip(".") for word in words.split())
    return MappingProxyType({kind: frozenset(words) for kind, words in found.items()})
