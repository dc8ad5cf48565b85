"""A paragraph with its facts, a pipeline, and a server that says what a test wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from spacy.language import Language

from hoering.language import load
from hoering.material import Material
from hoering.rewording import Facts
from tests.coding.llm.standin import StandIn, serving
from tests.report.conftest import LETTERS, build

FACTS = Facts(
    text="Kritikken eller bekymringen kommer fra Handicaprådet, Ravnsø Erhvervsforum og borgere (3 henvendelser). "
    "Den er rettet mod jobcenter og kommune. Henvendelse 15 tilslutter sig en andens svar.",
    title="Kritik af busforbindelserne",
    stance="kritik",
    quotes=("Bussen kører ikke om aftenen, og der er 4 kilometer til stoppestedet.", "Jeg kan ikke nå hjem."),
    counts=("5 afsendere", "6 henvendelser", "3 borgere", "1 råd"),
    parties=("borgere", "råd", "virksomheder", "a-kasser", "jobcenter og kommune", "politikere"),
)


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture
def facts() -> Facts:
    return FACTS


@pytest.fixture(scope="session")
def make_material() -> Callable[..., Material]:
    return build


@pytest.fixture(scope="session")
def material() -> Material:
    """Six sources in use and two set aside; two positions have more than one sender."""
    return build(LETTERS, joins=[(5, 1)])


@pytest.fixture
def standin() -> Iterator[StandIn]:
    """A server on this machine that a test tells what to say."""
    with serving(StandIn()) as server:
        yield server
