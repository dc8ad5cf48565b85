"""The invented consultation in data/raw/eksempelkommune: every file accounted for, well told, and nobody named."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pytest

from hoering import RunResult, tables
from hoering.project import MANIFEST
from hoering.read import find_files, read_documents
from hoering.sensitive import RawDocument

pytestmark = pytest.mark.model

DATA = Path(__file__).parent / "data"
EXAMPLE = Path(__file__).parents[1] / "data" / "raw" / "eksempelkommune"
IDENTIFIERS = ["cpr", "telefon", "email", "adresse"]
# A script block this long is the plotly library and not a chart's data.
_LIBRARY = 500_000
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
STAYING = re.compile(r"^(?:borgmester|udvalgsformand|byrådsmedlem|jobcenterchef)")
ELECTED = re.compile(r"^(?:borgmester|udvalgsformand|byrådsmedlem)")


def _csv(name: str) -> pd.DataFrame:
    return pd.read_csv(DATA / name, sep=";", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def truth() -> pd.DataFrame:
    return _csv("eksempel_facit.csv").set_index("fil")


@pytest.fixture(scope="module")
def people() -> pd.DataFrame:
    return _csv("eksempel_personer.csv")


@pytest.fixture(scope="module")
def first_sources(example_run: RunResult) -> pd.DataFrame:
    """One row per file: its first source."""
    documents = example_run.table("documents")
    return documents[documents["source"].str.endswith("#1")].set_index("document")


@pytest.fixture(scope="module")
def raw_documents() -> Mapping[str, RawDocument]:
    return {document.sha256: document for document in read_documents(find_files(EXAMPLE)).items}


@pytest.fixture(scope="module")
def written(example_run: RunResult) -> Mapping[str, str]:
    """All text that a run writes, by file; the plotly library's own code is left out."""
    project = example_run.project
    texts = {MANIFEST: (project.processed / MANIFEST).read_text(encoding="utf-8")}
    for name in tables.TABLES:
        frame = example_run.table(name)
        texts[name] = "\n".join(str(value) for column in frame.columns for value in frame[column].tolist())
    html = (project.reports / "temarapport.html").read_text(encoding="utf-8")
    texts["html"] = re.sub(
        r"<script\b(?:(?!</script>).)*?plotly(?:(?!</script>).)*</script>", "", html, flags=re.DOTALL
    )
    texts["md"] = (project.reports / "temarapport.md").read_text(encoding="utf-8")
    with zipfile.ZipFile(project.reports / "temarapport.docx") as archive:
        written = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        texts["word"] = "\n".join(archive.read(name).decode("utf-8") for name in written)
    return texts


def _compared(truth: pd.DataFrame, first_sources: pd.DataFrame, column: str) -> pd.Series:
    """Whether each file that was read under its own name is told right."""
    read = first_sources[first_sources["status"] != "unreadable"]
    shared = [name for name in truth.index if name in read.index]
    return read.loc[shared, column] == truth.loc[shared, column]


@pytest.mark.parametrize("column", ["kind", "sender_type"])
def test_kind_and_sender_type_are_right_for_nine_of_ten(
    column: str, truth: pd.DataFrame, first_sources: pd.DataFrame
) -> None:
    right = _compared(truth, first_sources, column)
    assert len(right) >= 38
    assert right.mean() >= 0.9, right[~right].index.tolist()


def test_dates_are_right_for_nine_of_ten(truth: pd.DataFrame, first_sources: pd.DataFrame) -> None:
    renamed = truth.rename(columns={"dato": "date"})
    right = _compared(renamed, first_sources, "date")
    assert right.mean() >= 0.9, right[~right].index.tolist()


def test_every_file_ends_in_documents_with_a_status_and_a_reason_unless_used(
    truth: pd.DataFrame, example_run: RunResult
) -> None:
    documents = example_run.table("documents")
    assert documents["document"].nunique() == len(truth)
    assert set(documents["status"]) == {"used", "duplicate", "unreadable"}
    assert (documents["reason"].str.len() > 0).tolist() == (documents["status"] != "used").tolist()


