"""F1 against the number of people's decisions: `python learning_curve.py RUN CODES.jsonl [KODER]`.

RUN is the ``data/processed`` of a run of the example consultation, CODES.jsonl codes given by reading. Decisions are
simulated as the sheet asks for them: sentences are drawn by lot from some documents, and on each every suggestion is
accepted, rejected or corrected and every missing code is added. Scores are on the other documents, and on all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from hoering import codebook, language
from hoering.codebook import Codebook
from hoering.coding import WeighingCoder
from hoering.coding.registry import AUTO, make_coder
from hoering.learning.coder import chosen_codes
from hoering.learning.decisions import KINDS, DecidedKind, Decision
from hoering.learning.evidence import Evidence, evidence
from hoering.learning.known import HAS, codes_of
from hoering.learning.material import LastRun, Material
from hoering.learning.places import Place
from hoering.learning.residual import Floats, Residual
from hoering.learning.scoring import counts, f1
from hoering.learning.trial import learn_all, moved, trials

SIZES = (0, 50, 200, 500)
REPEATS = 5
_TEST_SHARE = 1 / 3
_FIELDS: Mapping[DecidedKind, str] = {"theme": "themes", "actor": "actors", "stance": "stance"}
_MEASURES: Mapping[DecidedKind, str] = {
    "theme": "temaer mikro-F1",
    "actor": "aktører mikro-F1",
    "stance": "holdning makro-F1",
}

# Other documents with all that was learned; the same with what passes the trial; the whole example with the decisions
# themselves in place, as a run has it.
_HOW = ("andre henvendelser, alt lært", "andre henvendelser, det ibrugtagne", "hele høringen med beslutningerne")

Codes = Mapping[Place, Mapping[DecidedKind, frozenset[str]]]


def read_codes(path: Path, run: LastRun) -> Codes:
    """The codes given by reading, by the place of the sentence in the run; documents are named without folder."""
    places = {
        (document.rsplit("/", 1)[-1], start, end): (document, start, end)
        for document, start, end in run.sentence_texts()
    }
    found: dict[Place, Mapping[DecidedKind, frozenset[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if place := places.get((item["file"], item["start"], item["end"])):
            found[place] = {kind: _set(item[name]) for kind, name in _FIELDS.items()}
    return found


def _set(codes: Any) -> frozenset[str]:
    return frozenset([codes] if isinstance(codes, str) else codes)


def whole(material: Sequence[Material], codes: Codes, book: Codebook, base: WeighingCoder) -> Evidence:
    """All coded sentences, with all that is true of them."""
    said = [
        d for place, own in codes.items() for kind in KINDS for d in decided(place, kind, frozenset(), own[kind], book)
    ]
    return evidence(material, said, book, base)


def decided(
    place: Place, kind: DecidedKind, suggested: frozenset[str], right: frozenset[str], book: Codebook
) -> Iterator[Decision]:
    """What a person who knows the right codes of a sentence decides on the suggestions for it."""
    wrong, missing = sorted(suggested - right), sorted(right - suggested)
    common: dict[str, Any] = {"document": place[0], "start": place[1], "end": place[2], "quote": "", "kind": kind,
                              "codebook": book.stamp, "complete": True}  # fmt: skip
    for code in sorted(suggested & right):
        yield Decision(code=code, verdict="yes", **common)
    for code, instead in zip(wrong, missing, strict=False):
        yield Decision(code=code, verdict="corrected", corrected=instead, **common)
    for code in wrong[len(missing) :]:
        yield Decision(code=code, verdict="no", **common)
    for code in missing[len(wrong) :]:
        yield Decision(code=code, verdict="yes", **common)
    if not suggested and not right:
        yield Decision(code="", verdict="none", **common)


def curve(found: Evidence, book: Codebook) -> Iterator[tuple[int, str, dict[DecidedKind, list[float]]]]:
    """For each number of decisions the scores of all repeats, by what is measured (see `_HOW`)."""
    scores: dict[tuple[int, str], dict[DecidedKind, list[float]]] = {
        (size, how): {kind: [] for kind in KINDS} for size in SIZES for how in _HOW
    }
    for repeat in range(REPEATS):
        lot = np.random.default_rng(repeat)
        test = _test_rows(found.sources, lot)
        others = lot.permutation(np.setdiff1d(np.arange(len(found.sources)), test))
        costs = np.cumsum([_decisions(found, row, book) for row in others])
        for size in SIZES:
            drawn = np.sort(others[: int(np.searchsorted(costs, size, side="right"))])
            everything, used = _learned(found.only(drawn), found, book)
            for kind in KINDS:
                chosen = [chosen_codes(odds[kind], kind) for odds in (everything, used)]
                stands = chosen[1].copy()
                stands[drawn] = found.known[kind][drawn] == HAS
                rows = [(chosen[0], test), (chosen[1], test), (stands, np.arange(len(stands)))]
                for how, (said, measured) in zip(_HOW, rows, strict=True):
                    scores[size, how][kind].append(_f1(said[measured], found.only(measured), kind))
    for (size, how), own in scores.items():
        yield size, how, own


def _f1(said: np.ndarray, there: Evidence, kind: DecidedKind) -> float:
    return float(f1(counts(said, there.known[kind], there.sources).sum(axis=0), kind))


def _test_rows(sources: Sequence[str], lot: np.random.Generator) -> np.ndarray:
    names = np.array(sources)
    rows = np.zeros(0, dtype=int)
    for name in lot.permutation(sorted(set(sources))):
        if len(rows) < _TEST_SHARE * len(sources):
            rows = np.union1d(rows, np.flatnonzero(names == name))
    return rows


def _decisions(found: Evidence, row: int, book: Codebook) -> int:
    """How many decisions it takes to go through a sentence."""
    count = 0
    for kind in KINDS:
        codes = [code.id for code in codes_of(book)[kind]]
        chosen = chosen_codes(found.odds[kind][[row]], kind)[0]
        suggested = frozenset(code for code, said in zip(codes, chosen, strict=True) if said)
        right = frozenset(code for code, known in zip(codes, found.known[kind][row], strict=True) if known == HAS)
        count += len(list(decided(("", 0, 0), kind, suggested, right, book)))
    return count


def _learned(
    taught: Evidence, there: Evidence, book: Codebook
) -> tuple[Mapping[DecidedKind, Floats], Mapping[DecidedKind, Floats]]:
    """Log odds with all that was learned, and with what would be used of it."""
    if not taught.sources:
        return there.odds, there.odds
    vocabulary, learned = learn_all(taught, book)
    used: dict[DecidedKind, dict[str, Residual]] = {kind: {} for kind in KINDS}
    for trial in trials(taught, book):
        if trial.switched:
            used[trial.kind] = {code: own for code, own in learned[trial.kind].items() if code not in trial.left}
    return moved(there, vocabulary, learned, book), moved(there, vocabulary, used, book)


def main(run_folder: str, codes_file: str, coder: str = AUTO) -> None:
    """Print the curve as a Markdown table."""
    book, nlp = codebook.load(), language.load()
    base = make_coder(coder, book)
    if not isinstance(base, WeighingCoder):
        raise SystemExit(f"{base.name} does not weigh")
    run = LastRun.read(Path(run_folder))
    codes = read_codes(Path(codes_file), run)
    material = list(run.material(nlp, {place[0] for place in codes}))
    found = whole(material, codes, book, base)
    print(
        f"{base.name}, {book.stamp}: {len(found.sources)} sætninger i {len(set(found.sources))} henvendelser, "
        f"{REPEATS} gentagelser\n"
    )
    print("| beslutninger | | " + " | ".join(_MEASURES.values()) + " |")
    print("| --- | --- |" + " --- |" * len(_MEASURES))
    for size, how, scores in curve(found, book):
        figures = [f"{np.mean(own):.3f} ({min(own):.2f}–{max(own):.2f})".replace(".", ",") for own in scores.values()]
        if size or how != _HOW[1]:
            print(f"| {size} | {how} | " + " | ".join(figures) + " |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
