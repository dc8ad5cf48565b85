"""The Danish language pipeline: a spaCy model the user names, else da_core_news_sm, else the bundled one."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from hoering.language import compounds, lemmatizer, ruler, sentences  # noqa: F401  (they register their components)
from hoering.language.gazetteer import Gazetteer
from hoering.language.models import BUNDLED, PREFERRED, describe, load_model, sha256_of_model
from hoering.language.tokens import extend_tokenizer
from hoering.language.vectors import remember_vectors

__all__ = ["BUNDLED", "PREFERRED", "describe", "load", "sha256_of_model"]

# Sentence components of other models; hoering's own rules go first and leave only the unsure places to the parser.
_REPLACED = ("senter", "sentencizer")
_OWN = ("hoering_sentences", "hoering_entities", "hoering_lemmas")


def load(name: str | Path | None = None, *, gazetteer: Path | None = None) -> Language:
    """Load a Danish pipeline with hoering's own rules for tokens, sentences, entities and lemmas in it.

    Args:
        name: an installed spaCy package (``da_core_news_md``, a DaCy model) or a path. Without it:
            ``da_core_news_sm`` where it is installed, else the model that ships with hoering.
        gazetteer: a file of the user's own names, on top of those that ship (see `Gazetteer.load`).

    Returns:
        A spaCy `Language`; `describe` says which it is, ``nlp.meta["name"]`` and ``["version"]`` too. Its tokens
        have ``token._.parts`` (see `hoering.language.compounds`).

    Raises:
        ModelError: the named model is not there, is broken, is not Danish, or is made for another spaCy.
        GazetteerError: the file of names cannot be understood.
    """
    names = Gazetteer.load(gazetteer)
    nlp = load_model(name)
    for old in (*_REPLACED, *_OWN):
        if old in nlp.pipe_names:
            nlp.remove_pipe(old)
    extend_tokenizer(nlp, names)
    own = {"gazetteer": str(gazetteer) if gazetteer else None}
    nlp.add_pipe("hoering_sentences", first=True, config=own)
    nlp.add_pipe("hoering_entities", config=own)
    nlp.add_pipe("hoering_lemmas", last=True)
    remember_vectors(nlp)
    compounds.register()
    return nlp
