"""What a draft says of a position: verdict, passage and reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hoering.codebook import Codebook, Matter
from hoering.coverage import Passage, Wish, find_answers
from hoering.coverage.concepts import concepts, concepts_in
from hoering.coverage.judging import Judgement, Nearness, Read, judge
from hoering.coverage.likeness import Ground
from hoering.coverage.records import ABSENT, COVERED, PARTLY
from hoering.coverage.wording import describes, guards, is_reserved, matter_of, refuses, says_lacking
from hoering.positions.matters import Matters

MakePassage = Callable[..., Passage]
MakeWish = Callable[..., Wish]

NOISE = ("Kommunen ligger ved vandet.", "Byrådet vedtog budgettet i oktober.")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("sikre, at borgeren beholder den samme rådgiver", COVERED),
        ("så vidt muligt sikre, at borgeren beholder den samme rådgiver", PARTLY),
        ("plante flere træer ved stationen", ABSENT),
    ],
)
def test_a_wish_is_covered_by_a_promise_and_partly_by_a_reservation(
    passage: MakePassage, wish: MakeWish, text: str, verdict: str
) -> None:
    asked = wish("Ønske om den samme sagsbehandler hele vejen", "Jeg vil have den samme sagsbehandler hver gang.")
    places = [passage(text, 0, led=True), *(passage(noise, n) for n, noise in enumerate(NOISE, 1))]
    (answer,) = find_answers([asked], places)
    assert answer.verdict == verdict
    if verdict != ABSENT:
        assert answer.passage == places[0]
        assert "den samme kontakt" in answer.why


def test_that_a_draft_speaks_of_what_is_warned_against_is_no_answer(passage: MakePassage, wish: MakeWish) -> None:
    asked = wish("Ønske: »Småjob må ikke blive en erstatning for fleksjob.«")
    (answer,) = find_answers([asked], [passage("skabe flere fleksjob og småjob", led=True)])
    assert answer.verdict == PARTLY
    assert "advarer imod" in answer.why


def test_a_description_promises_nothing(passage: MakePassage, wish: MakeWish) -> None:
    asked = wish("Kritik af skiftende sagsbehandlere", "Jeg har haft fem forskellige sagsbehandlere.", stance="kritik")
    (answer,) = find_answers([asked], [passage("Mange borgere oplever skiftende sagsbehandlere.")])
    assert answer.verdict == PARTLY
    assert "lover ikke noget" in answer.why


def judged(asked: Wish, read: Passage) -> Judgement:
    """The verdict on a passage that is near."""
    return judge(Ground.of([read], [asked]).asked(asked), Read(read, concepts_in(read.text), True), Nearness(0.0, 0.9))


def test_an_aim_at_large_is_half_an_answer_unless_it_is_what_is_wanted(passage: MakePassage, wish: MakeWish) -> None:
    read = passage("styrke samarbejdet med de praktiserende læger", led=True)
    half = judged(wish("Kritik af svar fra lægen", "Lægen svarer ikke jobcentret.", stance="kritik"), read)
    assert (half.verdict, half.reason) == (PARTLY, "udkastet nævner kun et mål i almindelighed")
    assert judged(wish("Ønske om at styrke samarbejdet med lægerne"), read).verdict == COVERED


def test_of_alternatives_in_a_title_one_is_enough(passage: MakePassage, wish: MakeWish) -> None:
    read = passage("møde alle med respekt", led=True)
    quote = "Man bliver mødt med mistillid."
    one = judged(wish("Kritik af mistillid eller kontrol", quote, stance="kritik"), read)
    both = judged(wish("Kritik af mistillid og kontrol", quote, stance="kritik"), read)
    assert (one.verdict, both.verdict) == (COVERED, PARTLY)


def test_a_matter_of_the_codebook_brings_together_what_shares_no_word(passage: MakePassage, wish: MakeWish) -> None:
    cranes = Matter(id="kran", kritik="kranerne", strong=("kran*", "lift*"))
    known = Matters.of(Codebook.model_construct(matter_list=(cranes,)))
    asked = wish("Kritik: »Kranerne stod stille.«", "Kranerne stod stille.", stance="kritik")
    read = replace(passage("Vi vil have flere lifte.", led=True), themes=frozenset({asked.theme}))
    places = [read, *(passage(noise, number) for number, noise in enumerate(NOISE, 1))]
    (without,), (found,) = find_answers([asked], places), find_answers([asked], places, matters=known)
    assert without.verdict == ABSENT
    assert (found.verdict, found.passage) == (COVERED, read)
    assert found.why.startswith("samme sag: kranerne;")


def test_praise_needs_only_that_the_thing_stands_there(passage: MakePassage, wish: MakeWish) -> None:
    asked = wish("Ros for en fast kontaktperson", "Godt med en fast kontaktperson.", stance="stoette")
    (answer,) = find_answers([asked], [passage("så vidt muligt give borgeren en fast kontaktperson", led=True)])
    assert answer.verdict == COVERED


def test_to_name_who_is_praised_is_not_what_is_praised(passage: MakePassage, wish: MakeWish) -> None:
    asked = wish("Ros for virksomheder, der svarer", "Virksomhederne svarer altid.", stance="stoette")
    read = passage("Virksomhederne fortæller os om deres planer.")
    found = judge(Ground.of([read], [asked]).asked(asked), Read(read, concepts_in(read.text), True), Nearness(2.0, 0.1))
    assert found.verdict == ABSENT


def test_only_the_group_is_shared(passage: MakePassage, wish: MakeWish) -> None:
    asked = wish("Ønske om kurser også til seniorer", "Seniorer skal også have kurser.")
    (answer,) = find_answers([asked], [passage("Vi vil have blik for de seniorer, der bliver længere.")])
    assert answer.verdict != COVERED


def test_an_empty_draft_mentions_nothing(wish: MakeWish) -> None:
    (answer,) = find_answers([wish("Ønske om bedre busser")], [])
    assert (answer.verdict, answer.passage) == (ABSENT, None)


def test_the_same_again(passage: MakePassage, wish: MakeWish) -> None:
    places = [passage(text, number) for number, text in enumerate(NOISE)]
    asked = [wish("Ønske om bedre busser"), wish("Ønske om et budget")]
    assert find_answers(asked, places) == find_answers(asked, places)


def test_every_concept_has_a_name_and_finds_something() -> None:
    assert len(concepts()) > 60
    assert all(concept.ways for concept in concepts().values())
    assert "transport og afstand" in concepts_in("Bussen kører ikke om aftenen.")
    assert "sanktioner" not in concepts_in("Indsatserne skal trække i samme retning.")


def test_wording() -> None:
    assert matter_of("Kritik af, at bussen ikke kører") == "bussen ikke kører"
    assert is_reserved("Vi vil undersøge sagen.")
    assert is_reserved("Det belyses, om flere busser kan køre.")
    assert is_reserved("Byrådet følger udviklingen i havnen.")
    assert describes("Kragelund har 4.100 indbyggere.")
    assert describes("Mange har fortalt om lange køer.")
    assert not describes("Alle får en bus hver time.")
    assert not is_reserved("Vi vil have flere busser.")
    assert says_lacking("A-kasser er ikke nævnt.")
    assert guards("Det må ikke føre til fyringer")
    assert refuses("Ingen skal tvinges.")
