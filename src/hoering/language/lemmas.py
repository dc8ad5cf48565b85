"""The lemma lexicon: the treebank's own (form, part of speech) pairs, then a Danish full-form list.

Data: `lemma_lexicon.tsv.xz`, made by ``training/lexicon.py``.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

_CONTENT = {"NOUN", "VERB", "ADJ"}
_INFINITIVE_ENDINGS = ("e", "å", "o")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Edits (see ``training/lexicon.py``) by form and part of speech, by form, and the treebank's forms."""

    pairs: dict[tuple[str, str], str]
    forms: dict[str, str]
    seen: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = (resources.files("hoering.language") / "lemma_lexicon.tsv.xz").read_bytes()
    pairs: dict[tuple[str, str], str] = {}
    forms: dict[str, str] = {}
    seen: set[str] = set()
    for line in lzma.decompress(data).decode().splitlines():
        form, pos, edit = line.split("\t")
        if not pos:
            forms[form] = edit
            continue
        seen.add(form)
        if edit != "?":
            pairs[form, pos] = edit
    return _Lexicon(pairs, forms, frozenset(seen))


def is_known_word(word: str) -> bool:
    """Whether a lower-case form stands in the lexicon as an ordinary word."""
    lexicon = _lexicon()
    return word in lexicon.seen or word in lexicon.forms


def known_words() -> frozenset[str]:
    """All lower-case forms of the lexicon."""
    lexicon = _lexicon()
    return lexicon.seen.union(lexicon.forms)


def lemma_of(word: str, pos: str = "") -> str:
    """The lexicon's lemma of a lower-case form, or "" where it has none.

    Args:
        word: the form, in lower case.
        pos: its part of speech (UD tag); without it the full-form list alone is asked.

    >>> lemma_of("virksomhederne", "NOUN"), lemma_of("virksomhederne"), lemma_of("brxq", "NOUN")
    ('virksomhed', 'virksomhed', '')
    """
    lexicon = _lexicon()
    if pos and (edit := lexicon.pairs.get((word, pos))):
        return _edited(word, edit)
    if pos and (pos not in _CONTENT or word in lexicon.seen):
        return ""
    lemma = _edited(word, edit) if (edit := lexicon.forms.get(word)) else ""
    # The list has no parts of speech: for a verb only an infinitive can be right.
    return "" if pos == "VERB" and not lemma.endswith(_INFINITIVE_ENDINGS) else lemma


def lemmas_of(word: str, tags: Iterable[str]) -> set[str]:
    """What `lemma_of` says of a form under any of several parts of speech, none left out; without what it has none for.

    >>> sorted(lemmas_of("ved", ("ADP", "NOUN", "VERB")))
    ['ved', 'vide']
    """
    lexicon = _lexicon()
    if word in lexicon.seen:
        return {_edited(word, edit) for tag in tags if (edit := lexicon.pairs.get((word, tag)))}
    return {lemma_of(word, tag) for tag in tags if tag in _CONTENT} - {""} if word in lexicon.forms else set()


def _edited(word: str, edit: str) -> str:
    cut = edit[: len(edit) - len(edit.lstrip("0123456789"))]
    return word[: len(word) - int(cut)] + edit[len(cut) :]
