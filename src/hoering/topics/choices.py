"""What people have decided on topics: ``emner.yaml`` among the tables, kept and used by every later run.

A topic is known again by its passages, or where these are gone by its words, since its number and its words differ
from run to run. What cannot be placed is told and stays in the file: only a person takes a decision back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from hoering.errors import DecisionsError, HoeringError
from hoering.records import Problem
from hoering.topics.changing import merge, rename, split
from hoering.topics.held import warnings_for
from hoering.topics.model import Topic, TopicModel

CHOICES_FILE = "emner.yaml"
STAGE = "emner"

# So many of its passages are remembered, evenly spread; from so many on that are still there they settle it alone.
_REMEMBERED, _ENOUGH = 40, 3
# It is the same topic where most of them lie in it, or so many of its words are the same (Jaccard).
_MOST, _WORDS = 0.5, 0.4
# A topic that has grown or shrunk by more is another one.
_FACTOR = 3.0
_LARGEST = 5_000_000

_HEAD = """# Jeres valg om emnerne. Skrives af »hoering topics« og bruges i hver kørsel af »hoering run«.
# I må gerne slette et valg. »ord« og »afsnit« er det, et emne kendes igen på.
"""
_MESSAGES = {
    "extra_forbidden": "ukendt nøgle",
    "greater_than_equal": "er for lille",
    "int_parsing": "skal være et helt tal",
    "int_type": "skal være et helt tal",
    "literal_error": "skal være »flet«, »del« eller »navn«",
    "missing": "mangler",
    "model_type": "er ikke skrevet som et valg",
    "string_type": "skal være tekst",
    "too_short": "er tom",
    "tuple_type": "skal være en liste",
}

Action = Literal["flet", "del", "navn"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Remembered(_Entry):
    """A topic to be known again; keys are Danish because the file is the secretariat's.

    ``ord`` are its key words as base forms and ``afsnit`` hashes of some of its passages, both with spaces between, to
    take one line of the file; ``andel`` is its share of all passages.
    """

    navn: str
    ord: str = ""
    afsnit: str = ""
    andel: float = 0.0

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        """``- Busser`` is short for ``- navn: Busser``: then the name alone counts."""
        return {"navn": value} if isinstance(value, str) else value


class Choice(_Entry):
    """A decision: topics are merged (``flet``, two or more), one is split (``del``) or gets a name (``navn``)."""

    handling: Action
    emner: Annotated[tuple[Remembered, ...], Field(min_length=1)]
    navn: str = ""
    dele: Annotated[int, Field(ge=2)] = 2

    @model_validator(mode="after")
    def _whole(self) -> Choice:
        if self.handling == "flet" and len(self.emner) < 2:
            raise ValueError("»flet« skal nævne mindst to emner")
        if self.handling == "navn" and not self.navn.strip():
            raise ValueError("»navn« mangler det nye navn")
        return self

    def __str__(self) -> str:
        names = [f"»{topic.navn}«" for topic in self.emner]
        if self.handling == "flet":
            return f"flet {', '.join(names[:-1])} og {names[-1]}"
        return f"del {names[0]} i {self.dele}" if self.handling == "del" else f"kald {names[0]} »{self.navn}«"


class TopicChoices(_Entry):
    """All decisions in the order they were made; ``antal`` is how many topics there shall be before them."""

    antal: Annotated[int, Field(ge=1)] | None = None
    valg: tuple[Choice, ...] = ()

    def to_yaml(self) -> bytes:
        """The text of the file."""
        told = self.model_dump(mode="json", exclude_defaults=True)
        return (_HEAD + yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1_000)).encode()


def read_choices(folder: Path) -> TopicChoices:
    """The decisions in a folder of tables; none where there is no file.

    Raises:
        DecisionsError: the file cannot be read or breaks its form; the message is Danish and says where.
    """
    path = folder / CHOICES_FILE
    if not path.is_file():
        return TopicChoices()
    try:
        if path.stat().st_size > _LARGEST:
            raise DecisionsError(f"{CHOICES_FILE} er for stor (over 5 MB).")
        data = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionsError(f"{CHOICES_FILE} kan ikke læses; gem den som UTF-8.") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"linje {mark.line + 1}" if mark else "ukendt sted"
        raise DecisionsError(f"{CHOICES_FILE} er ikke gyldig YAML: {where}.") from error
    if data is None:
        return TopicChoices()
    try:
        return TopicChoices.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ", ".join(f"nr. {part + 1}" if isinstance(part, int) else part for part in first["loc"])
        message = _MESSAGES.get(first["type"], first["msg"].removeprefix("Value error, "))
        raise DecisionsError(f"{CHOICES_FILE}{f', {place}' if place else ''}: {message}.") from error


def remembered(topic: Topic, model: TopicModel, texts: Sequence[str]) -> Remembered:
    """What a topic is known again by.

    Args:
        topic: the topic.
        model: the model it belongs to.
        texts: the model's passages.
    """
    places = [place for place, found in enumerate(model.assignments) if found == topic.id]
    step = max(1, len(places) / _REMEMBERED)
    chosen = [places[int(number * step)] for number in range(min(len(places), _REMEMBERED))]
    marks = list(dict.fromkeys(passage_mark(texts[place]) for place in chosen))
    return Remembered(navn=topic.label, ord=" ".join(topic.terms), afsnit=" ".join(marks), andel=round(topic.share, 4))


def passage_mark(text: str) -> str:
    """A short hash of a passage, the same however it is spaced."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def replay(model: TopicModel, choices: TopicChoices, texts: Sequence[str]) -> tuple[TopicModel, tuple[Problem, ...]]:
    """A model as people want it, and which of their decisions could not be placed.

    Args:
        model: the topics as they were found.
        choices: what people decided.
        texts: the model's passages.
    """
    marks = [passage_mark(text) for text in texts]
    base, problems, named = model, [], set[str]()
    for choice in choices.valg:
        try:
            model = _applied(model, choice, marks, named)
        except HoeringError as error:
            reason = f"{error} Valget står stadig i {CHOICES_FILE}; slet det, hvis det ikke skal gælde mere."
            problems.append(Problem(stage=STAGE, item=str(choice), reason=reason))
    if model is base:
        return model, tuple(problems)
    old = warnings_for(base.topics, len(texts))
    kept = dict.fromkeys(note for note in model.notes if note not in old)
    return replace(model, notes=(*kept, *warnings_for(model.topics, len(texts)))), tuple(problems)


