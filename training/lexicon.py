"""The lemma lexicon: `python lexicon.py TREEBANK LOOKUP OUT.tsv.xz`.

TREEBANK is the folder with ``core/*.spacy``; LOOKUP is ``da_lemma_lookup.json.gz`` of spacy-lookups-data. Domain
words it lacks stand in `own_lemmas.tsv`.

Each line is ``form<TAB>part of speech<TAB>edit``. An edit ``2et`` makes a lemma by cutting two letters off the form and
adding "et". Lines with a part of speech are counted in the treebank (a lemma is kept where it has at least 90 % of the
uses; ``?`` where none has). Lines without are the full-form list, which has no parts of speech.
"""

from __future__ import annotations

import gzip
import json
import lzma
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import DocBin

_SHARE = 0.9
_LEMMATISED = ("ddt1.spacy", "parole_extra.spacy")


def treebank_lines(core: Path) -> Iterator[str]:
    """The (form, part of speech) pairs of the training documents."""
    vocab = spacy.blank("da").vocab
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in _LEMMATISED:
        for doc in DocBin().from_disk(core / name).get_docs(vocab):
            for token in doc:
                if token.lemma_ and token.pos_ and "\t" not in token.lower_ and not token.is_space:
                    counts[token.lower_, token.pos_][token.lemma_] += 1
    own = own_lemmas()
    for (form, pos), lemmas in sorted(counts.items()):
        if form in own:
            continue
        lemma, uses = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        kept = uses >= _SHARE * lemmas.total() and pos != "PROPN"
        yield f"{form}\t{pos}\t{edit(form, lemma) if kept else '?'}"


def list_lines(lookup: Path) -> Iterator[str]:
    """The full-form list, lower-case forms and those with a hyphen; `own_lemmas.tsv` goes before it."""
    with gzip.open(lookup, "rt", encoding="utf-8") as file:
        forms: dict[str, str] = json.load(file)
    forms |= own_lemmas()
    for form, lemma in sorted(forms.items()):
        if form.islower() or "-" in form:
            yield f"{form}\t\t{edit(form, lemma)}"


def own_lemmas() -> dict[str, str]:
    """Lemmas of domain words by form."""
    lines = (Path(__file__).parent / "own_lemmas.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def edit(form: str, lemma: str) -> str:
    """How many letters to cut off the end of the form, and what to put there instead."""
    shared = len(os.path.commonprefix([form, lemma]))  # noqa: RUF071  (of words, not of paths)
    return f"{len(form) - shared}{lemma[shared:]}"


def main(treebank: Path, lookup: Path, out: Path) -> None:
    """Write the lexicon."""
    lines = [*treebank_lines(treebank / "core"), *list_lines(lookup)]
    out.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
