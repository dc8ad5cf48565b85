"""A short share of `make fuzz`: damaged files of every format, and files that ask for something to be fetched."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz.__main__ import SECRET, mutated
from tests.fuzz.measure import Listener, Report, read_all
from tests.fuzz.seeds import seeds
from tests.fuzz.tricks import odd_names
from tests.fuzz.tricks.entities import entities
from tests.fuzz.tricks.mails import mails
from tests.fuzz.tricks.pages import pages


@pytest.fixture(autouse=True)
def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # neither LibreOffice nor text recognition


def test_undamaged_every_format_but_pictures_and_old_word_is_read(tmp_path: Path) -> None:
    report = Report()
    read_all([(f"svar{suffix}", data) for suffix, data in seeds().items()], tmp_path, report, secret=SECRET)
    unread = {suffix for suffix, outcome in report.outcomes if outcome == "unreadable"}
    assert (unread, report.failures()) == ({".doc", ".jpg", ".png"}, [])


@pytest.mark.slow
def test_damaged_files_end_in_the_ledger_in_time_and_in_bounds(tmp_path: Path) -> None:
    report = Report()
    read_all([*mutated(9), *odd_names()], tmp_path, report, secret=SECRET)
    assert report.failures() == []
    assert report.outcomes.total() > 150
    assert min(sum(report.outcomes[suffix, kind] for suffix in seeds()) for kind in ("read", "unreadable")) > 20


@pytest.mark.slow
def test_nothing_is_fetched_from_the_network_or_from_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text(SECRET, encoding="utf-8")
    report = Report()
    with Listener() as listener:
        asking = [f for f in (*pages(listener.address, secret), *mails(listener.address)) if b"http" in f[1]]
        files = [*islice(entities(listener.address, secret), 24), *asking]
        read_all([(f"{n} {name}", data) for n, (name, data) in enumerate(files)], tmp_path, report, secret=SECRET)
        report.connections = listener.connections
    assert report.failures() == []
    assert report.outcomes.total() >= 27
