"""A lemma lexicon over the edit-tree lemmatizer, which invents lemmas for nouns it has not seen.

Lookup order: the treebank's own (form, part of speech) pairs, then a Danish full-form list for content
words the treebank lacks, else the lemma stays. Data: `lemma_lexicon.tsv.xz`, made by ``training/lexicon.py``.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from spacy.language import Language
from spacy.tokens import Doc

_CONTENT = {"NOUN", "VERB", "ADJ"}
_INFINITIVE_ENDINGS = ("e", "å", "o")
_CACHE_SIZE = 200_000


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Edits (see ``training/lexicon.py``) by form and part of speech, by form, and the treebank's forms."""

    pairs: dict[tuple[str, str], str]
    forms: dict[str, str]
    seen: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = (resources.files("hoering.language") / "lemma_lexicon.tsv.xz").read_bytes()
    pairs: dict[tuple[str, str], str] = {}
    forms: dict[str, str] = {}
    seen: set[str] = set()
    for line in lzma.decompress(data).decode().splitlines():
        form, pos, edit = line.split("\t")
        if not pos:
            forms[form] = edit
            continue
        seen.add(form)
        if edit != "?":
            pairs[form, pos] = edit
    return _Lexicon(pairs, forms, frozenset(seen))


def is_known_word(word: str) -> bool:
    """Whether a lower-case form stands in the lexicon as an ordinary word."""
    lexicon = _lexicon()
    return word in lexicon.seen or word in lexicon.forms


def lemma_of(word: str, pos: str = "") -> str:
    """The lexicon's lemma of a lower-case form, or "" where it has none.

    Args:
        word: the form, in lower case.
        pos: its part of speech (UD tag); without it the full-form list alone is asked.

    >>> lemma_of("virksomhederne", "NOUN"), lemma_of("virksomhederne"), lemma_of("brxq", "NOUN")
    ('virksomhed', 'virksomhed', '')
    """
    lexicon = _lexicon()
    if pos and (edit := lexicon.pairs.get((word, pos))):
        return _edited(word, edit)
    if pos and (pos not in _CONTENT or word in lexicon.seen):
        return ""
    lemma = _edited(word, edit) if (edit := lexicon.forms.get(word)) else ""
    # The list has no parts of speech: for a verb only an infinitive can be right.
    return "" if pos == "VERB" and not lemma.endswith(_INFINITIVE_ENDINGS) else lemma


def _edited(word: str, edit: str) -> str:
    cut = edit[: len(edit) - len(edit.lstrip("0123456789"))]
    return word[: len(word) - int(cut)] + edit[len(cut) :]


@Language.factory("hoering_lemmas", assigns=["token.lemma"], requires=["token.pos"])
def create_lemmas(nlp: Language, name: str) -> LexiconLemmatizer:
    """The component that looks lemmas up, last of those that set them."""
    return LexiconLemmatizer()


@dataclass(slots=True)
class LexiconLemmatizer:
    """Replaces a token's lemma where the lexicon knows better; names stay as they are."""

    _known: dict[tuple[int, int], str] = field(default_factory=dict)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a document that has parts of speech."""
        for position, (form, pos) in enumerate(doc.to_array(["LOWER", "POS"]).tolist()):
            lemma = self._known.get((form, pos))
            if lemma is None:
                lemma = self._remember(form, pos, doc)
            if lemma:
                doc[position].lemma_ = lemma
        return doc

    def _remember(self, form: int, pos: int, doc: Doc) -> str:
        strings = doc.vocab.strings
        tag = strings[pos] if pos else ""
        lemma = lemma_of(strings[form], tag) if tag not in {"PROPN", ""} else ""
        if len(self._known) < _CACHE_SIZE:
            self._known[form, pos] = lemma
        return lemma
