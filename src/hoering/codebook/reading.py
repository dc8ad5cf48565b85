"""A text as a codebook's patterns see it: sentences, words, lemmas, parts of compounds, and the hits in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from hoering.annotate import Sentence, annotate_all
from hoering.codebook.model import Codebook
from hoering.coding.evidence import Suggestion, suggestions
from hoering.coding.stance import stance
from hoering.edits import View
from hoering.language.compounds import part_lemmas
from hoering.patterns import Hit, PatternIndex
from hoering.records import Page, SafeText, Segment, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with the hits in it, by kind of code (``themes``, ``actors``, ``stances``)."""

    sentence: Sentence
    hits: dict[str, list[Hit]]

    def suggested(self, book: Codebook, kind: str) -> list[Suggestion]:
        """The codes of a kind that the patterns suggest for the sentence; always one stance."""
        if kind == "stances":
            return [stance(self.sentence, self.hits[kind])]
        return suggestions((code.id for code in getattr(book, kind)), self.hits[kind])


@dataclass(slots=True)
class Reader:
    """Reads texts with one language pipeline and one codebook, as a run would."""

    book: Codebook
    nlp: Language
    _index: PatternIndex = field(init=False)
    _kinds: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        patterns = {
            "themes": self.book.theme_patterns(),
            "actors": [p for code in self.book.actors for p in code.patterns()],
            "stances": [p for code in self.book.stances for p in code.patterns()],
        }
        self._index = PatternIndex([p for found in patterns.values() for p in found])
        # By identity: two kinds may have the same code and pattern.
        self._kinds = {id(p): kind for kind, found in patterns.items() for p in found}

    def read(self, texts: Iterable[str]) -> Iterator[list[Reading]]:
        """The sentences of each text with their hits."""
        made = [_made(number, text) for number, text in enumerate(texts)]
        for sentences in annotate_all(made, self.nlp):
            yield [self._reading(sentence) for sentence in sentences]

    def _reading(self, sentence: Sentence) -> Reading:
        found: dict[str, list[Hit]] = {"themes": [], "actors": [], "stances": []}
        parts = [part_lemmas(form) for form in sentence.forms]
        for hit in self._index.find(sentence.forms, sentence.lemmas, parts):
            found[self._kinds[id(hit.pattern)]].append(hit)
        return Reading(sentence, found)


def _made(number: int, text: str) -> tuple[SafeText, Sequence[Segment]]:
    """A text as a source of one paragraph."""
    name = f"tekst {number + 1}"
    source = Source(source=name, document=name, number=number + 1, kind="ukendt", sender="", sender_type="", date="",
                    sha256="", status="used", end=len(text))  # fmt: skip
    safe = SafeText(source=source, view=View.of(text), pages=(Page(number=1, start=0, end=len(text)),))
    paragraph = Segment(segment_id=f"{name}:0000", source=name, document=name, level="paragraph", page=1, start=0,
                        end=len(text), text=text)  # fmt: skip
    return safe, [paragraph]
