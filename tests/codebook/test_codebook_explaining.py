from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.codebook.explaining import Fired, Token, explain
from hoering.codebook.reading import Reader

pytestmark = pytest.mark.model

ReadWith = Callable[..., Reader]


def test_words_have_their_lemmas_and_parts(read_with: ReadWith) -> None:
    (found,) = explain("Vi besøger cykelpolitikken.", read_with())
    assert found.tokens[1] == Token("besøger", "besøge", ())
    assert found.tokens[2].parts == ("cykel", "politik")


def test_patterns_that_fired_add_up_to_a_verdict(read_with: ReadWith) -> None:
    changed = ("medium: [scene, dans]", "medium: [scene, dans]\n  against: [dans for os]")
    (found,) = explain("På scenen er der dans og dans, siger skuespilleren.", read_with(changed))
    theme, actor, stance = found.verdicts
    assert (theme.kind, theme.code, theme.total, theme.suggested, theme.note) == ("themes", "scenekunst", 4, True, "")
    assert theme.fired == (Fired("scene", 2, "scenen"), Fired("dans", 2, "dans; dans"))
    assert theme.score == pytest.approx(0.667)
    assert (actor.code, actor.suggested) == ("kunstnere", True)
    assert (stance.code, stance.note) == ("neutral", "intet mønster for kritik, forslag eller støtte")


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("Scenen er tom.", "for lidt: 2 af 3"),
        ("Scenen er tom for os.", "mønstrene taler imod"),
    ],
)
def test_what_is_not_suggested_says_why(read_with: ReadWith, sentence: str, note: str) -> None:
    changed = ("medium: [scene, dans]", "medium: [scene, dans]\n  against: [tom for os]")
    (found,) = explain(sentence, read_with(changed))
    assert [(v.suggested, v.score, v.note) for v in found.verdicts if v.kind == "themes"] == [(False, 0, note)]


def test_a_stance_that_is_turned_by_not_says_so(read_with: ReadWith) -> None:
    (found,) = explain("Vi savner ikke noget.", read_with())
    verdicts = {v.code: (v.suggested, v.note) for v in found.verdicts}
    assert verdicts["kritik"] == (False, "vendt af »ikke« eller overtrumfet af en anden holdning")
    assert verdicts["neutral"][0]


def test_every_sentence_is_explained_and_nothing_is_nothing(read_with: ReadWith) -> None:
    reader = read_with()
    assert [item.text for item in explain("Teateret er åbent. Vi kommer.", reader)] == [
        "Teateret er åbent.",
        "Vi kommer.",
    ]
    assert explain(" … ", reader) == []
    assert explain("", reader) == []
