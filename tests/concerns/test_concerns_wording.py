from __future__ import annotations

import pytest

from hoering.codebook import Codebook
from hoering.concerns import Target
from hoering.concerns.wording import Wording


@pytest.mark.parametrize(
    ("stance", "theme", "target", "told"),
    [
        ("kritik", "bus", Target("kommune"), "kritiserer kommune om »Bus og tog«."),
        ("kritik", "bus", Target(), "kritiserer noget om »Bus og tog«."),
        ("kritik", "fag", Target("fag", ("kasser",), missed=True), "savner fagforeninger og a-kasser."),
        ("kritik", "bus", Target("skoler", ("kasser", "fag"), missed=True),
         "savner skoler, a-kasser og fagforeninger om »Bus og tog«."),
        ("forslag", "bus", Target("kommune"), "ønsker noget af kommune om »Bus og tog«."),
        ("forslag", "bus", Target("foreninger"), "vil selv gøre noget om »Bus og tog«."),
        ("forslag", "", Target(), "ønsker noget."),
        ("stoette", "bus", Target("kommune"), "støtter kommune om »Bus og tog«."),
    ],
)  # fmt: skip
def test_a_claim_is_made_of_labels(small_book: Codebook, stance: str, theme: str, target: Target, told: str) -> None:
    claim = Wording(small_book).claim(
        voice="foreninger", speaker="", sender="Roklubben", sender_type="foreninger", stance=stance, theme=theme,
        target=target,
    )  # fmt: skip
    assert claim == f"Roklubben {told}"


@pytest.mark.parametrize(
    ("voice", "speaker", "sender", "sender_type", "who"),
    [
        ("fag", "", "Havnens Klub", "fag", "Havnens Klub (fagforeninger)"),
        ("fag", "", "Havnens Klub (Bo Krag)", "fag", "Havnens Klub (Bo Krag, fagforeninger)"),
        ("fag", "Bo Krag", "Avisen", "journalist", "Bo Krag (fagforeninger)"),
        ("fag", "", "Avisen", "journalist", "Fagforeninger"),
        ("fag", "IP", "Havnens Klub", "fag", "Havnens Klub (fagforeninger)"),
        ("borgere", "", "Borger", "borgere", "Borger (borgere)"),
        ("ukendt", "", "Avisen", "journalist", "Avisen"),
        ("ukendt", "", "", "", "Ukendt afsender"),
    ],
)
def test_who_claims_is_named_with_the_party(
    small_book: Codebook, voice: str, speaker: str, sender: str, sender_type: str, who: str
) -> None:
    assert Wording(small_book).who(voice=voice, speaker=speaker, sender=sender, sender_type=sender_type) == who
