"""A small invented codebook to change and load."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from hoering import codebook
from hoering.codebook import Codebook
from hoering.codebook.reading import Reader
from hoering.records import Segment
from hoering.tables import parquet_bytes, records_frame

CULTURE = """\
id: kultur
label: Kultur
version: "2"
authority: forvaltning
private: publikum
themes:
- id: scenekunst
  label: Scenekunst
  definition: Teater og dans.
  strong: [teater*]
  medium: [scene, dans]
- id: bibliotek
  label: Bibliotek
  definition: Bøger og lån.
  strong: [bibliotek*]
actors:
- id: kunstnere
  label: Kunstnere
  definition: De, der optræder.
  strong: [skuespiller]
  roles: [skuespiller]
- id: publikum
  label: Publikum
  definition: De, der ser på.
  strong: [tilskuer]
- id: forvaltning
  label: Forvaltningen
  definition: Kulturforvaltningen.
  strong: [kulturforvaltning*]
stances:
- id: kritik
  label: Kritik
  definition: Savner noget.
  strong: [savne/savner]
- id: neutral
  label: Neutral
  definition: Alt andet.
"""

Culture = Callable[..., Path]


@pytest.fixture(scope="session")
def load_shipped(book: Codebook) -> Callable[[str], Codebook]:
    """Gives a shipped codebook by name, each loaded once."""
    return cache(lambda name: book if name == codebook.DEFAULT else codebook.load(name))


@pytest.fixture
def culture(tmp_path: Path) -> Culture:
    """Writes the culture codebook with changes (old text, new text) and gives its path."""

    def write(*changes: tuple[str, str], name: str = "kultur.yaml") -> Path:
        text = CULTURE
        for old, new in changes:
            assert text.count(old) >= 1, old
            text = text.replace(old, new, 1)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def make_run(tmp_path: Path) -> Callable[..., Path]:
    """Writes the table of sentences of a finished run and gives the run's folder."""

    def make(*sentences: str) -> Path:
        rows = [
            Segment(segment_id=str(n), source="k", document="k", level="sentence", page=1, start=0, end=1, text=text)
            for n, text in enumerate(sentences)
        ]
        place = tmp_path / "kørsel" / "data" / "processed"
        place.mkdir(parents=True)
        (place / "segments.parquet").write_bytes(parquet_bytes(records_frame("segments", rows)))
        return tmp_path / "kørsel"

    return make


@pytest.fixture
def read_with(culture: Culture, nlp: Language) -> Callable[..., Reader]:
    """A reader with the culture codebook, changed."""
    return lambda *changes: Reader(codebook.load(culture(*changes)), nlp)
