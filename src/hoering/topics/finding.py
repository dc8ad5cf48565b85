"""Topics of a consultation: from its passages to a model as people want it, and to rows of tables and codings."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from hoering.progress import Stage, silent
from hoering.records import Coding, Problem, Segment, TopicAssignment, TopicExample, TopicRow
from hoering.topics.choices import TopicChoices, replay
from hoering.topics.fitting import fit
from hoering.topics.model import TopicModel
from hoering.topics.passages import Passage

# The folder of the saved model among the tables.
MODEL_FOLDER = "emnemodel"

EMPTY, OUTSIDE, TOO_FEW = "uden indhold", "udenfor", "for få afsnit"
_CODERS = {"NMF": "topic:nmf", "små": "topic:minibatch"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Passages, the model of those that are no copies, the topic and likeness of each, and what could not be done."""

    passages: tuple[Passage, ...]
    model: TopicModel
    placed: tuple[tuple[int, float], ...]
    problems: tuple[Problem, ...] = ()

    @property
    def assignments(self) -> dict[str, int]:
        """The topic of each passage that is no copy, by its ``segment_id``."""
        pairs = zip(self.passages, self.placed, strict=True)
        return {passage.segment.segment_id: topic for passage, (topic, _) in pairs if not passage.copy}


def find(passages: Sequence[Passage], choices: TopicChoices, names: Iterable[str] = (), stage: Stage = silent) -> Found:
    """Find topics, change them as people decided, and give copies the topic of what they copy.

    Args:
        passages: all passages; see `hoering.topics.passages`.
        choices: what people decided.
        names: names of persons known to the privacy step.
        stage: shows progress.

    Raises:
        HoeringError: BERTopic is not installed.
    """
    own = [passage.text for passage in passages if not passage.copy]
    model, problems = replay(fit(own, choices.antal, names=names, stage=stage), choices, own)
    copied = iter(model.placed([passage.text for passage in passages if passage.copy]))
    fitted = iter(zip(model.assignments, model.likeness, strict=True))
    placed = tuple(next(copied if passage.copy else fitted) for passage in passages)
    return Found(passages=tuple(passages), model=model, placed=placed, problems=problems)


def nothing(note: str = "") -> Found:
    """No topics; ``note`` says why."""
    model = fit([])
    return Found(passages=(), model=replace(model, notes=(note,)) if note else model, placed=())


def topic_rows(found: Found, coverage: Mapping[int, tuple[str, float]], new: AbstractSet[int]) -> Iterator[TopicRow]:
    """Rows of the table ``topics``.

    Args:
        found: the topics.
        coverage: the theme each most overlaps with, and how far.
        new: those that no theme covers.
    """
    model = found.model
    for topic in model.topics:
        code, overlap = coverage.get(topic.id, ("", 0.0))
        own = {
            p.segment.source for p, (label, _) in zip(found.passages, found.placed, strict=True) if label == topic.id
        }
        yield TopicRow(
            topic=topic.id,
            label=topic.label,
            key_words=", ".join(topic.key_words),
            passages=topic.size,
            share=round(topic.share, 4),
            sources=len(own),
            stability=topic.stability if math.isnan(topic.stability) else round(topic.stability, 3),
            coverage_code=code,
            coverage=round(overlap, 3),
            new=topic.id in new,
            method=model.method,
        )


def assignment_rows(found: Found) -> Iterator[TopicAssignment]:
    """Rows of the table ``topic_assignments``."""
    model = found.model
    own = [place for place, passage in enumerate(found.passages) if not passage.copy]
    empty = {own[place] for place in model.without_content}
    for place, (passage, (topic, likeness)) in enumerate(zip(found.passages, found.placed, strict=True)):
        item = passage.segment
        nothing_known = passage.copy and bool(model.topics) and not likeness
        outside = EMPTY if place in empty or nothing_known else OUTSIDE if model.topics else TOO_FEW
        yield TopicAssignment(
            segment_id=item.segment_id,
            source=item.source,
            document=item.document,
            page=item.page,
            start=item.start,
            end=item.end,
            topic=topic,
            label=model.topics[topic].label if topic >= 0 else "",
            reason="" if topic >= 0 else outside,
            score=_score(likeness) if topic >= 0 else 0.0,
            copy=passage.copy,
        )


def example_rows(found: Found) -> Iterator[TopicExample]:
    """Rows of the table ``topic_examples``; quotations stand verbatim in the readable text."""
    own = [passage.segment for passage in found.passages if not passage.copy]
    for topic in found.model.topics:
        for rank, example in enumerate(topic.examples, 1):
            item = own[example.place]
            yield TopicExample(
                topic=topic.id,
                rank=rank,
                segment_id=item.segment_id,
                source=item.source,
                document=item.document,
                page=item.page,
                start=item.start,
                end=item.end,
                quote=item.text,
                score=_score(example.likeness),
            )


def topic_codings(found: Found, segments: Iterable[Segment], codings: Iterable[Coding]) -> Iterator[Coding]:
    """A coding of kind ``topic`` on every sentence of a passage with a topic; ``code`` is ``emne_`` and its number.

    A sentence and not the passage, so that it stands beside theme, stance and voice of the same sentence.

    Args:
        found: the topics.
        segments: all segments.
        codings: the other codings; of the voice of a sentence is taken who speaks.
    """
    voices = {coding.segment_id: coding for coding in codings if coding.kind == "voice"}
    pairs = zip(found.passages, found.placed, strict=True)
    placed = {passage.segment.segment_id: place for passage, place in pairs if place[0] >= 0}
    coder = next((name for word, name in _CODERS.items() if word in found.model.method), "topic:kmeans")
    for item in segments:
        if item.parent in placed and item.segment_id in voices:
            topic, likeness = placed[item.parent]
            code, label = f"emne_{topic}", found.model.topics[topic].label
            identity = f"{item.source}|{item.start}|{item.end}|topic|{code}|{coder}"
            yield replace(
                voices[item.segment_id],
                coding_id=hashlib.sha256(identity.encode()).hexdigest()[:12],
                kind="topic",
                code=code,
                score=_score(likeness),
                why=f"afsnittet er i emnet »{label}«",
                coder=coder,
                codebook="",
            )


def _score(likeness: float) -> float:
    return round(min(max(float(likeness), 0.0), 1.0), 3)
