"""Word vectors for the coder: `python word_vectors.py SHARED OUT.npz`.

Words are counted by the words around them; positive pointwise mutual information (PPMI) with a smoothed context
distribution, cut down by a truncated SVD whose singular values are halved in the exponent, is as good as word2vec on
texts of this size (Levy & Goldberg 2014; Levy, Goldberg & Dagan 2015). Beside the words around it each word has columns
for the parts of a compound and for the themes it speaks for, so that "pendlerkort" comes to lie near "pendle" and near
mobility. Read are ``SHARED/text`` (parliament), the coded pieces, and ``SHARED/coded``'s phrases and lexicon of themes.

How much a word counts in a sentence is a / (a + p), p its share of the words (Arora, Liang & Ma 2017).
One minute of computing and 0.9 GB on one core; the same input gives the same bytes, given ``OMP_NUM_THREADS=1``.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from pieces import THEMES, Piece, all_pieces
from sklearn.utils.extmath import randomized_svd

from hoering.coding.trained.vectors import WordVectors
from hoering.language.compounds import part_lemmas, parts
from hoering.language.lemmas import lemma_of

DIMENSIONS = 300
LEAST = 4  # times a word has to be met; a coded piece counts OWN times
OWN = 3
WINDOW = 15
DISTANCE = 0.5  # a neighbour k words off counts k ** -DISTANCE
FREQUENT = 1e-4  # words with a larger share are thinned out (Mikolov et al. 2013)
SMOOTHING = 0.75  # exponent of the context distribution
USUAL = 1e-3  # Arora et al.'s a

# Length of a word's columns of a kind beside those for the words around it; .3 and 1 were tried for each.
PARTS, PHRASES, LEXICON = 0.3, 1.0, 1.0

# Which reading of a form comes first: with these, 97 % of the words of coded pieces get the pipeline's lemma.
_READINGS = ("PRON", "ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ", "ADV", "ADJ", "VERB", "NOUN")
_WORD = re.compile(r"\w+(?:-\w+)*")
_INSIDE = re.compile(r"(?:(?<=\w )|(?<=\w, ))\w+(?:-\w+)*")
_LINE_END_HYPHEN = re.compile(r"(?<=\w)-\n(?=[a-zæøå])")

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Text:
    """Documents, and how often each counts."""

    documents: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A text's documents as base forms; words left out are gone."""

    documents: list[list[str]]
    times: int


def build(shared: Path, pieces: Sequence[Piece], *, seed: int = 0) -> WordVectors:
    """Word vectors.

    Args:
        shared: the folder with `text` and `coded`.
        pieces: the coded pieces that may be seen; only their text is, not their codes.
        seed: of thinning out and of the decomposition.
    """
    phrases = _phrases(shared)
    texts = [
        _Text(tuple(_debates(shared)), 1),
        _Text(tuple(" ".join(s.text for s in piece.sentences) for piece in pieces), OWN),
        _Text(tuple(text for text, _ in phrases), OWN),
    ]
    bases = _bases(texts)
    read = [_Read([_words(document, bases) for document in text.documents], text.times) for text in texts]
    words = _vocabulary(read)
    rows = {word: row for row, word in enumerate(words)}
    around = _ppmi(_neighbours(read, words, rows, np.random.default_rng(seed)))
    speaking = [(_words(text, bases), theme) for text, theme in phrases]
    columns = [
        around,
        _beside(_compound_parts(words, rows), PARTS, around),
        _beside(_phrase_themes(speaking, rows), PHRASES, around),
        _beside(_lexicon_themes(shared, rows), LEXICON, around),
    ]
    return WordVectors(words, _reduced(sp.hstack(columns, format="csr"), seed), _weights(read, words))


