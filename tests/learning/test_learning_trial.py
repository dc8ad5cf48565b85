"""Learning is measured on sources kept out, and used only where it helps."""

from __future__ import annotations

import numpy as np
import pytest

from hoering.codebook import Codebook
from hoering.learning.evidence import Evidence
from hoering.learning.known import HAS, HAS_NOT
from hoering.learning.trial import kept_out, learn_all, trials


def made(book: Codebook, *, sources: int, rows: int = 12, telling: bool = True, theme: bool = True) -> Evidence:
    """Sentences of which each second has the theme "bus", which the coder misses; a word tells it, or none does."""
    number = sources * rows
    has = np.arange(number) % 2 == 0
    own = np.full((number, 2), -0.5)
    known = np.where(has, HAS, HAS_NOT).astype(np.int8)
    return Evidence(
        words=[["natbus" if mine else "nej"] if telling else [f"x{row % 3}"] for row, mine in enumerate(has)],
        sources=[f"s{row // rows}" for row in range(number)],
        odds={"theme": own, "actor": own[:, :1], "stance": np.tile([-0.5, -0.5, 0.5], (number, 1))},
        known={
            "theme": np.column_stack([known, np.full(number, HAS_NOT, np.int8)]) * theme,
            "actor": np.zeros((number, 1), np.int8),
            "stance": np.zeros((number, 3), np.int8),
        },
    )


def test_what_helps_on_sources_kept_out_is_switched(book: Codebook) -> None:
    theme, actor, stance = trials(made(book, sources=5), book)
    assert (theme.kind, theme.switched, theme.sentences, theme.sources) == ("theme", True, 60, 5)
    assert theme.compared is not None
    assert (theme.compared.before.value, theme.compared.after.value, theme.compared.certain) == (0.0, 1.0, 1.0)
    assert (actor.switched, actor.compared, actor.sentences) == (False, None, 0)
    assert (stance.switched, stance.compared) == (False, None)


@pytest.mark.parametrize(("sources", "rows"), [(2, 30), (5, 3), (1, 60), (0, 0)])
def test_too_few_sentences_or_sources_are_not_measured(book: Codebook, sources: int, rows: int) -> None:
    theme = trials(made(book, sources=sources, rows=rows), book)[0]
    assert (theme.switched, theme.compared) == (False, None)
    assert (theme.sentences, theme.sources) == (sources * rows, sources)


def test_what_does_worse_is_not_switched(book: Codebook) -> None:
    """In each source another word tells: what is learned from the others leads astray."""
    found = made(book, sources=4)
    has = found.known["theme"][:, 0] == HAS
    turned = [mine == (row // 12 % 2 == 0) for row, mine in enumerate(has)]
    led = Evidence(
        words=[["natbus", f"s{row // 12}"] if word else ["nej"] for row, word in enumerate(turned)],
        sources=found.sources,
        odds={**found.odds, "theme": np.column_stack([np.where(has, 0.5, -0.5), np.full(len(has), -0.5)])},
        known=found.known,
    )
    theme = trials(led, book)[0]
    assert theme.compared is not None
    assert theme.compared.before.value == 1.0
    assert not theme.switched


def test_a_row_is_never_judged_by_what_was_learned_from_its_own_source(book: Codebook) -> None:
    found = made(book, sources=4)
    words = [[f"{word[0]} {source}"] for word, source in zip(found.words, found.sources, strict=True)]
    own = Evidence(words=words, sources=found.sources, odds=found.odds, known=found.known)
    after = kept_out(own, book)["theme"][:, 0]
    for source in set(found.sources):
        assert len(set(after[[name == source for name in found.sources]].round(12))) == 1


def test_nothing_is_learned_of_a_code_about_which_nothing_is_known(book: Codebook) -> None:
    _, learned = learn_all(made(book, sources=2), book)
    assert set(learned["theme"]) == {"bus", "skole"}
    assert learned["actor"] == learned["stance"] == {}


def test_the_same_decisions_give_the_same_layer(book: Codebook) -> None:
    first, second = (learn_all(made(book, sources=3), book)[1]["theme"]["bus"] for _ in range(2))
    assert (first.scale, first.shift, first.words.tolist()) == (second.scale, second.shift, second.words.tolist())


def test_a_code_that_gets_worse_keeps_its_coder(book: Codebook) -> None:
    """ "bus" gains; on "skole" the coder is right, and a word means one thing in half of the sources only."""
    found = made(book, sources=4)
    has = np.arange(48) % 4 < 2
    half = np.arange(48) < 24
    words = [[*own, *(["lyver"] if one == two else [])] for own, one, two in zip(found.words, has, half, strict=True)]
    odds, known = found.odds["theme"].copy(), found.known["theme"].copy()
    odds[:, 1] = np.where(has, 0.05, -0.05)
    known[:, 1] = np.where(has, HAS, HAS_NOT)
    theme = trials(
        Evidence(words, found.sources, {**found.odds, "theme": odds}, {**found.known, "theme": known}), book
    )[0]
    assert theme.switched
    assert theme.left == ("skole",)
