"""Zip files: bombs, overlaps, lies about sizes, names that climb, endless layers."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Iterator

from tests.fuzz.seeds import zipped

Named = Iterator[tuple[str, bytes]]


def archives() -> Named:
    text = b"Vi vil have bus."
    deep = text
    for number in range(40):
        deep = zipped({"a.zip" if number else "a.txt": deep})
    yield "dyb.zip", deep
    zeros = zipped({"nul.txt": bytes(100_000_000)})
    yield "bombe.zip", zeros
    yield "bombe i lag.zip", zipped({f"{n}.zip": zipped({f"{m}.zip": zeros for m in range(5)}) for n in range(5)})
    yield "mange små.zip", zipped({f"{n}.txt": text for n in range(5000)})
    yield "mange bomber.zip", zipped({f"{n}.txt": b"a " * 2_000_000 for n in range(40)})
    yield "pdf-bombe.zip", zipped({f"{n}.pdf": b"%PDF-1.4\n" + bytes(60_000_000) for n in range(3)})
    yield "overlap.zip", _overlapping(2000)
    yield "løgn om størrelse.zip", _lying(zipped({"a.txt": b"Vi vil have bus. " * 100_000}), 100)
    yield "løgn om størrelse 2.zip", _lying(zipped({"a.txt": text}), 2**31)
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        for name in (
            "../../ude.txt", "/etc/passwd", "C:\\vindue.txt", "..\\..\\ude.txt", "a/../../b.txt", "\x00nul.txt",
            "a" * 5000 + ".txt",
            "\u202etxt.exe", "ens.txt", "ens.txt", "", " ", ".", "CON.txt", "a//b.txt", "linje\nskift.txt",
            "~$a.docx", "a.docm",
        ):  # fmt: skip
            archive.writestr(zipfile.ZipInfo(name), text)
        shortcut = zipfile.ZipInfo("genvej.txt")
        shortcut.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(shortcut, b"/etc/passwd")
        secretive = zipfile.ZipInfo("låst.txt")
        archive.writestr(secretive, text)
    yield "navne.zip", buffer.getvalue()
    for place, value in ((8, 99), (8, 12), (8, 14), (6, 1)):
        yield f"metode {value}.zip", _patched(zipped({"a.txt": text * 50}), place, value)
    yield "halv hale.zip", zipped({"a.txt": text}) + b"PK\x05\x06" + bytes(16) + b"\xff\xff"
    yield "tusind centrale.zip", _many_entries(70_000)


def _overlapping(count: int) -> bytes:
    """One packed member that many entries of the directory point at ("a better zip bomb")."""
    data = zipped({"a.txt": b"Vi vil have bus. " * 250_000})
    end = data.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", data[end + 16 : end + 20])[0]
    entry = data[start:end]
    directory = entry * count
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    return data[:start] + directory + tail


def _many_entries(count: int) -> bytes:
    data = zipped({"a.txt": b"x"})
    end = data.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", data[end + 16 : end + 20])[0]
    directory = data[start:end] * count
    return (
        data[:start]
        + directory
        + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count % 65536, count % 65536, len(directory), start, 0)
    )


def _lying(data: bytes, size: int) -> bytes:
    place = data.index(b"PK\x01\x02") + 24
    return data[:place] + struct.pack("<I", size) + data[place + 4 :]


def _patched(data: bytes, place: int, value: int) -> bytes:
    """A field of the local head and of the directory, where it lies two bytes further on."""
    damaged = bytearray(data)
    damaged[place : place + 2] = struct.pack("<H", value)
    directory = data.index(b"PK\x01\x02") + place + 2
    damaged[directory : directory + 2] = struct.pack("<H", value)
    return bytes(damaged)
