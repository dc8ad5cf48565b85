from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from hoering import codebook
from hoering.annotate import Sentence
from hoering.coding.trained.model import ARRAYS, FACTS, TrainedModel, load, save, shipped
from hoering.errors import HoeringError

MakeSentence = Callable[..., Sentence]


def test_a_stored_model_decides_as_before(model: TrainedModel, make_sentence: MakeSentence, tmp_path: Path) -> None:
    save(model, tmp_path, {"sentences": 4})
    sentences = [make_sentence("Bussen kører for sjældent"), make_sentence("Kurset var godt")]
    again = load(tmp_path)
    voices = ["borgere", "virksomheder"]
    for kind, table in model.decisions(model.rows(sentences, voices)).items():
        assert np.allclose(again.decisions(again.rows(sentences, voices))[kind], table, atol=0.02)
    assert again.voiced.terms == model.voiced.terms
    assert again.weighings["themes"].codes == ("transport", "kurser")


def test_the_same_model_gives_the_same_bytes(model: TrainedModel, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        save(model, tmp_path / folder, {})
    digests = {hashlib.sha256((tmp_path / folder / ARRAYS).read_bytes()).hexdigest() for folder in ("a", "b")}
    assert len(digests) == 1


@pytest.mark.parametrize("data", [b"", b"{", b"PK\x03\x04 afkortet"])
@pytest.mark.parametrize("name", [ARRAYS, FACTS])
def test_a_damaged_model_is_told_in_danish(model: TrainedModel, tmp_path: Path, name: str, data: bytes) -> None:
    save(model, tmp_path, {})
    (tmp_path / name).write_bytes(data)
    with pytest.raises(HoeringError, match="beskadiget"):
        load(tmp_path)


def test_a_column_is_found_across_kinds(model: TrainedModel) -> None:
    asked = [("themes", "kurser"), ("actors", "borgere"), ("stances", "kritik")]
    assert [model.columns(kind)[code] for kind, code in asked] == [1, 2, 3]


def test_the_shipped_model_knows_the_codes_of_its_codebook() -> None:
    book, model = codebook.load(), shipped(codebook.DEFAULT)
    assert model is not None
    assert model.weighings["themes"].codes == tuple(code.id for code in book.themes)
    assert model.weighings["stances"].codes[-1] == "neutral"


def test_the_shipped_model_is_small() -> None:
    folder = Path(codebook.__file__).parents[1] / "coding" / "models"
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 20 * 2**20


def test_no_model_ships_for_another_codebook() -> None:
    assert shipped("findes-ikke") is None
