from __future__ import annotations

import pytest

from hoering import codebook
from hoering.coding.registry import make_coder
from hoering.errors import HoeringError


@pytest.mark.parametrize(
    ("name", "coder"),
    [
        ("auto", "model:stacked"),
        ("patterns", "rule:patterns"),
        ("trained", "model:trained"),
        ("stacked", "model:stacked"),
        ("similarity", "model:similarity"),
        ("llm:http://127.0.0.1:8080#lille", "llm:lille"),
    ],
)
def test_a_coder_is_made_by_name(name: str, coder: str) -> None:
    assert make_coder(name, codebook.load()).name == coder


def test_a_codebook_without_a_model_is_coded_by_its_patterns() -> None:
    assert make_coder("auto", codebook.load("aeldre")).name == "rule:patterns"


@pytest.mark.parametrize("name", ["trained", "stacked"])
def test_a_codebook_without_a_model_cannot_be_coded_by_one(name: str) -> None:
    with pytest.raises(HoeringError, match="ingen trænet koder med til kodebogen »aeldre«"):
        make_coder(name, codebook.load("aeldre"))


def test_an_unknown_coder_is_told_with_those_there_are() -> None:
    with pytest.raises(HoeringError, match=r"»stakket«.*stacked"):
        make_coder("stakket", codebook.load())


def test_a_language_model_outside_is_refused_unless_allowed() -> None:
    with pytest.raises(HoeringError):
        make_coder("llm:https://model.example.org#stor", codebook.load())
    assert make_coder("llm:https://model.example.org#stor", codebook.load(), anywhere=True).name == "llm:stor"
