from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from hoering import language
from hoering.errors import ModelError

HINT = "Installér en dansk model med: python -m spacy download da_core_news_sm"

pytestmark = pytest.mark.model


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the model that ships with hoering, to be broken."""
    shutil.copytree(str(resources.files("hoering.language") / "model"), tmp_path / "model")
    return tmp_path / "model"


def test_a_loaded_pipeline_splits_first_and_looks_up_lemmas_last(nlp: Language) -> None:
    assert nlp.lang == "da"
    assert (nlp.pipe_names[0], nlp.pipe_names[-1]) == ("hoering_sentences", "hoering_lemmas")
    assert {"parser", "senter"} & set(nlp.pipe_names) == set()


def test_the_bundled_model_is_used_where_no_other_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spacy.util.is_package", lambda name: False)
    assert language.load().meta["name"] == language.BUNDLED


@pytest.mark.parametrize(
    ("name", "package"),
    [("min_model", "da_core_news_sm"), ("en_core_web_sm", "da_core_news_sm"), ("da_core_news_lg", "da_core_news_lg")],
)
def test_a_model_that_is_not_installed_is_told_with_what_to_install(name: str, package: str) -> None:
    with pytest.raises(ModelError) as caught:
        language.load(name)
    hint = f"Installér en dansk model med: python -m spacy download {package}"
    assert str(caught.value) == f"Sprogmodellen »{name}« er ikke installeret. {hint}"


def test_an_empty_folder_is_a_damaged_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        language.load(tmp_path)
    assert str(caught.value) == f"Sprogmodellen »{tmp_path}« kan ikke indlæses; den er beskadiget. {HINT}"


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda model: (model / "config.cfg").write_text("[[[ikke en opsætning"), id="config"),
        pytest.param(lambda model: (model / "meta.json").write_text("{"), id="meta"),
        pytest.param(lambda model: (model / "tokenizer").write_bytes(b"zz"), id="tokenizer"),
        pytest.param(lambda model: (model / "tok2vec" / "model").write_bytes(b"\x81\xa1"), id="weights"),
        pytest.param(lambda model: shutil.rmtree(model / "tok2vec"), id="part missing"),
    ],
)
def test_a_damaged_model_is_told(copy: Path, harm: Callable[[Path], object]) -> None:
    harm(copy)
    with pytest.raises(ModelError) as caught:
        language.load(copy)
    assert str(caught.value) == f"Sprogmodellen »{copy}« kan ikke indlæses; den er beskadiget. {HINT}"


def test_a_model_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "engelsk")
    with pytest.raises(ModelError) as caught:
        language.load(tmp_path / "engelsk")
    expected = f"Sprogmodellen »{tmp_path / 'engelsk'}« er ikke dansk (sprog: en). {HINT}"
    assert str(caught.value) == expected


def test_a_bare_danish_pipeline_can_be_used(tmp_path: Path) -> None:
    spacy.blank("da").to_disk(tmp_path / "bar")
    nlp = language.load(tmp_path / "bar")
    assert [sentence.text for sentence in nlp("Vi savner svar. Hvornår kommer de?").sents] == [
        "Vi savner svar.",
        "Hvornår kommer de?",
    ]


def test_a_pipeline_that_was_saved_after_loading_loads_again(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "igen")
    assert language.load(tmp_path / "igen").pipe_names == nlp.pipe_names
