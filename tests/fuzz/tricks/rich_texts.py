"""Rich text: floods of groups, fonts and numbers, objects, fields that fetch."""

from __future__ import annotations

from collections.abc import Iterator

Named = Iterator[tuple[str, bytes]]


def rich_texts(link: str) -> Named:
    head = rb"{\rtf1\ansi "
    yield "klammer.rtf", head + b"{" * 3_000_000 + b"Vi vil"
    yield "lukkede.rtf", head + b"{}" * 2_000_000 + b"Vi vil}"
    yield "bin.rtf", head + rb"\bin999999999999 Vi vil}"
    yield "unicode.rtf", head + rb"\u-10240? \u55296? \u99999999? \u-1? Vi vil \uc9999999999 \u65? }"
    yield "surrogat.rtf", head + rb"\u-10179?\u-8704? \u-10240 Vi vil}"
    yield "objekt.rtf", head + rb"{\object\objemb{\*\objdata " + b"d0cf11e0a1b11ae1" * 50_000 + b"}}Vi vil}"
    yield "felt.rtf", head + rb'{\field{\*\fldinst{INCLUDEPICTURE "' + link.encode() + rb'/i.png"}}{\fldrslt x}}Vi vil}'
    yield "felter.rtf", head + rb"{\field{\*\fldinst{HYPERLINK \"a\"}}{\fldrslt " * 40_000
    yield "skabelon.rtf", head + rb"{\*\template " + link.encode() + rb"/t.dot}Vi vil}"
    yield "ord.rtf", head + rb"\a" * 2_000_000
    yield "skrifttyper.rtf", rb"{\rtf1{\fonttbl" + rb"{\f0\fcharset0 Arial;}" * 150_000 + b"}Vi vil}"
    yield "skrifttyper uden slut.rtf", rb"{\rtf1{\fonttbl" + rb"{\f0\fcharset0 " * 150_000
    yield "hex.rtf", head + rb"\'" * 2_000_000
    yield "hex 2.rtf", head + rb"\'zz\'e6" * 500_000
    yield "slettet.rtf", head + rb"\deleted" * 500_000
    yield "tegnsæt.rtf", rb"{\rtf1\ansi\ansicpg99999\deff0{\fonttbl{\f0\fcharset255 A;}}\f0 Vi \'f8nsker}"
    yield "cifre.rtf", head + b"\\fs" + b"9" * 1_000_000 + b" Vi vil}"
    yield "billede.rtf", head + rb"{\pict\pngblip " + b"89 5" * 1_500_000 + b"}Vi vil}"
    yield "billede med huller.rtf", head + rb"{\pict " + b"8950 4e47 zz" * 400_000 + b"}Vi vil}"
