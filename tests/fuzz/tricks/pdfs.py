"""PDFs: loops, doubling forms, streams that unpack without end, numbers beyond all bounds, actions."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.fuzz.seeds import pdf

Named = Iterator[tuple[str, bytes]]


def _pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + rows
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\n" % (len(objects) + 1, root)
    return data + table + trailer + b"startxref\n%d\n%%%%EOF" % len(data)


def _stream(content: bytes, extra: bytes = b"", *, packed: bool = False) -> bytes:
    body = zlib.compress(content, 9) if packed else content
    filters = b"/Filter/FlateDecode" if packed else b""
    return b"<<%s%s/Length %d>>stream\n" % (extra, filters, len(body)) + body + b"\nendstream"


_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_SHOWN = b"BT /F1 12 Tf 70 700 Td (Vi vil have bus) Tj ET "


def _one_page(content: bytes, resources: bytes = b"/Font<</F1 5 0 R>>", *more: bytes, page: bytes = b"") -> bytes:
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<" + resources + b">>"
        + page + b">>",
        content, _FONT, *more,
    )  # fmt: skip


def pdfs(link: str) -> Named:
    yield "sund.pdf", _one_page(_stream(_SHOWN))
    yield "sider i ring.pdf", _pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")
    yield "mange sider.pdf", _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        _stream(_SHOWN), _FONT,
    )  # fmt: skip
    yield "udpakket.pdf", _one_page(_stream(b" " * 200_000_000, packed=True))
    yield (
        "udpakket to gange.pdf",
        _one_page(
            _stream(zlib.compress(zlib.compress(bytes(300_000_000), 9), 9), b"/Filter[/FlateDecode/FlateDecode]")
        ),
    )
    yield "ascii85.pdf", _one_page(_stream(b"z" * 5_000_000 + b"~>", b"/Filter/ASCII85Decode"))
    yield "rle.pdf", _one_page(_stream(b"\x81a" * 2_000_000, b"/Filter/RunLengthDecode"))
    yield "lzw.pdf", _one_page(_stream(bytes(2_000_000), b"/Filter/LZWDecode"))
    yield (
        "predictor.pdf",
        _one_page(_stream(bytes(1_000_000), b"/DecodeParms<</Predictor 15/Columns 999999999/Colors 99>>", packed=True)),
    )
    yield "klammer.pdf", _one_page(_stream(b"[" * 1_000_000))
    yield "ordbøger.pdf", _one_page(_stream(b"<<" * 1_000_000))
    yield "parenteser.pdf", _one_page(_stream(b"(" * 1_000_000))
    yield "mange bogstaver.pdf", _one_page(_stream(b"BT /F1 1 Tf " + b"1 1 Td (a) Tj " * 30_000 + b"ET"))
    yield "meget på et sted.pdf", _one_page(_stream(b"BT /F1 12 Tf 70 700 Td (" + b"a" * 200_000 + b") Tj ET"))
    yield (
        "spredt.pdf",
        _one_page(
            _stream(b"".join(b"BT /F1 6 Tf %d %d Td (ab) Tj ET " % (n * 37 % 600, n * 91 % 800) for n in range(8000)))
        ),
    )
    yield "streger.pdf", _one_page(_stream(_SHOWN + b"0 0 m " + b"10 10 l " * 300_000 + b"S"))
    yield "tilstande.pdf", _one_page(_stream(b"q " * 500_000 + _SHOWN))
    yield "stort ark.pdf", _one_page(_stream(_SHOWN), page=b"/MediaBox[0 0 1e30 1e30]")
    yield "store tal.pdf", _one_page(_stream(b"1e300 0 0 1e300 1e300 1e300 cm " + _SHOWN))
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>"
    doubling = [_stream(b"/X Do /X Do " + _SHOWN, form % (number + 1)) for number in range(6, 40)]
    yield "fordobling.pdf", _one_page(_stream(b"/X Do"), b"/XObject<</X 6 0 R>>", *doubling)
    yield "former i ring.pdf", _one_page(_stream(b"/X Do"), b"/XObject<</X 6 0 R>>", _stream(b"/X Do /X Do", form % 6))
    cmap = (
        b"begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange %s endbfrange endcmap"
    )
    for name, area in (("0 til alt", b"<00000000> <ffffffff> <0041>"), ("mange", b"<0000> <ffff> <0041> " * 500)):
        font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode 7 0 R>>" % (
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)"
            b"/Ordering(Identity)/Supplement 0>>>>"
        )
        yield f"tegnkort {name}.pdf", _one_page(_stream(_SHOWN), b"/Font<</F1 6 0 R>>", font, _stream(cmap % area))
    widths = (
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 999999999/Widths["
        + b"5 " * 500_000
        + b"]>>"
    )
    yield "bredder.pdf", _one_page(_stream(_SHOWN), b"/Font<</F1 6 0 R>>", widths)
    yield "længde.pdf", pdf().replace(b"/Length", b"/Length 999999999999 /L")
    yield "xref i ring.pdf", _one_page(_stream(_SHOWN)).replace(b"/Size 6", b"/Size 6/Prev 9")
    sound = _one_page(_stream(_SHOWN))
    place = int(sound.rsplit(b"startxref\n", 1)[1].split()[0])
    yield "xref til sig selv.pdf", sound.replace(b"/Size 6", b"/Size 6/Prev %d" % place)
    yield "xref lang.pdf", sound.replace(b"xref\n0 6", b"xref\n0 999999999")
    index = _stream(bytes(64), b"/Type/XRef/W[1 2 1]/Index[0 2000000000]/Size 2000000000/Root 1 0 R")
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    yield "xref-strøm.pdf", body + b"2 0 obj\n" + index + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)
    objects = _stream(b"1 0 " * 500_000, b"/Type/ObjStm/N 999999999/First 9")
    yield "objektstrøm.pdf", _one_page(_stream(_SHOWN), b"", objects)
    yield "handlinger.pdf", _pdf(
        f"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({link}/o)>>/AA<</O<</S/Launch/F(calc.exe)>>>>"
        f"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.launchURL('{link}/j'))>>]>>>>>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        _stream(_SHOWN), _FONT,
    )  # fmt: skip
    yield "fjernstrøm.pdf", _one_page(b"<</F<</FS/URL/F(%s/s)>>/Length 0>>stream\n\nendstream" % link.encode())
    picture = b"/Type/XObject/Subtype/Image/Width 999999/Height 999999/ColorSpace/DeviceRGB/BitsPerComponent 8"
    yield (
        "stort billede.pdf",
        _one_page(_stream(b"/X Do"), b"/XObject<</X 6 0 R>>", _stream(bytes(99), picture, packed=True)),
    )
    yield "indlejret billede.pdf", _one_page(_stream(b"BI /W 9 /H 9 ID " + b"EI" * 500_000))
    yield (
        "kryptering.pdf",
        sound.replace(b"/Size 6", b"/Size 6/Encrypt<</Filter/Standard/V 5/R 6/O()/U()/P 0/Length 999999>>/ID[()()]"),
    )
