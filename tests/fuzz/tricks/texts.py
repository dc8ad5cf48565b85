"""Plain text, subtitles, pictures, and every kind of file under the ending of every other."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from tests.fuzz.seeds import CUES, seeds

Named = Iterator[tuple[str, bytes]]


def texts() -> Named:
    text = "Vi ønsker flere pladser. "
    yield "en linje.txt", (text * 180_000).encode()
    yield "for lang.txt", (text * 250_000).encode()
    yield "kun æ.txt", ("æ" * 2_000_000).encode()
    yield "tegn på tegn.txt", ("a" + "\u0301" * 100_000 + " ").encode() * 5
    yield "lange ligaturer.txt", ("\ufdfa" * 500_000).encode()
    yield "usynlige.txt", ("\u200b\u202e\ufeff\u00ad" * 200_000 + text).encode()
    yield "styretegn.txt", bytes(range(1, 32)) * 5000
    yield "nul.txt", bytes(100_000)
    yield "linjer.txt", b"\n" * 3_000_000 + text.encode()
    yield "tabulatorer.txt", b"\t" * 3_000_000 + text.encode()
    yield "en pr linje.txt", b"a\n" * 1_000_000
    yield "surrogater.txt", b"Vi \xed\xa0\x80 vil \xed\xb0\x80 have bus og flere pladser"
    yield "overlang.txt", b"Vi \xc0\x80 vil \xf8\x88\x80\x80\x80 have \xff\xfe bus"
    for encoding in (
        "utf-16",
        "utf-16-be",
        "utf-16-le",
        "utf-32",
        "utf-7",
        "cp850",
        "cp865",
        "mac_roman",
        "cp037",
        "latin-1",
    ):
        yield f"{encoding}.txt", (text * 20).encode(encoding)
    yield "utf-16 halv.txt", (text * 20).encode("utf-16")[:-1]
    yield "bom to gange.txt", b"\xef\xbb\xbf\xff\xfe" + text.encode()
    yield "kode.md", b"# " * 500_000 + b"```" * 300_000
    yield "lister.md", b"> - " * 500_000
    yield "elf.txt", b"\x7fELF" + bytes(range(256)) * 500
    yield "terminal.txt", ("\x1b[2J\x1b]0;titel\x07" + text).encode()


def subtitles() -> Named:
    cue = "00:00:01.000 --> 00:00:02.000\n"
    bodies = {
        "stemmer": cue + "<v " * 200_000, "stemmer 2": cue + "<v a>" * 200_000, "tider": cue * 40_000,
        "navne": cue + "A a a a a" * 100_000, "navne 2": (cue + "Anna B: ja\n\n") * 30_000,
        "lang": cue + "a " * 1_500_000,
        "vinkler": cue + "<" * 1_000_000, "koder": cue + "<c.a" * 200_000,
        "stor tid": "99999999:99:99.999 --> 0:0:0.0\nVi vil\n",
        "note": "NOTE " + "a\n" * 500_000,
        "stil": "STYLE\n::cue{background:url(http://eksempel.dk)}\n\n" + cue + "Vi vil",
        "ikke tal": "aa:bb:cc.ddd --> x\nVi vil", "blanke": cue + " \t" * 500_000, "kolon": cue + "A:" * 300_000,
        "og": cue + "&amp;&lt;&#99999999999;" * 50_000,
    }  # fmt: skip
    for name, body in bodies.items():
        yield f"{name}.vtt", ("WEBVTT\n\n" + body).encode()
        yield f"{name}.srt", ("1\n" + body.replace(".000", ",000")).encode()
    yield "bagvendt.srt", "\n".join(reversed(CUES.splitlines())).encode()


def pictures() -> Named:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 999_999, 999_999, 8, 2, 0, 0, 0)
    yield "kæmpe.png", head + bytes(40_000)
    yield "kun hoved.png", b"\x89PNG\r\n\x1a\n"
    yield "svg.png", b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://eksempel.dk/a.png'/></svg>"
    yield "kun hoved.jpg", b"\xff\xd8\xff\xe0" + bytes(100_000)
    yield "hale.tif", b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 65535) + bytes(2000)


def wrong_endings() -> Named:
    """Every kind of file under every other's ending."""
    samples = seeds()
    for suffix, data in samples.items():
        for other in samples:
            if other != suffix:
                yield f"rigtig {suffix[1:]}{other}", data
