"""The Danish language pipeline: a spaCy model the user names, else da_core_news_sm, else the bundled one."""

from __future__ import annotations

import warnings
from importlib import resources
from pathlib import Path

import spacy
from spacy import util
from spacy.language import Language

from hoering.errors import ModelError
from hoering.language import lemmas, sentences  # noqa: F401  (they register the two components)

PREFERRED = "da_core_news_sm"
BUNDLED = "hoering_sm"


def load(name: str | Path | None = None) -> Language:
    """Load a Danish pipeline with hoering's own sentence and lemma rules in it.

    Args:
        name: an installed spaCy package or a path. Without it: ``da_core_news_sm`` where it is
            installed, else the model that ships with hoering.

    Returns:
        A spaCy `Language`; ``nlp.meta["name"]`` and ``["version"]`` say which it is.

    Raises:
        ModelError: the named model is not there, is broken, or is not Danish.
    """
    nlp = _load(_target(name), name)
    if nlp.lang != "da":
        raise ModelError(f"Sprogmodellen »{name}« er ikke dansk (sprog: {nlp.lang}). {_hint()}")
    for old in ("senter", "hoering_sentences", "hoering_lemmas"):
        if old in nlp.pipe_names:
            nlp.remove_pipe(old)
    nlp.add_pipe("hoering_sentences", first=True)
    nlp.add_pipe("hoering_lemmas", last=True)
    return nlp


def _target(name: str | Path | None) -> str | Path:
    if name is not None:
        return name
    if util.is_package(PREFERRED):
        return PREFERRED
    return Path(str(resources.files("hoering.language") / "model"))


def _load(target: str | Path, name: str | Path | None) -> Language:
    if name is not None and not util.is_package(str(name)) and not Path(name).exists():
        raise ModelError(f"Sprogmodellen »{name}« er ikke installeret. {_hint(str(name))}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # a near spaCy version loads well
            # Sentences come by rule and nothing asks for dependencies: the parser would only cost time.
            return spacy.load(target, exclude=["parser"])
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ModelError(f"Sprogmodellen »{name or target}« kan ikke indlæses; den er beskadiget. {_hint()}") from error


def _hint(name: str = "") -> str:
    package = name if name.startswith("da_") else PREFERRED
    return f"Installér en dansk model med: python -m spacy download {package}"
