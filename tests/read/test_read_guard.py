"""The process that reads: what hangs, dies or swells in it ends as a problem, and the rest is read."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from hoering.read import Found, Reading, find_files, guard, read_documents
from hoering.read.limits import BROKE_DOWN, GIVEN_UP, NO_GUARD, OUT_OF_MEMORY, most_seconds, out_of_time, reason_of

# A reader of .txt files that does what the file says.
_READER = """
def misbehave(data):
    import os, signal, socket, subprocess, time
    word = data.decode()
    if word == "hang": time.sleep(60)
    if word == "pages":
        for page in range(4): time.sleep(0.5); still_reading()
    if word == "endless":
        while True: time.sleep(0.1); still_reading()
    if word == "die": os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    if word == "swell": return RawText(text=str(len([bytearray(10**8) for _ in range(20)])))
    if word == "stumble": raise KeyError("hemmelig tekst")
    if word == "connect": socket.create_connection(("127.0.0.1", 9))
    if word == "look up": socket.getaddrinfo("eksempel.dk", 80)
    if word == "start": subprocess.run(["true"])
    if word == "system": os.system("true")
    if word == "print": print("x" * 100_000)
    heavy = {"spacy", "pandas", "hoering.pipeline"}
    if word == "loaded": return RawText(text=" ".join(heavy & sys.modules.keys()) or "intet")
    return RawText(text=word)

import hoering.read.formats
from hoering.read.limits import still_reading
from hoering.sensitive import RawText
hoering.read.formats.READERS[".txt"] = misbehave
"""

SetUp = Callable[..., list[Found]]


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that misbehaves, in the reading process only, and one second for every file."""
    monkeypatch.setattr(guard, "_PROGRAM", guard._PROGRAM.replace("serve(sys", f"{_READER}serve(sys"))
    monkeypatch.setattr(guard, "SECONDS", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., list[Found]]:
    def write(*words: str) -> list[Found]:
        for number, word in enumerate(words):
            (tmp_path / f"{number}.txt").write_text(word, encoding="utf-8")
        return find_files(tmp_path)

    return write