def test_copy_and_unreadable_files_are_told_as_such(first_sources: pd.DataFrame) -> None:
    copies = first_sources[first_sources["status"] == "duplicate"]
    assert [Path(name).parent.as_posix() for name in copies.index] == ["hoeringssvar/kopi"]
    unused = first_sources[first_sources["status"].isin(["unreadable", "excluded"])]
    assert sorted(unused.index) == [
        "modtaget/Scanning 0034.pdf", "modtaget/defekt.docx", "modtaget/program.xyz", "modtaget/tom.txt",
    ]  # fmt: skip


def test_numbers_of_used_sources_run_from_one_without_gaps(example_run: RunResult) -> None:
    documents = example_run.table("documents")
    used = documents[documents["status"] == "used"]["number"].tolist()
    assert sorted(used) == list(range(1, len(used) + 1))
    assert set(documents[documents["status"] != "used"]["number"]) == {0}


def _standing(names: Iterable[str], written: Mapping[str, str]) -> list[tuple[str, str]]:
    """Which of the names stand as whole words in which file."""
    return [
        (name, file)
        for name in sorted(set(names))
        for file, text in written.items()
        if name in text and re.search(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", text)
    ]


@pytest.fixture(scope="module")
def staying(people: pd.DataFrame) -> set[str]:
    """All words of names that may stand: elected politicians and heads of office."""
    return {part for name in people[people["rolle"].str.contains(STAYING)]["navn"] for part in name.split()}


def test_no_private_person_is_named_anywhere(
    people: pd.DataFrame, staying: set[str], written: Mapping[str, str]
) -> None:
    private = set(people[people["privat"] == "ja"]["navn"]) - staying
    assert len(private) >= 75
    assert _standing(private, written) == []


def test_no_number_mail_or_address_is_written_whoevers_it_is(people: pd.DataFrame, written: Mapping[str, str]) -> None:
    numbers = set(people[people["rolle"].isin(IDENTIFIERS)]["navn"])
    assert len(numbers) >= 50
    assert _standing(numbers, written) == []


def test_full_name_of_a_private_person_leaves_no_surname_behind(
    people: pd.DataFrame, staying: set[str], written: Mapping[str, str]
) -> None:
    named = people[(people["privat"] == "ja") & ~people["rolle"].isin(IDENTIFIERS)]["navn"]
    surnames = {name.split()[-1] for name in named if " " in name} - staying
    assert len(surnames) >= 30
    assert _standing(surnames, written) == []


def test_elected_politicians_stay_named(people: pd.DataFrame, written: Mapping[str, str]) -> None:
    elected = set(people[people["rolle"].str.contains(ELECTED)]["navn"])
    assert elected == {"Amir Sadeghi", "Karen Thorup Dalsgaard", "Henrik Munkholm"}
    assert {name for name in elected if name in written["segments"]} == elected


def test_head_of_the_job_centre_stays_named(written: Mapping[str, str]) -> None:
    assert "Pia Lynggaard Ottesen" in written["segments"]


def test_nine_of_ten_masked_names_are_names(
    people: pd.DataFrame,
    example_run: RunResult,
    first_sources: pd.DataFrame,
    raw_documents: Mapping[str, RawDocument],
) -> None:
    removals = example_run.table("removals")
    masks = removals[removals["reason"] == "personnavn"]
    parts = {part for name in people["navn"] for part in [name, *name.split()]}
    texts = {
        name: raw_documents[sha256].text for name, sha256 in first_sources["sha256"].items() if sha256 in raw_documents
    }
    covered = [texts[row.document][row.start : row.end] for row in masks.itertuples()]
    wrong = [text for text in covered if text.replace("\u00ad", "") not in parts]
    assert len(covered) >= 60
    assert len(wrong) / len(covered) <= 0.1, wrong


def test_masked_file_names_are_still_told_apart(first_sources: pd.DataFrame, truth: pd.DataFrame) -> None:
    masked = sorted(name for name in first_sources.index if name not in truth.index)
    assert len(masked) == 3
    assert all("[" in name for name in masked)
