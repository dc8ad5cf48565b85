"""Web pages: depth, floods of tags and attributes, character sets that are none, things to fetch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.seeds import PAGE
from tests.fuzz.tricks.entities import LAUGHS

Named = Iterator[tuple[str, bytes]]


def pages(link: str, secret: Path) -> Named:
    yield "dyb.html", b"<html><body>" + b"<div>" * 200_000 + b"Vi vil"
    yield "dyb fed.html", b"<html><body>" + b"<b><i><font>" * 50_000 + b"Vi vil"
    yield "tabeller.html", b"<html><body>" + b"<table><tr><td>" * 60_000 + b"Vi vil"
    yield "lukker.html", b"<html><body>" + b"</p></div></table>" * 200_000 + b"Vi vil"
    yield "overskrifter.html", b"<html><body>" + b"<header><p>x</p></header>" * 50_000
    yield "header i header.html", b"<html><body>" + b"<header>" * 20_000 + b"Vi vil"
    yield "header og artikler.html", b"<html><body>" + b"<div>" * 200 + b"<header>a</header>" * 20_000
    yield "main.html", b"<html><body>" + b"<div><main>" * 2_000 + b"Vi vil"
    yield "attributter.html", b"<p " + b" ".join(b"a%d='b'" % n for n in range(200_000)) + b">Vi vil</p>"
    yield "klasser.html", b"<p class='" + b"menu_ " * 800_000 + b"'>Vi vil</p>"
    yield "kommentar.html", b"<html>" + b"<!-- <!-- " * 400_000 + b"Vi vil"
    yield "entiteter.html", b"<p>" + b"&nbsp;&amp;&#128512;&#xD800;&#0;" * 150_000
    yield "vinkler.html", b"<" * 3_000_000
    yield "henter.html", PAGE.replace("<h1>", (
        f"<img src='{link}/i.png'><link rel=stylesheet href='{link}/s.css'><script src='{link}/j.js'></script>"
        f"<iframe src='{secret.as_uri()}'></iframe><object data='{secret.as_uri()}'></object><meta http-equiv=refresh"
        f" content='0;url={link}/r'><base href='{link}'><video src='{link}/v'></video><h1>"
    )).encode()  # fmt: skip
    yield "latter.html", f"{LAUGHS}<html><p>&a11;</p></html>".encode()
    for name in (
        "utf-7",
        "utf-16",
        "idna",
        "punycode",
        "zlib_codec",
        "rot13",
        "hex",
        "undefined",
        "unicode_escape",
        "x" * 3000,
    ):
        yield f"tegnsæt {name[:15]}.html", f"<meta charset={name}><p>Vi ønsker +AOY- \\u0041 plads</p>".encode()
