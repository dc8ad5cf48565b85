"""How often words are met in general Danish."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import wordfreq

from hoering.language.lemmas import lemmas_of
from hoering.language.stopwords import Unit

# wordfreq gives rates, not counts, and does not say how many words it read. Ten million is less (Danish Wikipedia, one
# of its four sources, is larger), so that G2 is too small rather than too large. For a consultation of 20,000 words a
# size a hundred times that would add 0.5 % to the G2 of a word met ten times as often as in general Danish, 12 % to
# that of a frequent word general Danish does not list.
ASSUMED_SIZE = 10_000_000

# Parts of speech with few words, all of them frequent: where a form has one of them, it is that nearly always
# ("for" is a preposition, not the past of "fare").
_CLOSED = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ")
_OPEN = ("NOUN", "VERB", "ADJ", "ADV", "INTJ", "NUM", "X")


@dataclass(frozen=True, slots=True)
class Rates:
    """How often words are met in a large corpus, per word of text, where counts are not known.

    ``floor`` is taken for words without a rate; ``size`` (words) is what the corpus is taken to hold.
    """

    rates: Mapping[str, float]
    floor: float
    size: int = ASSUMED_SIZE

    def of(self, word: str) -> float:
        """Rate of a word. One with hyphens or digits is estimated from its parts, as wordfreq does it."""
        rate = self.rates.get(word)
        if rate is None:
            rate = 0.0 if word.isalpha() else wordfreq.word_frequency(word, "da")
        return max(rate, self.floor)


@cache
def general_danish(unit: Unit = "lemma") -> Rates:
    """Rates of general Danish: Wikipedia, subtitles, web and Twitter, from the package wordfreq (Speer 2022).

    Its list ends at one in a million. A word not on it gets the smallest rate that is: the word is rarer, so that
    its keyness is too small rather than too large. A lemma has the sum of its forms' rates; a form of several lemmas
    is shared evenly among them, save that prepositions, pronouns and the like keep theirs ("ved" is not "vide"), so
    that the few words with such a form come out too high.

    Args:
        unit: whether the texts to be compared hold lemmas or forms.
    """
    forms = {form: rate for form, rate in wordfreq.get_frequency_dict("da").items() if form.strip()}
    floor = min(forms.values())
    if unit == "form":
        return Rates(forms, floor)
    rates: defaultdict[str, float] = defaultdict(float)
    for form, rate in forms.items():
        lemmas = _lemmas(form)
        for lemma in lemmas:
            rates[lemma] += rate / len(lemmas)
    return Rates(dict(rates), floor)


def _lemmas(form: str) -> set[str]:
    for tags in (_CLOSED, _OPEN):
        if found := {lemma.lower() for lemma in lemmas_of(form, tags)}:
            return found
    return {form}
