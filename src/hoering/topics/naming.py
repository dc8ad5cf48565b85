"""Which words can name a topic: nouns, compounds, abbreviations, and words for groups of people."""

from __future__ import annotations

from hoering.language.compounds import parts
from hoering.language.lemmas import lemma_of

# Adjectives and participles that people use as nouns.
_WORDS = """
ansat ansatte arbejdsløse blinde døve faglærte folkevalgte forældre frivillige handicappede ledige pårørende
selvstændige studerende syge sygemeldte udsatte ufaglærte unge voksne ældre
"""
_PEOPLE = frozenset(_WORDS.split())
_SHORTEST = 3


def names_something(form: str) -> bool:
    """Whether a form as it is shown is a noun; of a compound the last part decides.

    A form that is also an infinitive is none ("ringe"), unless the noun is written the same ("arbejde").

    >>> [names_something(form) for form in ("jobcentret", "FGU", "unge", "arbejde", "ringer", "ringe", "bange", "mdr")]
    [True, True, True, True, False, False, False, False]
    """
    if form.isupper() and len(form) > 1:
        return True
    if form in _PEOPLE:
        return True
    last = form[parts(form)[-1].start :].lower()
    if last in _PEOPLE:
        return True
    noun, verb, adjective = (lemma_of(last, kind) for kind in ("NOUN", "VERB", "ADJ"))
    if not noun or len(last) < _SHORTEST or (verb == last != noun):
        return False
    # What no treebank has seen is given the same base form as any part of speech: in -e it is a verb's mostly.
    return noun != adjective or not noun.endswith("e")
