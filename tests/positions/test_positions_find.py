"""Positions: counted, titled, in order, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering import codebook
from hoering.codebook import Codebook
from hoering.duplicates import Passage
from hoering.positions import Claim, Joining, Position, find_positions, members_frame, positions_frame
from hoering.records import Source

Make = Callable[..., Claim]
MakeSource = Callable[..., Source]

BUS = ("Bussen er kørt, når butikken lukker.", "Der går ingen bus hjem efter klokken 18.")


@pytest.fixture(scope="module", name="book")
def _book() -> Codebook:
    return codebook.load("beskaeftigelse")


def only(found: list[Position]) -> Position:
    """The one position there is."""
    (position,) = found
    return position


def test_a_position_counts_its_senders_and_says_what_it_is(claim: Make, source: MakeSource, book: Codebook) -> None:
    claims = [claim(BUS[0], 3), claim(BUS[1], 7, voice="raad", sender="Seniorrådet", sender_type="raad")]
    found = only(find_positions(claims, [source(3), source(7, "raad", sender="Seniorrådet")], book))
    assert found.title == "Kritik af transporten og den kollektive trafik"
    assert (found.senders, found.numbers, found.texts, found.claims) == (2, (3, 7), 2, 2)
    assert found.sender_types == {"borgere": 1, "raad": 1}
    assert found.why.startswith("samme sag: transporten og den kollektive trafik")


def test_one_sender_counts_once_and_two_citizens_twice(claim: Make, source: MakeSource, book: Codebook) -> None:
    organisation = {"sender": "Fagligt Forbund", "sender_type": "fagforeninger", "voice": "fagforeninger"}
    claims = [claim(BUS[0], 1, **organisation), claim(BUS[1], 2, **organisation), claim(BUS[0], 3), claim(BUS[0], 4)]
    sources = [source(n, "fagforeninger", sender="Fagligt Forbund") for n in (1, 2)] + [source(3), source(4)]
    found = only(find_positions(claims, sources, book))
    assert (found.senders, found.sender_types) == (3, {"borgere": 2, "fagforeninger": 1})
    assert found.numbers == (1, 2, 3, 4)


def test_a_paper_that_renders_others_counts_as_those(claim: Make, source: MakeSource, book: Codebook) -> None:
    told = claim(BUS[0], 5, voice="politikere", sender="Avisen", sender_type="journalist")
    found = only(find_positions([told], [source(5, "journalist", sender="Avisen", kind="nyhed")], book))
    assert found.sender_types == {"politikere": 1}


def test_letters_of_a_campaign_are_all_senders_and_one_text(claim: Make, source: MakeSource, book: Codebook) -> None:
    sources = [source(n, group="Kampagne 1") for n in range(1, 5)]
    own = {"brev 4.txt#1": [Passage(start=0, end=200)]}
    found = only(find_positions([claim(BUS[0], n) for n in range(1, 5)], sources, book, own=own))
    assert (found.senders, found.texts) == (4, 2)


def test_who_joins_an_answer_stands_behind_its_positions(claim: Make, source: MakeSource, book: Codebook) -> None:
    joining = Joining(source(9), "brev 3.txt#1", 2, 40, 60, "enig med nummer tre")
    found = only(find_positions([claim(BUS[0], 3)], [source(3), source(9)], book, joinings=[joining]))
    assert (found.senders, found.numbers, found.joined, found.claims) == (2, (3, 9), (9,), 1)
    claimed, joined = found.members
    assert (claimed.basis, joined.basis, joined.quote, joined.start, joined.page) == (
        "claim", "joins", "enig med nummer tre", 40, 2,
    )  # fmt: skip
    assert found.quotations == (claimed,)


def test_who_joins_in_one_theme_joins_no_other(claim: Make, source: MakeSource, book: Codebook) -> None:
    joining = Joining(source(9), "brev 3.txt#1", 1, 0, 5, "enig", frozenset({"sundhed"}))
    claims = [claim(BUS[0], 3), claim("Kaffen var kold.", 3, theme="sundhed", start=90)]
    found = find_positions(claims, [source(3), source(9)], book, joinings=[joining])
    assert {p.theme: p.senders for p in found} == {"mobilitet": 1, "sundhed": 2}


def test_who_joins_and_claims_it_too_counts_once(claim: Make, source: MakeSource, book: Codebook) -> None:
    joining = Joining(source(4), "brev 3.txt#1", 1, 0, 5, "enig")
    claims = [claim(BUS[0], 3), claim(BUS[1], 4)]
    found = only(find_positions(claims, [source(3), source(4)], book, joinings=[joining]))
    assert (found.senders, found.joined) == (2, ())


def test_stances_and_themes_are_never_mixed(claim: Make, source: MakeSource, book: Codebook) -> None:
    claims = [
        claim(BUS[0], 1, stance="stoette"),
        claim(BUS[0], 2, theme="unge"),
        claim(BUS[0], 3, theme=""),
        claim(BUS[0], 4),
    ]
    found = find_positions(claims, [source(n) for n in range(1, 5)], book)
    # In the codebook's order, criticism before support, without a theme last.
    assert [(p.theme, p.stance) for p in found] == [
        ("unge", "kritik"), ("mobilitet", "kritik"), ("mobilitet", "stoette"), ("", "kritik"),
    ]  # fmt: skip


def test_the_most_senders_come_first(claim: Make, source: MakeSource, book: Codebook) -> None:
    claims = [claim("Kaffen var kold.", 1), claim(BUS[0], 2), claim(BUS[1], 3)]
    found = find_positions(claims, [source(n) for n in (1, 2, 3)], book)
    assert [p.senders for p in found] == [2, 1]


def test_a_draft_and_what_is_set_aside_are_nobodys_position(claim: Make, source: MakeSource, book: Codebook) -> None:
    sources = [source(1, kind="politik"), source(2, status="duplicate"), source(3)]
    found = only(find_positions([claim(BUS[0], n) for n in (1, 2, 3)], sources, book))
    assert found.numbers == (3,)


def test_no_claims_no_positions(book: Codebook) -> None:
    assert find_positions([], [], book) == []
    assert len(positions_frame([])) == len(members_frame([])) == 0


def test_each_claim_is_in_one_position_and_ranks_count_up(claim: Make, source: MakeSource, book: Codebook) -> None:
    texts = [*BUS, "Kaffen var kold.", "Lokalet er for lille.", BUS[0]]
    claims = [claim(text, number) for number, text in enumerate(texts, 1)]
    found = find_positions(claims, [source(n) for n in range(1, 6)], book)
    assert sorted(m.concern_id for p in found for m in p.members) == sorted(c.concern_id for c in claims)
    assert all([m.rank for m in p.members] == list(range(1, len(p.members) + 1)) for p in found)
    again = find_positions(claims, [source(n) for n in range(1, 6)], book)
    assert again == found


def test_quotes_are_spread_over_types_and_said_once(claim: Make, source: MakeSource, book: Codebook) -> None:
    long = "Den sidste bus kører, længe før vi har lukket og slukket i butikken."
    firm = {"sender": "Firma", "sender_type": "virksomheder", "voice": "virksomheder"}
    claims = [claim(long, 1), claim(long, 2), claim("Bussen passer slet ikke til skiftene ude hos os.", 3, **firm)]
    sources = [source(1), source(2), source(3, "virksomheder", sender="Firma")]
    first, second, third = only(find_positions(claims, sources, book)).members
    assert {first.sender_type, second.sender_type} == {"borgere", "virksomheder"}
    assert third.quote == long


def test_tables_are_read_as_they_are_written(claim: Make, source: MakeSource, book: Codebook) -> None:
    claims = [claim(BUS[0], 3, also=["Det er for galt."]), claim(BUS[1], 11, target_actor="jobcenter_kommune")]
    found = find_positions(claims, [source(3), source(11)], book)
    row = positions_frame(found).iloc[0]
    assert (row["source_numbers"], row["sender_types"], row["senders"]) == ("3, 11", "borgere: 2", 2)
    assert row["target_actor"] == "jobcenter_kommune"
    members = members_frame(found)
    assert members["position_id"].unique().tolist() == [row["position_id"]]
    assert set(members["also"]) == {"500-550", ""}
