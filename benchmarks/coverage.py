"""How well draft coverage agrees with positions judged by hand (`tests/data/coverage`): `make eval-coverage`.

Prints accuracy and confusion for the tuning half and the held-out half beside two baselines (the most frequent verdict,
and shared key words with thresholds chosen on the tuning half), and how often the passage is the one a reader
pointed at. With ``-v`` every miss is shown. The weights are fitted in `training/meaning`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np

from hoering import codebook, language
from hoering.coding.registry import AUTO, make_coder
from hoering.coverage.find import find_answers
from hoering.coverage.likeness import Ground
from hoering.coverage.passages import Parts, parts_of
from hoering.coverage.records import VERDICTS, Answer, Wish
from hoering.coverage.weights import Weights
from hoering.draft import read_draft
from hoering.positions.matters import Matters

ROOT = Path(__file__).parent.parent
TABLES = ROOT / "tests" / "data" / "coverage"
# Six more places by two writers, each draft written after its positions.
LATER = ("oest", "vest", "fjord", "hede", "sund", "aadal")
DRAFTS = {
    "udkast": ROOT / "data/raw/eksempelkommune/politik/Udkast beskæftigelsespolitik 2026-2030.docx",
    "endeligt": TABLES / "endeligt_forslag.txt",
    "andet": TABLES / "andet_forslag.txt",
    "nord": TABLES / "nord_forslag.txt",
    **{name: TABLES / f"{name}_forslag.txt" for name in ("syd", *LATER)},
}
HALVES = {
    "oevelse": "tuning half",
    "tilfaeldige_oevelse": "drawn at random, tuning",
    "proeve": "first held-out half, tuned on later",
    "andet_oevelse": "another draft, tuning",
    "andet_proeve": "another draft, held out",
    "tilfaeldige_proeve": "drawn at random, held out",
    "nord_pairs": "another place and writer",
    "syd_pairs": "a third place and writer",
    **{f"{name}_pairs": "another place" for name in LATER},
}
# The four tables of the example consultation and its two drafts.
EXAMPLE = ("oevelse", "proeve", "tilfaeldige_oevelse", "tilfaeldige_proeve")
TUNING = ("oevelse", "tilfaeldige_oevelse", "proeve", "andet_oevelse", "nord_pairs")


@dataclass(frozen=True, slots=True)
class Pair:
    """A position and a draft as a reader judged them; ``passage`` carries the verdict."""

    draft: str
    verdict: str
    passage: str
    wish: Wish


def table(half: str) -> list[Pair]:
    """The pairs of one half."""
    with (TABLES / f"{half}.jsonl").open(encoding="utf-8") as lines:
        return [_pair(json.loads(line), f"{half}-{number}") for number, line in enumerate(lines)]


def _pair(row: Mapping[str, object], name: str) -> Pair:
    words, quotes = row["words"], row["quotes"]
    assert isinstance(words, list)
    assert isinstance(quotes, list)
    wish = Wish(
        position_id=name, theme=str(row["theme"]), stance=str(row["stance"]), target_actor=str(row["target"]),
        title=str(row["title"]), words=tuple(words), quotes=tuple(quotes),
    )  # fmt: skip
    return Pair(str(row["draft"]), str(row["verdict"]), str(row["passage"]), wish)


@cache
def drafts() -> Mapping[str, Parts]:
    """Both drafts, read as the command reads them."""
    book = codebook.load(codebook.DEFAULT)
    coder, nlp = make_coder(AUTO, book), language.load(None)
    return {name: parts_of(read_draft(path, book=book, coder=coder, nlp=nlp)) for name, path in DRAFTS.items()}


@cache
def matters() -> Matters:
    """Those of the shipped codebook."""
    return Matters.of(codebook.load(codebook.DEFAULT))


def answers(pairs: Sequence[Pair], weights: Weights | None = None) -> list[Answer]:
    """What the method says of each pair; all positions of a draft together, as in a run."""
    found: dict[int, Answer] = {}
    for name in dict.fromkeys(pair.draft for pair in pairs):
        places = [place for place, pair in enumerate(pairs) if pair.draft == name]
        made = find_answers(
            [pairs[place].wish for place in places], drafts()[name].passages, matters=matters(), weights=weights
        )
        found |= dict(zip(places, made, strict=True))
    return [found[place] for place in range(len(pairs))]


def accuracy(pairs: Sequence[Pair], said: Sequence[str]) -> float:
    """Share of pairs with the reader's verdict."""
    return sum(pair.verdict == verdict for pair, verdict in zip(pairs, said, strict=True)) / len(pairs)


