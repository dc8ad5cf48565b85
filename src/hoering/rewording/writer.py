"""Asks a language model for a paragraph in other words, and takes only one that has been checked."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from spacy.language import Language

from hoering.coding.llm.address import parse_target
from hoering.coding.llm.cache import AnswerCache
from hoering.coding.llm.client import NoReply, Reply, Server
from hoering.language import load
from hoering.rewording.checking import Refused, check
from hoering.rewording.facts import Facts
from hoering.rewording.prompt import chat_request

# A server that fails as often in a row is not asked again: each try may cost minutes.
PATIENCE = 3


@dataclass
class Rewriter:
    """Rewords paragraphs; see `rewriter`.

    Args:
        server: where the model is.
        model: the model's name on it.
        cache: where replies are kept, so that a repeated report asks nothing anew.
    """

    server: Server
    model: str
    cache: AnswerCache
    _failures: int = field(init=False, default=0)

    @cached_property
    def nlp(self) -> Language:
        """The pipeline that finds names; loaded when the first paragraph is checked."""
        return load()

    def reword(self, facts: Facts) -> str:
        """The paragraph in the model's words.

        Raises:
            NoReply: the server gave none.
            Refused: the reply may not be printed, or says nothing in other words.
            OutputError: replies cannot be kept.
        """
        text = check(_text(self._reply(facts)), facts, self.nlp)
        if text.split() == facts.text.split():
            raise Refused("Teksten er den samme som rapportens egen.")
        return text

    def _reply(self, facts: Facts) -> Reply:
        request = chat_request(facts, self.model)
        if kept := self.cache.get(request):
            return kept
        if self._failures >= PATIENCE:
            raise NoReply(f"Serveren fejlede {PATIENCE} gange i træk og spørges ikke mere i denne omgang.")
        try:
            reply = self.server.ask(request)
        except NoReply:
            self._failures += 1
            raise
        self._failures = 0
        self.cache.put(request, reply)
        return reply


def rewriter(target: str, cache: Path, *, anywhere: bool = False, seconds: float = 120.0) -> Rewriter:
    """One that asks the model at ``ADDRESS#MODEL``.

    Args:
        target: address of an OpenAI-compatible server and the model's name on it.
        cache: folder in which replies are kept.
        anywhere: the user expressly allows that (pseudonymised) text is sent outside the house.
        seconds: the longest wait for one reply.

    Raises:
        ModelError: the target cannot be read, or lies outside the house without leave.
    """
    address, model = parse_target(target)
    return Rewriter(Server(address, anywhere=anywhere, seconds=seconds), model, AnswerCache(cache))


def _text(reply: Reply) -> str:
    if reply.refused:
        raise Refused("Modellen afslog at svare.")
    if reply.finish == "length":
        raise Refused("Modellens svar blev afbrudt, før det var færdigt.")
    if not reply.content.strip():
        raise Refused("Teksten er tom.")
    try:
        found = json.loads(reply.content)
    except (ValueError, RecursionError) as error:
        raise Refused("Modellens svar har ikke den aftalte form.") from error
    if not isinstance(found, dict) or set(found) != {"tekst"} or not isinstance(found["tekst"], str):
        raise Refused("Modellens svar har ikke den aftalte form.")
    return str(found["tekst"])
