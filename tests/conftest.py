"""What many tests share: the language model, the codebook, and one run of the example consultation."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

import hoering
from hoering import codebook, language
from hoering.codebook import Codebook

EXAMPLE = Path(__file__).parents[1] / "data" / "raw" / "eksempelkommune"

# What a machine has left for a test differs by the hour; how long things may take is tested where it is the subject.
settings.register_profile("hoering", deadline=None)
settings.load_profile("hoering")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return language.load()


@pytest.fixture(scope="session")
def book() -> Codebook:
    return codebook.load()


@pytest.fixture(scope="session")
def example_run(tmp_path_factory: pytest.TempPathFactory) -> hoering.RunResult:
    """The example consultation, run once for all tests that look at its results."""
    return hoering.run(EXAMPLE, tmp_path_factory.mktemp("eksempel"))
