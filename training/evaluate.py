"""Scores of the pipeline as users load it: `python evaluate.py TREEBANK MODEL [SCORES.json]`.

The text is read as a user's text is: hoering splits it into tokens and sentences itself, and errors there count in
every other figure (as in spaCy's own `benchmark accuracy`).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.training import Corpus

from hoering import language

FIGURES = ("token_f", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
ENTITIES = ("ents_p", "ents_r", "ents_f")
BARS = {"pos_acc": 0.955, "lemma_acc": 0.972, "dep_uas": 0.805, "sents_f": 0.90, "ents_f": 0.72}
_ROUNDS = 5


def scores(nlp: Language, treebank: Path) -> dict[str, Any]:
    """Accuracy on the test sets, from 0 to 1."""
    folder = treebank / "eval"
    found: dict[str, Any] = {}
    for name, file, figures in (
        ("UD 2.17", "test-ud217.spacy", FIGURES),
        ("UD 2.8", "test-ud28.spacy", FIGURES),
        ("DaN+", "test-ner.spacy", ENTITIES),
    ):
        result = nlp.evaluate(list(Corpus(folder / file)(nlp)))
        found[name] = {figure: round(float(result[figure]), 4) for figure in figures}
        if figures is ENTITIES:
            found[name] |= {label: round(s["f"], 4) for label, s in sorted(result["ents_per_type"].items())}
    return found


def words_per_second(nlp: Language, treebank: Path) -> int:
    """Speed in full on one core: processor time, the best of five rounds over the test text."""
    corpus = Corpus(treebank / "eval" / "test-ud217.spacy")
    texts = [example.reference.text for example in corpus(spacy.blank("da"))]
    best = 0.0
    for _ in range(_ROUNDS):
        begin = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / (time.process_time() - begin))
    return round(best)


def main(treebank: Path, model: Path, out: Path | None) -> None:
    """Print the scores; write those that do not depend on the machine."""
    bare, whole = spacy.load(model), language.load(model)
    result = {"model alone": scores(bare, treebank), "hoering.language.load": scores(whole, treebank)}
    print(srsly.json_dumps(result, indent=2))
    print("words/s, model alone:", words_per_second(bare, treebank))
    print("words/s, hoering.language.load:", words_per_second(whole, treebank))
    reached = result["hoering.language.load"]["UD 2.17"] | result["hoering.language.load"]["DaN+"]
    for figure, bar in BARS.items():
        print(f"{figure}: {reached[figure]:.4f} (bar {bar}) {'ok' if reached[figure] >= bar else 'MISSED'}")
    if out is not None:
        srsly.write_json(out, result)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
