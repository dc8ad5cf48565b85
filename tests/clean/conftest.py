"""What the rule tables share: a document out of a text, and what a rule takes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from hoering.clean import clean
from hoering.edits import Edit, View
from hoering.sensitive import Mark, RawDocument, RawText

Rule = Callable[[RawDocument], Iterable[Edit]]
MakeDocument = Callable[..., RawDocument]
Removed = Callable[..., list[str]]


def document_of(text: str, file_format: str = "txt", marks: tuple[Mark, ...] = ()) -> RawDocument:
    raw = RawText(text=text, marks=marks)
    return RawDocument(document=f"brev.{file_format}", sha256="", format=file_format, raw=raw)


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    return document_of


@pytest.fixture(scope="session")
def removed() -> Removed:
    """What a rule takes out of a text, in order of place."""

    def removed_by(rule: Rule, text: str, file_format: str = "txt") -> list[str]:
        edits = sorted(rule(document_of(text, file_format)), key=lambda e: e.start)
        assert all(edit.replacement == "" for edit in edits)
        return [text[edit.start : edit.end] for edit in edits]

    return removed_by


@pytest.fixture(scope="session")
def readable() -> Callable[..., str]:
    """The readable text that cleaning leaves, its blank lines and outer blanks aside."""

    def text_of(text: str, file_format: str = "txt") -> str:
        view = View.of(text, clean(document_of(text, file_format)))
        lines = [line.strip() for line in view.text.splitlines()]
        return "\n".join(line for line in lines if line)

    return text_of
