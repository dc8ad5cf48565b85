"""A stand-in model server and answers for it; no language model is needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.coding.llm.standin import StandIn, serving


@pytest.fixture
def standin() -> Iterator[StandIn]:
    """A server on this machine that a test tells what to say."""
    with serving(StandIn()) as server:
        yield server
