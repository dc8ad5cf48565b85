"""Words that lost the space between them: »politikskal« becomes »politik skal«.

Only where both sides are words and the whole is neither a word nor a compound, and only where one side is a word of
grammar, or the left side is a form that nothing can follow inside a word (»kommunerne«), or a capital stands inside
(»udvalgetVi«).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

import wordfreq

from hoering.edits import Edit, View
from hoering.language.compounds import is_compound, parts
from hoering.language.lemmas import is_known_word, lemma_of

# Never inside addresses, file names, hashtags or words with digits.
_WORD = re.compile(r"(?<![\w@#/\\.’'+&-])[A-Za-zÆØÅæøåÉé]{5,40}(?![\w@/\\’'+&-]|[.:]\w)")
_CAPITAL = re.compile(r"(?<=[a-zæøåé])[A-ZÆØÅ](?=[a-zæøåé]+$)")
_SENTENCE_STARTS = re.compile(r"(?:^|[\n.!?:–•»”\"])[ \t]*$")
_DEFINITE = re.compile(r"(?:[^e]en|et|erne|ene|ens|ets|ernes|enes)$")

_VERBS = frozenset({
    "skal", "skulle", "kan", "kunne", "vil", "ville", "må", "måtte", "bør", "burde", "har", "havde", "bliver",
    "blev", "blive", "være", "får", "fik", "går", "gik",
})  # fmt: skip
_JOINING = frozenset({
    "og", "eller", "men", "som", "der", "ikke", "også", "samt", "når", "hvor", "hvis", "fordi", "mens", "jeg",
    "vi", "man", "hun", "han", "deres", "vores", "dette", "disse", "nu", "så", "sig", "derfor", "hvad", "nogle",
    "alle", "kun", "hver", "altså", "igen",
})  # fmt: skip
_PREPOSITIONS = frozenset({
    "på", "af", "om", "til", "for", "med", "fra", "ved", "efter", "under", "mellem", "gennem", "uden", "inden",
    "blandt", "mod", "over", "hos",
})  # fmt: skip
# Before another word prepositions are prefixes, and so are "ikke" ("ikkevestlig") and "men" ("mengrad").
_BEFORE = (_VERBS | _JOINING | {"det", "den", "at", "er"}) - {"ikke", "men"}
# These prepositions make few words: a definite noun after them stands free.
_LOOSE = frozenset({"på", "til", "fra", "hos"})
_AFTER = _VERBS | _JOINING | _PREPOSITIONS
# These may be endings or single letters; a definite noun takes no more endings.
_SMALL = frozenset({"i", "er", "at", "det", "den", "var"})
_PRONOMINAL = frozenset({"der", "hvor"})  # "dertilhørende"

_LONG = 7
_OFTEN = 3


def glued_words(view: View) -> Iterator[Edit]:
    """»politikskal«, »udvalgetVi« get their space back; a form used three times in a text is taken for a name."""
    words = list(_WORD.finditer(view.text))
    uses = Counter(match[0].lower() for match in words)
    for match in words:
        if uses[match[0].lower()] < _OFTEN and (place := _border(view.text, match)):
            raw, _ = view.to_raw(match.start() + place, match.start() + place + 1)
            yield Edit(start=raw, end=raw, replacement=" ", reason="sammenskrevne ord delt")


def _border(text: str, match: re.Match[str]) -> int:
    """Where in a word a space is missing; 0 where none is."""
    word, lower = match[0], match[0].lower()
    if is_known_word(lower) or lower in _frequencies():
        return 0
    if capital := _CAPITAL.search(word):
        place = capital.start()
        return place if _apart_at_capital(word[:place], lower[place:]) else 0
    if not word[1:].islower():
        return 0
    borders = [place for place in range(2, len(word)) if _apart(lower[:place], lower[place:])]
    if not borders or is_compound(word):
        return 0
    best = max(borders, key=lambda place: _weight(lower[:place]) + _weight(lower[place:]))
    # A capital inside a sentence mostly begins a name.
    starts = _SENTENCE_STARTS.search(text[max(0, match.start() - 5) : match.start()])
    return best if word[0].islower() or starts or best >= _LONG else 0


def _apart_at_capital(left: str, right: str) -> bool:
    """»skaffeDet«, »UdvalgetVi«, but not »JobCenter«, »jobIndex« or »LærDansk«."""
    ends = _ends_word(left.lower(), least=4)
    if right in _BEFORE:
        return ends or (left.islower() and len(left) > 2 and _is_word(left))
    return ends and _is_word(right)


def _apart(left: str, right: str) -> bool:
    """Whether two stretches in lower case are two words that do not belong in one."""
    if left in _PRONOMINAL and right.startswith(tuple(_PREPOSITIONS)):
        return False
    if left in _BEFORE | {"ikke", "men"} and right in (_AFTER | _BEFORE) - _PREPOSITIONS:
        return True
    if right in _AFTER:
        return _is_common(left)
    if right in _SMALL:
        return _ends_word(left)
    if len(right) < 4:
        return False
    if left in _BEFORE:
        # "mandagskor": not man + dagskor.
        return _is_word(right) and not is_known_word(left + parts(right)[0].text)
    if left in _LOOSE:
        return _ends_word(right)
    return right in _frequencies() and _is_content(right) and _ends_word(left)


def _ends_word(form: str, least: int = 6) -> bool:
    """Whether a form is a definite noun, which nothing but a space can follow."""
    if len(form) < least or not _DEFINITE.search(form):
        return False
    *before, last = parts(form)
    return bool(before and last.lemma != last.text) or lemma_of(form, "NOUN") not in {"", form}


def _is_common(form: str) -> bool:
    """Whether a noun, verb or adjective is long or frequent enough not to stand there by chance."""
    if len(form) < 3 or not (len(form) >= _LONG or form in _frequencies()):
        return False
    return _is_content(form) or is_compound(form)


def _is_content(form: str) -> bool:
    return any(lemma_of(form, pos) for pos in ("NOUN", "VERB", "ADJ"))


def _is_word(form: str) -> bool:
    return is_known_word(form) or is_compound(form)


def _weight(form: str) -> float:
    return math.log(_frequencies().get(form, 1e-7))


def _frequencies() -> dict[str, float]:
    """The 29,000 most frequent forms of Danish (the package wordfreq), which also hold names and English."""
    return wordfreq.get_frequency_dict("da")
