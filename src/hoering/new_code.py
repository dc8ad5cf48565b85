"""`hoering topics --ny-kode`: a topic of a run becomes a code in a codebook of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from hoering import codebook, language
from hoering.errors import HoeringError
from hoering.project import MANIFEST
from hoering.topics.model import Topic, TopicModel
from hoering.topics.newcode import new_code
from hoering.topics.of_run import from_run

# Where a new code lies if nothing else is asked: in the project's root, where `hoering codebook check` finds it.
OWN_BOOK = "min_kodebog.yaml"

Named = Callable[[str, TopicModel], Sequence[Topic]]


def write_code(processed: Path, said: str, named: Named, to: Path, base: str | None, console: Console) -> None:
    """Write a code of a topic, and say where it lies and what to do next.

    Args:
        processed: folder with the tables of the run.
        said: the topic as it is typed.
        named: finds the topics of a model that are named in a text.
        to: the codebook; it is made, or the code is added to it.
        base: what a new one builds on; None for the codebook of the run.
        console: where to say it.

    Raises:
        HoeringError: as in `hoering.topics.new_code`; or not one topic is named, or the base cannot be told.
    """
    model = from_run(processed)
    topics = named(said, model)
    if len(topics) != 1:
        raise HoeringError(f"Nævn ét emne, ikke »{said}«.")
    below = base if base is not None or to.exists() else _of_run(processed)
    made = new_code(model, topics[0].id, to, language.load(), base=below or codebook.DEFAULT)
    for note in made.notes:
        console.print(escape(note), soft_wrap=True)
    console.print(f"  {escape(str(made.path))}", soft_wrap=True)
    for example in made.code.examples:
        console.print(f"  - {escape(example)}", soft_wrap=True)


def _of_run(processed: Path) -> str:
    try:
        name = str(json.loads((processed / MANIFEST).read_text(encoding="utf-8"))["settings"]["codebook"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise HoeringError("Her ligger ingen færdig kørsel. Kør »hoering run« først.") from error
    if name not in codebook.shipped():
        raise HoeringError(f"Kørslen brugte jeres egen kodebog »{name}«. Skriv dens fil: --kodebog FIL.")
    return name
