from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.concerns import Concern, ConcernFinder
from hoering.records import Coding, Source

Said = tuple[str, str, str, str]  # text, stance, themes, actors
MakeCoded = Callable[..., tuple[list[Sentence], list[Coding]]]


@pytest.fixture
def find(small_book: Codebook, source: Source, make_coded: MakeCoded) -> Callable[..., list[Concern]]:
    def found(
        *paragraphs: list[tuple[str, str, str, str]], kind: str = "hoeringssvar", **other: object
    ) -> list[Concern]:
        sentences, codings = make_coded(paragraphs, **other)
        return ConcernFinder(small_book).find(replace(source, kind=kind), sentences, codings)

    return found


Find = Callable[..., list[Concern]]
LATE = ("Kommunens busser kører sent.", "kritik", "bus", "kommune")


def test_a_concern_joins_voice_stance_theme_target_and_quote(find: Find) -> None:
    (concern,) = find([("Hej.", "neutral", "", ""), LATE])
    assert (concern.voice, concern.stance, concern.target_theme, concern.target_actor) == (
        "fag", "kritik", "bus", "kommune",
    )  # fmt: skip
    assert (concern.quote, concern.start, concern.end) == (LATE[0], 5, 5 + len(LATE[0]))
    assert concern.claim == "Havnens Fagforening (fagforeninger) kritiserer kommune om »Bus og tog«."
    assert (concern.number, concern.document, concern.sender, concern.also) == (7, "k.txt", "Havnens Fagforening", ())
    assert concern.codebook == "proeve 1"
    assert "holdning: prøve" in concern.why
    assert "retning: grundled (Kommunens)" in concern.why


def test_sentences_that_carry_on_the_same_claim_are_one_row(find: Find) -> None:
    more = ("Bussen holder i timevis.", "kritik", "bus", "")
    (concern,) = find([LATE, more, ("Det er trist.", "kritik", "", "")])
    assert concern.quote == LATE[0]
    assert concern.also == ((29, 29 + len(more[0])), (54, 67))


@pytest.mark.parametrize(
    "second",
    [
        ("Bussen bør køre oftere.", "forslag", "bus", ""),
        ("Fagforeningen savnes i planen.", "kritik", "fag", ""),
        ("Skolens busser kører sent.", "kritik", "bus", "skoler"),
    ],
)
def test_another_stance_theme_or_target_is_another_claim(find: Find, second: Said) -> None:
    assert len(find([LATE, second])) == 2


def test_a_neutral_sentence_or_a_new_paragraph_ends_a_claim(find: Find) -> None:
    assert len(find([LATE, ("Bussen er gul.", "neutral", "bus", ""), LATE])) == 2
    assert len(find([LATE], [LATE])) == 2
    assert len(find([LATE, LATE])) == 1


def test_a_claim_without_theme_takes_that_of_the_sentence_before(find: Find) -> None:
    (concern,) = find([("Bussen er gul.", "neutral", "bus", ""), ("Det er dårligt.", "kritik", "", "")])
    assert concern.target_theme == "bus"
    assert "tema fra sætningen før" in concern.why
    assert find([("Bussen er gul.", "neutral", "bus", "")], [("Det er dårligt.", "kritik", "", "")]) == []


def test_de_is_the_party_of_the_sentence_before(find: Find) -> None:
    before = ("Kommunen taler om busser.", "neutral", "bus", "kommune")
    (concern,) = find([before, ("De bør vågne nu.", "forslag", "bus", "")])
    assert concern.target_actor == "kommune"


def test_nothing_is_made_of_what_is_no_claim(find: Find) -> None:
    assert find([("Bussen er gul.", "neutral", "bus", "kommune")]) == []
    assert find([("Vi foreslår:", "forslag", "", "kommune")]) == []
    assert find([LATE], kind="politik") == []
    assert find([LATE], role="interviewer") == []
    assert find([LATE], voice="journalist") == []
    assert find() == []


def test_the_weakest_code_is_the_score(find: Find) -> None:
    (concern,) = find([LATE], scores={"bus": 0.4, "kritik": 0.9})
    assert concern.score == 0.4


def test_the_same_source_gives_the_same_ids(find: Find) -> None:
    paragraphs = [[LATE], [("Bussen bør køre oftere.", "forslag", "bus", "")]]
    first, again = find(*paragraphs), find(*paragraphs)
    assert first == again
    assert len({concern.concern_id for concern in first}) == 2