def pointed(pairs: Sequence[Pair], found: Sequence[Answer]) -> float:
    """Share of the pairs that are mentioned whose passage is the very one a reader pointed at."""
    hits = [
        answer.passage is not None and is_same(answer.passage.text, pair.passage)
        for pair, answer in zip(pairs, found, strict=True)
        if pair.passage
    ]
    return sum(hits) / len(hits)


def is_same(text: str, pointed_at: str) -> bool:
    """Whether a passage is what a reader pointed at, who may have left out a label or joined two sentences."""
    one, other = " ".join(text.split()), " ".join(pointed_at.split())
    return bool(other) and (one in other or other in one)


def majority(pairs: Sequence[Pair]) -> list[str]:
    """The most frequent verdict among these pairs for all of them: no constant answer does better."""
    (verdict, _), *_ = Counter(pair.verdict for pair in pairs).most_common()
    return [verdict] * len(pairs)


def keywords(pairs: Sequence[Pair]) -> list[str]:
    """The cosine of the best passage's words alone, cut at the two thresholds that are best on the tuning half."""
    tuning = table("oevelse")
    known = _cosines(tuning)
    grid = np.unique(np.round(known, 3))[::2]

    def cut(values: Sequence[float], low: float, high: float) -> list[str]:
        return [VERDICTS[2] if value < low else VERDICTS[1] if value < high else VERDICTS[0] for value in values]

    low, high = max(combinations(grid, 2), key=lambda pair: accuracy(tuning, cut(known, *pair)))
    return cut(_cosines(pairs), float(low), float(high))


def _cosines(pairs: Sequence[Pair]) -> list[float]:
    wishes = [pair.wish for pair in pairs]
    grounds = {name: Ground.of(parts.passages, wishes, known=matters()) for name, parts in drafts().items()}
    return [float(grounds[pair.draft].features(grounds[pair.draft].asked(pair.wish))[:, 0].max()) for pair in pairs]


def main() -> None:
    """Print all figures."""
    halves = TUNING if "--tuning" in sys.argv else tuple(HALVES)
    for half in halves:
        pairs = table(half)
        found = answers(pairs)
        said = [answer.verdict for answer in found]
        print(f"{HALVES[half]}: {len(pairs)} pairs")
        print(f"  accuracy           {accuracy(pairs, said):.3f}")
        print(f"  majority baseline  {accuracy(pairs, majority(pairs)):.3f}")
        print(f"  keyword baseline   {accuracy(pairs, keywords(pairs)):.3f}")
        print(f"  the reader's passage found  {pointed(pairs, found):.3f}")
        counts = Counter((pair.verdict, verdict) for pair, verdict in zip(pairs, said, strict=True))
        print(f"  {'reader / method':18}" + "".join(f"{verdict:>12}" for verdict in VERDICTS))
        for hand in VERDICTS:
            print(f"  {hand:18}" + "".join(f"{counts[hand, verdict]:>12}" for verdict in VERDICTS))
        if "-v" in sys.argv:
            _misses(pairs, found)


def _misses(pairs: Sequence[Pair], found: Sequence[Answer]) -> None:
    for pair, answer in zip(pairs, found, strict=True):
        if pair.verdict != answer.verdict:
            print(f"    {pair.verdict} / {answer.verdict} ({pair.draft}) {pair.wish.title}")
            print(f"      {answer.passage.text if answer.passage else ''} | {answer.why}")


if __name__ == "__main__":
    main()
