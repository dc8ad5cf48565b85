"""A lemma lexicon over the edit-tree lemmatizer, which invents lemmas for nouns it has not seen.

Lookup order: the treebank's own (form, part of speech) pairs, then a Danish full-form list for content
words the treebank lacks, else the lemma stays. Data: `lemma_lexicon.bin` (see model/README.md).
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Token

_CONTENT = {"NOUN", "VERB", "ADJ"}
_INFINITIVE_ENDINGS = ("e", "å", "o")


@cache
def _tables() -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    data = (resources.files("hoering.language") / "lemma_lexicon.bin").read_bytes()
    tables = srsly.msgpack_loads(gzip.decompress(data))
    return tables["t"], frozenset(tables["s"]), tables["l"]


def is_known_word(word: str) -> bool:
    """Whether a lower-case form stands in the lexicon as an ordinary word."""
    _, seen, forms = _tables()
    return word in seen or word in forms


@Language.component("hoering_lemmas")
def lemmas(doc: Doc) -> Doc:
    """Replace a token's lemma where the lexicon knows better; names stay as they are."""
    for token in doc:
        if token.pos_ != "PROPN" and (lemma := _lookup(token)):
            token.lemma_ = lemma
    return doc


def _lookup(token: Token) -> str:
    pairs, seen, forms = _tables()
    word = token.lower_
    if found := pairs.get(f"{word}\t{token.pos_}"):
        return found
    if token.pos_ not in _CONTENT or word in seen:
        return ""
    lemma = forms.get(word, "")
    # The list has no parts of speech: for a verb only an infinitive can be right.
    if token.pos_ == "VERB" and not lemma.endswith(_INFINITIVE_ENDINGS):
        return ""
    return lemma
