"""A topic made into a code: patterns from its key words, examples from its passages, written into a codebook.

The file builds on another codebook (``extends``). What comes out is a draft that loads, passes `hoering codebook check`
and finds its own examples; a person reads it before it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language

from hoering.codebook import DEFAULT, Code, Codebook, load
from hoering.codebook.examples import try_examples
from hoering.codebook.model import WEIGHTS
from hoering.codebook.reading import Reader
from hoering.coding.evidence import THRESHOLD
from hoering.errors import HoeringError
from hoering.language.frequencies import general_danish
from hoering.topics.codefile import added, new_file, written
from hoering.topics.held import Held
from hoering.topics.model import Topic, TopicModel

# A key word alone suggests the code where six of ten passages that hold it are the topic's, and half does at three.
_STRONG, _MEDIUM = 0.6, 0.3
# Words that general Danish uses oftener than this ("søge", "time", "år") suggest no code alone, whoever uses them here.
_COMMON = 200 / 1_000_000
_EXAMPLES, _LOOKED_AT = 5, 30
# Words of a sentence that can stand alone as an example.
_LENGTHS = range(5, 41)
# A sentence of a longer quotation has one of its quotation marks only; it is left out with all that have some.
_QUOTES = re.compile(r"[\"”“„«»]")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "o", "ä": "a"})


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that was written: the code, its file, whether the file is new, and what to know of it, in Danish."""

    code: Code
    path: Path
    is_new_file: bool
    notes: tuple[str, ...]


def new_code(
    model: TopicModel,
    topic: str | int,
    to: Path | str,
    nlp: Language,
    *,
    base: str | Path = DEFAULT,
    label: str | None = None,
    id: str | None = None,
    definition: str | None = None,
) -> NewCode:
    """Make a code of a topic and write it into a codebook of one's own.

    A file that is there is kept as it is, and the code is added to the end of its themes; what it would break is not
    written at all.

    Args:
        model: a model with its passages, which must be pseudonymised: some of their sentences become examples.
        topic: label or number of a topic.
        to: the file, ``.yaml``.
        nlp: a pipeline from `hoering.language.load`, to try the code on its examples.
        base: the codebook a new file builds on, by name or path.
        label: what the code is called; without it as the topic is.
        id: its id; without it made of the label.
        definition: what it covers; without it a stub that names the key words.

    Raises:
        HoeringError: there is no such topic or passages, the id or label is taken, no sentence of the topic has its
            key words, or the file cannot be used or written.
    """
    path, asked = Path(to), model.topic(topic)
    if path.suffix not in (".yaml", ".yml"):
        raise HoeringError(f"En kodebog skal ende på .yaml; »{path.name}« gør ikke.")
    is_new = not path.exists()
    book = load(base if is_new else path)
    code = draft_code(model, asked.id, book, nlp, label=label, id=id, definition=definition)
    remark = f"Fra emnet »{asked.label}« ({asked.size} afsnit). Et udkast: ret label, definition og mønstre."
    text = new_file(book, base, path, code, remark) if is_new else added(path, code, remark)
    written(path, text, [*(theme.id for theme in book.themes), code.id])
    return NewCode(code, path, is_new, _notes(code, path, is_new))


def draft_code(
    model: TopicModel,
    topic: str | int,
    book: Codebook,
    nlp: Language,
    *,
    label: str | None = None,
    id: str | None = None,
    definition: str | None = None,
) -> Code:
    """The code that `new_code` would write into a codebook; nothing is written.

    Args:
        model: as in `new_code`, like the rest.
        topic: see there.
        book: the codebook it is for.
        nlp: see there.
        label: see there.
        id: see there.
        definition: see there.

    Raises:
        HoeringError: see there.
    """
    asked = model.topic(topic)
    if not isinstance(model.corpus, Held):
        raise HoeringError("Modellen er hentet uden sine afsnit. Hent den med dem for at lave en kode af et emne.")
    named = label or asked.label
    identity = _identity(book, named, id)
    weighed = _weighed(asked, model.corpus, model.assignments)
    lists, examples = _tried(weighed, list(_passages(asked, model)), book, nlp)
    return Code(
        id=identity,
        label=named,
        definition=definition or _stub(asked),
        examples=tuple(examples),
        **lists,  # type: ignore[arg-type]
    )


