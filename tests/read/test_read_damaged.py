"""Files damaged at random places: they are read or refused with a reason, and never stop a run."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from hoering.read import find_files, read_documents

MakePdf = Callable[..., bytes]

PAGE = "<html><head><title>Nyt</title></head><body><nav>Menu</nav><h1>Job</h1><p>Vi vil æøå.</p></body></html>"


def _document() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Vi vil have flere i job.")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Mål"
    document.save(buffer)
    return buffer.getvalue()


def _damaged(data: bytes, count: int) -> Iterator[bytes]:
    chance = random.Random(count)
    for _ in range(count):
        damaged = bytearray(data)
        for _ in range(chance.choice([1, 5, 40])):
            place = chance.randrange(max(1, len(damaged)))
            if chance.random() < 0.6:
                damaged[place : place + 1] = bytes([chance.randrange(256)])
            else:
                del damaged[place : place + chance.randrange(1, 40)]
        yield bytes(damaged)


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html", "txt"])
def test_a_damaged_file_is_read_or_refused_with_a_reason(tmp_path: Path, make_pdf: MakePdf, suffix: str) -> None:
    data = {"docx": _document(), "pdf": make_pdf("En", "To"), "html": PAGE.encode(), "txt": "Vi vil æøå.".encode()}
    for number, damaged in enumerate(_damaged(data[suffix], 40)):
        (tmp_path / f"{number:02}.{suffix}").write_bytes(damaged)
    outcome = read_documents(find_files(tmp_path))
    read = {document.document for document in outcome.items}
    refused = {problem.item for problem in outcome.problems} - read
    assert len(read) + len(refused) == 40
    assert {problem.stage for problem in outcome.problems} <= {"læsning"}
