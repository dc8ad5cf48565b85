"""The coder that knows codes by likeness: to their definitions and examples, as sentence vectors see it.

Whose vectors is exchangeable (`hoering.coding.encoders`). Likeness tells what a sentence is about, not what it does:
stance, and codes whose own examples likeness does not find, come from another coder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Code, Codebook
from hoering.coding.encoders import Encoder, encoded, load_encoder, wording_encoder
from hoering.coding.evidence import Suggestion
from hoering.coding.likeness import Likeness, learn_likeness
from hoering.coding.protocol import SentenceCoder, Suggested
from hoering.coding.rules import PatternCoder
from hoering.records import Source

SIMILARITY = "model:similarity"


@dataclass(slots=True)
class EmbeddingCoder:
    """Suggests themes and actors by likeness; see `embedding_coder` and `similarity_coder`.

    Args:
        book: the codebook; its own examples say how much likeness is enough.
        encoder: a sentence-transformers model, its name or folder, or anything with ``encode``.
        fallback: who suggests the rest.
        name: how the coder is named in the table of codings.

    Raises:
        ModelError: the encoder is not there or gives no usable vectors.
    """

    book: Codebook
    encoder: Encoder | str
    fallback: SentenceCoder
    name: str = "model:embeddings"
    _encoder: Encoder = field(init=False)
    _themes: Likeness | None = field(init=False)
    _actors: Likeness | None = field(init=False)

    def __post_init__(self) -> None:
        self._encoder = load_encoder(self.encoder) if isinstance(self.encoder, str) else self.encoder
        self._themes = learn_likeness(self.book.themes, self._encoder)
        self._actors = learn_likeness(self.book.actors, self._encoder)

    def suggest(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> list[Suggested]:
        """Suggestions for each sentence; ``why`` names what it is most like, or the fallback's reason."""
        others = self.fallback.suggest(source, sentences, voices)
        vectors = encoded(self._encoder, [sentence.text for sentence in sentences])
        themes = self._themes.suggest(vectors) if self._themes else [[] for _ in sentences]
        actors = self._actors.suggest(vectors) if self._actors else [[] for _ in sentences]
        return [
            Suggested(
                themes=_joined(self.book.themes, self._themes, alike, other.themes),
                actors=_joined(self.book.actors, self._actors, parties, other.actors),
                stance=other.stance,
            )
            for alike, parties, other in zip(themes, actors, others, strict=True)
        ]


def embedding_coder(book: Codebook, model: str, fallback: SentenceCoder | None = None) -> EmbeddingCoder:
    """A coder by the vectors of a sentence-transformers model on this machine.

    Args:
        book: the codebook.
        model: the model's name or folder; the name in the table of codings has only the last part of it.
        fallback: who suggests the rest; without one the codebook's patterns.

    Raises:
        ModelError: the extra ``embeddings`` is not installed, or the model is not here or of no use.
    """
    last = model.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return EmbeddingCoder(book, model, fallback or PatternCoder(book), name=f"model:embeddings:{last}")


def similarity_coder(
    book: Codebook, fallback: SentenceCoder | None = None, *, also: Iterable[str] = ()
) -> EmbeddingCoder:
    """A coder by likeness of wording, which needs no model: fitted on the codebook's own texts.

    Args:
        book: the codebook.
        fallback: who suggests the rest; without one the codebook's patterns.
        also: the sentences to be coded, where they are at hand: more words are known, and which of them are common.

    Raises:
        ModelError: the codebook holds too few texts.
    """
    encoder = wording_encoder([*_own_texts(book), *also])
    return EmbeddingCoder(book, encoder, fallback or PatternCoder(book), name=SIMILARITY)


def _own_texts(book: Codebook) -> list[str]:
    return [
        text
        for code in book.codes()
        for text in (code.label, code.definition, code.include, *code.examples, *code.counterexamples)
    ]


def _joined(
    codes: Sequence[Code], likeness: Likeness | None, alike: Iterable[Suggestion], others: Iterable[Suggestion]
) -> tuple[Suggestion, ...]:
    """What likeness suggests, and of the codes it knows nothing of what the other coder does; in codebook order."""
    known = {item.code: item for item in others if likeness is None or item.code in likeness.untold}
    known |= {item.code: item for item in alike}
    return tuple(known[code.id] for code in codes if code.id in known)
