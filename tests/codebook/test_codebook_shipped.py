from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering import codebook
from hoering.codebook import Codebook


def _words(text: str) -> list[str]:
    return text.split()


THEMES = _words("""
    virksomhedernes_ansvar rekruttering virksomhedssamarbejde opkvalificering fagforeninger a_kasser borgernes_stemme
    moedet_med_jobcentret helhedsorienteret_indsats udsatte_borgere unge sundhed social_arv faellesskaber
    varig_tilknytning tidlig_indsats mobilitet lovgivning styring proces integration sammenhaeng_politikker
""")
ACTORS = _words("""
    virksomheder arbejdsgiverorganisationer fagforeninger a_kasser borgere jobcenter_kommune politikere raad staten
    uddannelse sundhedsvaesen civilsamfund
""")
STANCES = ["kritik", "forslag", "stoette", "neutral"]


@pytest.fixture(params=codebook.shipped())
def any_book(request: pytest.FixtureRequest, load_shipped: Callable[[str], Codebook]) -> Codebook:
    return load_shipped(request.param)


def test_the_codebooks_that_ship_are_those_that_can_be_run() -> None:
    assert codebook.shipped() == ["aeldre", "beskaeftigelse"]


def test_the_shipped_codebook_has_the_codes_of_the_guide(book: Codebook) -> None:
    assert [code.id for code in book.themes] == THEMES
    assert [code.id for code in book.actors] == ACTORS
    assert sorted(code.id for code in book.stances) == sorted(STANCES)
    assert (len(THEMES), len(ACTORS), len(STANCES)) == (22, 12, 4)


def test_every_shipped_code_is_explained(any_book: Codebook) -> None:
    codes = list(any_book.codes())
    assert [code.id for code in codes if not (code.label.strip() and len(code.definition) > 20)] == []
    assert [code.id for code in codes if code.label == code.id] == []
    assert [code.id for code in any_book.themes if len(code.examples) < 4 or len(code.counterexamples) < 2] == []


def test_every_shipped_theme_and_actor_can_be_found(any_book: Codebook) -> None:
    codes = (*any_book.themes, *any_book.actors)
    weights = {code.id: {p.weight for p in code.patterns()} for code in codes}
    assert [code for code, found in weights.items() if 3.0 not in found] == []


def test_every_shipped_theme_stands_under_a_heading_and_every_heading_holds_some(any_book: Codebook) -> None:
    assert 4 <= len(any_book.groups) <= 6
    assert list(any_book.roots()) == list(any_book.groups)
    walked = [[entry.id for _, entry in branch.walk()][1:] for branch in any_book.tree()]
    assert min(map(len, walked)) >= 2
    assert sorted(id for ids in walked for id in ids) == sorted(code.id for code in any_book.themes)
    assert [heading.id for heading in any_book.groups if len(heading.definition) < 40] == []


def test_every_shipped_theme_answers_a_guiding_question_and_every_question_is_answered(any_book: Codebook) -> None:
    assert 4 <= len(any_book.tracks) <= 6
    assert [track.question for track in any_book.tracks if not track.question.endswith("?")] == []
    assert [code.id for code in any_book.themes if not code.tracks] == []
    assert {track.id for track in any_book.tracks} == {track for code in any_book.themes for track in code.tracks}


def test_the_lexicon_speaks_of_the_codebooks_themes(book: Codebook) -> None:
    assert len(book.lexicon_patterns) > 5000
    assert {p.code for p in book.lexicon_patterns} <= set(THEMES)


def test_stances_and_general_parties_are_the_same_in_every_shipped_codebook(any_book: Codebook, book: Codebook) -> None:
    general = {"politikere", "staten", "sundhedsvaesen", "civilsamfund", *STANCES}
    shared, own = (
        [code.model_dump() for code in (*found.actors, *found.stances) if code.id in general]
        for found in (any_book, book)
    )
    assert shared == own
    assert len(shared) == len(general)


def test_no_pattern_of_a_shipped_codebook_speaks_for_and_against_its_code(any_book: Codebook) -> None:
    for code in any_book.codes():
        texts = [pattern.text for pattern in code.patterns()]
        assert sorted(texts) == sorted(set(texts)), code.id


def test_label_of_a_code_and_of_an_unknown_one(book: Codebook) -> None:
    assert book.label_of("virksomheder") == "Virksomheder"
    assert book.label_of("faglige_parter") == "Fagbevægelse og a-kasser"
    assert book.label_of("ukendt_kode") == "ukendt_kode"


def test_the_codebook_in_the_documentation_loads(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "kodebog.md").read_text(encoding="utf-8")
    (tmp_path / "kultur.yaml").write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    book = codebook.load(tmp_path / "kultur.yaml")
    assert [code.id for code in book.codes()] == [
        *("scenekunst", "bibliotek", "kommune", "borgere", "politikere", "civilsamfund"),
        *("kritik", "forslag", "stoette", "neutral"),
    ]