def _identity(book: Codebook, label: str, wanted: str | None) -> str:
    taken = {entry.id for entry in book.entries()}
    if label in {entry.label for entry in book.entries()}:
        raise HoeringError(f"Kodebogen har allerede »{label}«. Giv emnet eller koden et andet navn.")
    if wanted is not None:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", wanted):
            raise HoeringError(
                f"Id'et »{wanted}« må kun bestå af små bogstaver a-z, tal og _ og begynde med et bogstav."
            )
        if wanted in taken:
            raise HoeringError(f"Koden »{wanted}« findes allerede i kodebogen. Vælg et andet id.")
        return wanted
    plain = re.sub(r"[^a-z0-9]+", "_", label.lower().translate(_LETTERS)).strip("_") or "emne"
    first = plain if plain[0].isalpha() else f"emne_{plain}"
    return next(name for name in _numbered(first) if name not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1


def _weighed(topic: Topic, held: Held, assignments: Sequence[int]) -> dict[str, str]:
    """A pattern for each key word, and the list it belongs in by the share of its passages that are the topic's."""
    inside = np.array(assignments) == topic.id
    found = {}
    for term, word in zip(topic.terms, topic.key_words, strict=True):
        has = (held.counts[:, held.vocabulary.index(term)] > 0).toarray().ravel()
        share = float((has & inside).sum() / max(has.sum(), 1))
        alone = share >= _STRONG and general_danish().of(term) <= _COMMON
        found[_pattern(term, word)] = "strong" if alone else "medium" if share >= _MEDIUM else "weak"
    return found


def _pattern(term: str, word: str) -> str:
    """The word in any form and as a part of compounds; an acronym as it is written."""
    return word if word.isupper() and len(word) > 1 else f"{term}/+{term}"


def _passages(topic: Topic, model: TopicModel) -> Iterator[str]:
    """Passages of a topic, those shown for it first, then those most like it."""
    shown = [example.place for example in topic.examples]
    own = [place for place, found in enumerate(model.assignments) if found == topic.id and place not in shown]
    for place in [*shown, *sorted(own, key=lambda place: (-model.likeness[place], place))][:_LOOKED_AT]:
        yield model.corpus.corpus.texts[place]


def _tried(
    weighed: Mapping[str, str], passages: Sequence[str], book: Codebook, nlp: Language
) -> tuple[Mapping[str, tuple[str, ...]], list[str]]:
    """The patterns by list, and sentences that they find; patterns are made stronger until there is one."""
    trial = Code(id="emne", label="Emne", definition="Emne", strong=tuple(weighed))
    reader = Reader(_alone(book, trial), nlp)
    fired = {
        reading.sentence.text: {hit.pattern.text for hit in reading.hits["themes"]}
        for readings in reader.read(passages)
        for reading in readings
        if _stands_alone(reading.sentence.text)
    }
    lists = dict(weighed)
    weaker = [text for name in ("medium", "weak") for text, own in weighed.items() if own == name]
    for pattern in [None, *weaker]:
        if pattern is not None:
            lists[pattern] = "strong"
        code = trial.model_copy(update=_by_list(lists) | {"examples": tuple(_found(fired, lists))})
        trials = try_examples(Reader(_alone(book, code), nlp))
        # Alone a sentence may be read otherwise than in its passage.
        right = [item.text for item in trials if item.kind == "themes" and item.found][:_EXAMPLES]
        if right:
            return _by_list(lists), right
    raise HoeringError("Ingen hel sætning i emnets afsnit rummer dets nøgleord; det kan ikke blive en kode.")


def _stands_alone(text: str) -> bool:
    """Whether a sentence is whole and of a length to be read alone."""
    whole = text[:1].isupper() and text[-1:] in ".!?" and not _QUOTES.search(text)
    return whole and len(text.split()) in _LENGTHS


def _alone(book: Codebook, code: Code) -> Codebook:
    """A codebook with this theme only, which reads much faster."""
    return book.model_copy(update={"themes": (code,), "lexicon_patterns": (), "groups": ()}).with_groups()


def _by_list(lists: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(text for text, own in lists.items() if own == name) for name in WEIGHTS}


def _found(fired: Mapping[str, set[str]], lists: Mapping[str, str]) -> list[str]:
    weights = {text: sum(WEIGHTS[lists[pattern]] for pattern in patterns) for text, patterns in fired.items()}
    return [text for text, weight in weights.items() if weight >= THRESHOLD][: 2 * _EXAMPLES]


def _stub(topic: Topic) -> str:
    words = ", ".join(topic.key_words[:6])
    return f"Udkast fra et emne i materialet, ikke gennemset endnu. Nøgleord: {words}. Skriv her, hvad koden dækker."


def _notes(code: Code, path: Path, is_new: bool) -> tuple[str, ...]:
    where = f"skrevet i den nye fil {path.name}" if is_new else f"lagt til sidst i temaerne i {path.name}"
    return (
        f"Koden »{code.label}« ({code.id}) er {where}.",
        "Læs eksemplerne igennem, før filen deles med andre: de er ordrette sætninger fra materialet.",
        f"Ret definitionen, og se den efter med: hoering codebook check {path.name}",
    )
