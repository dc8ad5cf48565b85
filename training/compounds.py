"""Costs of the parts of compounds: `python compounds.py LEXICON TEXT OUT.tsv.xz`.

LEXICON is ``lemma_lexicon.tsv.xz`` (see `lexicon.py`); TEXT is running text (UTF-8, plain or .xz).

The words to learn from are types: base forms of the full-form list, of words that occur at least twice in the text,
and of wordfreq's list. Three rounds of expectation maximisation over all ways to put a word together from known words;
after each, base forms that themselves fall apart stop being parts. Each line is ``lemma<TAB>cost as last part<TAB>n for
nouns<TAB>form:link:cost …`` with the costs as first part; costs are tenths of negative logarithms. A lemma with a cost
as last part is a simple word. About a minute and a half on one core.
"""

from __future__ import annotations

import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import wordfreq

from hoering.language.compounds import Segment, cheapest, listed_words, whole_cost
from hoering.language.lemmas import lemma_of

_PASSES = 4
_FLOOR = 0.03  # expected uses of a part that is never used
_KEPT = 0.05  # expected uses from which the cost as first part is written down
_WHOLE_USE = 0.3  # a whole word says a little about its use as a last part
_JOIN = 1.0
_MUCH = 4  # times as frequent in the text
# In learning a word stays whole more readily than in use: what is learned should be sure.
_CAUTION, _CAUTION_ROUNDS = 5.0, (3.0, 3.0, 0.0)
# In the last round a part that is used so much that it is this much cheaper than its own parts stays one.
_REUSED = 11.0
_CONTENT = ("NOUN", "ADJ", "VERB")
_TAKES_S = ("hed", "skab", "else", "ing", "ion", "dom", "itet", "ling")
_VOWELS = "aeiouyæøå"

Use = tuple[str, str, float]  # form with its link, lemma, cost beside the count
Row = tuple[tuple[Use, ...], str]  # the parts before the last, and the lemma of the last


def base(form: str) -> str:
    """The base form as noun, adjective or verb."""
    return next((lemma.lower() for pos in _CONTENT if (lemma := lemma_of(form, pos))), "")


