"""What of a model's reply counts: known codes, and evidence that stands in the sentence word for word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from hoering.codebook import Code, Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.llm.client import Reply
from hoering.coding.stance import NEUTRAL
from hoering.errors import HoeringError

# A model's own certainty is no probability, so it is not asked for: all its suggestions count the same.
SCORE = 0.7
# A reason is cut after as many characters, also where a server does not hold its answers to the schema.
_REASON = 120
_QUOTED = re.compile(r"[»«”“\"]([^»«”“\"]+)[»«”“\"]")


class BadAnswer(HoeringError):
    """The reply as a whole is of no use; `str()` says why in Danish, without a word of it."""


class Checked(NamedTuple):
    """What counts of a reply, and for each code that was refused the reason in Danish.

    ``stance`` is None where its evidence was refused.
    """

    themes: tuple[Suggestion, ...]
    actors: tuple[Suggestion, ...]
    stance: Suggestion | None
    refused: tuple[str, ...]


class _Coded(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    code: str
    evidence: str
    reason: str


class _Answer(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    themes: list[_Coded]
    actors: list[_Coded]
    stance: _Coded


def check(reply: Reply, book: Codebook, sentence: str) -> Checked:
    """What of a reply counts for a sentence.

    Raises:
        BadAnswer: the model declined, said nothing, was cut short, broke the form, or named a code that is not in the
            codebook.
    """
    answer = _read(reply)
    _require_known(answer.themes, book.themes)
    _require_known(answer.actors, book.actors)
    _require_known([answer.stance], book.stances)
    themes, no_themes = _suggestions(answer.themes, book.themes, sentence)
    actors, no_actors = _suggestions(answer.actors, book.actors, sentence)
    stances, no_stance = _suggestions([answer.stance], book.stances, sentence)
    return Checked(themes, actors, stances[0] if stances else None, (*no_themes, *no_actors, *no_stance))


def _read(reply: Reply) -> _Answer:
    if reply.refused:
        raise BadAnswer("Modellen afslog at svare.")
    if not reply.content.strip():
        raise BadAnswer("Modellen svarede med ingenting.")
    if reply.finish == "length":
        raise BadAnswer("Modellens svar blev afbrudt, før det var færdigt.")
    try:
        found = json.loads(reply.content, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise BadAnswer("Modellens svar er ikke gyldig JSON.") from error
    try:
        return _Answer.model_validate(found)
    except ValidationError:
        # Not chained: pydantic's message repeats what the model wrote.
        raise BadAnswer("Modellens svar har ikke den aftalte form.") from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _require_known(given: Iterable[_Coded], codes: Sequence[Code]) -> None:
    known = {code.id for code in codes}
    if any(item.code not in known for item in given):
        raise BadAnswer("Modellens svar bruger en kode, der ikke findes i kodebogen.")


def _suggestions(
    given: Sequence[_Coded], codes: Sequence[Code], sentence: str
) -> tuple[tuple[Suggestion, ...], list[str]]:
    """Suggestions in the order of the codebook, and why others were refused; a code given twice counts once."""
    kept: dict[str, Suggestion] = {}
    wrong = [item.code for item in given if not _stands_in(item, sentence)]
    for item in given:
        if _stands_in(item, sentence):
            kept.setdefault(item.code, Suggestion(code=item.code, score=SCORE, why=_why(item, sentence)))
    refused = [f"Koden »{code}« er afvist: modellens belæg står ikke ordret i sætningen." for code in wrong]
    return tuple(kept[code.id] for code in codes if code.id in kept), refused


def _stands_in(item: _Coded, sentence: str) -> bool:
    evidence = item.evidence.strip()
    if not evidence:
        return item.code == NEUTRAL
    # A letter or a full stop stands in every sentence and shows nothing.
    return evidence in sentence and sum(c.isalnum() for c in evidence) >= 2


def _why(item: _Coded, sentence: str) -> str:
    """``»venter for længe« – klager over ventetid``."""
    evidence = item.evidence.strip()
    parts = [f"»{evidence}«"] if evidence else []
    if reason := _short(item.reason, sentence):
        parts.append(reason)
    return " – ".join(parts) or "modellen fandt hverken kritik, forslag eller støtte"


def _short(reason: str, sentence: str) -> str:
    """The reason on one line; none where it quotes what the sentence does not say."""
    if any(quoted.strip() not in sentence for quoted in _QUOTED.findall(reason)):
        return ""
    # A model can write half characters, which no file can hold.
    line = " ".join(reason.encode("utf-8", "ignore").decode().split())
    printable = "".join(c for c in line if c.isprintable())
    return printable if len(printable) <= _REASON else f"{printable[:_REASON].rstrip()} …"
