"""Plain text for word vectors, tokenised as the pipeline will see it: `python text.py SHARED OUT`.

One paragraph a line, tokens with single spaces, case kept (names are what the vectors help most with).
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy

_LINE_END_HYPHEN = re.compile(r"(?<=\w)-\n(?=[a-zæøå])")


def debates(folder: Path) -> Iterator[str]:
    """Paragraphs of the parliament's proceedings; line-end hyphens joined."""
    for path in sorted(folder.glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            whole = file.read()
        for paragraph in re.split(r"\n\s*\n", whole):
            yield " ".join(_LINE_END_HYPHEN.sub("", paragraph).split())


def treebank(path: Path) -> Iterator[str]:
    """Sentences of the treebank's training part."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                yield line.removeprefix("# text = ").strip()


def coded(folder: Path) -> Iterator[str]:
    """Our own invented sentences about employment policy."""
    for path in sorted(folder.glob("passages-*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield " ".join(str(json.loads(line)["text"]).split())


def main(shared: Path, out: Path) -> None:
    """Write all paragraphs of two tokens and more."""
    tokenizer = spacy.blank("da").tokenizer
    paragraphs = [
        *debates(shared / "text"),
        *treebank(shared / "treebank" / "ddt-train.conllu"),
        *coded(shared / "coded"),
    ]
    with out.open("w", encoding="utf-8") as file:
        for doc in tokenizer.pipe(p for p in paragraphs if p):
            words = [token.text for token in doc if not token.is_space]
            if len(words) > 1:
                file.write(" ".join(words) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
