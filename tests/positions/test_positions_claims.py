"""A concern is grouped under each of its themes, by the sentence that is coded with it."""

from __future__ import annotations

from hoering.concerns import Concern
from hoering.positions import claims_of
from hoering.records import Coding


def coding(start: int, code: str, kind: str = "theme") -> Coding:
    """A coding on a sentence of ten characters."""
    return Coding(
        coding_id=f"{code}{start}", source="a#1", document="a", page=1, start=start, end=start + 10,
        quote=f"sætning {start}", kind=kind, code=code, score=0.5, why="", coder="rule:x", sender="Borger",
        sender_type="borgere",
    )  # type: ignore[arg-type]  # fmt: skip


def concern(themes: tuple[str, ...], also: tuple[tuple[int, int], ...] = ()) -> Concern:
    """A concern whose best sentence is the first."""
    return Concern(
        concern_id="c", source="a#1", number=3, document="a", page=1, start=0, end=10, quote="sætning 0",
        voice="borgere", speaker="", sender="Borger", sender_type="borgere", stance="kritik", target_theme=themes[0],
        other_themes=themes[1:], claim="", score=0.4, why="", also=also,
    )  # fmt: skip


def test_each_theme_has_its_own_sentence() -> None:
    codings = [coding(0, "unge"), coding(20, "sundhed"), coding(20, "unge"), coding(0, "kritik", "stance")]
    young, health = claims_of([concern(("unge", "sundhed"), also=((20, 30),))], codings)
    assert (young.theme, young.start, young.coding_id, young.also) == ("unge", 0, "unge0", ((20, 30, "sætning 20"),))
    assert (health.theme, health.start, health.quote, health.also) == ("sundhed", 20, "sætning 20", ())
    assert health.coding_id == "sundhed20"


def test_a_theme_taken_over_keeps_the_sentence_and_has_no_coding() -> None:
    (claim,) = claims_of([concern(("unge",))], [coding(0, "borgere", "actor")])
    assert (claim.theme, claim.start, claim.coding_id) == ("unge", 0, "")


def test_a_concern_without_theme_is_kept() -> None:
    (claim,) = claims_of([concern(("",))], [])
    assert (claim.theme, claim.quote) == ("", "sætning 0")
