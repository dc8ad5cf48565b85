"""What an answer joins: all of another's, or what it says of one theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.edits import View
from hoering.endorsements import Endorsement
from hoering.positions import joinings
from hoering.records import Coding, Page, SafeText, Source

WHOLE = "Vi tilslutter os Seniorrådets svar."
LIMITED = "For så vidt angår sundhed henviser vi til Seniorrådets svar."


def coding(sentence: str, kind: str, code: str) -> Coding:
    """A code on a sentence that is all there is."""
    return Coding(
        coding_id=code, source="brev 9.txt#1", document="brev 9.txt", page=1, start=0, end=len(sentence),
        quote=sentence, kind=kind, code=code, score=0.5, why="", coder="rule:x", sender="Rådet", sender_type="raad",
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(("sentence", "themes"), [(WHOLE, None), (LIMITED, frozenset({"sundhed"}))])
def test_a_joining_is_limited_to_the_theme_its_sentence_names(
    source: Callable[..., Source], sentence: str, themes: frozenset[str] | None
) -> None:
    text = SafeText(source=source(9, "raad"), view=View.of(sentence), pages=(Page(number=1, start=0, end=99),))
    start = sentence.index("Seniorrådets")
    join = Endorsement(source="brev 9.txt#1", start=start, end=len(sentence), named="Seniorrådets", joins="a#1")
    codings = [coding(sentence, "stance", "stoette"), coding(sentence, "theme", "sundhed")]
    codings.append(coding(sentence, "theme", "fagforeninger"))
    (found,) = joinings([join], {"brev 9.txt#1": text}, codings, {"fagforeninger"})
    assert (found.joins, found.quote, found.page) == ("a#1", "Seniorrådets svar.", 1)
    assert found.themes == themes


def test_who_joins_nobody_known_stands_behind_nothing(source: Callable[..., Source]) -> None:
    text = SafeText(source=source(9), view=View.of(WHOLE), pages=())
    join = Endorsement(source="brev 9.txt#1", start=0, end=5, named="hende", reason="ukendt")
    assert joinings([join], {"brev 9.txt#1": text}, [], set()) == []
    known = Endorsement(source="brev 4.txt#1", start=0, end=5, named="hende", joins="a#1")
    assert joinings([known], {"brev 9.txt#1": text}, [], set()) == []
