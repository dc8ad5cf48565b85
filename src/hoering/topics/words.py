"""What a passage is to a topic model: base forms and parts of compounds, and how the words are shown to people.

No language model is run: the form list and the compound splitter suffice for topics and read 50,000 passages in the
time the pipeline takes for a few thousand. Names, placeholders, addresses, stop words, fillers and the furniture of
letters are left out. Letters are never changed: æ, ø and å stay.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from hoering.language.compounds import part_lemmas, parts
from hoering.language.gazetteer import shipped
from hoering.language.lemmas import is_known_word, lemma_of
from hoering.language.stopwords import stop_words
from hoering.topics.plain import PLAIN

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "[Person 12]", "[CPR-nummer]", "[…]"; addresses of mail and web.
_NO_WORDS = re.compile(r"\[[^\[\]]{1,40}\]|\S+@\S+|(?:https?://|www\.)\S+")
_MARKS = ("[", "@", "http", "www.")  # without any of these there is none, and looking takes as long as all else
# Two words with capitals in a row, initials between them, as "Karen B. Skov"; the second may be the first of the next.
_PAIR = re.compile(
    r"\b([A-ZÆØÅ][a-zà-ÿ]+(?:-[A-ZÆØÅ]?[a-zà-ÿ]+)*)(?= (?:[A-ZÆØÅ]\. ?)*([A-ZÆØÅ][a-zà-ÿ]+(?:-[A-ZÆØÅ]?[a-zà-ÿ]+)*))"
)
# Share of its occurrences in which a word with a capital follows a name, from which on it is a surname.
_SURNAME = 0.5
_ACRONYM = 6
_SHORTEST_PART = 3
_REMEMBERED = 200_000
# Share of its occurrences in which a key word stands as a word, not as a part of one.
_ALONE = 0.3


@dataclass(frozen=True, slots=True)
class Reader:
    """Cuts passages into terms in lower case.

    Attributes:
        small: base forms of what the corpus also writes without a capital; an unknown word with a capital is a
            name unless its base form is one of them.
        names: words of names in lower case; with a capital they are no terms, whatever else they mean ("Skov").
    """

    small: frozenset[str]
    names: frozenset[str] = frozenset()
    _known: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    @classmethod
    def learned_from(cls, texts: Sequence[str], names: Iterable[str] = ()) -> Reader:
        """A reader for passages; what is a name is settled on all of them together.

        Args:
            texts: the passages.
            names: names known from elsewhere, of one or more words; those that do not stand in the texts are dropped,
                so that the reader, and what is saved of it, tells of nobody whom the texts do not name.
        """
        small: set[str] = set()
        capital: Counter[str] = Counter()
        for text in texts:
            for form in forms(text):
                if form.islower():
                    small.add(form)
                elif form[0].isupper():
                    capital[_bare(form)] += 1
        known = {_bare(word) for name in names for word in forms(name) if len(word) > 1}
        first = cls(frozenset(map(base_form, small)), frozenset(known & capital.keys()))
        return cls(first.small, first.names | _surnames(texts, first, capital))

    def terms(self, text: str) -> list[str]:
        """Base forms, each followed by the parts of its compound; none where a passage says nothing.

        >>> Reader(frozenset()).terms("Hun mødte [Person 1] på jobcentret")
        ['møde', 'jobcenter', 'job', 'center']
        """
        known, found = self._known, list[str]()
        for form in forms(text):
            found += known[form] if form in known else self.of(form)
        return found

    def of(self, form: str) -> tuple[str, ...]:
        """The terms of one form as it is written."""
        found = self._known.get(form)
        if found is None:
            found = self._known[form] = () if self.is_name(form) else content(form.lower())
        return found

    def is_name(self, form: str) -> bool:
        """Whether a form as it is written is a part of a name."""
        if not form[0].isupper() or (form.isupper() and len(form) > 1):
            return False
        lower = form.lower()
        if lower in self.names or _bare(form) in self.names:
            return True
        if lower in _places() or lower.removesuffix("s") in _places():
            return True
        # The full-form list alone is asked: the treebank's part of the lexicon also holds names.
        return not lemma_of(lower) and len(parts(form)) == 1 and base_form(lower) not in self.small


def _bare(form: str) -> str:
    """A form in lower case without the -s of a genitive."""
    return form.lower().removesuffix("s")


def _surnames(texts: Iterable[str], reader: Reader, capital: Mapping[str, int]) -> frozenset[str]:
    """Words that stand after a name at least every other time they have a capital, and never without one."""
    after: Counter[str] = Counter()
    for text in texts:
        for first, second in _PAIR.findall(text):
            if reader.is_name(first):
                after[_bare(second)] += 1
    return frozenset(
        word
        for word, count in after.items()
        if count >= _SURNAME * capital[word] and base_form(word) not in reader.small
    )


def forms(text: str) -> list[str]:
    """The words of a passage as they are written, without placeholders and addresses."""
    bare = _NO_WORDS.sub(" ", text) if any(mark in text for mark in _MARKS) else text
    return _WORD.findall(bare)


@lru_cache(maxsize=_REMEMBERED)
def content(form: str) -> tuple[str, ...]:
    """The terms of a form in lower case: none for a stop word or a single letter."""
    lemma = base_form(form)
    stop = _stop()
    if len(form) < 2 or form in stop or lemma in stop:
        return ()
    inner = (part for part in part_lemmas(form) if len(part) >= _SHORTEST_PART and part not in stop and part != lemma)
    return (lemma, *inner)


def base_form(form: str) -> str:
    """The base form of a form in lower case; an unknown compound is inflected as its last part is.

    >>> base_form("sagsbehandlerne"), base_form("fleksjobordningerne")
    ('sagsbehandler', 'fleksjobordning')
    """
    found = lemma_of(form)
    if found:
        return found.lower()
    cut = parts(form)
    return form[: cut[-1].start] + cut[-1].lemma if len(cut) > 1 else form


def written(texts: Iterable[str]) -> Counter[str]:
    """How often each form stands in passages, as it is written."""
    return Counter(form for text in texts for form in forms(text))


def surface_forms(counted: Mapping[str, int], reader: Reader) -> Mapping[str, str]:
    """How each term is shown: the form that is written most; none for a term that only stands in compounds."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, count in counted.items():
        if terms := reader.of(form):
            found[terms[0]][_shown(form)] += count
    # The shorter form of equals, then by letters: the same on every run.
    return {term: min(own, key=lambda form: (-own[form], len(form), form)) for term, own in found.items()}


