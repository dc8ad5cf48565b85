from __future__ import annotations

from hoering.duplicates import Voices, count_voices

GROUPS = {"a": "Kampagne 1 (3 afsendere)", "b": "Kampagne 1 (3 afsendere)", "c": "Kampagne 1 (3 afsendere)"}


def test_campaign_is_many_senders_and_one_text() -> None:
    assert count_voices(["a", "b", "c", "d"], sender_of={}, group_of=GROUPS) == Voices(senders=4, texts=2)


def test_what_a_letter_adds_is_a_text_of_its_own() -> None:
    assert count_voices(["a", "b"], sender_of={}, group_of=GROUPS, in_own_words={"b"}) == Voices(senders=2, texts=2)


def test_one_sender_of_several_letters_is_one_sender() -> None:
    sender_of = {"d": "Roklubben", "e": "Roklubben", "f": ""}
    assert count_voices(["d", "e", "f", "f"], sender_of=sender_of, group_of={}) == Voices(senders=2, texts=3)


def test_nothing_is_nobody() -> None:
    assert count_voices([], sender_of={}, group_of={}) == Voices(senders=0, texts=0)
