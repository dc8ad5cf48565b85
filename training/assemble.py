"""Core and names made one pipeline: `python assemble.py CORE NER OUT VERSION`.

The entities keep a tok2vec of their own; the table of word vectors is shared. Strings that no component needs are left
out of the vocabulary (1.4 MB of training words), and the result is checked to answer as before.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import DocBin

SPACY = ">=3.8.0,<3.9.0"
DESCRIPTION = "Danish pipeline: tok2vec with floret vectors, morphologizer, parser, edit-tree lemmatizer, entities"
SOURCES = [
    ("UNER_Danish-DDT", "CC BY-SA 4.0", "Universal NER: sentences and ids"),
    ("UD_Danish-DDT", "CC BY-SA 4.0", "Johannsen, Martínez Alonso, Plank: lemmas"),
    ("Copenhagen Dependency Treebank", "MIT or CC BY-SA 4.0", "Buch-Kromann et al.: trees and tags, converted to UD"),
    ("DaN+", "MIT", "Plank, Nørgaard Jensen, van der Goot: entities"),
    ("NorNE", "CC0 1.0 (annotations)", "Jørgensen et al.; National Library of Norway: entities, Bokmål"),
    ("Folketinget, proceedings 2022-2023", "public record (Danish Copyright Act § 26)", "text for word vectors"),
]


def assemble(core: Language, names: Language) -> Language:
    """Put the entities beside the core's components."""
    names.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    core.add_pipe("ner", source=names, name="ner", last=True)
    return core


def describe(nlp: Language, version: str) -> None:
    """Name, licence and sources, as they stand in ``meta.json``; where the data lay on this machine is left out."""
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta.update(
        name="hoering_sm",
        version=version,
        spacy_version=SPACY,
        description=DESCRIPTION,
        license="CC BY-SA 4.0",
        author="hoering",
        sources=[{"name": name, "license": licence, "author": author} for name, licence, author in SOURCES],
        performance={},
    )


def needed_strings(nlp: Language) -> Iterator[str]:
    """Strings the components look up by number: labels, and the two sides of every edit tree."""
    for name in nlp.pipe_names:
        yield from (label for label in getattr(nlp.get_pipe(name), "labels", ()) if isinstance(label, str))
    lemmatizer = nlp.get_pipe("lemmatizer")
    for tree in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:
        for side in ("orig", "subst"):
            if number := tree.get(side):
                yield nlp.vocab.strings[number]


def slim(folder: Path, strings: list[str]) -> None:
    """Replace the saved strings by those that are needed."""
    store = StringStore()
    for string in sorted(set(strings)):
        store.add(string)
    store.to_disk(folder / "vocab" / "strings.json")


def answers(nlp: Language, dev: Path) -> list[tuple[object, ...]]:
    """What a pipeline says about every token of the development text."""
    texts = [doc.text for doc in DocBin().from_disk(dev).get_docs(spacy.blank("da").vocab)]
    return [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_) for d in nlp.pipe(texts) for t in d]


def main(core: Path, names: Path, out: Path, version: str, dev: Path) -> None:
    """Assemble, save, slim and check."""
    nlp = assemble(spacy.load(core), spacy.load(names))
    describe(nlp, version)
    nlp.to_disk(out)
    slim(out, list(needed_strings(nlp)))
    if answers(spacy.load(out), dev) != answers(nlp, dev):
        raise SystemExit("the slimmed pipeline answers otherwise")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]), sys.argv[4], Path(sys.argv[5]))
