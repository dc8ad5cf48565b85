"""How fast the coding pass is beside the bare language pipeline: `make bench`.

Both work on the texts of the example consultation, in alternating rounds, in processor time on one core. The coding
pass is everything from safe text to codings: segments, words and lemmas, themes, actors, stance and voice. What it adds
is its time less that of the pipeline's components it uses, beside the whole pipeline's.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from spacy.language import Language

from hoering import codebook, language
from hoering.annotate import UNUSED, annotate_all
from hoering.coding import Coder
from hoering.coding.registry import AUTO, make_coder
from hoering.intake import Said, intake
from hoering.progress import silent
from hoering.pseudonymise.rules import load_rules
from hoering.read import find_files
from hoering.records import SafeText
from hoering.register import Choices
from hoering.segment import body_of, segment
from hoering.threads import one_thread

EXAMPLE = Path(__file__).parents[1] / "data" / "raw" / "eksempelkommune"
ROUNDS = 5


def bare(nlp: Language, bodies: Sequence[str], *, leave_out: Sequence[str]) -> int:
    """Words of the texts, by the language pipeline alone."""
    return sum(len(doc) for doc in nlp.pipe(bodies, disable=[name for name in leave_out if name in nlp.pipe_names]))


@one_thread()
def code(nlp: Language, coder: Coder, texts: Sequence[SafeText], processes: int = 1) -> int:
    """Codings of the texts, by the whole pass."""
    divided = [(text, segment(text)) for text in texts]
    annotated = annotate_all(divided, nlp, processes=processes)
    return sum(len(coder.code(t.source, own, s)) for (t, own), s in zip(divided, annotated, strict=True))


def seconds(work: Callable[[], int], clock: Callable[[], float]) -> float:
    """How long some work takes."""
    begin = clock()
    work()
    return clock() - begin


def main() -> None:
    """Print words per second and the ratios."""
    book, nlp = codebook.load(), language.load()
    choices = Choices(kinds={}, sender_types={code.id: code.label for code in book.actors})
    said = Said.read(EXAMPLE, EXAMPLE / "none", choices)
    found = find_files(EXAMPLE)
    texts = intake(
        found, said, book=book, nlp=nlp, organisations=frozenset(), rules=load_rules(EXAMPLE), stage=silent
    ).used
    bodies = [item.text[body_of(item) :] for text in texts for item in segment(text)]
    words = bare(nlp, bodies, leave_out=UNUSED)
    cold = seconds(lambda: code(nlp, Coder(book, by=make_coder(AUTO, book)), texts), time.process_time)
    coder = Coder(book, by=make_coder(AUTO, book))
    works: dict[str, Callable[[], int]] = {
        "nlp.pipe, all components": lambda: bare(nlp, bodies, leave_out=()),
        "nlp.pipe, the components coding uses": lambda: bare(nlp, bodies, leave_out=UNUSED),
        "coding pass": lambda: code(nlp, coder, texts),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            times[name].append(seconds(work, time.process_time))
    whole, same, coding = (median(times[name]) for name in works)
    print(f"{words} words, {ROUNDS} rounds, median processor time on one core")
    for name in works:
        print(f"{words / median(times[name]):>9,.0f} words/s  {name}")
    print(f"{words / cold:>9,.0f} words/s  coding pass, patterns not yet seen any word")
    print(f"coding pass / nlp.pipe with all components:            {whole / coding:.2f}")
    print(f"coding pass / nlp.pipe with the components it uses:    {same / coding:.2f}")
    print(f"what coding adds, of nlp.pipe with all components:     {(coding - same) / whole:.2f}")
    many = list(texts) * 5
    alone = seconds(lambda: code(nlp, coder, many), time.perf_counter)
    two = seconds(lambda: code(nlp, coder, many, processes=2), time.perf_counter)
    print(f"{5 * words} words on the clock: one process {alone:.1f} s, two processes {two:.1f} s")


if __name__ == "__main__":
    main()
