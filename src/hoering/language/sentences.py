"""Sentence starts by rule, set before the parser, which keeps to them and decides only what they leave open.

A news treebank teaches a parser little about headings, dialogue dashes, closing quotes after a stop and
abbreviations. The rules say "start" or "no start" where spelling leaves no doubt. Left open is a capital inside
a line with no stop before it: a name, or a headline that runs into its text. Without a parser that is no start.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from hoering.language.gazetteer import Gazetteer
from hoering.language.lemmas import is_known_word

START, OPEN, NONE = 1, 0, -1

_STOPS = frozenset(".!?…")
_QUOTES = frozenset("”“„»«\"'’‘")
_BRACKETS = frozenset(")]")
_DASHES = frozenset("-–—")
_BULLETS = _DASHES | frozenset("•·*▪◦")
_BEFORE_CAPITAL = _QUOTES | _DASHES | frozenset("([")
# A line of so many tokens may be broken by its width and not by its end.
_LONG_LINE = 10

# After these a line goes on, whatever the next one begins with, and a capital is a name's.
_CONTINUE = frozenset({
    "ad", "af", "at", "bag", "blandt", "da", "de", "den", "der", "det", "din", "dit", "du", "en", "er", "et",
    "efter", "eller", "for", "fordi", "foran", "fra", "gennem", "han", "hans", "har", "hendes", "hos", "hun",
    "hvis", "i", "imellem", "imod", "inden", "jeg", "jeres", "langs", "man", "med", "mellem", "men", "min",
    "mit", "mod", "når", "og", "også", "om", "omkring", "over", "på", "samt", "siden", "sin", "sit", "som",
    "til", "trods", "uden", "under", "ved", "vi", "via", "vores", "§", "nr.", "stk.", "ca.", "bl.a.", "jf.",
    "f.eks.",
})  # fmt: skip
# Function words that nobody writes with a capital inside a sentence. Left out: "I" and "De" of address, and "Den"
# and "Det", which open names as well ("Det radikale Venstre").
STARTERS = frozenset({
    "alle", "alligevel", "allerede", "altså", "andre", "begge", "blandt", "både", "da", "der", "derefter",
    "derfor", "dermed", "derudover", "desuden", "desværre", "efter", "eller", "ellers", "en", "enten",
    "endelig", "endvidere", "et", "faktisk", "flere", "for", "fordi", "fra", "før", "først", "gennem", "han",
    "hendes", "her", "herefter", "herudover", "hos", "hun", "hvad", "hvem", "hver", "hvert", "hvilke",
    "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "ifølge", "igen", "ikke", "imens", "inden",
    "indtil", "ingen", "intet", "jeg", "kan", "kun", "ligeledes", "man", "mange", "med", "mellem", "men",
    "mens", "mod", "måske", "ni", "nogle", "noget", "når", "og", "også", "om", "over", "overalt", "på", "samme",
    "samtidig", "selv", "selvom", "siden", "sidst", "skal", "som", "sådan", "så", "til", "tilsvarende", "to",
    "tre", "trods", "under", "uden", "ved", "vi",
})  # fmt: skip
# "Det er" is no name's beginning.
_VERBS = frozenset({
    "betyder", "bliver", "blev", "bør", "er", "gælder", "handler", "har", "kan", "kræver", "må", "sker", "skal",
    "skyldes", "var", "vil", "viser",
})  # fmt: skip


@Language.factory("hoering_sentences", default_config={"gazetteer": None})
def create_sentences(nlp: Language, name: str, gazetteer: str | None) -> SentenceRules:
    """The component; ``gazetteer`` is the path of a user's own list, whose abbreviations count as well."""
    return SentenceRules(Gazetteer.load(Path(gazetteer) if gazetteer else None))


