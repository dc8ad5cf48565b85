"""Tokenizer rules on top of spaCy's Danish ones: glued stops and quotes, abbreviations, apostrophes, bullets.

Tokenization never changes the text; these rules only say where it is cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language

from hoering.language.gazetteer import Gazetteer, shipped

_SMALL = "a-zæøåéüöäó0-9"
_BIG = "A-ZÆØÅÉÜÖÄ"
_ANY = f"{_SMALL}{_BIG}"
_QUOTE = '"”“„»«'
_CLOSER = f"{_QUOTE})\\]"
_STOP = ".!?…"
_SENTENCE = f"[{_BIG}][{_SMALL}]"

# Cuts without width: of two infixes side by side spaCy would keep only the first.
_CUTS = (
    # "i uge 3.Det": spaCy cuts only after letters
    rf"(?<=[0-9])(?=[{_STOP}]{_SENTENCE})",
    rf"(?<=[0-9][{_STOP}])(?={_SENTENCE})",
    # "udvalget.”Vi", "svar,”siger", "hun:”Vi"
    rf"(?<=[{_ANY}])(?=[{_STOP},:;][{_QUOTE}][{_ANY}])",
    rf"(?<=[{_ANY}][{_STOP},:;])(?=[{_QUOTE}][{_ANY}])",
    rf"(?<=[{_ANY}][{_STOP},:;][{_QUOTE}])(?=[{_ANY}])",
    # "(to gange).Det", "”nej”.Vi"
    rf"(?<=[{_ANY}])(?=[{_CLOSER}][{_STOP}]{_SENTENCE})",
    rf"(?<=[{_ANY}][{_CLOSER}])(?=[{_STOP}]{_SENTENCE})",
    rf"(?<=[{_ANY}][{_CLOSER}][{_STOP}])(?={_SENTENCE})",
    # "Hvad?!Nej"
    rf"(?<=[{_ANY}])(?=[?!]{{2}}{_SENTENCE})",
    rf"(?<=[{_ANY}][?!])(?=[?!]{_SENTENCE})",
    rf"(?<=[{_ANY}][?!]{{2}})(?={_SENTENCE})",
    # "kl.9.30", "nr.3"
    *(rf"(?<=\b{short}\.)(?=[0-9])" for short in ("[Kk]l", "[Nn]r", "[Kk]r", "[Cc]a", "[Ss]tk", "[Pp]kt")),
)
_BULLETS = ("^[•▪◦‣]",)
# "3F."
_LAST_STOPS = (rf"(?<=[0-9][{_BIG}])\.$",)
# "FH’s", "KL'erne", "O’Connor"
_APOSTROPHE = (
    rf"[{_ANY}-]*[{_ANY}][’'](?:s|S|r|t|e|en|ens|et|ets|er|ere|eren|erens|erne|ernes)\Z|[A-Z][’'][{_BIG}][{_SMALL}]+\Z"
)
# Abbreviations that are words as well: the stop after them stays a token of its own.
_WORDS = frozenset(
    {"art.", "autor.", "el.", "em.", "ex.", "ha.", "kat.", "max.", "min.", "mods.", "ol.", "ph.", "pol.", "res.", "ss."}
)


def extend_tokenizer(nlp: Language, gazetteer: Gazetteer | None = None) -> None:
    """Add the rules to a pipeline's tokenizer; twice is the same as once.

    Args:
        nlp: a Danish pipeline. A tokenizer that is not spaCy's own is left as it is.
        gazetteer: whose abbreviations to keep whole; without it those that ship with hoering.
    """
    old: Any = nlp.tokenizer
    if not hasattr(old, "infix_finditer"):
        return
    every = _abbreviations(gazetteer or shipped())
    ours = {form: [{"ORTH": form}] for form in every} | {f"{form}.": [{"ORTH": form}, {"ORTH": "."}] for form in every}
    added = {form: tokens for form, tokens in ours.items() if form not in old.rules}
    prefixes = _joined(old.prefix_search, _BULLETS)
    suffixes = _joined(old.suffix_search, _LAST_STOPS)
    infixes = _joined(old.infix_finditer, _CUTS)
    whole = _joined(old.token_match, (_APOSTROPHE,))
    before = (old.prefix_search, old.suffix_search, old.infix_finditer, old.token_match)
    if added or (prefixes, suffixes, infixes, whole) != tuple(map(_pattern, before)):
        # A new tokenizer, for each change to an old one makes it read all its exceptions again.
        nlp.tokenizer = type(old)(
            nlp.vocab,
            rules={**old.rules, **added},
            prefix_search=re.compile(prefixes).search,
            suffix_search=re.compile(suffixes).search,
            infix_finditer=re.compile(infixes).finditer,
            token_match=re.compile(whole).match,
            url_match=old.url_match,
            faster_heuristics=old.faster_heuristics,
        )


def _joined(method: Callable[..., object] | None, patterns: Iterable[str]) -> str:
    """The pattern of a tokenizer's method with more in front of it, if they are not there yet."""
    ours, old = "|".join(patterns), _pattern(method)
    return old if ours in old else f"{ours}|{old}".rstrip("|")


def _pattern(method: Callable[..., object] | None) -> str:
    return str(method.__self__.pattern) if method is not None else ""  # type: ignore[attr-defined]


def _abbreviations(gazetteer: Gazetteer) -> set[str]:
    every = (gazetteer.abbreviations() | gazetteer.final_abbreviations()) - _WORDS
    return {form for short in every if len(short) > 2 for form in (short, short[0].upper() + short[1:])}
