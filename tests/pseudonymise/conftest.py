"""A short way from a text to its masked view."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from hoering.clean import clean
from hoering.edits import View
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.pseudonymise.finding import Claims, Finding
from hoering.sensitive import RawDocument, RawText

Mask = Callable[..., str]


def cleaned(text: str, document: str = "brev.txt", *, cleaning: bool = False, sender_type: str = "") -> CleanedDocument:
    raw = RawDocument(document=document, sha256="0" * 64, format="txt", raw=RawText(text=text))
    edits = tuple(clean(raw)) if cleaning else ()
    return CleanedDocument(raw=raw, edits=edits, sender_type=sender_type)


@pytest.fixture
def mask() -> Mask:
    """Masks a text by lists and patterns alone, without the language model."""

    def masked(text: str, *, public: Iterable[str] = (), cleaning: bool = False, sender_type: str = "") -> str:
        document = cleaned(text, cleaning=cleaning, sender_type=sender_type)
        return View.of(text, Pseudonymiser(nlp=None, public=frozenset(public)).mask(document)).text

    return masked


@pytest.fixture
def marked() -> Callable[..., None]:
    """Checks that a rule finds exactly what stands in ‹…›, at its place, and under the given placeholder."""

    def check(find: Callable[[str], Iterable[Finding]], written: str, placeholder: str) -> None:
        text = re.sub("[‹›]", "", written)
        starts = [m.start() - 2 * n for n, m in enumerate(re.finditer("‹", written))]
        ends = [m.start() - 2 * n - 1 for n, m in enumerate(re.finditer("›", written))]
        claims = Claims()
        found = [f for f in find(text) if claims.claim(f.start, f.end) and f.placeholder == placeholder]
        assert sorted((f.start, f.end) for f in found) == list(zip(starts, ends, strict=True))

    return check
