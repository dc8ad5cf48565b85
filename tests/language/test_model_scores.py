"""The bundled model against its bars, where the test sets lie beside the project; and what its card says of it."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.training import Corpus
from spacy.util import load_config

from hoering import language

TREEBANK = Path(__file__).parents[3] / "shared" / "treebank" / "eval"
MODEL = Path(str(resources.files("hoering.language") / "model"))
PACKAGE = MODEL.parent
MEGABYTE = 1_000_000

# What the pipeline as loaded must not fall below.
UNIVERSAL_DEPENDENCIES = {"pos_acc": 0.955, "lemma_acc": 0.972, "dep_uas": 0.805, "sents_f": 0.90}
ENTITIES = {"ents_f": 0.72}

needs_treebank = pytest.mark.skipif(not TREEBANK.is_dir(), reason="needs ../shared/treebank")


@pytest.fixture(scope="module")
def card() -> dict[str, Any]:
    """The scores that were written when the model was made."""
    scores: dict[str, Any] = json.loads((MODEL / "scores.json").read_text(encoding="utf-8"))
    return scores["hoering.language.load"]


@pytest.fixture(scope="module")
def bundled() -> Language:
    return language.load(MODEL)


@needs_treebank
@pytest.mark.model
@pytest.mark.parametrize(
    ("file", "title", "bars"),
    [("test-ud217.spacy", "UD 2.17", UNIVERSAL_DEPENDENCIES), ("test-ner.spacy", "DaN+", ENTITIES)],
)
def test_bundled_model_reaches_its_bars_and_the_figures_on_its_card(
    bundled: Language, card: dict[str, Any], file: str, title: str, bars: dict[str, float]
) -> None:
    reached = bundled.evaluate(list(Corpus(TREEBANK / file)(bundled)))
    for figure, bar in bars.items():
        assert reached[figure] >= bar, figure
        assert reached[figure] == pytest.approx(card[title][figure], abs=0.0015), figure


def test_card_tells_the_scores_that_were_measured(card: dict[str, Any]) -> None:
    text = (MODEL / "README.md").read_text(encoding="utf-8")
    for title, figure in [("UD 2.17", name) for name in UNIVERSAL_DEPENDENCIES] + [("DaN+", "ents_f")]:
        shown = f"{card[title][figure] * 100:.1f}"
        assert re.search(rf"\*\*{re.escape(shown)}\*\*", text), (figure, shown)


def test_everything_the_language_part_ships_is_below_20_megabytes() -> None:
    assert sum(path.stat().st_size for path in PACKAGE.rglob("*") if path.is_file()) < 20 * MEGABYTE


def test_licence_and_sources_lie_beside_the_weights_and_in_their_meta() -> None:
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    assert meta["license"] == "CC BY-SA 4.0"
    assert (MODEL / "LICENSE").read_text(encoding="utf-8").startswith("Attribution-ShareAlike 4.0 International")
    assert len(meta["sources"]) >= 6
    for source in meta["sources"]:
        assert source["name"] in card, source["name"]


def test_the_config_names_no_place_on_the_machine_that_trained() -> None:
    assert not any(load_config(MODEL / "config.cfg")["paths"].values())
