from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import hoering
from hoering import language
from hoering.errors import ModelError

# What `spacy package` writes.
PACKAGE = """from pathlib import Path
from spacy.util import load_model_from_init_py, get_model_meta
__version__ = get_model_meta(Path(__file__).parent)["version"]
def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""
HINT = "Installér en dansk model med: python -m spacy download da_core_news_sm"

pytestmark = pytest.mark.model


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the model that ships with hoering, to be broken."""
    shutil.copytree(str(resources.files("hoering.language") / "model"), tmp_path / "model")
    return tmp_path / "model"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Installs the bundled weights as a package of another name, laid out as spaCy's own model packages are."""

    def installed(package: str, **meta: str) -> Path:
        site = tmp_path / "site-packages"
        folder = site / package / f"{package}-3.8.0"
        shutil.copytree(str(resources.files("hoering.language") / "model"), folder)
        lang, name = package.split("_", 1)
        change_meta(folder, lang=lang, name=name, version="3.8.0", **meta)
        (site / package / "__init__.py").write_text(PACKAGE)
        shutil.copy(folder / "meta.json", site / package)
        info = site / f"{package}-3.8.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 3.8.0\n")
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.delitem(sys.modules, package, raising=False)
        return folder

    return installed


@pytest.fixture
def _no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spacy.util.is_package", lambda name: False)


def change_meta(folder: Path, **changes: str) -> None:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, **changes}), encoding="utf-8")


def test_a_loaded_pipeline_splits_first_and_has_all_parts(nlp: Language) -> None:
    assert nlp.lang == "da"
    assert nlp.pipe_names[0] == "hoering_sentences"
    assert {"morphologizer", "parser", "lemmatizer", "ner", "hoering_lemmas"} <= set(nlp.pipe_names)
    assert "senter" not in nlp.pipe_names


@pytest.mark.usefixtures("_no_package")
def test_the_bundled_model_is_used_where_no_other_is_installed() -> None:
    nlp = language.load()
    assert nlp.meta["name"] == language.BUNDLED
    assert language.describe(nlp) == f"da_hoering_sm {nlp.meta['version']} (følger med hoering)"


def test_da_core_news_sm_is_preferred_where_it_is_installed(install: Callable[..., Path]) -> None:
    install("da_core_news_sm")
    nlp = language.load()
    assert language.describe(nlp) == "da_core_news_sm 3.8.0"
    assert [(t.lemma_, t.pos_) for t in nlp("Virksomhederne savner svar.")][:2] == [
        ("virksomhed", "NOUN"),
        ("savne", "VERB"),
    ]


def test_a_run_with_da_core_news_sm_says_so_and_records_it(install: Callable[..., Path], tmp_path: Path) -> None:
    install("da_core_news_sm")
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "svar.txt").write_text("Vi savner virksomhederne i planen.\n", encoding="utf-8")
    result = hoering.run(raw, tmp_path / "ud")
    assert result.model == "da_core_news_sm 3.8.0"
    settings = json.loads((result.project.processed / "manifest.json").read_text(encoding="utf-8"))["settings"]
    assert (settings["model"], settings["model_version"]) == ("da_core_news_sm", "3.8.0")


def test_a_larger_model_is_taken_only_by_name(install: Callable[..., Path]) -> None:
    install("da_core_news_lg")
    assert language.load().meta["name"] == language.BUNDLED
    assert language.describe(language.load("da_core_news_lg")) == "da_core_news_lg 3.8.0"


def test_an_installed_model_for_another_spacy_is_passed_over_aloud(install: Callable[..., Path]) -> None:
    install("da_core_news_sm", spacy_version=">=3.5.0,<3.6.0")
    with pytest.warns(UserWarning, match=r"lavet til spaCy >=3\.5\.0,<3\.6\.0.*Den medfølgende model bruges i stedet"):
        nlp = language.load()
    assert nlp.meta["name"] == language.BUNDLED


def test_a_named_model_for_another_spacy_is_refused(copy: Path) -> None:
    change_meta(copy, spacy_version=">=2.3.0,<2.4.0")
    with pytest.raises(ModelError) as caught:
        language.load(copy)
    assert str(caught.value).startswith(
        f"Sprogmodellen »{copy}« er lavet til spaCy >=2.3.0,<2.4.0, men her er spaCy {spacy.__version__}."
    )


def test_a_model_whose_part_is_made_by_a_package_that_is_not_there_is_told(copy: Path) -> None:
    config = (copy / "config.cfg").read_text(encoding="utf-8")
    (copy / "config.cfg").write_text(config.replace('factory = "ner"', 'factory = "ukendt_del"'), encoding="utf-8")
    with pytest.raises(ModelError, match="kan ikke indlæses"):
        language.load(copy)


def test_dacy_models_are_installed_otherwise() -> None:
    with pytest.raises(ModelError, match=r"pip install dacy.*download_model\('da_dacy_small_trf-0.2.0'\)"):
        language.load("da_dacy_small_trf-0.2.0")


def test_a_file_is_not_a_model(tmp_path: Path) -> None:
    (tmp_path / "model.zip").write_bytes(b"PK")
    with pytest.raises(ModelError, match="er en fil; der skal stå en mappe eller navnet på en model"):
        language.load(tmp_path / "model.zip")


def test_a_retrained_model_has_another_hash(copy: Path) -> None:
    before = language.sha256_of_model(language.load(copy))
    assert before == language.sha256_of_model(language.load(copy))
    change_meta(copy, description="anden")
    assert language.sha256_of_model(language.load(copy)) != before


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