def after(model: TopicModel, choice: Choice, texts: Sequence[str]) -> TopicModel:
    """A model after one more decision.

    Args:
        model: the topics as they are.
        choice: the decision.
        texts: the model's passages.

    Raises:
        HoeringError: it cannot be placed.
    """
    old = warnings_for(model.topics, len(texts))
    made = _applied(model, choice, [passage_mark(text) for text in texts], set())
    kept = dict.fromkeys(note for note in made.notes if note not in old)
    return replace(made, notes=(*kept, *warnings_for(made.topics, len(texts))))


def _applied(model: TopicModel, choice: Choice, marks: Sequence[str], named: set[str]) -> TopicModel:
    """A model after a decision; ``named`` are the names people have given so far.

    Raises:
        HoeringError: the decision cannot be placed; the message is Danish.
    """
    found = [_known_again(topic, model, marks) for topic in choice.emner]
    if choice.handling == "del":
        return split(model, found[0].id, choice.dele)
    if choice.handling == "flet":
        ids = {topic.id for topic in found}
        if len(ids) < 2:
            raise HoeringError(f"Emnerne er allerede ét emne, »{found[0].label}«.")
        model = merge(model, sorted(ids))
        if not choice.navn:
            return model
        found = [_largest_of(model, marks, choice)]
    topic = found[0]
    if topic.label in named and topic.label not in {item.navn for item in choice.emner}:
        raise HoeringError(f"Emnet har allerede fået navnet »{topic.label}«.")
    named.discard(topic.label)
    named.add(choice.navn)
    return rename(model, topic.id, choice.navn)


def _largest_of(model: TopicModel, marks: Sequence[str], choice: Choice) -> Topic:
    """The topic that holds most of what was merged."""
    wanted = {mark for topic in choice.emner for mark in topic.afsnit.split()}
    shares = [(sum(mark in wanted for mark in _marks_of(topic, model, marks)), -topic.id) for topic in model.topics]
    return model.topics[-max(shares)[1]]


def _known_again(wanted: Remembered, model: TopicModel, marks: Sequence[str]) -> Topic:
    """The topic that is the one remembered.

    Raises:
        HoeringError: none is.
    """
    if not wanted.ord and not wanted.afsnit:
        return model.topic(wanted.navn)
    there = set(wanted.afsnit.split()) & set(marks)
    scored = []
    for topic in model.topics:
        words = _jaccard(set(wanted.ord.split()), set(topic.terms))
        share = len(there & set(_marks_of(topic, model, marks))) / len(there) if there else 0.0
        alike = share > _MOST if len(there) >= _ENOUGH else words >= _WORDS
        sized = not wanted.andel or wanted.andel / _FACTOR <= topic.share <= wanted.andel * _FACTOR
        if alike and sized:
            scored.append((share, words, -topic.id))
    if not scored:
        raise HoeringError(f"Emnet »{wanted.navn}« findes ikke mere i dette materiale.")
    return model.topics[-max(scored)[2]]


def _marks_of(topic: Topic, model: TopicModel, marks: Sequence[str]) -> list[str]:
    return [mark for mark, found in zip(marks, model.assignments, strict=True) if found == topic.id]


def _jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
