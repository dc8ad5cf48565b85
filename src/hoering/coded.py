"""The coding half of a run: from safe texts to segments, codings, people's decisions and concerns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from hoering.annotate import Sentence, annotate_all
from hoering.codebook import Codebook
from hoering.coding import Coder, SentenceCoder, WeighingCoder
from hoering.coding.registry import make_coder
from hoering.concerns import Concern, ConcernFinder
from hoering.learning.settle import Decided
from hoering.learning.use import FromPeople
from hoering.progress import Stage
from hoering.quotations import quotations
from hoering.records import Coding, Problem, SafeText, Segment
from hoering.segment import segment
from hoering.threads import one_thread

# Folder of a language model's answers, so that a run with it can be repeated.
LLM_ANSWERS = "sprogmodel"

MakeCoder = Callable[[Codebook], SentenceCoder]


@dataclass(frozen=True, slots=True)
class Coders:
    """Who codes a run: the machine's coder, with what it has learned, and the people who decided."""

    book: Codebook
    by: SentenceCoder
    people: FromPeople

    @classmethod
    def of(cls, wanted: str | MakeCoder, book: Codebook, processed: Path) -> Coders:
        """The coder that is wanted, on top of it what was learned in the project.

        Args:
            wanted: a name for `hoering.coding.registry.make_coder`, or what makes a coder for a codebook.
            book: the codebook.
            processed: the project's folder of tables, where people's decisions lie.

        Raises:
            HoeringError: there is no such coder, or the decisions cannot be used.
        """
        by = make_coder(wanted, book, cache=processed / LLM_ANSWERS) if isinstance(wanted, str) else wanted(book)
        people = FromPeople.read(processed, book, by.name)
        return cls(book, people.coder(by, book) if isinstance(by, WeighingCoder) else by, people)


@dataclass(slots=True)
class Coded:
    """What was found in all texts, in their order."""

    segments: list[Segment] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@one_thread()
def code_texts(texts: Sequence[SafeText], coders: Coders, nlp: Language, stage: Stage) -> Coded:
    """Divide, annotate and code texts; what people decided stands in place of the machine's codings.

    Args:
        texts: safe texts.
        coders: who codes.
        nlp: a pipeline from `hoering.language.load`.
        stage: how progress is shown.
    """
    coder, finder, done = Coder(coders.book, by=coders.by), ConcernFinder(coders.book), Coded()
    divided = [(text, segment(text)) for text in texts]
    with stage("Deler op og koder", len(texts)) as advance:
        for (text, own), sentences in zip(divided, annotate_all(divided, nlp), strict=True):
            codings = _settled(coder.code(text.source, own, sentences), sentences, coders.people, done)
            done.segments += [*own, *(sentence.segment for sentence in sentences), *quotations(text, own, codings)]
            done.codings += codings
            done.concerns += finder.find(text.source, sentences, codings)
            advance(1)
    # A decision may belong to any source: only when all are there can it be told which belong to none.
    done.problems += [*coder.problems, *coders.people.settle([], done.segments)[1]]
    return done


def _settled(
    codings: Sequence[Coding], sentences: Sequence[Sentence], people: FromPeople, done: Coded
) -> Sequence[Coding]:
    if not people.file:
        return codings
    settled, _ = people.settle(codings, [sentence.segment for sentence in sentences])
    done.decided += settled.decided
    return settled.codings
