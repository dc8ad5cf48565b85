from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from hoering.codebook import Code
from hoering.coding.encoders import encoded
from hoering.coding.likeness import Likeness, learn_likeness, references
from hoering.errors import ModelError

AXES = ("bus", "skole", "vej", "rute", "lærer", "asfalt")


class Axes:
    """A vector that counts a few words: what is alike can be worked out by hand."""

    def encode(self, sentences: list[str]) -> Any:
        return np.array([[text.lower().count(word) for word in AXES] + [0.1] for text in sentences], dtype=float)


def code(name: str, *examples: str, **more: Any) -> Code:
    return Code(id=name, label=name, definition=f"Om {name}.", examples=examples, **more)


CODES = (
    code("bus", "Bus bus.", "Bus rute.", "Rute bus bus.", counterexamples=("Bus asfalt asfalt.",)),
    code("skole", "Skole skole.", "Skole lærer.", "Lærer skole skole."),
    code("vej", "Vej vej.", "Vej asfalt.", "Asfalt vej vej."),
)


def learnt(codes: tuple[Code, ...] = CODES) -> Likeness:
    found = learn_likeness(codes, Axes())
    assert found is not None
    return found


def suggest(likeness: Likeness, *texts: str) -> list[list[str]]:
    return [[item.code for item in found] for found in likeness.suggest(encoded(Axes(), texts))]


def test_a_sentence_gets_the_codes_it_is_like() -> None:
    assert suggest(learnt(), "En bus.", "Min lærer på skolen.", "Asfalt på vejen.") == [["bus"], ["skole"], ["vej"]]


def test_what_is_like_nothing_gets_nothing() -> None:
    assert suggest(learnt(), "Intet.") == [[]]
    assert learnt().suggest(np.zeros((1, len(AXES) + 1), dtype=np.float32)) == [[]]
    assert learnt().suggest(np.zeros((0, 0), dtype=np.float32)) == []


def test_a_counterexample_that_is_nearer_forbids_the_code() -> None:
    without = (CODES[0].model_copy(update={"counterexamples": ()}), *CODES[1:2])
    text = "Bus med asfalt og asfalt."
    assert suggest(learnt(without), text) == [["bus"]]
    assert suggest(learnt(CODES[:2]), text) == [[]]


def test_the_reason_names_the_nearest_text() -> None:
    codes = (*CODES[:2], code("vej", "Vej vej vej.", "Vej " + "asfalt " * 20, include="Huller, rabatter."))
    found = learnt(codes).suggest(encoded(Axes(), ["rute bus", "skole", "vej " + "asfalt " * 20]))
    assert [item[0].why for item in found] == [
        "ligner eksemplet: »Bus rute.« (1,00)",
        "ligner kodens navn »skole« (1,00)",
        f"ligner eksemplet: »{('Vej ' + 'asfalt ' * 20)[:80].rstrip()} …« (1,00)",
    ]


def test_definitions_and_what_is_included_are_told_of() -> None:
    codes = (*CODES[:2], code("vej", "Vej vej.", "Vej vej vej.", include="Asfalt rute, asfalt lærer."))
    found = learnt(codes).suggest(encoded(Axes(), ["asfalt rute"]))
    assert found[0][0].why == "ligner det, koden omfatter: »Asfalt rute« (1,00)"


def test_what_a_code_includes_is_taken_apart() -> None:
    told = references([code("bus", include="Ruter, køreplaner. Priser; ja.")])
    assert [(item.kind, item.text) for item in told] == [
        ("label", "bus"),
        ("definition", "Om bus."),
        ("include", "Ruter"),
        ("include", "køreplaner"),
        ("include", "Priser"),
        ("include", "ja"),
    ]


def test_a_score_is_the_chance_learnt_from_the_examples() -> None:
    likeness = learnt()
    near, far = likeness.suggest(encoded(Axes(), ["Bus bus rute.", "Bus bus rute skole."]))
    assert 1 > near[0].score > far[0].score >= likeness.threshold > 0


def test_each_example_is_asked_about_without_itself() -> None:
    """A code whose examples have nothing in common is known by heart only, and that is seen."""
    odd = code("rest", "Lærer lærer.", "Asfalt asfalt.", "Rute rute.")
    likeness = learnt((*CODES, odd))
    assert likeness.untold == {"rest"}
    assert suggest(likeness, "Lærer lærer.", "Skole lærer skole.") == [[], ["skole"]]
    assert likeness.f1 < learnt().f1 == 1.0


def test_an_example_that_two_codes_share_is_right_for_both() -> None:
    shared = (code("bus", "Bus rute.", "Bus bus."), code("rute", "Bus rute.", "Rute rute."), CODES[2])
    assert suggest(learnt(shared), "Bus rute.") == [["bus", "rute"]]


@pytest.mark.parametrize("codes", [(), (code("bus"),), (code("bus", "Bus."), code("vej", "Vej.")), CODES[:1]])
def test_too_few_examples_teach_nothing(codes: tuple[Code, ...]) -> None:
    assert learn_likeness(codes, Axes()) is None


def test_an_encoder_that_does_not_see_a_code_is_told() -> None:
    class Blind:
        def encode(self, sentences: list[str]) -> Any:
            return [[1.0, 0.0] if "bus" in text.lower() else [0.0, 0.0] for text in sentences]

    with pytest.raises(ModelError, match="kun nuller for alt, hvad kodebogen siger om koden »skole«"):
        learn_likeness(CODES, Blind())


def test_vectors_of_another_length_are_told() -> None:
    with pytest.raises(ModelError, match="forskellig længde"):
        learnt().suggest(np.ones((1, 3), dtype=np.float32))
