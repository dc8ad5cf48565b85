from __future__ import annotations

from hoering.endorsements import Endorsement, joined_by


def joining(source: str, joins: str) -> Endorsement:
    return Endorsement(source=source, start=0, end=4, named="X", joins=joins, reason="" if joins else "Ukendt.")


def test_joiners_by_whom_they_join() -> None:
    found = [joining("c", "a"), joining("b", "a"), joining("b", "a"), joining("a", "z"), joining("d", "")]
    assert joined_by(found) == {"a": ("b", "c"), "z": ("a",)}