def _debates(shared: Path) -> Iterator[str]:
    """Paragraphs of the parliament's proceedings; line-end hyphens joined."""
    for path in sorted((shared / "text").glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            whole = file.read()
        for paragraph in re.split(r"\n\s*\n", whole):
            yield " ".join(_LINE_END_HYPHEN.sub("", paragraph).split())


def _phrases(shared: Path) -> list[tuple[str, str]]:
    """Short expressions with the theme they speak for, or "" where they only look like it."""
    found = []
    for path in sorted((shared / "coded").glob("phrases-themes-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.append((str(row["text"]), str(row["code"]) if row["carries"] else ""))
    return found


def _bases(texts: Sequence[_Text]) -> dict[str, str]:
    """The base form of each lower-case form that is to be counted: no names, figures and single letters."""
    forms = Counter(form for text in texts for found in text.documents for form in _WORD.findall(found))
    inside = Counter(form for text in texts for found in text.documents for form in _INSIDE.findall(found))
    names = _names(forms, inside)
    lowered = {form.lower() for form in forms}
    bases = {form: base_form(form) for form in sorted(lowered - names) if _is_word(form)}
    return {form: base for form, base in bases.items() if _is_word(base)}


def _is_word(form: str) -> bool:
    """Two letters and more, no figures."""
    return len(form) > 1 and form.replace("-", "").isalpha()


def _names(forms: Mapping[str, int], inside: Mapping[str, int]) -> set[str]:
    """What is capitalised more often than not inside sentences, or is never seen otherwise; abbreviations are not."""
    capitalised: Counter[str] = Counter()
    ordinary: Counter[str] = Counter()
    for form in forms:
        (capitalised if _is_capitalised(form) else ordinary)[form.lower()] += inside.get(form, 0)
    return {form for form, count in capitalised.items() if form not in ordinary or count > ordinary[form]}


def _is_capitalised(form: str) -> bool:
    return form[0].isupper() and not form.isupper()


def base_form(form: str) -> str:
    """What the pipeline most likely takes for the lemma of a lower-case form, here without its part of speech.

    >>> base_form("virksomhederne"), base_form("unge"), base_form("hjælp"), base_form("kontaktpersonordningen")
    ('virksomhed', 'ung', 'hjælp', 'kontaktpersonordning')
    """
    readings = {tag: lemma_of(form, tag).lower() for tag in _READINGS}
    if readings["NOUN"] == form and readings["VERB"] == f"{form}e":
        readings["VERB"] = ""  # the imperative is rarer than the noun
    return next(filter(None, readings.values()), "") or _by_last_part(form) or form


def _by_last_part(form: str) -> str:
    found = parts(form)
    return form[: found[-1].start] + found[-1].lemma if len(found) > 1 and found[-1].lemma else ""


def _words(text: str, bases: Mapping[str, str]) -> list[str]:
    return [bases[form] for form in _WORD.findall(text.lower()) if form in bases]


def _counts(read: Iterable[_Read], *, plain: bool = False) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in read:
        own = Counter(word for document in text.documents for word in document)
        for word, count in own.items():
            counts[word] += count if plain else count * text.times
    return counts


def _vocabulary(read: Sequence[_Read]) -> tuple[str, ...]:
    """The words met often enough, frequent ones first."""
    counts = _counts(read)
    return tuple(sorted((w for w, n in counts.items() if n >= LEAST), key=lambda w: (-counts[w], w)))


def _weights(read: Sequence[_Read], words: Sequence[str]) -> Matrix:
    counts = _counts(read, plain=True)
    shares = np.array([counts[word] for word in words]) / counts.total()
    return (USUAL / (USUAL + shares)).astype(np.float32)


def _neighbours(
    read: Sequence[_Read], words: Sequence[str], rows: Mapping[str, int], rng: np.random.Generator
) -> sp.csr_matrix:
    """How often words stand near each other, near ones counting more; very frequent words are thinned out."""
    counts = _counts(read)
    shares = np.array([counts[word] for word in words]) / counts.total()
    kept = np.minimum(1, np.sqrt(FREQUENT / shares))
    found = sum(text.times * _pairs(_thinned(text, rows, kept, rng), len(words)) for text in read)
    return (found + found.T).tocsr()


def _thinned(
    text: _Read, rows: Mapping[str, int], kept: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.int32]:
    """The rows of the words in reading order, a window's width of -1 after each document."""
    gap = np.full(WINDOW, -1, dtype=np.int32)
    found = [gap]
    for document in text.documents:
        own = np.array([rows[word] for word in document if word in rows], dtype=np.int32)
        found += [own[rng.random(len(own)) < kept[own]], gap]
    return np.concatenate(found)


def _pairs(stream: NDArray[np.int32], size: int) -> sp.csr_matrix:
    """Counts of a word (row) and one that comes up to a window's width after it (column)."""
    total = sp.csr_matrix((size, size), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        before, after = stream[:-distance], stream[distance:]
        both = (before >= 0) & (after >= 0)
        values = np.full(int(both.sum()), distance**-DISTANCE, dtype=np.float32)
        total = total + sp.coo_matrix((values, (before[both], after[both])), (size, size)).tocsr()
    return total


def _ppmi(counts: sp.csr_matrix) -> sp.csr_matrix:
    """Positive pointwise mutual information, the contexts' distribution smoothed."""
    often = np.asarray(counts.sum(axis=1), dtype=np.float64).ravel()
    contexts = often**SMOOTHING
    contexts /= contexts.sum()
    pairs = counts.tocoo()
    values = np.log(pairs.data / (often[pairs.row] * contexts[pairs.col])).astype(np.float32)
    more = values > 0
    return sp.csr_matrix((values[more], (pairs.row[more], pairs.col[more])), counts.shape)


def _compound_parts(words: Sequence[str], rows: Mapping[str, int]) -> sp.csr_matrix:
    """1 where a compound (row) has a word as its part (column), and for that word itself."""
    found = {(row, rows[part]) for row, word in enumerate(words) for part in part_lemmas(word) if part in rows}
    cells = sorted(found | {(part, part) for _, part in found})
    across, down = [part for _, part in cells], [row for row, _ in cells]
    return sp.csr_matrix((np.ones(len(cells), dtype=np.float32), (down, across)), (len(words), len(words)))


def _phrase_themes(phrases: Sequence[tuple[list[str], str]], rows: Mapping[str, int]) -> sp.csr_matrix:
    """PPMI of words and the themes of the phrases they stand in; words of a single phrase count less."""
    columns = {theme: column for column, theme in enumerate(THEMES.values())}
    table = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for words, theme in phrases:
        if theme in columns:
            table[[rows[word] for word in set(words) if word in rows], columns[theme]] += 1
    often = table.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        mutual = np.log(table / (often * table.sum(axis=0) / table.sum()))
    return sp.csr_matrix(np.where(mutual > 0, mutual, 0) * np.minimum(1, np.log1p(often)))


def _lexicon_themes(shared: Path, rows: Mapping[str, int]) -> sp.csr_matrix:
    """How strongly a word speaks for a theme by the lexicon; the words of a collocation share its strength."""
    columns = {theme: column for column, theme in enumerate(THEMES.values())}
    table = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for path in sorted((shared / "coded").glob("lexicon-*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            theme, expression, strength = line.split("\t")[:3]
            words = [base_form(form) for form in _WORD.findall(expression.lower())]
            for word in words:
                if word in rows and theme in columns:
                    table[rows[word], columns[theme]] += float(strength) / len(words)
    return sp.csr_matrix(np.maximum(table, 0))


def _beside(columns: sp.csr_matrix, length: float, around: sp.csr_matrix) -> sp.csr_matrix:
    """Columns scaled so that the rows that have any are ``length`` times as long as those of ``around``."""
    squares = np.asarray(columns.multiply(columns).sum(axis=1), dtype=np.float64).ravel()
    usual = np.sqrt(around.multiply(around).sum() / around.shape[0])
    return columns * np.float32(length * usual / np.sqrt(squares.sum() / max(1, int((squares > 0).sum()))))


def _reduced(table: sp.csr_matrix, seed: int) -> NDArray[np.int8]:
    left, values, _ = randomized_svd(table, DIMENSIONS, n_iter=2, random_state=seed)
    vectors = left * np.sqrt(values)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: NDArray[np.int8] = np.round(127 * vectors / np.maximum(lengths, 1e-9)).astype(np.int8)
    return found


def main(shared: Path, out: Path) -> None:
    """Write the vectors of all pieces: ``words`` (UTF-8, one a line), ``table`` and ``weights``."""
    vectors = build(shared, all_pieces(shared))
    words = np.frombuffer("\n".join(vectors.words).encode(), dtype=np.uint8)
    np.savez_compressed(out, words=words, table=vectors.table, weights=vectors.weights)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
