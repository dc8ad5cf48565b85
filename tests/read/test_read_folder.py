from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hoering.errors import NothingReadError
from hoering.read import CONTAINERS, READERS, Reading, find_files, read_documents
from hoering.records import Outcome, Problem
from hoering.sensitive import RawDocument

ReadAlone = Callable[[str, bytes], object]
ReadFolder = Callable[[], Outcome[RawDocument]]

LINK = "Genvej (symbolsk lænke) følges ikke."
SYSTEM = "Systemfil, ikke et dokument."
CLOSED_FOLDER = "Mappen kan ikke åbnes (mangler der rettigheder?)."


def write(folder: Path, *names: str, text: str = "Vi vil.") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def excluded(folder: Path) -> dict[str, str]:
    return {found.document: found.excluded for found in find_files(folder)}


def test_files_come_in_order_of_name_with_hash_and_without_the_source_list(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/c.txt", "kilder.csv", "a/kilder.csv")
    found = find_files(tmp_path)
    assert [f.document for f in found] == ["a/c.txt", "a/kilder.csv", "b.txt"]
    assert {f.sha256 for f in found} == {hashlib.sha256(b"Vi vil.").hexdigest()}


def test_documents_carry_name_format_and_hash(tmp_path: Path, read_folder: ReadFolder) -> None:
    write(tmp_path, "Høringssvar fra os.TXT")
    (item,) = read_folder().items
    assert (item.document, item.format, item.text) == ("Høringssvar fra os.TXT", "txt", "Vi vil.")
    assert [(p.number, p.start, p.end) for p in item.pages] == [(1, 0, 7)]


def test_names_with_spaces_and_decomposed_letters_are_listed_in_one_form(
    tmp_path: Path, read_folder: ReadFolder
) -> None:
    name = "svar fra å/Høringssvar æøå é.txt"
    write(tmp_path, unicodedata.normalize("NFD", name))
    (item,) = read_folder().items
    assert (item.document, item.text) == (name, "Vi vil.")


def test_a_name_in_another_encoding_is_listed_readably(tmp_path: Path, read_folder: ReadFolder) -> None:
    path = os.fsencode(tmp_path) + b"/H\xf8ringssvar.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(b"Vi vil.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (item,) = read_folder().items
    assert (item.document, item.text) == ("Høringssvar.txt", "Vi vil.")


def test_system_files_are_listed_and_left_out(tmp_path: Path) -> None:
    write(tmp_path, ".DS_Store", "~$svar.docx", "Thumbs.db", ".git/config.txt", "__MACOSX/._svar.docx", "svar.txt")
    reasons = excluded(tmp_path)
    assert reasons.pop("svar.txt") == ""
    assert sorted(reasons) == [".DS_Store", ".git/config.txt", "Thumbs.db", "__MACOSX/._svar.docx", "~$svar.docx"]
    assert set(reasons.values()) == {SYSTEM}


def test_files_of_a_hidden_root_are_no_system_files(tmp_path: Path) -> None:
    write(tmp_path / ".data" / "raw", "svar.txt")
    assert excluded(tmp_path / ".data" / "raw") == {"svar.txt": ""}


def test_links_are_listed_and_never_followed(tmp_path: Path, read_folder: ReadFolder) -> None:
    write(tmp_path, "mappe/svar.txt")
    (tmp_path / "mappe" / "ring").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "sløjfe.txt").symlink_to(tmp_path / "sløjfe.txt")
    (tmp_path / "brudt.txt").symlink_to(tmp_path / "findes ikke.txt")
    (tmp_path / "kopi.txt").symlink_to(tmp_path / "mappe" / "svar.txt")
    assert excluded(tmp_path) == {
        "brudt.txt": LINK,
        "kopi.txt": LINK,
        "mappe/ring": LINK,
        "mappe/svar.txt": "",
        "sløjfe.txt": LINK,
    }
    outcome = read_folder()
    assert ([d.document for d in outcome.items], outcome.problems) == (["mappe/svar.txt"], ())


def test_what_is_no_plain_file_is_listed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør.txt")
    assert excluded(tmp_path) == {"rør.txt": "Ikke en almindelig fil."}


def test_a_folder_that_cannot_be_opened_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "lukket/svar.txt", "svar.txt")
    opened = os.scandir

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "lukket":
            raise PermissionError(13, "Permission denied", path)
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert excluded(tmp_path) == {"lukket": CLOSED_FOLDER, "svar.txt": ""}


def test_a_file_that_cannot_be_opened_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_folder: ReadFolder
) -> None:
    write(tmp_path, "lukket.txt", "svar.txt")
    opened = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "lukket.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    outcome = read_folder()
    assert [d.document for d in outcome.items] == ["svar.txt"]
    assert outcome.problems == (
        Problem(stage="læsning", item="lukket.txt", reason="Filen kan ikke åbnes (mangler der rettigheder?)."),
    )


@pytest.mark.parametrize(("name", "suffix"), [("svar.xyz", ".xyz"), ("svar", "uden endelse"), ("svar.EXE", ".exe")])
def test_an_unknown_format_names_those_that_can_be_read(read_alone: ReadAlone, name: str, suffix: str) -> None:
    known = ", ".join(sorted([*READERS, *CONTAINERS]))
    assert read_alone(name, b"Vi vil.") == f"Formatet {suffix} kan ikke læses endnu (kan læses: {known})."


@pytest.mark.parametrize("suffix", sorted([*READERS, *CONTAINERS]))
def test_an_empty_file_says_so_in_every_format(read_alone: ReadAlone, suffix: str) -> None:
    assert read_alone(f"tom{suffix}", b"") == "Filen er tom (0 byte)."


def test_a_file_over_the_limit_is_refused_unread(read_alone: ReadAlone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoering.read.walk._MAX_TEXT_BYTES", 2_000_000)
    reason = read_alone("log.txt", b"a" * 3_500_000)
    assert reason == "Filen er for stor (3 MB; grænsen er 2 MB)."


def test_a_text_over_the_limit_is_refused_whatever_it_lies_in(
    read_alone: ReadAlone, make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoering.read.walk._MAX_TEXT_BYTES", 2_000)
    reason = read_alone("lang.pdf", make_pdf(*["Vi vil have job." * 5] * 40))
    assert reason == "Teksten i filen er for lang (3 tusind tegn; grænsen er 2 tusind)."


def test_progress_counts_every_file_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.xyz", ".skjult")
    steps: list[int] = []
    read_documents(find_files(tmp_path), advance=steps.append)
    assert steps == [1, 1, 1]


def test_every_file_ends_as_document_problem_or_excluded(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.xyz", ".skjult", "c.pdf", "d.docx", "e.html")
    found = find_files(tmp_path)
    outcome = read_documents(found)
    ends = [*(d.document for d in outcome.items), *(p.item for p in outcome.problems)]
    assert sorted([*ends, *(f.document for f in found if f.excluded)]) == [f.document for f in found]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingReadError, match=r"Mappen .*findes-ikke findes ikke\."):
        find_files(tmp_path / "findes-ikke")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    write(tmp_path, "svar.txt")
    with pytest.raises(NothingReadError, match=r"svar\.txt er ikke en mappe\. Angiv mappen med de rå dokumenter\."):
        find_files(tmp_path / "svar.txt")


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert read_documents(find_files(tmp_path)) == Reading(items=())
