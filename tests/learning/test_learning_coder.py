"""A coder with something learned on top, and the files it is kept in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hoering.codebook import Codebook
from hoering.coding import PatternCoder, WeighingCoder
from hoering.errors import DecisionsError
from hoering.learning.coder import LearnedCoder
from hoering.learning.layer import Layer, drop_layer, layer_folder, load_layer, save_layer
from hoering.learning.margins import margins
from hoering.learning.material import Material
from hoering.learning.residual import Residual
from hoering.learning.words import Vocabulary

MakeMaterial = Callable[..., Material]
VOCABULARY = Vocabulary(("-tog", "natten", "savner"), (1.0, 1.0, 1.0))
TEXTS = ["Vi savner bussen.", "Hvorfor om natten?", "Borgerne bør spørges."]


def layer(**learned: dict[str, Residual]) -> Layer:
    return Layer(codebook="lille 2", base="rule:patterns", decisions="d", vocabulary=VOCABULARY, learned=learned)  # type: ignore[arg-type]


def weights(*words: float, shift: float = 0.0) -> Residual:
    return Residual(1.0, shift, np.array(words, dtype=float))


def suggest(coder: WeighingCoder, item: Material) -> list[tuple[list[str], list[str], str]]:
    found = coder.suggest(item.source, item.sentences, item.voices)
    return [([t.code for t in s.themes], [a.code for a in s.actors], s.stance.code) for s in found]


def test_margins_are_above_zero_exactly_where_the_coder_suggests(book: Codebook, material: MakeMaterial) -> None:
    item = material(TEXTS)
    coder = PatternCoder(book)
    own = margins(coder, book, item.source, item.sentences, item.voices)
    assert own.suggested == coder.suggest(item.source, item.sentences, item.voices)
    np.testing.assert_array_equal(own.odds["theme"] > 0, [[True, False], [False, False], [False, False]])
    # "Vi" of a citizen is about citizens, which no pattern weighs.
    np.testing.assert_array_equal(own.odds["actor"].ravel() > 0, [True, False, True])
    np.testing.assert_array_equal(own.odds["stance"].argmax(axis=1), [0, 2, 1])
    assert ((own.odds["stance"] > 0).sum(axis=1) == 1).all()


def test_an_empty_layer_changes_nothing(book: Codebook, material: MakeMaterial) -> None:
    item, base = material(TEXTS), PatternCoder(book)
    coder = LearnedCoder(base, layer(), book)
    assert isinstance(coder, WeighingCoder)
    assert coder.name == "learned:patterns"
    assert coder.suggest(item.source, item.sentences, item.voices) == base.suggest(
        item.source, item.sentences, item.voices
    )


def test_a_learned_word_adds_a_code_and_the_reason_names_it(book: Codebook, material: MakeMaterial) -> None:
    item = material(TEXTS)
    coder = LearnedCoder(PatternCoder(book), layer(theme={"bus": weights(0, 4, 1)}), book)
    first, second, third = coder.suggest(item.source, item.sentences, item.voices)
    assert second.themes[0].code == "bus"
    assert second.themes[0].why == "menneskers beslutninger: +4,0 (»natten«)"
    assert second.themes[0].score == pytest.approx(1 / (1 + np.exp(-1)), abs=0.001)
    # 0.6 at the threshold, moved by one: log odds 0.405 + 1.
    assert first.themes[0].why == "mønster: bus*; menneskers beslutninger: +1,0 (»savner«)"
    assert first.themes[0].score == pytest.approx(0.803, abs=0.001)
    assert third.themes == ()


def test_a_code_can_be_taken_away_and_the_others_stay(book: Codebook, material: MakeMaterial) -> None:
    item = material(TEXTS)
    coder = LearnedCoder(PatternCoder(book), layer(theme={"bus": weights(0, 0, 0, shift=-2)}), book)
    assert suggest(coder, item) == [([], ["borgere"], "kritik"), ([], [], "neutral"), ([], ["borgere"], "forslag")]


def test_the_stance_with_most_for_it_is_taken(book: Codebook, material: MakeMaterial) -> None:
    item = material(TEXTS)
    coder = LearnedCoder(PatternCoder(book), layer(stance={"forslag": weights(0, 0, 9)}), book)
    first, second, _ = coder.suggest(item.source, item.sentences, item.voices)
    assert (first.stance.code, first.stance.why) == ("forslag", "menneskers beslutninger: +9,0 (»savner«)")
    assert second.stance == PatternCoder(book).suggest(item.source, item.sentences, item.voices)[1].stance


def test_a_stance_that_wins_since_another_lost_has_a_reason(book: Codebook, material: MakeMaterial) -> None:
    item = material(["Vi savner bussen."])
    coder = LearnedCoder(PatternCoder(book), layer(stance={"kritik": weights(0, 0, -9)}), book)
    (found,) = coder.suggest(item.source, item.sentences, item.voices)
    assert found.stance.code != "kritik"
    assert found.stance.why == "ingen anden holdning vejer mere"


def test_log_odds_agree_with_what_is_suggested(book: Codebook, material: MakeMaterial) -> None:
    item = material(TEXTS)
    coder = LearnedCoder(PatternCoder(book), layer(theme={"skole": weights(0, 9, 0)}), book)
    odds = coder.log_odds(item.source, item.sentences, item.voices)
    said = [[c.id in themes for c in book.themes] for themes, _, _ in suggest(coder, item)]
    np.testing.assert_array_equal(odds.themes > 0, said)


def test_nothing_to_code_is_nothing(book: Codebook, material: MakeMaterial) -> None:
    item = material([])
    coder = LearnedCoder(
        PatternCoder(book), layer(theme={"bus": weights(1, 1, 1)}, stance={"kritik": weights(1, 1, 1)}), book
    )
    assert coder.suggest(item.source, [], []) == []


# Files


def test_what_is_saved_comes_back_and_the_same_gives_the_same_bytes(tmp_path: Path, book: Codebook) -> None:
    saved = layer(theme={"bus": weights(1, 2, 3, shift=0.5)}, stance={"kritik": weights(-1, 0, 0)})
    folder = save_layer(tmp_path, book, saved)
    assert folder == tmp_path / "laering" / "lille-2" / "patterns"
    loaded = load_layer(tmp_path, book, "rule:patterns")
    assert loaded is not None
    assert loaded.to_bytes() == saved.to_bytes()
    assert loaded.digest == saved.digest != layer(theme={"bus": weights(1, 2, 4, shift=0.5)}).digest
    assert loaded.learned["theme"]["bus"].shift == 0.5
    drop_layer(tmp_path, book, "rule:patterns")
    drop_layer(tmp_path, book, "rule:patterns")
    assert load_layer(tmp_path, book, "rule:patterns") is None


def test_each_version_and_coder_has_its_own_folder_and_no_name_leads_elsewhere(tmp_path: Path, book: Codebook) -> None:
    other = book.model_copy(update={"id": "..", "version": "../../3"})
    folders = {
        layer_folder(tmp_path, mine, base) for mine in (book, other) for base in ("rule:patterns", "model:..", "a:/b")
    }
    assert len(folders) == 6
    assert {folder.parent.parent for folder in folders} <= {tmp_path / "laering", tmp_path}


@pytest.mark.parametrize("damage", ["json", "npz", "cut", "half"])
def test_a_damaged_layer_is_told(tmp_path: Path, book: Codebook, damage: str) -> None:
    folder = save_layer(tmp_path, book, layer(theme={"bus": weights(1, 2, 3)}))
    if damage == "json":
        (folder / "lag.json").write_text("{", encoding="utf-8")
    elif damage == "npz":
        (folder / "lag.npz").unlink()
    elif damage == "cut":
        (folder / "lag.npz").write_bytes((folder / "lag.npz").read_bytes()[:100])
    else:
        other = replace(layer(theme={"bus": weights(1, 2)}), vocabulary=Vocabulary(("a", "b"), (1.0, 1.0)))
        (folder / "lag.json").write_bytes(other.to_bytes()["lag.json"])
    with pytest.raises(DecisionsError, match=r"er beskadiget\. Kør »hoering learn« igen"):
        load_layer(tmp_path, book, "rule:patterns")


def test_what_another_coder_has_learned_is_not_used(tmp_path: Path, book: Codebook) -> None:
    save_layer(tmp_path, book, layer(theme={"bus": weights(1, 2, 3)}))
    assert load_layer(tmp_path, book, "model:stacked") is None


def test_a_layer_that_was_moved_or_has_codes_that_are_gone_is_refused(tmp_path: Path, book: Codebook) -> None:
    folder = save_layer(tmp_path, book, layer(theme={"bus": weights(1, 2, 3)}))
    with pytest.raises(DecisionsError, match="Kør »hoering learn« igen"):
        load_layer(tmp_path, book.model_copy(update={"themes": book.themes[1:]}), "rule:patterns")
    folder.rename(folder.with_name("stacked"))
    with pytest.raises(DecisionsError, match="ikke til »lille 2« og »model:stacked«"):
        load_layer(tmp_path, book, "model:stacked")
