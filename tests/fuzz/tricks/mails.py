"""Mails: layers, floods of headers and attachments, odd encodings, bodies that stall patterns, .msg files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from email.message import EmailMessage

from tests.fuzz.seeds import mail, outlook
from tests.read.conftest import Tree, ole_bytes

Named = Iterator[tuple[str, bytes]]


def mails(link: str) -> Named:
    deep = mail()
    for number in range(60):
        deep = (
            f"From: a@eksempel.dk\nSubject: {number}\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n".encode()
            + deep
        )
    yield "dyb.eml", deep
    head = b"From: a@eksempel.dk\nSubject: Svar\nMIME-Version: 1.0\n"
    for levels in (60, 1500):
        opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(levels))
        yield f"lag {levels}.eml", head + opened + b"Content-Type: text/plain\n\nVi vil.\n"
    part = b"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nVi vil.\n"
    yield "mange bilag.eml", head + b"Content-Type: multipart/mixed; boundary=b\n\n" + part * 5000
    yield (
        "samme grænse.eml",
        head
        + b"Content-Type: multipart/mixed; boundary=b\n\n"
        + (b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3000),
    )
    yield "ingen grænse.eml", head + b"Content-Type: multipart/mixed\n\nVi vil.\n"
    yield "langt hoved.eml", head + b"To: " + b"a@eksempel.dk, " * 100_000 + b"\n\nVi vil.\n"
    yield "hoveder.eml", head + b"X-A: b\n" * 300_000 + b"\nVi vil.\n"
    yield "foldet.eml", head + b"X-A: b\n" + b" c\n" * 500_000 + b"\nVi vil.\n"
    yield "kodede ord.eml", b"From: a@eksempel.dk\nSubject: " + b"=?utf-8?q?=C3=B8?= " * 20_000 + b"\n\nVi vil.\n"
    yield "kommentarer.eml", b"From: " + b"(" * 50_000 + b"a@eksempel.dk\nSubject: a\n\nVi vil.\n"
    yield "parametre.eml", head + b"Content-Type: text/plain" + b"; a*0*=utf-8''b" * 20_000 + b"\n\nVi vil.\n"
    yield "anførsel.eml", b'From: "' + b"\\" * 200_000 + b"\nSubject: a\n\nVi vil.\n"
    for date in ("Wed, 99 Abc 99999 99:99:99 +9999", "1 Jan 0000 00:00 +0000", "1 Jan 2026 10:00 +2400", "x" * 100_000):
        yield f"dato {date[:8].replace(':', '').strip()}.eml", head + f"Date: {date}\n\nVi vil.\n".encode()
    for charset in ("utf-7", "idna", "punycode", "zlib_codec", "rot13", "hex", "undefined", "unicode_escape", "utf-32"):
        yield (
            f"tegnsæt {charset}.eml",
            head + f"Content-Type: text/plain; charset={charset}\n\nVi \\ud800 vil.\n".encode(),
        )
    for coding in ("base64", "quoted-printable", "x-uuencode", "x-gzip"):
        body = b"begin 666 a\nM" + bytes(range(33, 96)) * 50
        yield f"kodning {coding}.eml", head + f"Content-Transfer-Encoding: {coding}\n\n".encode() + body
    yield (
        "udenfor.eml",
        head
        + (
            f"Content-Type: message/external-body; access-type=URL; URL={link}/b\n\n"
            "Content-Type: text/plain\n\n".encode()
        ),
    )
    message = EmailMessage()
    message["From"] = "a@eksempel.dk"
    message.set_content(f"<p>Vi vil <img src='{link}/spor.gif'><a href='{link}'>her</a></p>", subtype="html")
    yield "spor.eml", message.as_bytes()
    for name, line in (
        ("pile", "> " * 200_000 + "\n"), ("fra", "Fra: a\nSendt: b\n" * 60_000), ("den",
        "Den " + "x" * 140 + " skrev\n"),
        ("streger", "- " * 400_000 + "\n"), ("fra vinkel", "a" * 79 + "<" + "b" * 100_000 + "\n"), ("blanke",
        " \t" * 300_000 + "\n"),
        ("linjer", "\n" * 2_000_000), ("hvis", "Denne mail " * 100_000 + "\n"), ("pil linje", ">\n" * 500_000),
    ):  # fmt: skip
        yield f"svar {name}.eml", head + b"\n" + line.encode() * (3000 if name == "den" else 1) + b"Vi vil.\n"
    yield "nul.eml", head + b"\n" + bytes(100_000)
    for name in ("../../ude.txt", "a" * 10_000 + ".txt", "=?utf-8?q?a=00b?=.txt", "con.txt\x00.docx", ""):
        yield "bilagsnavn.eml", head + (
            b'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename="'
            + name.encode() + b'"\n\nVi vil.\n--b--\n'
        )  # fmt: skip


def outlooks() -> Named:
    data = outlook()
    yield "fat i ring.msg", data[:512] + struct.pack("<i", 0) * 128 + data[1024:]
    for place, value in (
        (44, 2**31 - 1),
        (48, 0),
        (60, 0),
        (64, 2**31 - 1),
        (30, 31),
        (32, 30),
        (68, 0),
        (72, 2**31 - 1),
    ):
        yield f"hoved {place}.msg", data[:place] + struct.pack("<I", value) + data[place + 4 :]
    rows = bytes(32) + struct.pack("<HHIII", 0x1F, 0x37, 6, 9, 0) * 100_000
    yield "egenskaber.msg", ole_bytes({"__properties_version1.0": rows})
    many: Tree = {f"__attach_version1.0_#{n:08X}": {"__properties_version1.0": bytes(8)} for n in range(1000)}
    yield "mange bilag.msg", ole_bytes({"__properties_version1.0": bytes(32), **many})
    deep: Tree = {"__properties_version1.0": bytes(24)}
    for _ in range(60):
        deep = {
            "__properties_version1.0": bytes(24),
            "__attach_version1.0_#00000000": {"__properties_version1.0": bytes(8), "__substg1.0_3701000D": deep},
        }
    yield "dyb.msg", ole_bytes(deep)
    yield "lange navne.msg", data.replace("__".encode("utf-16-le"), "æ\0".encode("utf-16-le"))
