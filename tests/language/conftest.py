"""A pipeline of rules alone: no model is needed to try them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from hoering.language import ruler, sentences  # noqa: F401  (they register their components)
from hoering.language.tokens import extend_tokenizer


@pytest.fixture(scope="session")
def rules() -> Language:
    """Tokenizer, sentence and entity rules on a blank pipeline."""
    nlp = spacy.blank("da")
    extend_tokenizer(nlp)
    nlp.add_pipe("hoering_sentences")
    nlp.add_pipe("hoering_entities")
    return nlp


@pytest.fixture(scope="session")
def split(rules: Language) -> Callable[[str], list[str]]:
    """The sentences of a text without the white space around them."""
    return lambda text: [sentence.text.strip() for sentence in rules(text).sents]
