from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hoering.duplicates.repeats import LEAST_WORDS, repeated_passages
from hoering.duplicates.words import words

ANSWER = (
    "Jeg har ledt efter arbejde i fjorten måneder, og det eneste, der har hjulpet mig, er den mand på biblioteket, som "
    "viste mig, hvordan man sender en ansøgning uden at miste den."
)


def test_second_copy_is_found_by_its_place() -> None:
    text = f"Først: {ANSWER}\n\nSå noget andet om en bus.\n\n{ANSWER} Slut."
    (passage,) = repeated_passages(words(text))
    assert passage.start == text.rindex("Jeg har ledt")
    assert text[passage.start : passage.end] == ANSWER.rstrip(".")


def test_every_later_copy_is_found() -> None:
    assert len(repeated_passages(words(f"{ANSWER}\n{ANSWER}\n{ANSWER}"))) == 2


def test_questions_that_come_back_are_no_repeats() -> None:
    question = "Hvad synes du, kommunen skal gøre anderledes fra i morgen?"
    assert repeated_passages(words(f"{question} En bus. {question} En tur. {question} Intet.")) == ()


@given(st.lists(st.sampled_from("abc"), max_size=120))
def test_a_passage_is_as_long_as_is_asked_and_has_a_copy_before_it(letters: list[str]) -> None:
    text = " ".join(letters)
    for passage in repeated_passages(words(text)):
        copy = text[passage.start : passage.end]
        assert len(copy.split()) >= LEAST_WORDS
        assert 0 <= text.find(copy) < passage.start
