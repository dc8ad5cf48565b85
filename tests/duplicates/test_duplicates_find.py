"""Groups, duplicates and own passages of the invented letters, and what the order of letters may change."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest

from hoering.duplicates import Copies, Letter, find_copies

TEMPLATE = (
    "Vi vil ikke undvære cykelværkstedet i Nørre Tang. Her lærer de unge at skille et gear ad og samle det igen, og "
    "her er der altid kaffe på kanden til den, der ikke sov i nat. Lad det blive, hvor det er, og giv det et år mere."
)


def letter(source: str, text: str, sender: str = "", kind: str = "hoeringssvar", raw_key: str = "") -> Letter:
    return Letter(source=source, kind=kind, sender=sender, text=text, raw_key=raw_key)


def pairs(copies: Copies) -> set[frozenset[str]]:
    together: dict[str, list[str]] = {}
    for found in copies.likenesses:
        together.setdefault(found.group or found.same_as or found.source, []).append(found.source)
    return {frozenset(pair) for members in together.values() for pair in combinations(members, 2)}


def test_letters_that_belong_together_are_found_and_no_others(known: Any) -> None:
    rows = known.rows
    wanted = {
        frozenset(pair)
        for pair in combinations(rows, 2)
        if rows[pair[0]].get("group") and rows[pair[0]]["group"] == rows[pair[1]].get("group")
    }
    assert pairs(known.copies) == wanted


def test_each_own_passage_is_found_and_the_template_is_not_taken_for_one(known: Any) -> None:
    for found, letter in zip(known.copies.likenesses, known.letters, strict=True):
        if found.group and not found.set_aside:
            own = " ".join(letter.text[p.start : p.end] for p in found.own)
            wanted = known.rows[found.source].get("own", "")
            assert " ".join(own.split()) == " ".join(wanted.split()), found.source


def test_duplicates_collections_and_repeats(known: Any) -> None:
    for found in known.copies.likenesses:
        row = known.rows[found.source]
        assert (found.same_as if found.set_aside else "") == row.get("same_as", "")
        assert found.part_of == row.get("part_of", "")
        assert len(found.repeats) == row.get("repeats", 0)


def test_labels_are_danish_and_count_senders(known: Any) -> None:
    for group in known.copies.groups:
        name, _, count = group.label.partition(" (")
        assert name.rstrip("0123456789 ") in {"Kampagne", "Enslydende svar", "Samme nyhed", "Udgaver af samme svar"}
        assert int(count.split()[0]) == (len(group.sources) if group.kind in {"news", "versions"} else group.senders)
        assert len(group.common.split()) > 8


def test_order_of_letters_changes_no_group(known: Any) -> None:
    shuffled = list(known.letters)
    random.Random(7).shuffle(shuffled)
    assert pairs(find_copies(shuffled)) == pairs(known.copies)


def test_same_letters_give_the_same_result(known: Any) -> None:
    assert find_copies(known.letters) == known.copies


def test_nothing_in_nothing_out() -> None:
    assert find_copies([]) == Copies(likenesses=(), groups=())


def test_what_stands_alone_is_its_own_from_first_word_to_last() -> None:
    (found,) = find_copies([letter("a", f"\n\n{TEMPLATE}\n")]).likenesses
    assert (found.group, found.same_as, found.own_share) == ("", "", 1.0)
    assert [(p.start, p.end) for p in found.own] == [(2, 2 + TEMPLATE.rindex("mere") + 4)]


@pytest.mark.parametrize("text", ["", "  \n", "–", "…"])
def test_empty_texts_are_no_copies_of_each_other(text: str) -> None:
    copies = find_copies([letter("a", text, "KL"), letter("b", text, "KL")])
    assert [(f.same_as, f.group, f.own, f.own_share) for f in copies.likenesses] == [("", "", (), 0.0)] * 2


def test_many_senders_of_one_template_stay_sources_of_their_own() -> None:
    copies = find_copies([letter(f"{n}", TEMPLATE, f"[Borger {n}]") for n in range(5)])
    assert [f.set_aside for f in copies.likenesses] == [False] * 5
    assert [f.same_as for f in copies.likenesses] == ["", "0", "0", "0", "0"]
    assert [(g.label, g.senders) for g in copies.groups] == [("Kampagne 1 (5 afsendere)", 5)]


def test_unnamed_senders_are_told_apart_by_the_raw_text() -> None:
    copies = find_copies([letter("a", TEMPLATE, raw_key="1"), letter("b", TEMPLATE, raw_key="1")])
    assert [f.set_aside for f in copies.likenesses] == [False, True]
    assert copies.groups == ()
    copies = find_copies([letter("a", TEMPLATE, raw_key="1"), letter("b", TEMPLATE, raw_key="2")])
    assert [f.set_aside for f in copies.likenesses] == [False, False]
    assert copies.groups[0].label == "Enslydende svar 1 (2 afsendere)"


def test_named_senders_with_the_same_raw_text_are_not_one() -> None:
    copies = find_copies([letter("a", TEMPLATE, "Roklubben", raw_key="1"), letter("b", TEMPLATE, "KL", raw_key="1")])
    assert [f.set_aside for f in copies.likenesses] == [False, False]


def test_other_numbers_make_no_duplicate_but_another_version() -> None:
    other = TEMPLATE.replace("et år mere", "3 år mere").replace("altid kaffe", "2 liter kaffe")
    copies = find_copies([letter("a", TEMPLATE, "Roklubben"), letter("b", other, "Roklubben")])
    assert [f.set_aside for f in copies.likenesses] == [False, False]
    assert [g.label for g in copies.groups] == ["Udgaver af samme svar 1 (2 udgaver)"]


def test_largest_group_comes_first_and_kinds_are_numbered_apart() -> None:
    news = "Kommunen åbner et nyt jobhus i Nørre Tang til foråret. " * 1 + (
        "Det sker efter to års forhandlinger med ejeren af den gamle mejeribygning, som får ny facade og elevator."
    )
    letters = [letter(f"n{n}", news, f"Avis {n}", "nyhed") for n in range(2)]
    letters += [letter(f"k{n}", TEMPLATE, f"[Borger {n}]") for n in range(3)]
    assert [g.label for g in find_copies(letters).groups] == ["Kampagne 1 (3 afsendere)", "Samme nyhed 1 (2 steder)"]


def test_a_form_with_long_questions_makes_no_campaign() -> None:
    question = (
        "Hvad synes du om udkastet, og hvad mangler der efter din mening i det, som kommunen foreslår for de unge? "
    )
    question += (
        "Skriv gerne, hvad der ville hjælpe dig selv eller en, du kender, til at komme videre i uddannelse eller job."
    )
    answers = ("Flere busser.", "En mentor, der ringer.", "Ro.", "Kortere breve.", "Et sted at være om aftenen.")
    letters = [
        letter(f"svar.csv#{n}", f"{question}\n{a}", f"Borger, svar {n}", "survey") for n, a in enumerate(answers)
    ]
    assert find_copies(letters).groups == ()


def test_template_with_a_part_sent_alone_by_others_is_no_collection_of_them() -> None:
    first, second = (
        "Skolen i Tang skal blive, for uden den flytter de unge familier, og så står husene tomme, som de allerede gør "
        "i nabobyen, hvor købmanden lukkede i fjor.",
        "Bussen skal køre hver time, også om aftenen, så de ældre kan komme til læge og de unge til håndbold uden at "
        "skulle spørge en nabo om lift hver gang.",
    )
    texts = [first, second, f"{first}\n\n{second}", f"{second}\n\n{first}"]
    copies = find_copies([letter(str(n), text, f"[Borger {n}]") for n, text in enumerate(texts)])
    assert [g.sources for g in copies.groups] == [("0", "1", "2", "3")]
    assert {f.part_of for f in copies.likenesses} == {""}