def zipped(*words: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, word in enumerate(words):
            archive.writestr(f"{number}.txt", word)
    return buffer.getvalue()


def texts(reading: Reading) -> dict[str, str]:
    return {document.document: document.text for document in reading.items}


def problems(reading: Reading) -> dict[str, str]:
    return {problem.item: problem.reason for problem in reading.problems}


@pytest.mark.usefixtures("limits")
def test_a_file_that_hangs_or_breaks_the_process_is_a_problem_and_the_rest_is_read(folder: SetUp) -> None:
    reading = read_documents(folder("sund", "hang", "sund", "die", "sund", "stumble", "sund"))
    assert texts(reading) == {"0.txt": "sund", "2.txt": "sund", "4.txt": "sund", "6.txt": "sund"}
    assert problems(reading) == {
        "1.txt": out_of_time(1), "3.txt": BROKE_DOWN, "5.txt": "Filen kunne ikke læses (uventet fejl: KeyError).",
    }  # fmt: skip


@pytest.mark.usefixtures("limits")
def test_a_file_that_gives_page_after_page_has_more_time_but_not_for_ever(
    folder: SetUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "most_seconds", lambda size: 5)
    reading = read_documents(folder("pages", "endless", "sund"))
    assert texts(reading) == {"0.txt": "pages", "2.txt": "sund"}
    assert problems(reading) == {"1.txt": out_of_time(5)}


@pytest.mark.usefixtures("limits")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the memory is looked at ten times a second")
def test_a_file_that_takes_too_much_memory_is_a_problem(folder: SetUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SECONDS", 20)
    reading = read_documents(folder("swell", "sund"))
    assert (texts(reading), problems(reading)) == ({"1.txt": "sund"}, {"0.txt": OUT_OF_MEMORY})


@pytest.mark.usefixtures("limits")
def test_memory_is_watched_from_outside_as_well(folder: SetUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MEMORY", 10_000_000)  # less than Python itself takes
    monkeypatch.setattr(guard, "SECONDS", 20)
    assert problems(read_documents(folder("hang"))) == {"0.txt": OUT_OF_MEMORY}


@pytest.mark.usefixtures("limits")
def test_nothing_is_fetched_and_no_program_started(folder: SetUp) -> None:
    reading = read_documents(folder("connect", "look up", "start", "system", "sund"))
    refused = "Filen kunne ikke læses (uventet fejl: PermissionError)."
    assert problems(reading) == {f"{n}.txt": refused for n in range(4)}
    assert texts(reading) == {"4.txt": "sund"}


@pytest.mark.usefixtures("limits")
def test_what_a_library_prints_disturbs_nothing_and_little_is_loaded(folder: SetUp) -> None:
    assert texts(read_documents(folder("print", "loaded"))) == {"0.txt": "print", "1.txt": "intet"}


@pytest.mark.usefixtures("limits")
def test_members_that_break_the_process_are_problems_and_each_other_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "svar.zip").write_bytes(zipped("en", "die", "to", "hang", "tre"))
    reading = read_documents(find_files(tmp_path))
    names = [f"svar.zip/{n}.txt" for n in range(5)]
    assert texts(reading) == {names[0]: "en", names[2]: "to", names[4]: "tre"}
    assert problems(reading) == {names[1]: BROKE_DOWN, names[3]: out_of_time(1)}
    assert [member.document for member in reading.members] == ["svar.zip", *names]


@pytest.mark.usefixtures("limits")
def test_after_three_failures_the_other_members_are_listed_unread(tmp_path: Path) -> None:
    (tmp_path / "svar.zip").write_bytes(zipped("die", "die", "en", "die", "to", "die"))
    (tmp_path / "sund.txt").write_text("sund", encoding="utf-8")
    reading = read_documents(find_files(tmp_path))
    assert texts(reading) == {"svar.zip/2.txt": "en", "sund.txt": "sund"}
    assert [problem.reason for problem in reading.problems] == [BROKE_DOWN] * 3 + [GIVEN_UP] * 2
    assert [member.document for member in reading.members] == ["svar.zip", *(f"svar.zip/{n}.txt" for n in range(6))]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
def test_a_program_has_the_time_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "soffice").write_text(f"#!{sys.executable}\nimport time\ntime.sleep(2.5)\nraise SystemExit(3)\n")
    (programs / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(guard, "SECONDS", 1)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "svar.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert problems(read_documents(find_files(tmp_path / "raw"))) == {
        "svar.doc": "Omsætningen af Word-filen med LibreOffice mislykkedes (fejlkode 3)."
    }


def test_guarded_and_unguarded_give_the_same(folder: SetUp, tmp_path: Path) -> None:
    (tmp_path / "svar.zip").write_bytes(zipped("Vi vil have bus.", "", "Æblehaven vil. \U0001f600"))
    files = folder("Vi ønsker æbler.", "", "\0")
    assert read_documents(files) == read_documents(files, guarded=False)


@pytest.mark.parametrize("executable", ["", "findes ikke"])
def test_without_a_process_files_are_read_and_the_first_says_so(
    folder: SetUp, monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    reading = read_documents(folder("", "Vi vil.", "Vi vil."))
    assert texts(reading) == {"1.txt": "Vi vil.", "2.txt": "Vi vil."}
    assert problems(reading) == {"0.txt": "Filen er tom (0 byte).", "1.txt": NO_GUARD}


def test_the_process_and_its_folder_are_gone_afterwards_also_when_interrupted(
    folder: SetUp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "midlertidig"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    running: list[int] = []

    def stop_at_two(_: int) -> None:
        running.append(len(psutil.Process().children()))
        if len(running) == 2:
            assert [path.name.startswith("hoering-") for path in temporary.iterdir()] == [True]
            raise KeyboardInterrupt

    before = len(psutil.Process().children())
    with pytest.raises(KeyboardInterrupt):
        read_documents(folder("Vi vil.", "Vi vil."), advance=stop_at_two)
    assert running == [before, before + 1]
    assert len(psutil.Process().children()) == before
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("size", "seconds"), [(0, 18), (1_000_000, 18), (1_999_999, 18), (5_000_000, 90), (10**9, 600)]
)
def test_large_files_have_more_time_while_pages_are_read(size: int, seconds: int) -> None:
    assert most_seconds(size) == seconds


def test_a_lack_of_memory_is_seen_behind_the_words_of_a_reader() -> None:
    error = ValueError("hemmelig tekst")
    assert reason_of(error) == "Filen kunne ikke læses (uventet fejl: ValueError)."
    error.__cause__ = MemoryError()
    assert reason_of(error) == OUT_OF_MEMORY
