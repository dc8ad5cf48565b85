"""Whether a model's paragraph may be printed: it says nothing that the rows do not, as far as words can show it."""

from __future__ import annotations

import re

from spacy.language import Language

from hoering.errors import HoeringError
from hoering.rewording import numbers, quoting, views, words
from hoering.rewording.facts import Facts

# A rewording is about as long as what it rewords; the title's words may come on top.
_TIMES, _MORE = 2, 120
_MARKUP = re.compile(r"[<>*_#`|~\[\]{}\\^=@]|https?:|www\.|&\w+;|[^\S ]|^\s*(?:[-•–—+]|\d+[.)])\s|\([^)]*$")
_PLACEHOLDER = re.compile(r"\[[^\[\]\n]{1,40}\]")


class Refused(HoeringError):
    """The paragraph is not printed; `str()` says why in Danish, without a word of it."""


def check(answer: str, facts: Facts, nlp: Language) -> str:
    """The paragraph as it may be printed.

    Args:
        answer: what the model wrote.
        facts: the rows behind the paragraph it was to reword.
        nlp: a Danish pipeline that finds names.

    Raises:
        Refused: it is empty, too long, marked up, not Danish, or has a number, name, quotation, party or view that
            the rows have not.
    """
    text = answer.strip()
    _form(text, facts)
    if quoting.foreign(text, facts.rows):
        raise Refused("Teksten har anførselstegn om ord, der ikke står sådan i rækkerne.")
    plain = _without_placeholders(quoting.without(text), facts)
    if numbers.foreign(plain, facts.rows):
        raise Refused("Teksten har et tal, som rækkerne ikke har, eller et tal på noget andet.")
    if not words.is_danish(plain, facts.rows):
        raise Refused("Teksten er ikke på dansk.")
    if words.foreign(plain, facts.rows, nlp):
        raise Refused("Teksten har et navn eller et ukendt ord, som rækkerne ikke har.")
    if views.party(plain, facts):
        raise Refused("Teksten nævner en part, som afsnittet ikke nævner.")
    if views.weighed(plain, facts):
        raise Refused("Teksten siger noget om, hvor mange eller hvor meget, som afsnittet ikke siger.")
    if views.turned(plain, facts):
        raise Refused("Teksten vender holdningen eller udelader den.")
    return text


def _form(text: str, facts: Facts) -> None:
    if not text:
        raise Refused("Teksten er tom.")
    if len(text) > _TIMES * len(facts.text) + _MORE:
        raise Refused("Teksten er for lang.")
    plain = _without_placeholders(text, facts)
    if _MARKUP.search(plain) or not all(sign.isprintable() for sign in plain):
        raise Refused("Teksten har opmærkning eller flere linjer.")
    if text[-1] not in ".!?":
        raise Refused("Teksten slutter midt i en sætning.")


def _without_placeholders(text: str, facts: Facts) -> str:
    """Without "[Person 3]" and the like, where the rows have them."""
    known = {found for row in facts.rows for found in _PLACEHOLDER.findall(row)}
    return _PLACEHOLDER.sub(lambda found: " " if found[0] in known else found[0], text)