class Material:
    """What may be a part: last parts by form, first parts by form, and the types to learn from."""

    def __init__(self, lexicon: Path, text: Path) -> None:
        self.words = listed_words()
        forms, self.paradigms = _read(lexicon)
        found = ((form, self.part_base(form)) for form in forms if self.usable(form))
        self.heads = {form: lemma for form, lemma in found if lemma and self.usable(lemma)}
        stray = {lemma for lemma in self.heads.values() if self.is_genitive(lemma)}
        self.heads = {form: lemma for form, lemma in self.heads.items() if lemma not in stray}
        lemmas = sorted(set(self.heads.values()))
        endings = self.words["ending"]
        self.heads = {form: lemma for form, lemma in self.heads.items() if form not in endings and lemma not in endings}
        self.nouns = {lemma for lemma in lemmas if self.is_noun(lemma)}
        self.firsts: dict[str, dict[str, tuple[str, float]]] = defaultdict(dict)
        for lemma in lemmas:
            self.add_first_parts(lemma)
        for item in self.words["modifier"]:
            form, lemma, link = (*item.split(":"), "", "")[:3]
            self.firsts[form] = {lemma or form: (link, 0.0)}
        counts = _running(text)
        self.settle(counts)
        self.types = _types(self.paradigms, counts)

    def part_base(self, form: str) -> str:
        """The base form; of "modtager" the noun, which the list counts among the forms of the verb."""
        lemma = base(form)
        agent = lemma + "r"
        return agent if form.startswith(agent) and agent + "en" in self.paradigms[lemma] else lemma

    def usable(self, form: str) -> bool:
        """Whether a form may be a part at all."""
        blocked = form in self.words["grammar"] or form in self.words["affix"]
        return form.isalpha() and form.islower() and not blocked and (len(form) > 2 or form in self.words["short"])

    def is_noun(self, lemma: str) -> bool:
        """Whether the list has a genitive or a definite form of it."""
        endings = ("n", "ts") if lemma.endswith("e") else ("s", "en", "et")
        agent = lemma[-1] == "r" and lemma + "en" in self.paradigms[lemma[:-1]]
        return agent or any(lemma + ending in self.paradigms[lemma] for ending in endings)

    def is_genitive(self, lemma: str) -> bool:
        """Whether a lemma is a stray genitive of the list ("landbrugs")."""
        alone = self.paradigms[lemma] <= {lemma}
        return lemma.endswith("s") and alone and bool(self.paradigms[lemma[:-1]])

    def add_first_parts(self, lemma: str) -> None:
        """The shapes a lemma takes before another part, with what each costs beside its count."""
        forms = self.paradigms[lemma]
        verb = lemma.endswith("e") and lemma + "r" in forms and (lemma + "s" in forms or lemma + "de" in forms)
        if lemma in self.nouns:
            takes_s = lemma.endswith(_TAKES_S)
            self.add_first(lemma, lemma, "", 2.0 if takes_s else 0.0)
            if not lemma.endswith("s"):
                self.add_first(lemma + "s", lemma, "s", 0.0 if takes_s else 0.5)
            if lemma.endswith("e"):
                if lemma[:-1] not in self.nouns:
                    self.add_first(lemma[:-1] + "s", lemma, "s", 2.0)
                self.add_first(lemma + "r", lemma, "r", 1.5)
            else:
                self.add_first(lemma + "e", lemma, "e", 1.5)
                self.add_first(lemma + "er", lemma, "er", 1.5)
                if lemma[-1] not in _VOWELS and lemma[-2] in _VOWELS:
                    self.add_first(lemma + lemma[-1] + "e", lemma, lemma[-1] + "e", 1.5)
        elif verb:
            self.add_first(lemma, lemma, "", 1.5)
        else:
            self.add_first(lemma, lemma, "", 1.0)
            self.add_first(lemma + "e", lemma, "", 1.0)

    def add_first(self, form: str, lemma: str, link: str, cost: float) -> None:
        """Note one shape, the cheapest where there are two."""
        if self.usable(form) and cost < self.firsts[form].get(lemma, ("", math.inf))[1]:
            self.firsts[form][lemma] = (link, cost)

    def settle(self, counts: Counter[str]) -> None:
        """Leave every form one lemma: its own ("løbe"), unless another is far more frequent ("skat" + te)."""
        lemmas: Counter[str] = Counter()
        for word, uses in counts.items():
            lemmas[base(word)] += uses
        for form, candidates in self.firsts.items():
            lemma = max(candidates, key=lambda lemma: (lemmas[lemma], lemma))
            if form in candidates and not (form.endswith(("e", "s")) and lemmas[lemma] > _MUCH * lemmas[form]):
                lemma = form
            self.firsts[form] = {lemma: (candidates[lemma][0], min(cost for _, cost in candidates.values()))}

    def drop(self, lemmas: set[str]) -> None:
        """Take lemmas out of the parts."""
        self.heads = {form: lemma for form, lemma in self.heads.items() if lemma not in lemmas}
        for form, uses in list(self.firsts.items()):
            self.firsts[form] = {lemma: use for lemma, use in uses.items() if lemma not in lemmas}
            if not self.firsts[form]:
                del self.firsts[form]

    def rows(self, word: str, start: int = 0, before: tuple[Use, ...] = ()) -> Iterator[Row]:
        """All ways to put a word together from two to five parts, no two of which make a word listed as whole."""
        whole = self.words["whole"]
        left = before[-1][0] if before else ""
        if start and (lemma := self.heads.get(word[start:])) and left + lemma not in whole:
            yield before, lemma
        if len(before) < 4:
            for end in range(start + 2, len(word) - 1):
                for lemma, (link, cost) in self.firsts.get(word[start:end], {}).items():
                    if left + word[start : end - len(link)] not in whole:
                        yield from self.rows(word, end, (*before, (word[start:end], lemma, cost)))


def _read(lexicon: Path) -> tuple[list[str], dict[str, set[str]]]:
    forms = sorted({line.split("\t")[0] for line in lzma.decompress(lexicon.read_bytes()).decode().splitlines()})
    paradigms: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if lemma := lemma_of(form):
            paradigms[lemma.lower()].add(form)
    return forms, paradigms


def _running(text: Path) -> Counter[str]:
    data = text.read_bytes()
    running = (lzma.decompress(data) if text.suffix == ".xz" else data).decode("utf-8")
    return Counter(re.findall(r"(?<![\w-])[a-zæøåé]{2,}(?![\w-])", running))


def _types(lemmas: Iterable[str], counts: Counter[str]) -> list[str]:
    found = {word for word in lemmas if len(word) >= 5 and word.isalpha() and word.islower()}
    for word in [*(word for word, uses in counts.items() if uses > 1), *wordfreq.get_frequency_dict("da")]:
        if len(word) >= 5 and word.isalpha():
            found.add(base(word) or word)
    return sorted(found)


