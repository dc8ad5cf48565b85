"""Which sentences of a conversation tell something to a reader who has not heard the rest of it."""

from __future__ import annotations

from hoering.language.stopwords import stop_words
from hoering.topics.words import forms

# A sentence with so few words that say something does not stand alone if it points at what came before: one anywhere
# ("Det er ikke rimeligt."), two at its beginning ("Men det hjalp den dag.").
_POINTS, _BEGINS = 1, 2
_START = 2
_POINTING = frozenset(["det", "den", "de", "dem", "denne", "dette", "disse", "han", "hun", "ham", "hende", "sådan"])


def stands_alone(sentence: str) -> bool:
    """Whether a sentence tells a reader anything who does not know what stands before it.

    >>> stands_alone("Det er ikke rimeligt."), stands_alone("Der er ikke plads på holdet om aftenen.")
    (False, True)
    """
    words = [word.lower() for word in forms(sentence)]
    telling = len(set(words) - stop_words())
    if not telling or (telling <= _BEGINS and sentence.rstrip().endswith(":")):
        return False
    place = words if telling <= _POINTS else words[:_START]
    return telling > _BEGINS or not _POINTING.intersection(place)
