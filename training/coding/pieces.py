"""The coded pieces the coder is trained on, read from their four sources.

`passages/*.txt` (invented for this project), ``SHARED/coded/passages-*.jsonl`` (likewise), the half of the example
consultation that may be tuned on, and `debates/*.jsonl`: codes of parliamentary debates by place, whose text lies in
``SHARED/text`` and is not part of the project.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).parents[2] / "tests" / "data" / "kodning" / "eksempel_oevelse.jsonl"
PASSAGES = Path(__file__).parent / "passages"
DEBATES = Path(__file__).parent / "debates"
DEBATE_TEXT = "text/folketinget-2022-2023.txt.xz"

THEMES = {
    "va": "virksomhedernes_ansvar",
    "re": "rekruttering",
    "vs": "virksomhedssamarbejde",
    "op": "opkvalificering",
    "fa": "fagforeninger",
    "ak": "a_kasser",
    "bs": "borgernes_stemme",
    "mj": "moedet_med_jobcentret",
    "he": "helhedsorienteret_indsats",
    "ud": "udsatte_borgere",
    "un": "unge",
    "su": "sundhed",
    "sa": "social_arv",
    "fe": "faellesskaber",
    "vt": "varig_tilknytning",
    "ti": "tidlig_indsats",
    "mo": "mobilitet",
    "lo": "lovgivning",
    "st": "styring",
    "pr": "proces",
    "in": "integration",
    "sp": "sammenhaeng_politikker",
}
ACTORS = {
    "vi": "virksomheder",
    "ag": "arbejdsgiverorganisationer",
    "fa": "fagforeninger",
    "ak": "a_kasser",
    "bo": "borgere",
    "jk": "jobcenter_kommune",
    "po": "politikere",
    "ra": "raad",
    "st": "staten",
    "ud": "uddannelse",
    "sv": "sundhedsvaesen",
    "ci": "civilsamfund",
}
STANCES = {"n": "neutral", "k": "kritik", "f": "forslag", "s": "stoette"}
KINDS = frozenset({"interview", "hoeringssvar", "survey", "debat", "nyhed", "notat"})
SPARING = frozenset(
    {
        "council_papers", "local_news", "meetings", "mixed_formal", "news", "notes_and_minutes",
        "opinions_and_minutes", "papers_and_news", "policies", "press_and_opinion", "statements",
    }
)  # fmt: skip
NO_CONTENT = "X"
UNKNOWN, ASKS = "ukendt", "I"


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with its codes; ``voice`` is whose view it renders, ``line`` where it stands in its file, from 1."""

    text: str
    themes: tuple[str, ...]
    actors: tuple[str, ...]
    stance: str
    voice: str
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A coded piece in reading order; ``author`` is the file, which is left out as a whole when measuring."""

    author: str
    name: str
    kind: str
    sentences: tuple[CodedSentence, ...]


def passages() -> Iterator[Piece]:
    """The project's own pieces.

    Raises:
        ValueError: a line breaks the form (see README.md); file and line are named.
    """
    for path in sorted(PASSAGES.glob("*.txt")):
        head, coded = None, []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                if line.startswith("## "):
                    if head and coded:
                        yield Piece(path.stem, head[0], head[1], tuple(coded))
                    head, coded = _head(line), []
                elif line.strip() and head:
                    sentence = _sentence(line, head[3], number)
                    coded += [sentence] if sentence else []
            except (ValueError, KeyError) as error:
                raise ValueError(f"{path.name}, line {number}: {error!r} in {line[:80]!r}") from error
        if head and coded:
            yield Piece(path.stem, head[0], head[1], tuple(coded))


def _head(line: str) -> tuple[str, str, str, str]:
    name, kind, sender, sender_type = (part.strip() for part in line[3:].split("|"))
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind}")
    return name, kind, sender, ACTORS.get(sender_type, sender_type)


def _sentence(line: str, sender_type: str, number: int) -> CodedSentence | None:
    """A coded sentence; None for what is no content."""
    speaker, text, themes, actors, stance = (part.strip() for part in line.split("|"))
    codes = codes_of(themes, actors, stance)
    if codes is None:
        return None
    return CodedSentence(text, *codes, voice=UNKNOWN if speaker == ASKS else sender_type, line=number)


def codes_of(themes: str, actors: str, stance: str) -> tuple[tuple[str, ...], tuple[str, ...], str] | None:
    """Themes, actors and stance from their short ids; None for what is no content.

    Raises:
        KeyError: there is no such id.
    """
    full = STANCES[stance]
    if themes == NO_CONTENT:
        return None
    return _ids(themes, THEMES), _ids(actors, ACTORS), full


def _ids(listed: str, known: dict[str, str]) -> tuple[str, ...]:
    return tuple(known[part.strip()] for part in listed.split(",") if part.strip())


def shared_passages(shared: Path) -> Iterator[Piece]:
    """The coded passages of ``shared``."""
    for path in sorted((shared / "coded").glob("passages-*.jsonl")):
        for name, found in groupby(_rows(path), key=lambda row: str(row["doc"])):
            own = list(found)
            coded = tuple(_coded(row, row["text"]) for row in own if not row["boilerplate"])
            if coded:
                yield Piece(path.stem, name, own[0]["kind"], coded)


def debates(shared: Path) -> Iterator[Piece]:
    """Parliamentary debates, their text taken from ``shared``.

    Raises:
        ValueError: the text is not the one that was coded.
    """
    with lzma.open(shared / DEBATE_TEXT, "rt", encoding="utf-8", newline="") as file:
        text = str(file.read())
    for path in sorted(DEBATES.glob("*.jsonl")):
        for name, found in groupby(_rows(path), key=lambda row: str(row["doc"])):
            coded = tuple(_coded(row, _cited(text, row)) for row in found if not row["boilerplate"])
            if coded:
                yield Piece(path.stem, name, "debat", coded)


def _rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file, each with the line it stands on."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [{**json.loads(line), "line": number} for number, line in enumerate(lines, 1)]


def _cited(text: str, row: dict[str, Any]) -> str:
    cited = text[row["start"] : row["end"]]
    if digest(cited) != row["digest"]:
        raise ValueError(f"{row['doc']}, {row['start']}: the text is another one than was coded")
    return " ".join(cited.replace("-\n", "").split())


def digest(text: str) -> str:
    """By which a passage is recognised without being stored."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _coded(row: dict[str, Any], text: str) -> CodedSentence:
    themes, actors = tuple(row["themes"]), tuple(row["actors"])
    return CodedSentence(text, themes, actors, row["stance"], row["voice"], row["line"])


def example() -> Iterator[Piece]:
    """The half of the example consultation that may be tuned on; of no kind, since its table does not tell it."""
    for name, found in groupby(_rows(EXAMPLE), key=lambda row: str(row["file"])):
        coded = tuple(_coded(row, row["text"]) for row in found if not row["boilerplate"])
        if coded:
            yield Piece(EXAMPLE.stem, name, UNKNOWN, coded)


def all_pieces(shared: Path) -> list[Piece]:
    """Everything the coder is trained on."""
    return [*passages(), *shared_passages(shared), *debates(shared), *example()]


def is_own(piece: Piece) -> bool:
    """Whether a piece was written for training; the codes of these are given somewhat more freely than elsewhere."""
    return (PASSAGES / f"{piece.author}.txt").is_file()


def is_sparing(piece: Piece) -> bool:
    """Whether a piece written for training is formal prose, coded as sparingly as papers and news are elsewhere."""
    return piece.author in SPARING


def authors(pieces: Sequence[Piece]) -> list[str]:
    """The authors in the order of their names."""
    return sorted({piece.author for piece in pieces})
