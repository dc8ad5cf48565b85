"""What a learned layer looks at in a sentence beside the coder's own weights: its words, and who speaks where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from hoering.annotate import Sentence
from hoering.coding.evidence import Suggestion
from hoering.language.compounds import part_lemmas
from hoering.records import Source

# A word that only one of the decided sentences has says nothing about others.
_MOST_WORDS = 20_000
_FEWEST_SENTENCES = 2


def words_of(source: Source, sentence: Sentence, voice: Suggestion) -> list[str]:
    """The signs of a sentence, each once: lemmas, pairs of them, parts of compounds, the voice and the source's kind.

    They can all be shown to a person as the reason for what was learned.
    """
    pairs = list(zip(sentence.forms, sentence.lemmas, strict=True))
    lemmas = [lemma.lower() for form, lemma in pairs if any(c.isalnum() for c in form)]
    parts = [f"-{part}" for form in sentence.forms for part in part_lemmas(form)]
    both = [f"{first} {second}" for first, second in pairwise(lemmas)]
    return list(dict.fromkeys([*lemmas, *both, *parts, f"stemme: {voice.code}", f"type: {source.kind}"]))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words known, in a fixed order, and how much each tells: rare ones more (inverse document frequency)."""

    words: tuple[str, ...]
    rarity: tuple[float, ...]

    @classmethod
    def of(cls, sentences: Sequence[Iterable[str]]) -> Vocabulary:
        """The vocabulary of sentences given as their words."""
        counts = Counter(word for words in sentences for word in set(words))
        often = [(word, count) for word, count in counts.items() if count >= _FEWEST_SENTENCES]
        kept = sorted(sorted(often, key=lambda item: (-item[1], item[0]))[:_MOST_WORDS])
        # The smoothed form of scikit-learn's TfidfTransformer.
        rarity = [float(np.log((1 + len(sentences)) / (1 + count)) + 1) for _, count in kept]
        return cls(tuple(word for word, _ in kept), tuple(rarity))

    def table(self, sentences: Sequence[Iterable[str]]) -> csr_matrix:
        """Sentences by words; each row has length 1, or is empty where no word is known."""
        place = {word: column for column, word in enumerate(self.words)}
        found = [sorted({place[word] for word in words if word in place}) for words in sentences]
        rarity = np.asarray(self.rarity)
        weights = [rarity[columns] / np.linalg.norm(rarity[columns]) for columns in found if columns]
        data = np.concatenate([np.zeros(0), *weights])
        columns = np.concatenate([np.zeros(0, dtype=np.int64), *(np.array(c, dtype=np.int64) for c in found)])
        ends = np.concatenate([[0], np.cumsum([len(columns) for columns in found])])
        return csr_matrix((data, columns, ends), shape=(len(found), len(self.words)))
