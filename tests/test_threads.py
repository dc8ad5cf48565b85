"""One thread for linear algebra while texts are coded."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from hoering import coded, draft
from hoering.threads import one_thread


class Met(Exception):
    """Carries how many threads were in use where it was raised."""


def threads() -> set[int]:
    """How many threads each library for linear algebra would use."""
    assert (np.ones((2, 2)) @ np.ones(2)).sum() == 4  # so that it is loaded
    return {library["num_threads"] for library in threadpool_info()}


def tell(*_: object, **__: object) -> None:
    raise Met(threads())


def test_one_thread_while_it_lasts() -> None:
    with threadpool_limits(limits=2):
        before = threads()
        with one_thread():
            assert threads() == {1}
        assert threads() == before


def test_texts_are_coded_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coded, "Coder", tell)
    nothing: Any = None
    coders: Any = SimpleNamespace(book=None, by=None)
    with threadpool_limits(limits=2), pytest.raises(Met) as met:
        coded.code_texts([], coders, nothing, nothing)
    assert met.value.args == ({1},)


def test_a_draft_is_read_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "intake", tell)
    nothing: Any = None
    with threadpool_limits(limits=2), pytest.raises(Met) as met:
        draft.read_draft(Path(__file__), book=nothing, coder=nothing, nlp=nothing)
    assert met.value.args == ({1},)
