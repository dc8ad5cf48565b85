from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from hoering.annotate import Sentence
from hoering.codebook import ActorCode, Code, Codebook
from hoering.coding import Coder, PatternCoder, Suggested, Suggestion
from hoering.coding.embeddings import SIMILARITY, EmbeddingCoder, embedding_coder, similarity_coder
from hoering.errors import ModelError
from hoering.records import Segment, Source

MakeDocument = Callable[..., tuple[Source, list[Segment], list[Sentence]]]

VOICE = Suggestion(code="ukendt", score=1.0, why="")
BUS = ("Bussen kører for sjældent.", "Der mangler busser om aftenen.", "Vi venter længe på bussen.")
SCHOOL = ("Skolen mangler lærere.", "Klasserne i skolen er for store.", "Lærerne på skolen er trætte.")


@pytest.fixture
def told_book(small_book: Codebook) -> Codebook:
    """The small codebook with examples for its themes; its parties have none."""
    bus, school = small_book.themes
    themes = (
        bus.model_copy(update={"definition": "Busser og ruter.", "examples": BUS, "strong": ()}),
        school.model_copy(update={"definition": "Skoler og lærere.", "examples": SCHOOL}),
    )
    return small_book.model_copy(update={"themes": themes})


def suggest(coder: EmbeddingCoder, make_document: MakeDocument, texts: Sequence[str]) -> list[Suggested]:
    source, _, sentences = make_document([texts], lemmas={"savner": "savne"})
    return coder.suggest(source, sentences, [VOICE] * len(sentences))


def test_themes_come_from_likeness_and_the_rest_from_the_fallback(
    told_book: Codebook, make_document: MakeDocument
) -> None:
    (found,) = suggest(similarity_coder(told_book), make_document, ["Borgerne savner busser om aftenen."])
    assert [theme.code for theme in found.themes] == ["bus"]
    assert found.themes[0].why.startswith("ligner eksemplet: »Der mangler busser om aftenen.« (0,")
    assert [(actor.code, actor.why) for actor in found.actors] == [("borgere", "mønster: borger*")]
    assert (found.stance.code, found.stance.why) == ("kritik", "mønster: savne")


def test_parties_with_examples_come_from_likeness_too(told_book: Codebook, make_document: MakeDocument) -> None:
    firms, citizens, council = told_book.actors
    actors = (
        firms,
        citizens.model_copy(update={"examples": ("Beboerne i byen klager.", "Beboerne venter.")}),
        council.model_copy(update={"examples": ("Udvalget vedtog planen.", "Udvalget drøftede planen.")}),
    )
    coder = similarity_coder(told_book.model_copy(update={"actors": actors}))
    (found,) = suggest(coder, make_document, ["En virksomhed og beboerne venter."])
    assert [actor.code for actor in found.actors] == ["virksomheder", "borgere"]
    assert [actor.why.split(":")[0] for actor in found.actors] == ["mønster", "ligner eksemplet"]


def test_patterns_do_not_add_themes_that_likeness_knows(told_book: Codebook, make_document: MakeDocument) -> None:
    """Two coders that are compared must not be mixed more than is said."""
    school = told_book.themes[1].model_copy(update={"strong": ("kage",)})
    book = told_book.model_copy(update={"themes": (told_book.themes[0], school)})
    (found,) = suggest(similarity_coder(book), make_document, ["Kage."])
    assert found.themes == ()


def test_a_theme_likeness_knows_nothing_of_is_left_to_patterns(
    told_book: Codebook, make_document: MakeDocument
) -> None:
    other = Code(id="kage", label="Kage", definition="Bagværk.", strong=("kage",))
    coder = similarity_coder(told_book.model_copy(update={"themes": (*told_book.themes, other)}))
    (found,) = suggest(coder, make_document, ["Bussen kører for sjældent med kage."])
    assert [(theme.code, theme.why[:7]) for theme in found.themes] == [("bus", "ligner "), ("kage", "mønster")]


def test_a_codebook_without_examples_is_coded_by_the_fallback(
    small_book: Codebook, make_document: MakeDocument
) -> None:
    source, _, sentences = make_document([["Borgerne og bussen.", "Skolen."]])
    voices = [VOICE] * 2
    found = similarity_coder(small_book).suggest(source, sentences, voices)
    assert found == PatternCoder(small_book).suggest(source, sentences, voices)
    assert [theme.code for item in found for theme in item.themes] == ["bus", "skole"]


def test_codings_are_the_same_every_time(told_book: Codebook, make_document: MakeDocument) -> None:
    document = make_document([["Bussen kører ikke.", "Lærerne mangler."]])
    first, second = (Coder(told_book, by=similarity_coder(told_book)).code(*document) for _ in range(2))
    assert first == second
    assert {coding.coder for coding in first} == {SIMILARITY}


def test_sentences_at_hand_teach_words(told_book: Codebook, make_document: MakeDocument) -> None:
    """Seen beside "bussen" again and again, a word the codebook lacks leans towards it."""
    text = "Taxaen!"
    (before,) = suggest(similarity_coder(told_book), make_document, [text])
    also = [f"Bussen og taxaen kører for sjældent i {town}." for town in ("Ravnsø", "Lindholt", "Skovlev")]
    (after,) = suggest(similarity_coder(told_book, also=also), make_document, [text])
    assert [theme.code for theme in before.themes] == []
    assert [theme.code for theme in after.themes] == ["bus"]


def test_nothing_to_code_is_nothing(told_book: Codebook, make_document: MakeDocument) -> None:
    source, _, _ = make_document([["Ja."]])
    assert similarity_coder(told_book).suggest(source, [], []) == []


class Broken:
    """Right for the codebook, wrong for what is to be coded."""

    def __init__(self, rows: Any) -> None:
        self.rows = rows

    def encode(self, sentences: list[str]) -> Any:
        if len(sentences) > 2:
            return [[float("bus" in text.lower()), float("skole" in text.lower()), 0.1] for text in sentences]
        return self.rows


@pytest.mark.parametrize(
    ("rows", "message"),
    [([[1.0, 0.0, 0.0]] * 3, "ikke én vektor"), ([[float("nan")] * 3] * 2, "NaN"), ([[1.0]] * 2, "forskellig længde")],
)
def test_a_bad_encoder_codes_nothing_half(
    told_book: Codebook, make_document: MakeDocument, rows: Any, message: str
) -> None:
    coder = EmbeddingCoder(told_book, Broken(rows), PatternCoder(told_book))
    with pytest.raises(ModelError, match=message):
        suggest(coder, make_document, ["Bussen.", "Skolen."])


def test_a_model_is_named_without_its_folder(
    told_book: Codebook, make_document: MakeDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoering.coding.embeddings.load_encoder", lambda _: Broken([[1.0, 0.0, 0.1]]))
    coder = embedding_coder(told_book, "/hjem/nogen/modeller/dansk-lille/")
    assert coder.name == "model:embeddings:dansk-lille"
    (found,) = suggest(coder, make_document, ["Bussen."])
    assert [theme.code for theme in found.themes] == ["bus"]


def test_without_the_library_it_is_told(told_book: Codebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelError, match="tilvalget embeddings"):
        embedding_coder(told_book, "dansk-lille")


def test_the_shipped_codebook_can_be_learnt(book: Codebook, make_document: MakeDocument) -> None:
    text = "Virksomhederne kan ikke skaffe arbejdskraft til de ledige stillinger."
    (found,) = suggest(similarity_coder(book), make_document, [text])
    assert "rekruttering" in [theme.code for theme in found.themes]
    assert isinstance(book.actors[0], ActorCode)
