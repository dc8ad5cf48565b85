"""Titles have a direction and say nothing the claims do not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering import codebook
from hoering.positions import Claim
from hoering.positions.grouping import groups
from hoering.positions.likeness import Language
from hoering.positions.matters import Matters
from hoering.positions.titles import title

Make = Callable[..., Claim]


def titled(*claims: Claim, theme: str = "Mobilitet og transport") -> str:
    """The title of the one group some claims are."""
    matters = Matters.of(codebook.load())
    (group,) = groups(claims, Language.of(claims, matters))
    return title(group, group.claims[0], theme, matters)


@pytest.mark.parametrize(
    ("quote", "stance", "expected"),
    [
        ("Vi foreslår et fælles møde mellem borger og læge, når planen laves.", "forslag",
         "Ønske om et fælles møde mellem borger og læge"),
        ("Rådet anbefaler, at kantinen åbner tidligere.", "forslag", "Ønske om, at kantinen åbner tidligere"),
        ("Vi foreslår, at kantinen, når den er åben, sælger frugt.", "forslag",
         "Ønske om, at kantinen, når den er åben, sælger frugt"),
        ("Vi foreslår, at kantinen og de borde, der står ude, flyttes ned.", "forslag",
         "Ønske om, at kantinen og de borde, der står ude, flyttes ned"),
        ("Vi ønsker, at vi selv kan vælge.", "forslag", "Ønske: »Vi ønsker, at vi selv kan vælge.«"),
        ("Kantinen bør åbne tidligere.", "forslag", "Ønske: »Kantinen bør åbne tidligere.«"),
        ("Kaffen var kold.", "kritik", "Kritik: »Kaffen var kold.«"),
        ("Vi frygter, at kantinen lukker.", "kritik", "Bekymring: »Vi frygter, at kantinen lukker.«"),
        ("Kaffen var varm.", "stoette", "Ros: »Kaffen var varm.«"),
        ("Vi støtter den nye kantine.", "stoette", "Støtte: »Vi støtter den nye kantine.«"),
    ],
)  # fmt: skip
def test_one_claim_is_titled_by_its_own_words(claim: Make, quote: str, stance: str, expected: str) -> None:
    assert titled(claim(quote, stance=stance)) == expected


def test_a_long_sentence_is_quoted_to_the_end_of_a_clause(claim: Make) -> None:
    quote = "Kantinen var lukket hele formiddagen, og automaten tog ikke imod kort, så vi sad der i fire timer."
    found = titled(claim(quote))
    quoted = found.removeprefix("Kritik: »").removesuffix("« …")
    assert found == f"Kritik: »{quoted}« …"
    assert quote.startswith(quoted + ",")


def test_a_shared_matter_gives_the_title_by_stance(claim: Make) -> None:
    texts = ("Så begynder man forfra igen.", "Min nye rådgiver er den fjerde på et år.")
    assert titled(*(claim(t, n) for n, t in enumerate(texts))) == "Kritik af skift af sagsbehandler eller kontaktperson"
    wished = (claim(t, n, stance="forslag") for n, t in enumerate(texts))
    assert titled(*wished) == "Ønske om en fast kontaktperson eller færre skift"


def test_what_one_sentence_alone_tells_keeps_its_words_whatever_matter_it_has_a_sign_of(claim: Make) -> None:
    text = "Så begynder man forfra igen."
    assert titled(claim(text)) == f"Kritik: »{text}«"
    copies = [claim(text, 0), claim(text.replace("igen", "Igen"), 1)]
    assert titled(*copies).startswith("Kritik: »Så begynder man forfra")


def test_worry_and_support_turn_the_direction(claim: Make) -> None:
    worried = [
        claim(f"Vi er bekymrede for, at bussen {verb}.", n) for n, verb in enumerate(["nedlægges", "spares væk"])
    ]
    assert titled(*worried).startswith("Bekymring for transporten og den kollektive trafik")
    calm = claim("Vi er ikke bekymrede for kantinen.", 1)
    assert titled(calm).startswith("Kritik:")


def test_what_is_not_mentioned_is_named_only_where_the_claims_name_it(claim: Make) -> None:
    named = [claim(f"{who} er ikke nævnt i udkastet.", n, theme="fagforeninger")
             for n, who in enumerate(["Fagforeninger", "Fagforeningerne"])]  # fmt: skip
    assert titled(*named, theme="Fagforeninger") == "Kritik af, at der mangler noget om fagforeninger i udkastet"
    other = [claim(f"{who} er ikke nævnt i udkastet.", n, theme="unge") for n, who in enumerate(["Det", "Dette"])]
    assert titled(*other, theme="Unge") == "Kritik af, at der mangler noget om unge i udkastet"


def test_a_title_of_its_own_keeps_its_words(claim: Make) -> None:
    thanks = [claim(f"{who} takker for muligheden for at blive hørt.", n, stance="stoette", theme="proces")
              for n, who in enumerate(["Rådet", "Foreningen"])]  # fmt: skip
    assert titled(*thanks) == "Tak for høringen, invitationen eller udkastet"
