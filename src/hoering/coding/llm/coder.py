"""The coder that asks a local language model about each sentence, and takes only what can be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.llm.address import parse_target
from hoering.coding.llm.answers import BadAnswer, Checked, check
from hoering.coding.llm.cache import AnswerCache
from hoering.coding.llm.client import NoReply, Reply, Server
from hoering.coding.llm.prompt import chat_request
from hoering.coding.protocol import SentenceCoder, Suggested
from hoering.coding.stance import NEUTRAL
from hoering.records import Problem, Source

STAGE = "coding"

# A server that fails as often in a row is not asked again: each try may cost minutes.
_PATIENCE = 3

_NOTHING = Suggestion(code=NEUTRAL, score=0.0, why="intet brugbart svar fra sprogmodellen")


@dataclass(slots=True)
class LlmCoder:
    """Suggests what a language model says; see `llm_coder`.

    Args:
        book: the codebook.
        server: where the model is.
        model: the model's name on it.
        fallback: who suggests where the model gives nothing of use; without one such a sentence gets no suggestion.
        cache: where replies are kept; without one a repeated run asks anew.

    ``problems`` holds what could not be used, by the id of the sentence.
    """

    book: Codebook
    server: Server
    model: str
    fallback: SentenceCoder | None = None
    cache: AnswerCache | None = None
    problems: list[Problem] = field(default_factory=list)
    _failures: int = field(init=False, default=0)

    @property
    def name(self) -> str:
        """As it stands in the table of codings: ``llm:MODEL``."""
        return f"llm:{self.model}"

    def suggest(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> list[Suggested]:
        """Suggestions for each sentence; ``why`` is the evidence and the model's short reason.

        Raises:
            OutputError: replies cannot be kept.
        """
        checked = [self._checked(source, sentences, number, voice.code) for number, voice in enumerate(voices)]
        if all(item is not None and item.stance is not None for item in checked):
            others = [_nothing() for _ in sentences]
        else:
            others = self._others(source, sentences, voices)
        return [_suggested(item, other) for item, other in zip(checked, others, strict=True)]

    def _checked(self, source: Source, sentences: Sequence[Sentence], number: int, voice: str) -> Checked | None:
        """What counts of the model's reply about a sentence, or None."""
        place, text = sentences[number].segment.segment_id, sentences[number].text
        reply = self._reply(chat_request(self.book, self.model, source, sentences, number, voice), place)
        if reply is None:
            return None
        try:
            checked = check(reply, self.book, text)
        except BadAnswer as error:
            self._note(place, str(error))
            return None
        for reason in checked.refused:
            self._note(place, reason)
        return checked

    def _reply(self, request: dict[str, Any], place: str) -> Reply | None:
        kept = self.cache.get(request) if self.cache else None
        if kept is not None or self._failures >= _PATIENCE:
            return kept
        try:
            reply = self.server.ask(request)
        except NoReply as error:
            self._failures += 1
            self._note(place, str(error))
            if self._failures == _PATIENCE:
                self._note(self.name, f"Serveren fejlede {_PATIENCE} gange i træk og spørges ikke mere i denne kørsel.")
            return None
        self._failures = 0
        if self.cache:
            self.cache.put(request, reply)
        return reply

    def _others(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> list[Suggested]:
        if self.fallback is None:
            return [_nothing() for _ in sentences]
        return [_instead(found) for found in self.fallback.suggest(source, sentences, voices)]

    def _note(self, item: str, reason: str) -> None:
        self.problems.append(Problem(stage=STAGE, item=item, reason=reason))


def llm_coder(
    book: Codebook,
    target: str,
    *,
    fallback: SentenceCoder | None = None,
    cache: Path | None = None,
    anywhere: bool = False,
    seconds: float = 120.0,
) -> LlmCoder:
    """A coder by the language model at ``ADDRESS#MODEL``.

    Args:
        book: the codebook.
        target: address of an OpenAI-compatible server and the model's name on it.
        fallback: who suggests where the model gives nothing of use.
        cache: folder in which replies are kept.
        anywhere: the user expressly allows that text is sent outside the house.
        seconds: the longest wait for one reply.

    Raises:
        ModelError: the target cannot be read, or lies outside the house without leave.
    """
    address, model = parse_target(target)
    server = Server(address, anywhere=anywhere, seconds=seconds)
    return LlmCoder(book, server, model, fallback=fallback, cache=AnswerCache(cache) if cache else None)


def _suggested(checked: Checked | None, other: Suggested) -> Suggested:
    """The model's suggestions, or the other coder's as a whole; only a refused stance is filled in alone."""
    if checked is None:
        return other
    return Suggested(themes=checked.themes, actors=checked.actors, stance=checked.stance or other.stance)


def _nothing() -> Suggested:
    return Suggested(themes=(), actors=(), stance=_NOTHING)


def _instead(found: Suggested) -> Suggested:
    """Another coder's suggestions, with a word that they are not the model's."""
    return Suggested(
        themes=tuple(map(_marked, found.themes)),
        actors=tuple(map(_marked, found.actors)),
        stance=_marked(found.stance),
    )


def _marked(item: Suggestion) -> Suggestion:
    return item._replace(why=f"uden sprogmodel: {item.why}")
