"""What many tests share: the language model, the codebook, and one run of the example consultation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
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


@pytest.fixture(scope="module")
def loaded_once(nlp: Language, book: Codebook) -> Iterator[None]:
    """The runs of a file take the language model and the shipped codebook of the other tests: half of a small run."""
    read = codebook.load
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("hoering.language.load", lambda *_, **__: nlp)
        patched.setattr("hoering.codebook.load", lambda name=codebook.DEFAULT: book if name == book.id else read(name))
        yield


@pytest.fixture(scope="session")
def example_run(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> hoering.RunResult:
    """The example consultation, run once for all tests that look at its results, in whichever process they run."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with FileLock(shared / "eksempel.lock"):
        return hoering.run(EXAMPLE, shared / "eksempel")
