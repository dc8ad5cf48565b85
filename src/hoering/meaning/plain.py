"""Words and base forms of a text without the language model: positions and drafts are read by the thousand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hoering.topics.words import base_form

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d.,]*|[?!]")
# "[Person 12]", "[CPR-nummer]", "[…]": who was masked says nothing of the matter.
_PLACEHOLDER = re.compile(r"\[[^\[\]]{1,40}\]")
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as features are made of it: words as they stand, and their base forms."""

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]


def plain_text(text: str) -> PlainText:
    """The words of a text; figures, question and exclamation marks stay, placeholders do not.

    >>> plain_text("Kan busserne køre senere?").lemmas
    ('kunne', 'bus', 'køre', 'sen', '?')
    """
    forms = tuple(_WORD.findall(_PLACEHOLDER.sub(" ", text)))
    return PlainText(forms, tuple(_base(form.lower()) for form in forms))


@lru_cache(maxsize=_REMEMBERED)
def _base(form: str) -> str:
    return base_form(form)
