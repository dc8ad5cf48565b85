"""A draft policy as hoering reads it: one file in any readable format, cleaned, masked, divided and coded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from spacy.language import Language

from hoering import codebook, language
from hoering.annotate import annotate
from hoering.codebook import Codebook
from hoering.coding import Coder, SentenceCoder
from hoering.coding.registry import make_coder
from hoering.coverage.drafts import Draft as Draft
from hoering.errors import DraftError
from hoering.intake import Said, intake
from hoering.positions.matters import Matters
from hoering.progress import silent
from hoering.pseudonymise.rules import Rules
from hoering.read import Found, ListedSource, file_hash
from hoering.records import Outcome, Segment
from hoering.segment import segment
from hoering.threads import one_thread

# Whoever wrote a draft, it is the municipality's; a sender named keeps the file whole.
_SENDER, _TYPE, _KIND = "Kommunen", "jobcenter_kommune", "politik"


@one_thread()
def read_draft(path: Path, *, book: Codebook, coder: SentenceCoder, nlp: Language) -> Draft:
    """Read a draft as a run reads what it receives.

    Args:
        path: the file.
        book: the codebook.
        coder: who codes its sentences.
        nlp: a pipeline from `hoering.language.load`.

    Raises:
        DraftError: the file is missing, cannot be read, or holds no sentences.
    """
    if not path.is_file():
        raise DraftError(f"Udkastet {path} findes ikke.")
    found = Found(path=path, document=path.name, sha256=file_hash(path))
    listed = ListedSource(document=path.name, kind=_KIND, sender=_SENDER, sender_type=_TYPE, by="hoering coverage")
    said = Said(listed=Outcome(items=(listed,)), corrections={})
    safe = intake([found], said, book=book, nlp=nlp, organisations=frozenset(), rules=Rules(), stage=silent)
    if not safe.used:
        reasons = " ".join(dict.fromkeys(problem.reason for problem in safe.problems))
        raise DraftError(f"Udkastet {path.name} kan ikke læses. {reasons}".rstrip())
    text = max(safe.used, key=lambda item: len(item.view.text))
    segments = segment(text)
    sentences = annotate(text, segments, nlp)
    if not _says_something([sentence.segment for sentence in sentences]):
        raise DraftError(f"Udkastet {path.name} indeholder ingen sætninger, som synspunkter kan holdes op mod.")
    codings = Coder(book, by=coder).code(text.source, segments, sentences)
    return Draft(
        document=path.name,
        sha256=found.sha256,
        text=text,
        segments=tuple(segments),
        sentences=tuple(sentence.segment for sentence in sentences),
        codings=tuple(codings),
        matters=Matters.of(book),
    )


def drafts_reader(book: Codebook, book_name: str, coder: str, model: str | None) -> Callable[[Path], Draft]:
    """Reads drafts as they are held against the positions of a run.

    Args:
        book: the run's codebook.
        book_name: what the user says its name or file is.
        coder: who codes, a name for `hoering.coding.registry.make_coder`.
        model: a spaCy pipeline's name or path.

    Raises:
        DraftError: the run was coded by another codebook.
        HoeringError: the codebook, the coder or the model is at fault.
    """
    whole = codebook.load(book_name)
    if whole.id != book.id:
        raise DraftError(f"Kørslen er kodet efter kodebogen »{book.id}«, ikke »{whole.id}«. Angiv den med --kodebog.")
    by, nlp = make_coder(coder, whole), language.load(model)
    return partial(read_draft, book=whole, coder=by, nlp=nlp)


def _says_something(sentences: Sequence[Segment]) -> bool:
    return any(len(sentence.text.split()) > 2 for sentence in sentences)