class SentenceRules:
    """Sets the sentence starts of a doc: true, false, or none where a parser may decide."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.never = gazetteer.abbreviations()
        self.final = gazetteer.final_abbreviations()

    def __call__(self, doc: Doc) -> Doc:
        """Set `is_sent_start` on the tokens; it stays None where the rules leave it open."""
        if len(doc):
            words = [token.text for token in doc]
            starts = sentence_starts(words, doc.to_array("SPACY").tolist(), self.never, self.final)
            values: Any = np.array(starts, dtype=np.int64).astype(np.uint64)
            doc.from_array("SENT_START", values)
        return doc


def sentence_starts(
    words: Sequence[str], spaced: Sequence[int], never: frozenset[str], final: frozenset[str]
) -> list[int]:
    """For each token `START`, `NONE` or `OPEN`.

    Args:
        words: the tokens, white space tokens (line breaks) among them.
        spaced: for each token whether a space follows.
        never: abbreviations that do not end a sentence, in lower case with their stop.
        final: abbreviations that may end one.

    Returns:
        As many values as tokens. At least one of several is not `OPEN`, or spaCy would call the doc unsplit.
    """
    walk = _Walk(words, spaced, never, final)
    walk.run()
    marks = walk.marks
    if marks:
        marks[0] = START
        if not any(marks[1:]):
            marks[-1] = NONE if len(marks) > 1 else START
    return marks


class _Walk:
    """One pass over the tokens, with what the next decision needs to know of those before."""

    def __init__(
        self, words: Sequence[str], spaced: Sequence[int], never: frozenset[str], final: frozenset[str]
    ) -> None:
        self.words, self.spaced, self.never, self.final = words, spaced, never, final
        self.marks = [NONE] * len(words)
        self.last = -1  # the token before, white space left out
        self.stop = -1  # the stop before, where nothing but closing quotes and brackets came after it
        self.breaks = 0  # line breaks since the token before
        self.line = 0  # first token of the line
        self.quoted = False  # whether a quotation is open
        self.opener = False  # whether the token before opens a quotation

    def run(self) -> None:
        for i, word in enumerate(self.words):
            if word.isspace():
                self.breaks += word.count("\n")
                continue
            quote = word in _QUOTES
            opens = quote and self._opens(i)
            if not (quote and not opens) and word not in _BRACKETS:
                if self.breaks or self.stop >= 0 or not word[0].islower():
                    self.marks[i] = self._mark(i)
                self.stop = i if word[-1] in _STOPS else -1
            if self.breaks:
                self.line = i
            if quote:
                self.quoted = opens
            self.last, self.breaks, self.opener = i, 0, opens

    def _opens(self, i: int) -> bool:
        """Whether a quote mark opens: by the spaces around it, then by its form, then by what is open."""
        attached = i > 0 and not self.spaced[i - 1] and not self.words[i - 1].isspace()
        free = bool(self.spaced[i]) or i + 1 == len(self.words) or self.words[i + 1].isspace()
        if attached == free:
            return not attached
        return self.words[i] in "„»" or (self.words[i] != "«" and not self.quoted)

    def _mark(self, i: int) -> int:
        if self.last < 0:
            return NONE
        if self.breaks:
            return self._after_break(i)
        if self.stop >= 0:
            return self._after_stop(i)
        return self._inside_line(i)

    def _begins(self, i: int) -> bool:
        """Whether a capital begins at a token, quotes, dashes and opening brackets skipped."""
        for word in self.words[i : i + 4]:
            if word not in _BEFORE_CAPITAL:
                return word[0].isupper()
        return False

    def _after_break(self, i: int) -> int:
        word, before = self.words[i], self.words[self.last]
        if before == ":" or self._is_list_mark(i):
            return START
        if self.stop >= 0:
            return self._after_stop(i)
        if word[0].islower() or word[0] in ",;:" or before in {",", ";"} or before[-1] == "-":
            return NONE
        if before.lower() in _CONTINUE:
            return NONE
        wide = self.breaks == 1 and i - self.line > _LONG_LINE
        return OPEN if wide and word[0].isupper() else START

    def _is_list_mark(self, i: int) -> bool:
        """``-``, ``•``, ``1.``, ``1)`` or ``a)`` with something after it."""
        word = self.words[i]
        following = self.words[i + 1] if i + 1 < len(self.words) else ""
        if word in _BULLETS:
            return bool(self.spaced[i])
        if following == ")":
            return word.isdigit() or len(word) == 1
        return word[:-1].isdigit() and word[-1] == "."

    def _after_stop(self, i: int) -> int:
        word, end = self.words[i], self.words[self.stop]
        begins, number = self._begins(i), word[0].isdigit()
        if self.last == i - 1 and not self.spaced[self.last] and not self.breaks and not begins:
            return NONE  # "9.30", "ja?!"
        if self.stop != self.last:
            return START if begins or number else NONE
        if end[-1] == "." and not end.endswith(".."):
            return self._after_full_stop(i, begins=begins)
        if word[0].islower():  # "– Hvad nu? spørger hun"; only people who write without capitals begin like that
            return START if end[-1] in "!?" and self._writes_small() else NONE
        return START if begins or number or word in _BULLETS - _DASHES else NONE

    def _after_full_stop(self, i: int, *, begins: bool) -> int:
        word, end = self.words[i], self.words[self.stop]
        base = self._base()
        short = f"{base.lower()}."
        if base[:1].isdigit() and base[-1].isdigit():
            return START if begins and not self._is_list_number() else NONE
        if len(base) == 1 and base.islower() and self._is_list_number():
            return NONE  # "b. Er der nogen?"
        if short in self.never:
            return NONE
        if len(base) == 1 and base.isupper():
            return START if begins and self._ends_in_letter(i) else NONE
        if short in self.final:
            return START if begins else NONE
        if len(end) > 1:  # an abbreviation to the tokenizer, and perhaps only a short word to the writer
            return (START if is_known_word(base.lower()) else OPEN) if begins else NONE
        if word[0].islower():  # people who write without capitals still stop: "… i 3 uger. nu er jeg trukket"
            return START if base == "]" or (len(base) > 2 and is_known_word(base.lower())) else NONE
        return START if begins or word[0].isdigit() or word in _BULLETS else NONE

    def _base(self) -> str:
        """The word that a full stop belongs to."""
        end = self.words[self.stop]
        if len(end) > 1:
            return end[:-1]
        attached = self.stop > 0 and not self.spaced[self.stop - 1]
        return self.words[self.stop - 1] if attached else ""

    def _is_list_number(self) -> bool:
        """Whether a number with a stop opens its sentence: "2. Alle med", "tre ønsker: 1. Flere timer"."""
        number = self.stop if len(self.words[self.stop]) > 1 else self.stop - 1
        return number == 0 or self.marks[number] == START or self.words[number - 1] in {":", "\n"}

    def _ends_in_letter(self, i: int) -> bool:
        """Whether a letter with a stop is no initial: "plan B. Vi går videre", "hvad vil I. Vi venter"."""
        letter = self.stop if len(self.words[self.stop]) > 1 else self.stop - 1
        before = self.words[letter - 1] if letter else "A"
        return not before[0].isupper() and self._is_starter(i, names=frozenset({"de", "den", "det"}))

    def _inside_line(self, i: int) -> int:
        word, before = self.words[i], self.words[self.last]
        if not word[0].isupper() or self.opener or before.lower() in _CONTINUE or self._is_list_letter(self.last):
            return NONE
        if not before[-1].isalnum() and before not in _QUOTES and before not in _BRACKETS:
            return NONE
        if self._is_starter(i):
            return START
        following = self.words[i + 1][0] if i + 1 < len(self.words) else ""
        return OPEN if following.islower() and (len(word) == 1 or not word.isupper()) else NONE

    def _is_list_letter(self, i: int) -> bool:
        """The bracket of "1)" or "a)" where it opens a sentence."""
        mark = self.words[i - 1] if i else ""
        return self.words[i] == ")" and (mark.isdigit() or len(mark) == 1) and (i == 1 or self.marks[i - 1] == START)

    def _is_starter(self, i: int, names: frozenset[str] = frozenset()) -> bool:
        """A function word with a capital, and a small letter after it."""
        word, following = self.words[i], self.words[i + 1] if i + 1 < len(self.words) else ""
        known = word.lower() in STARTERS or word.lower() in names or (word == "Det" and following in _VERBS)
        return known and following[:1].islower() and (len(word) == 1 or not word.isupper())

    def _writes_small(self) -> bool:
        first = next((word for word in self.words if word[0].isalpha()), "")
        return first[:1].islower()
