"""How well positions agree with those grouped by hand (`tests/data/positions`): `make eval-positions`.

Prints pairwise precision, recall and F1 for the tuning half and the held-out half, by theme and stance, beside three
baselines: every claim alone, all claims of a theme and stance together, and words and meaning without matters. The
same for two tables of sentences by other writers in other consultations, wording the example does not have: one that
the list of matters was widened with, one measured once when it stood. Then, of the claims that stand under a title they
share, how many a reader found it true for. Where ``SHARED/coded`` is at hand, three samples of that too.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hoering import codebook
from hoering.positions import Claim
from hoering.positions.grouping import groups
from hoering.positions.likeness import Language
from hoering.positions.matters import Matters
from hoering.positions.measure import Pairs, pairs
from hoering.positions.titles import is_quoted, title

TABLES = Path(__file__).parent.parent / "tests" / "data" / "positions"
HALVES = {"oevelse": "tuning half", "proeve": "held-out half"}
# Sentences of other writers and consultations: whole groups of theme and stance, one sentence a document.
OTHERS = {"andre_oevelse": "other writers, tuning", "andre_proeve": "other writers, held out"}

Part = tuple[str, str]
Grouping = Callable[[Sequence[Claim]], Sequence[int]]


def table(half: str) -> dict[Part, list[tuple[str, Claim]]]:
    """The claims of one half by theme and stance, each with the group a reader put it in."""
    found: dict[Part, list[tuple[str, Claim]]] = defaultdict(list)
    with (TABLES / f"{half}.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            found[row["theme"], row["stance"]].append((row["group"], _claim(row, f"{half}-{number}")))
    return dict(found)


def foreign(shared: Path) -> dict[str, dict[Part, list[tuple[str, Claim]]]]:
    """Three samples of sentences by other writers, stored by place only: by sample, theme and stance."""
    texts = {path.name: path.read_text(encoding="utf-8").splitlines() for path in shared.glob("passages-*.jsonl")}
    found: dict[str, dict[Part, list[tuple[str, Claim]]]] = defaultdict(lambda: defaultdict(list))
    for number, line in enumerate((TABLES / "fremmed.jsonl").read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        said = json.loads(texts[row["file"]][row["line"]])
        place = {"document": said["doc"], "start": number, "end": number, "also": [], "target": ""}
        whole = row | place | {"text": said["text"], "voice": said["voice"]}
        found[row["sample"]][row["theme"], row["stance"]].append((row["group"], _claim(whole, f"fremmed-{number}")))
    return {sample: dict(parts) for sample, parts in found.items()}


def measured(parts: Mapping[Part, Sequence[tuple[str, Claim]]], grouping: Grouping) -> dict[Part, Pairs]:
    """The pairs of each theme and stance."""
    return {
        part: pairs([hand for hand, _ in rows], grouping([claim for _, claim in rows])) for part, rows in parts.items()
    }


def by_method(language: Language) -> Grouping:
    """The grouping that a run does, as a label a claim."""

    def grouping(claims: Sequence[Claim]) -> list[int]:
        labels = {c.concern_id: number for number, group in enumerate(groups(claims, language)) for c in group.claims}
        return [labels[claim.concern_id] for claim in claims]

    return grouping


def language_of_all() -> Language:
    """What the words of the whole example are worth, as in a run; groups by hand are not looked at."""
    return language_of(*(table(half) for half in HALVES))


def language_of(*tables: Mapping[Part, Sequence[tuple[str, Claim]]]) -> Language:
    """What the words of some tables are worth, and the matters of the shipped codebook."""
    claims = [claim for parts in tables for rows in parts.values() for _, claim in rows]
    return Language.of(claims, Matters.of(codebook.load()))


def without_matters(language: Language) -> Grouping:
    """The same without the list of matters, as for a codebook that has none."""
    bare = replace(language, matters=Matters.none())
    return by_method(bare)


def verdicts(parts: Mapping[Part, Sequence[tuple[str, Claim]]], language: Language) -> Counter[str]:
    """Claims under a title that names a matter, by what a reader said of it: "ja", "halvt", "nej", "" for unread."""
    judged = {
        (row["title"], row["text"]): str(row["verdict"])
        for row in map(json.loads, (TABLES / "overskrifter.jsonl").read_text(encoding="utf-8").splitlines())
    }
    labels = {code.id: code.label for code in codebook.load().themes}
    found: Counter[str] = Counter()
    for (theme, _), rows in parts.items():
        for group in groups([claim for _, claim in rows], language):
            heading = title(group, group.claims[0], labels.get(theme, theme), language.matters)
            if group.matter and not is_quoted(heading):
                found.update(judged.get((heading, text), "") for text in {claim.quote for claim in group.claims})
    return found


def _claim(row: Mapping[str, object], name: str) -> Claim:
    start, end = int(str(row["start"])), int(str(row["end"]))
    also = row["also"]
    assert isinstance(also, list)
    return Claim(
        concern_id=name, coding_id="", source=str(row["document"]), number=1, document=str(row["document"]), page=1,
        start=start, end=end, quote=str(row["text"]), voice=str(row["voice"]), speaker="", sender="",
        sender_type=str(row["voice"]), theme=str(row["theme"]), stance=str(row["stance"]),
        target_actor=str(row["target"]), weight=0.5, also=tuple((start, end, text) for text in also),
    )  # fmt: skip


def methods(language: Language) -> dict[str, Grouping]:
    """The grouping that a run does and what it is measured beside, by name."""
    return {
        "positions": by_method(language),
        "words and meaning, no matters": without_matters(language),
        "all of a theme and stance together": lambda claims: [0] * len(claims),
        "every claim alone": lambda claims: range(len(claims)),
    }


def _line(name: str, found: Pairs) -> str:
    return f"{name:45} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}"


def main() -> None:
    """Print all figures; with ``-v`` those of each theme and stance too."""
    ways = methods(language_of_all())
    for half, label in (HALVES | OTHERS).items():
        parts = table(half)
        if half in OTHERS:
            ways |= methods(language_of(parts))
        print(f"{label}: {sum(map(len, parts.values()))} claims in {len(parts)} groups of theme and stance")
        said = verdicts(parts, language_of(parts) if half in OTHERS else language_of_all())
        print(f"  under titles: {said['ja']} true, {said['halvt']} in part, {said['nej']} false, {said['']} not read")
        for name, way in ways.items():
            found = measured(parts, way)
            print(_line(f"  {name}", sum(found.values(), Pairs())))
            if "-v" in sys.argv and name == "positions":
                for part, own in found.items():
                    print(_line(f"    {' / '.join(part)}", own))
    shared = Path(os.environ.get("SHARED", "")) / "coded"
    for sample, parts in foreign(shared).items() if "SHARED" in os.environ and shared.is_dir() else ():
        other = language_of(parts)
        for name, way in (("positions", by_method(other)), ("no matters", without_matters(other))):
            print(_line(f"other writers, sample {sample}: {name}", sum(measured(parts, way).values(), Pairs())))


if __name__ == "__main__":
    main()
