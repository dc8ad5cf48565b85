"""Makers of small files of every format, written into a test's own folder."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from hoering.read import Reading, find_files, read_documents
from hoering.sensitive import RawText


def pdf_bytes(*pages: str, password: str = "") -> bytes:
    """A PDF with one line per page; an empty line is a page with only a drawn box, like a scan."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, encrypt=password or None)
    for text in pages:
        if text:
            sheet.drawString(70, 700, text)
        else:
            sheet.rect(70, 70, 200, 300, fill=1)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


Tree = dict[str, "bytes | Tree"]


def ole_bytes(tree: Tree) -> bytes:
    """A compound file ([MS-CFB], version 3) with these streams and storages, as Outlook and old Word write."""
    entries: list[list[object]] = [["Root Entry", 5, b"", -1, -1]]  # name, type, content, first child, next sibling
    _enter(tree, 0, entries)
    small = [e for e in entries if e[1] == 2 and len(e[2]) < 4096]  # type: ignore[arg-type]
    large = [e for e in entries if e[1] == 2 and len(e[2]) >= 4096]  # type: ignore[arg-type]
    mini, mini_fat, place = b"", [], {}
    for entry in small:
        content = entry[2]
        assert isinstance(content, bytes)
        sectors = -(-len(content) // 64)
        place[id(entry)] = len(mini_fat) if sectors else -2
        mini_fat += [len(mini_fat) + n + 1 for n in range(sectors - 1)] + [-2] * bool(sectors)
        mini += content.ljust(sectors * 64, b"\0")
    fat: list[int] = []
    sheets: list[bytes] = []

    def chain(data: bytes) -> int:
        count = -(-len(data) // 512)
        if not count:
            return -2
        start = len(fat)
        fat.extend([start + n + 1 for n in range(count - 1)] + [-2])
        sheets.append(data.ljust(count * 512, b"\0"))
        return start

    for entry in large:
        place[id(entry)] = chain(entry[2])  # type: ignore[arg-type]
    mini_start = chain(mini)
    fat_of_mini = chain(struct.pack(f"<{len(mini_fat)}i", *mini_fat).ljust(-(-len(mini_fat) * 4 // 512) * 512, b"\xff"))
    directory = b""
    for entry in entries:
        name, kind, content, child, sibling = entry
        encoded = str(name).encode("utf-16-le")
        start, size = (mini_start, len(mini)) if kind == 5 else (place.get(id(entry), 0), len(content))  # type: ignore[arg-type]
        directory += struct.pack(
            "<64sHBBiii16sIQQiQ", encoded, len(encoded) + 2, kind, 1, -1, sibling, child, b"", 0, 0, 0, start, size
        )
    directory_start = chain(directory)
    count = 1
    while count * 128 < len(fat) + count:
        count += 1
    fat_start = len(fat)
    fat += [-3] * count
    sheets.append(struct.pack(f"<{len(fat)}i", *fat).ljust(count * 512, b"\xff"))
    difat = [fat_start + n for n in range(count)] + [-1] * (109 - count)
    mini_count = -(-len(mini_fat) * 4 // 512)
    header = struct.pack(
        "<8s16sHHHHH6xIIiIIiIiI109i", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory_start, 0, 4096, fat_of_mini, mini_count, -2, 0, *difat,
    )  # fmt: skip
    return header + b"".join(sheets)


def _enter(tree: Tree, parent: int, entries: list[list[object]]) -> None:
    before = -1
    for name, content in tree.items():
        number = len(entries)
        is_stream = isinstance(content, bytes)
        entries.append([name, 2 if is_stream else 1, content if is_stream else b"", -1, -1])
        if before < 0:
            entries[parent][3] = number
        else:
            entries[before][4] = number
        before = number
        if not isinstance(content, bytes):
            _enter(content, number, entries)


@pytest.fixture
def make_ole() -> Callable[[Tree], bytes]:
    return ole_bytes


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_bytes


@pytest.fixture
def read_folder(tmp_path: Path) -> Callable[[], Reading]:
    """Read the test's folder; in this process, where the test can lower limits and stand in for libraries."""
    return lambda: read_documents(find_files(tmp_path), guarded=False)


@pytest.fixture
def read_alone(tmp_path: Path) -> Callable[[str, bytes], RawText | str]:
    """Read one file next to a sound one; gives its raw text, or the reason it could not be read."""

    def read(name: str, data: bytes) -> RawText | str:
        (tmp_path / name).write_bytes(data)
        (tmp_path / "ø sund.txt").write_text("Vi læses stadig.", encoding="utf-8")
        outcome = read_documents(find_files(tmp_path), guarded=False)
        texts = {d.document: d.raw for d in outcome.items}
        assert texts.pop("ø sund.txt").text == "Vi læses stadig."
        assert len(texts) + len(outcome.problems) == 1
        if texts:
            return texts[name]
        assert (outcome.problems[0].stage, outcome.problems[0].item) == ("læsning", name)
        return outcome.problems[0].reason

    return read
