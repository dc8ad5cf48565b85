from __future__ import annotations

from dataclasses import fields, replace

from hoering.concerns import Concern, concerns_frame

CONCERN = Concern(
    concern_id="a", source="k", number=7, document="k.txt", page=1, start=5, end=9, quote="Nej.", voice="fag",
    speaker="", sender="Klubben", sender_type="fag", stance="kritik", target_theme="bus", other_themes=("fag", "by"),
    target_actor="kommune", other_actors=(), claim="Klubben kritiserer noget.", score=0.6, why="prøve",
    also=((10, 20), (30, 44)),
)  # fmt: skip


def test_one_row_a_claim_and_lists_as_text() -> None:
    row = concerns_frame([CONCERN, replace(CONCERN, also=())]).to_dict("records")[0]
    assert (row["other_themes"], row["other_actors"], row["also"]) == ("fag; by", "", "10-20; 30-44")
    assert (row["number"], row["score"]) == (7, 0.6)


def test_the_columns_are_the_same_without_concerns() -> None:
    empty, full = concerns_frame([]), concerns_frame([CONCERN])
    assert list(empty.columns) == [field.name for field in fields(Concern)]
    assert empty.dtypes.equals(full.dtypes)
