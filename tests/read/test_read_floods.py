"""Files made to keep a reader busy for ever, each found by `make fuzz`: they are read in good time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from hoering.sensitive import RawText

ReadAlone = Callable[[str, bytes], RawText | str]

HEAD = b"From: ida@eksempel.dk\nSubject: Svar\nMIME-Version: 1.0\n"
CUE = b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body>" + b"<header>" * 20_000 + b"<p>Vi vil</p>"),
        ("a.vtt", CUE + b"<v " * 100_000 + b"\nVi vil\n"),
        ("a.vtt", CUE + b"<c.a" * 100_000 + b"\nVi vil\n"),
        ("a.eml", HEAD + b"To: " + b"bo@eksempel.dk, " * 50_000 + b"\n\nVi vil.\n"),
        ("a.eml", HEAD + b"X-A: " + b"=?utf-8?q?=C3=B8?= " * 20_000 + b"\n\nVi vil.\n"),
        ("a.eml", HEAD + b"Content-Type: text/plain" + b"; a*0*=utf-8''b" * 20_000 + b"\n\nVi vil.\n"),
    ],
    ids=["headers in headers", "voices", "classes", "addresses", "encoded words", "parameters"],
)
def test_a_flood_does_not_stall(read_alone: ReadAlone, name: str, data: bytes) -> None:
    began = time.process_time()
    raw = read_alone(name, data)
    assert time.process_time() - began < 8
    assert isinstance(raw, RawText), raw
    assert "Vi vil" in raw.text