def own_words(counted: Mapping[str, int], reader: Reader) -> frozenset[str]:
    """Terms that may be key words: those that stand as words often enough, and tell something.

    "mester" from nothing but "borgmester" is none, nor is "gang" (`hoering.topics.plain`).
    """
    alone: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for form, count in counted.items():
        for number, term in enumerate(reader.of(form)):
            (inside if number else alone)[term] += count
    found = frozenset(term for term, count in alone.items() if count >= _ALONE * (count + inside[term]))
    return found - PLAIN or found


def _shown(form: str) -> str:
    return form if form.isupper() and 1 < len(form) <= _ACRONYM and not is_known_word(form.lower()) else form.lower()


def related(one: str, other: str) -> bool:
    """Whether one term is a part of the other, as "center" is of "jobcenter"."""
    return one in part_lemmas(other) or other in part_lemmas(one)


def texts_of(passages: Sequence[object]) -> list[str] | None:
    """The texts of strings, or of things with a ``text``; None where one has neither."""
    texts = [passage if isinstance(passage, str) else getattr(passage, "text", None) for passage in passages]
    return None if any(not isinstance(text, str) for text in texts) else [str(text) for text in texts]


@cache
def _stop() -> frozenset[str]:
    return stop_words(letters=True)


@cache
def _places() -> frozenset[str]:
    entries = shipped().entries
    names = {name.lower() for kind in ("municipality", "place", "region_variant") for name in entries.get(kind, ())}
    return frozenset(names - {name.lower() for name in entries.get("ambiguous", ())})
