"""Nothing is lost: every character of every raw text is kept, replaced, removed with a reason, or white space."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering import RunResult
from hoering.clean import clean
from hoering.edits import View
from hoering.ledger import accounts, fates
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.read import find_files, read_documents
from hoering.records import Removal, SafeText, Segment, Source
from hoering.segment import segment
from hoering.sensitive import RawDocument, RawText

EXAMPLE = Path(__file__).parents[1] / "data" / "raw" / "eksempelkommune"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
LINES = [
    "Kære Birthe Hansen", "Vi vil gerne have ro.", "-----", "• ", "IP: Ja, øh.", "Side 2 af 9", "\f", "  ", "\u00ad",
    "jobcen-", "tret ringer aldrig til mig.", "Tlf. 12 34 56 78", "Mvh Bo Lind", "2030-1234", "»Nej.«", "date 2026-01 x"
]  # fmt: skip


def source(text: str, status: str = "used", start: int = 0) -> Source:
    return Source(
        source="a.txt#1", document="a.txt", number=1, kind="hoeringssvar", sender="", sender_type="", date="",
        sha256="", start=start, end=len(text), status=status,
    )  # fmt: skip


def part(start: int, end: int) -> Segment:
    return Segment(
        segment_id="a", source="a.txt#1", document="a.txt", level="paragraph", page=1, start=start, end=end, text=""
    )


def test_account_adds_up_to_the_length_of_the_source() -> None:
    text = "Hej Bo.\n---\nGod tur.\n"
    removals = [
        Removal(document="a.txt", start=4, end=6, reason="personnavn", replacement="[Person 1]"),
        Removal(document="a.txt", start=8, end=11, reason="linje uden ord"),
        Removal(document="b.txt", start=0, end=20, reason="sidetal"),
    ]
    (account,) = accounts([source(text)], [part(0, 7), part(12, 20)], removals)
    assert (account.characters, account.kept, account.replaced, account.removed) == (21, 13, 2, 3)
    assert (account.blank, account.set_aside) == (3, 0)


@pytest.mark.parametrize("status", ["duplicate", "excluded"])
def test_source_that_is_not_used_is_set_aside_whole(status: str) -> None:
    (account,) = accounts([source("Hej Bo.", status)], [], [])
    assert (account.status, account.set_aside, account.kept) == (status, 7, 0)


def test_only_the_sources_own_part_of_the_document_counts() -> None:
    (account,) = accounts([source("Første brev. Andet brev.", start=13)], [part(0, 24)], [])
    assert (account.characters, account.kept) == (11, 11)


def unsaid(text: str, of: Source, segments: Iterable[Segment], removals: Iterable[Removal]) -> str:
    """The characters that no row accounts for and that are not white space."""
    places = fates(of, list(segments), list(removals))
    return "".join(c for c, fate in zip(text[of.start : of.end], places, strict=True) if not fate and not c.isspace())


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)))
def test_no_character_of_any_text_is_unaccounted_for(text: str) -> None:
    raw = RawDocument(document="a.txt", sha256="", format="txt", raw=RawText(text=text))
    masker = Pseudonymiser(nlp=None, public=frozenset())
    edits = masker.mask(CleanedDocument(raw=raw, edits=tuple(clean(raw))))
    own = source(text)
    segments = segment(SafeText(source=own, view=View.of(text, edits), pages=raw.pages))
    removals = [
        Removal(document="a.txt", start=e.start, end=e.end, reason=e.reason, replacement=e.replacement) for e in edits
    ]
    assert unsaid(text, own, segments, removals) == ""


def check_run(result: RunResult, folder: Path) -> int:
    """Characters of a finished run, each accounted for."""
    texts = {d.sha256: d.text for d in read_documents(find_files(folder)).items}
    tables = {name: result.table(name).to_dict("records") for name in ("documents", "segments", "removals")}
    sources = [Source(**row) for row in tables["documents"]]
    segments = [Segment(**row) for row in tables["segments"]]
    removals = [Removal(**row) for row in tables["removals"]]
    places: dict[str, int] = {}
    for of in sources:
        if of.status in {"unreadable"} or not of.end:
            continue
        text = texts[of.sha256]
        assert of.start == places.get(of.document, 0), of.source
        places[of.document] = of.end
        if of.status == "used":
            own = [s for s in segments if s.source == of.source]
            assert unsaid(text, of, own, [r for r in removals if r.document == of.document]) == "", of.source
    assert all(places[of.document] == len(texts[of.sha256]) for of in sources if of.document in places)
    assert all(r.reason for r in removals)
    assert sum(a.characters for a in accounts(sources, segments, removals)) == sum(places.values())
    return sum(places.values())


@pytest.mark.model
def test_every_character_of_the_example_is_accounted_for(example_run: RunResult) -> None:
    assert check_run(example_run, EXAMPLE) > 100_000


@pytest.mark.model
@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds ligger her ikke")
def test_every_character_of_real_documents_is_accounted_for(tmp_path: Path) -> None:
    import hoering

    assert check_run(hoering.run(SEEDS, tmp_path), SEEDS) > 10_000
