"""Claims and sources made in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hoering.positions import Claim
from hoering.records import Source


def make_claim(quote: str, number: int = 1, **changed: Any) -> Claim:
    """A claim under `mobilitet`, by a citizen of his own unless told otherwise."""
    also = tuple((500 + 100 * i, 550 + 100 * i, text) for i, text in enumerate(changed.pop("also", ())))
    fields: dict[str, Any] = {
        "concern_id": f"{number:03d}-{changed.get('start', 0)}-{changed.get('theme', 'mobilitet')}",
        "coding_id": "k", "source": f"brev {number}.txt#1", "number": number, "document": f"brev {number}.txt",
        "page": 1, "start": 0, "end": len(quote), "quote": quote, "voice": "borgere", "speaker": "", "sender": "Borger",
        "sender_type": "borgere", "theme": "mobilitet", "stance": "kritik", "target_actor": "", "weight": 0.6,
        "also": also,
    }  # fmt: skip
    return Claim(**(fields | changed))


def make_source(number: int, sender_type: str = "borgere", **changed: Any) -> Source:
    """A letter that is used."""
    fields: dict[str, Any] = {
        "source": f"brev {number}.txt#1", "document": f"brev {number}.txt", "number": number, "kind": "hoeringssvar",
        "sender": "Borger", "sender_type": sender_type, "date": "2026-03-01", "sha256": "0", "status": "used",
    }  # fmt: skip
    return Source(**(fields | changed))


@pytest.fixture(scope="session", name="claim")
def _claim() -> Callable[..., Claim]:
    return make_claim


@pytest.fixture(scope="session", name="source")
def _source() -> Callable[..., Source]:
    return make_source
