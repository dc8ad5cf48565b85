"""Short texts by topic: what is read, and that nothing told was learned from."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from hoering.coding.trained.vectors import WordVectors

pytestmark = pytest.mark.model

TOPICS = {
    1: ["Budget for havnen", "Budgetopfølgning i maj", "Lån til budgettet", "Takster og budget", "Budget og regnskab"],
    7: ["Spildevand i byen", "Plan for spildevand", "Renere spildevand", "Spildevand ved åen", "Spildevandets vej"],
}


@pytest.fixture
def agendas() -> ModuleType:
    return importlib.import_module("agendas")


def test_titles_are_read_without_the_dotted_line_and_topics_are_hundreds(agendas: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    table = 'id\tcoding\ttext\n1\t703\t4. Plan for "Åen".......... 12\n2\t2036\t\n'
    (tmp_path / "agendas" / "agendas.tsv").write_text(table, encoding="utf-8")
    titles, topics = agendas.read(tmp_path)
    assert titles == ['4. plan for "åen"', ""]
    assert topics.tolist() == [7, 20]


@pytest.mark.parametrize("with_vectors", [False, True])
def test_every_title_is_told_once_by_what_was_learned_from_others(agendas: ModuleType, with_vectors: bool) -> None:
    titles = [title.lower() for found in TOPICS.values() for title in found]
    topics = np.repeat(list(TOPICS), [len(found) for found in TOPICS.values()])
    vectors = agendas.no_vectors()
    if with_vectors:
        table = np.array([[127, 0], [0, 127]], dtype=np.int8)
        vectors = WordVectors(("budget", "spildevand"), table, np.ones(2, dtype=np.float32))
    answers = list(agendas.told(agendas.sentences(titles), topics, vectors))
    assert sorted(place for places, _, _ in answers for place in places) == list(range(len(titles)))
    right = sum(int(np.sum(found == topics[places])) for places, found, _ in answers)
    assert right >= 0.8 * len(titles)
    assert {choice for _, _, choice in answers} <= set(agendas.CHOICES)
