from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hoering.annotate import Sentence
from hoering.codebook import DEFAULT, Codebook, load
from hoering.coding.evidence import Suggestion
from hoering.coding.protocol import WeighingCoder
from hoering.coding.trained.coders import StackedCoder, TrainedCoder
from hoering.coding.trained.model import TrainedModel, shipped
from hoering.records import Segment, Source

MakeDocument = Callable[..., tuple[Source, list[Segment], list[Sentence]]]

PARAGRAPHS = [["Bussen kører for sjældent.", "Kurset var godt.", "Børnene spiste madpakker.", "Nej."]]


def voices(sentences: list[Sentence]) -> list[Suggestion]:
    return [Suggestion("borgere", 1.0, "") for _ in sentences]


def test_words_decide_and_tell_which(book: Codebook, model: TrainedModel, make_document: MakeDocument) -> None:
    source, _, sentences = make_document(PARAGRAPHS)
    found = TrainedCoder(book, model).suggest(source, sentences, voices(sentences))
    assert [[item.code for item in one.themes] for one in found] == [["transport"], ["kurser"], ["madpakker"], []]
    assert found[0].themes[0].why == "ord: »bussen«"
    assert [one.stance.code for one in found] == ["kritik", "neutral", "neutral", "neutral"]


def test_a_code_the_model_never_learned_is_suggested_by_its_patterns(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    source, _, sentences = make_document(PARAGRAPHS)
    found = StackedCoder(book, model).suggest(source, sentences, voices(sentences))
    assert found[2].themes[0].why == "mønster: madpakke*"


def test_a_code_that_left_the_codebook_is_not_suggested(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    smaller = book.model_copy(update={"themes": book.themes[1:]})
    source, _, sentences = make_document(PARAGRAPHS)
    found = TrainedCoder(smaller, model).suggest(source, sentences, voices(sentences))
    assert [[item.code for item in one.themes] for one in found] == [[], ["kurser"], ["madpakker"], []]


def test_the_score_is_a_probability_and_falls_with_the_odds(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    source, _, sentences = make_document(PARAGRAPHS)
    coder = StackedCoder(book, model)
    odds = coder.log_odds(source, sentences, voices(sentences)).themes
    found = coder.suggest(source, sentences, voices(sentences))
    assert np.isclose(found[0].themes[0].score, 1 / (1 + np.exp(-odds[0, 0])), atol=1e-3)


def test_both_coders_weigh_codes_they_do_not_suggest(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    source, _, sentences = make_document(PARAGRAPHS)
    for coder in (TrainedCoder(book, model), StackedCoder(book, model)):
        assert isinstance(coder, WeighingCoder)
        odds = coder.log_odds(source, sentences, voices(sentences))
        assert odds.themes.shape == (4, 3)
        assert (odds.themes[3] < 0).all()


def test_no_sentences_give_no_suggestions(book: Codebook, model: TrainedModel, make_document: MakeDocument) -> None:
    source, _, _ = make_document(PARAGRAPHS)
    assert StackedCoder(book, model).suggest(source, [], []) == []
    assert StackedCoder(book, model).log_odds(source, [], []).themes.shape == (0, 3)


def test_a_neighbour_is_named_where_it_speaks_for_the_code(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    weighings = dict(model.weighings)
    own = weighings["themes"].own.copy()
    own[4] = 20.0
    object.__setattr__(weighings["themes"], "own", own)
    source, _, sentences = make_document([["Bussen kører.", "Den kommer aldrig."]])
    found = StackedCoder(book, model).suggest(source, sentences, voices(sentences))
    assert [item.code for item in found[1].themes] == ["transport"]
    assert "sætningen før" in found[1].themes[0].why


def test_a_reason_names_no_signs_and_not_only_small_words(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    terms = model.features.words.terms
    for term, weight in (("kører for", 9.0), ("for", 9.5), ("for sjældent", 9.2)):
        model.coefficients[terms.index(term), 0] = weight
    source, _, sentences = make_document([["Bussen kører for sjældent."]])
    (found,) = TrainedCoder(book, model).suggest(source, sentences, voices(sentences))
    assert found.themes[0].why == "ord: »for sjældent«, »kører for«, »bussen«"


def test_a_code_whose_patterns_fire_needs_less_probability(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    told = book.actors[0].model_copy(update={"strong": ("madpakke*",)})
    book = book.model_copy(update={"actors": (told,)})
    weighing = model.weighings["actors"]
    object.__setattr__(weighing, "own", np.zeros_like(weighing.own))
    object.__setattr__(weighing, "bias", np.log([0.4 / 0.6]))
    source, _, sentences = make_document(PARAGRAPHS)
    given = {
        type(coder): [[item.code for item in one.actors] for one in coder.suggest(source, sentences, voices(sentences))]
        for coder in (StackedCoder(book, model), TrainedCoder(book, model))
    }
    assert given == {StackedCoder: [[], [], ["borgere"], []], TrainedCoder: [[], [], [], []]}


def test_a_word_counts_by_who_says_it_and_is_told_without_the_voice(
    book: Codebook, model: TrainedModel, make_document: MakeDocument
) -> None:
    first = len(model.coefficients) - len(model.voiced.terms)
    model.coefficients[first + model.voiced.terms.index("@virksomheder kort"), 0] = 60.0
    source, _, sentences = make_document([["Det var alt for kort."]])
    for voice, themes in (("borgere", []), ("virksomheder", ["transport"])):
        (found,) = TrainedCoder(book, model).suggest(source, sentences, [Suggestion(voice, 1.0, "")])
        assert [item.code for item in found.themes] == themes
    assert found.themes[0].why == "ord: »kort«"


def test_the_shipped_coder_reads_we_by_who_says_it(make_document: MakeDocument) -> None:
    model = shipped(DEFAULT)
    assert model is not None
    coder = StackedCoder(load(), model)
    source, _, sentences = make_document([["Vi har selv lært seks unge op de sidste par år."]])
    codes = [code.id for code in coder.book.actors]
    odds = {
        voice: coder.log_odds(source, sentences, [Suggestion(voice, 1.0, "")]).actors[0]
        for voice in ("virksomheder", "uddannelse")
    }
    for voice, other in (("virksomheder", "uddannelse"), ("uddannelse", "virksomheder")):
        assert odds[voice][codes.index(voice)] > odds[other][codes.index(voice)] + 1
