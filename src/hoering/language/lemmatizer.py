"""Lemmas from the lexicon over those of the edit-tree lemmatizer, which invents some for nouns it has not seen.

A noun the lexicon does not have is looked up by its last part: "kontaktpersonordningen" ends in "ordningen".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from hoering.language.compounds import parts
from hoering.language.lemmas import lemma_of

_CACHE_SIZE = 200_000


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
        lemma = _lemma(strings[form], tag)
        if len(self._known) < _CACHE_SIZE:
            self._known[form, pos] = lemma
        return lemma


def _lemma(word: str, tag: str) -> str:
    if tag in {"PROPN", ""}:
        return ""
    return lemma_of(word, tag) or (_by_last_part(word) if tag == "NOUN" else "")


def _by_last_part(word: str) -> str:
    found = parts(word)
    if len(found) < 2 or not (lemma := found[-1].lemma):
        return ""
    return word[: found[-1].start] + lemma
