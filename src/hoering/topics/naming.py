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
# Base forms of words that say when or how often: they name a meeting's evening or a bus's, and no topic.
_WHEN = """
aften april august december dag dagtid dato døgn efterår efteråret eftermiddag februar forår foråret
formiddag fredag januar jul juli juni klokke kvartal kvarter lørdag maj mandag marts mdr minut morgen måned nat november
oktober onsdag periode pinse påske sekund september sommer søndag tirsdag torsdag uge vinter vinterhalvår weekend
år årti
"""
_TIMES = frozenset(_WHEN.split())


def names_something(form: str) -> bool:
    """Whether a form as it is shown is a noun; of a compound the last part decides.

    A form that is also an infinitive is none ("ringe"), unless the noun is written the same ("arbejde").

    >>> [names_something(form) for form in ("jobcentret", "FGU", "unge", "a-kassen", "sagsbehandler")]
    [True, True, True, True, True]
    >>> [names_something(form) for form in ("arbejde", "ringer", "ringe", "bange", "mdr")]
    [True, False, False, False, False]
    """
    if form.isupper() and len(form) > 1:
        return True
    if form in _PEOPLE:
        return True
    cut = parts(form)
    last = form[cut[-1].start :].lower().rpartition("-")[2]
    if last in _PEOPLE:
        return True
    noun, verb, adjective = (lemma_of(last, kind) for kind in ("NOUN", "VERB", "ADJ"))
    if not noun and len(cut) > 1 and verb + "r" == last:
        # Who does something: "sagsbehandler", which the list has as a verb alone.
        return bool(lemma_of(cut[0].lemma, "NOUN"))
    if not noun or len(last) < _SHORTEST or (verb == last != noun):
        return False
    # What no treebank has seen is given the same base form as any part of speech: in -e it is a verb's mostly.
    return noun != adjective or not noun.endswith("e")


def says_when(term: str) -> bool:
    """Whether a base form only says when something is or was.

    >>> says_when("onsdag"), says_when("bus")
    (True, False)
    """
    return term in _TIMES