class Counts:
    """Expected uses of first parts (form, lemma) and of last parts (lemma), and the costs that follow."""

    def __init__(self) -> None:
        self.first: Counter[tuple[str, str]] = Counter()
        self.last: Counter[str] = Counter()
        self.sums = (0.0, 0.0)

    def close(self) -> Counts:
        """Settle the sums, once all uses are counted."""
        self.sums = (sum(self.first.values()), sum(self.last.values()))
        return self

    def first_cost(self, form: str, lemma: str, cost: float) -> float:
        """Cost of a first part."""
        return cost + _JOIN - math.log((self.first[form, lemma] + _FLOOR) / self.sums[0])

    def last_cost(self, lemma: str) -> float:
        """Cost of a last part."""
        return -math.log((self.last[lemma] + _FLOOR) / self.sums[1])

    def add(self, row: Row, share: float) -> None:
        """Count the parts of one row."""
        before, last = row
        for form, lemma, _ in before:
            self.first[form, lemma] += share
        self.last[last] += share


def learn(material: Material) -> Counts:
    """One round of expectation maximisation."""
    data = [(word, list(material.rows(word))) for word in material.types]
    counts = Counts()
    for _, rows in data:
        for row in rows:
            counts.add(row, 1 / len(rows))
    for _ in range(_PASSES):
        counts = _counted_again(data, counts.close())
    return counts.close()


def _counted_again(data: list[tuple[str, list[Row]]], old: Counts) -> Counts:
    new = Counts()
    for word, rows in data:
        costs = [sum(old.first_cost(*use) for use in before) + old.last_cost(last) for before, last in rows]
        weights = _shares([whole_cost(word) - _CAUTION, *costs])
        new.last[base(word) or word] += weights[0] * _WHOLE_USE
        for row, share in zip(rows, weights[1:], strict=True):
            new.add(row, share)
    return new


def _shares(costs: list[float]) -> list[float]:
    least = min(costs)
    weights = [math.exp(least - cost) for cost in costs]
    return [weight / sum(weights) for weight in weights]


def composite(material: Material, counts: Counts, caution: float, *, reused: bool) -> set[str]:
    """Lemmas that fall apart themselves, by a margin; with ``reused`` only those that are little used as parts."""

    def head(form: str) -> Segment | None:
        lemma = material.heads.get(form)
        return Segment(counts.last_cost(lemma), "", lemma) if lemma else None

    def modifier(form: str) -> Segment | None:
        uses = material.firsts.get(form, {}).items()
        return min((Segment(counts.first_cost(form, lemma, c), link, lemma) for lemma, (link, c) in uses), default=None)

    def split_cost(lemma: str) -> float:
        return cheapest(lemma, modifier, head, material.words["whole"].__contains__)[1]

    parts = set(material.heads.values()) | {lemma for uses in material.firsts.values() for lemma in uses}
    long = (lemma for lemma in parts - material.words["whole"] if len(lemma) >= 5)
    found = {lemma for lemma in long if split_cost(lemma) < whole_cost(lemma) - caution}
    if not reused:
        return found
    costs = {lemma: counts.last_cost(lemma) for lemma in found}
    for form, uses in material.firsts.items():
        for lemma in uses.keys() & found:
            costs[lemma] = min(costs[lemma], counts.first_cost(form, lemma, uses[lemma][1]))
    return {lemma for lemma in found if split_cost(lemma) < costs[lemma] + _REUSED}


def lines(material: Material, counts: Counts) -> Iterator[str]:
    """The table."""
    firsts: dict[str, list[str]] = defaultdict(list)
    for form, uses in sorted(material.firsts.items()):
        for lemma, (link, cost) in uses.items():
            if counts.first[form, lemma] > _KEPT:
                firsts[lemma].append(f"{form}:{link}:{round(10 * counts.first_cost(form, lemma, cost))}")
    heads = set(material.heads.values())
    for lemma in sorted(heads | set(firsts)):
        head = str(round(10 * counts.last_cost(lemma))) if lemma in heads else ""
        yield "\t".join([lemma, head, "n" if lemma in material.nouns else "", " ".join(firsts[lemma])])


def main(lexicon: Path, text: Path, out: Path) -> None:
    """Learn and write the table."""
    material = Material(lexicon, text)
    for caution in _CAUTION_ROUNDS:
        counts = learn(material)
        material.drop(composite(material, counts, caution, reused=caution == 0))
    table = "\n".join(lines(material, counts)) + "\n"
    out.write_bytes(lzma.compress(table.encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
