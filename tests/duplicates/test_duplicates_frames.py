from __future__ import annotations

from typing import Any

from hoering.duplicates import Copies, Passage, copies_frame, groups_frame, passages_frame


def test_one_row_per_source_and_one_per_group(known: Any) -> None:
    copies, groups = copies_frame(known.copies), groups_frame(known.copies)
    assert list(copies["source"]) == [letter.source for letter in known.letters]
    assert set(copies["group"]) - {""} == set(groups["label"])
    assert groups["sources"].is_monotonic_decreasing


def test_empty_tables_keep_their_columns_and_types() -> None:
    empty = Copies(likenesses=(), groups=())
    assert dict(copies_frame(empty).dtypes.astype(str)) == {
        "source": "str", "same_as": "str", "set_aside": "bool", "group": "str", "part_of": "str",
        "own_share": "float64",
    }  # fmt: skip
    assert list(groups_frame(empty).columns) == ["label", "kind", "sources", "senders", "common"]
    assert list(passages_frame({}).columns) == ["source", "kind", "start", "end"]


def test_passages_say_what_they_are() -> None:
    frame = passages_frame({"a": (Passage(start=1, end=5),)}, {"b": (Passage(start=2, end=9),)})
    assert frame.to_numpy().tolist() == [["a", "own", 1, 5], ["b", "repeat", 2, 9]]
