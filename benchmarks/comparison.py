"""How well `hoering compare` knows a position again in another consultation: `make eval-comparison`.

The claims of `tests/data/positions` are dealt to two consultations by document, every other one to each; a position
of a half is what a reader grouped. A pair of two halves is right where the reader had put both in one group.
Measured is likeness alone: titles and ids are given to none.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import positions as by_hand

from hoering.comparison.matching import Key, same_positions
from hoering.positions import Claim, Position
from hoering.positions.likeness import Language
from hoering.positions.measure import Pairs

TABLES = {"the example": ("oevelse", "proeve"), "other writers": ("andre_oevelse", "andre_proeve")}
Rows = Sequence[tuple[str, Claim]]


def main() -> None:
    """Print all figures."""
    for name, halves in TABLES.items():
        tables = [by_hand.table(half) for half in halves]
        language = by_hand.language_of(*tables)
        parts = [rows for table in tables for rows in table.values()]
        found = sum((known_again(rows, language) for rows in parts), Pairs())
        print(f"{name:15} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}")


def known_again(rows: Rows, language: Language) -> Pairs:
    """Pairs of positions of the two halves: right, wrong, and missed."""
    said = _dealt(rows)
    hands = {key: hand for key, (hand, _) in said.items()}
    known = {key: _position(str(key), hand) for key, hand in hands.items()}
    claims = {key: own for key, (_, own) in said.items()}
    together = same_positions(known, claims, language)
    pairs = [(group[0], group[1]) for group in together if len(group) == 2]
    right = sum(hands[one] == hands[other] for one, other in pairs)
    firsts = {hand for (part, _), hand in hands.items() if part == 0}
    wanted = sum(hand in firsts for (part, _), hand in hands.items() if part == 1)
    return Pairs(both=right, found=len(pairs) - right, missed=wanted - right)


def _dealt(rows: Rows) -> Mapping[Key, tuple[str, list[Claim]]]:
    documents = {name: place % 2 for place, name in enumerate(dict.fromkeys(claim.document for _, claim in rows))}
    grouped: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for hand, claim in rows:
        grouped[documents[claim.document], hand].append(claim)
    return {(part, place): (hand, own) for place, ((part, hand), own) in enumerate(grouped.items())}


def _position(name: str, hand: str) -> Position:
    return Position(
        position_id=name, theme="", stance="", target_actor="", title=f"»{name}{hand}«", senders=1, numbers=(1,),
        sender_types={}, texts=1, claims=1, joined=(), words=(), score=0.0, why="", members=(),
    )  # fmt: skip


if __name__ == "__main__":
    main()
