"""Office files with XML tricks: entities, inclusions, depth, links to pictures and templates, macros."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.seeds import ODT, excel, unzipped, word, zipped
from tests.read.conftest import ole_bytes

Named = Iterator[tuple[str, bytes]]


LAUGHS = "<!DOCTYPE l [<!ENTITY a0 'haha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip


def entities(link: str, secret: Path) -> Named:
    body, odt, sheet = "word/document.xml", "content.xml", "xl/worksheets/sheet1.xml"
    entities = {
        "latter": (LAUGHS, "&a11;"),
        "kvadrat": (f"<!DOCTYPE l [<!ENTITY a '{'a' * 100_000}'>]>", "&a;" * 20_000),
        "fil": (f"<!DOCTYPE l [<!ENTITY a SYSTEM '{secret.as_uri()}'>]>", "&a;"),
        "net": (f"<!DOCTYPE l [<!ENTITY a SYSTEM '{link}/a'>]>", "&a;"),
        "dtd": (f"<!DOCTYPE l SYSTEM '{link}/a.dtd'>", ""),
        "parameter": (f"<!DOCTYPE l [<!ENTITY % a SYSTEM '{link}/p'>%a;]>", ""),
        "xinclude": (
            "",
            f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{secret.as_uri()}' parse='text'/>",
        ),
        "stylesheet": (f"<?xml-stylesheet href='{link}/x.xsl' type='text/xsl'?>", ""),
        "dyb": ("", "<a>" * 100_000),
        "dyb lukket": ("", "<a>" * 100_000 + "</a>" * 100_000),
        "lang tekst": ("", "Vi vil. " * 6_000_000),
        "mange tegn": ("", "<a/>" * 8_000_000),
        "attributter": ("", "<a " + " ".join(f"a{n}='1'" for n in range(300_000)) + "/>"),
    }
    for what, (head, text) in entities.items():
        for name, data, member, before in (
            (f"{what}.docx", word(), body, "</w:t>"), (f"{what}.odt", zipped({odt: ODT.encode()}), odt, "</t:p>"),
            (f"{what}.xlsx", excel(), sheet, "</t>"),
        ):  # fmt: skip
            members = unzipped(data)
            xml = members[member].decode()
            declaration, _, rest = xml.partition("?>") if xml.startswith("<?xml") else ("<?xml version='1.0'", "", xml)
            members[member] = f"{declaration}?>{head}{rest.replace(before, text + before, 1)}".encode()
            yield name, zipped(members)
    members = unzipped(word())
    rels = "word/_rels/document.xml.rels"
    image = (
        f'<Relationship Id="r99" Type="http://x/image" Target="{link}/i.png" TargetMode="External"/></Relationships>'
    )
    members[rels] = members[rels].replace(b"</Relationships>", image.encode())
    yield "fjernbillede.docx", zipped(members)
    template = image.replace("r99", "r98").replace("x/image", "x/attachedTemplate").replace("i.png", "t.dotm")
    yield "skabelon.docx", zipped({**members, rels: members[rels].replace(b"</Relationships>", template.encode())})
    yield "makro.docx", zipped({**members, "word/vbaProject.bin": ole_bytes({"VBA": b"Sub AutoOpen()" * 500})})
    for member in ("[Content_Types].xml", rels, "word/styles.xml"):
        yield (
            f"latter i {member.split('/')[-1]}.docx",
            zipped({**unzipped(word()), member: f"{LAUGHS}<a>&a11;</a>".encode()}),
        )
    loop = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="r{n}" Type="http://x" Target="../word/document.xml"/>' for n in range(50_000)
    )
    yield "ring.docx", zipped({**unzipped(word()), "word/_rels/styles.xml.rels": (loop + "</Relationships>").encode()})
