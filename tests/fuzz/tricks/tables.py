"""Tables: too wide, too long, cells at the far end of the sheet, endless fields."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz.seeds import excel, unzipped, zipped

Named = Iterator[tuple[str, bytes]]


def tables() -> Named:
    yield "mange kolonner.csv", b";".join(b"%d" % n for n in range(700_000)) + b"\n" + b";" * 700_000
    yield "stort felt.csv", b'Alder;Svar\n4;"' + b"Vi vil have bus. " * 200_000 + b'"\n'
    yield "uafsluttet.csv", b'Alder;Svar\n4;"' + b"Vi vil;have\n" * 200_000
    yield "anførsel.csv", b'"' * 4_000_000
    yield "skilletegn.csv", b"Alder;Svar\n" + b";" * 4_000_000
    yield "linjer.csv", b"\n" * 4_000_000
    yield "mange rækker.csv", b"Alder;Svar\n" + b"4;Vi vil have en bus til byen\n" * 150_000
    yield "bred og lang.csv", (b";".join([b"Vi vil have bus"] * 400) + b"\n") * 600
    yield "nul.csv", b"Alder;Svar\n" + b"4\x00;Vi\x00vil\n" * 1000
    yield "retur.csv", b"Alder;Svar\r4;Vi vil have en bus\r" * 3
    yield "formel.csv", b"Alder;Svar\n4;=cmd|' /C calc'!A0 vi vil have mange ord\n5;@SUM(1+1) og flere ord her\n"
    yield "sep.csv", b"sep=" * 100_000
    members = unzipped(excel())
    sheet = "xl/worksheets/sheet1.xml"
    start = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
    cell = "<c r='{}' t='inlineStr'><is><t>Vi vil have en bus til byen</t></is></c>"
    one = "<sheetData><row r='1'>"
    rows = {
        "kæmpe mål": "<dimension ref='A1:XFD1048576'/>" + one + cell.format("A1") + "</row></sheetData>",
        "langt nede": "<sheetData><row r='1048576'>" + cell.format("XFD1048576") + "</row></sheetData>",
        "for langt nede": "<sheetData><row r='999999999'>" + cell.format("A999999999") + "</row></sheetData>",
        "for langt ude": one + cell.format("ZZZZZZZZ1") + "</row></sheetData>",
        "mange langt ude":
            "<sheetData>" + "".join(f"<row r='{n}'>{cell.format(f'XFD{n}')}</row>" for n in range(1, 3000)),
        "spring":
            "<sheetData>" + "".join(f"<row r='{n}'>{cell.format(f'A{n}')}</row>" for n in range(1, 10**6, 50_000)),
        "negativ": "<sheetData><row r='-5'>" + cell.format("A-5") + "</row></sheetData>",
        "mange rækker": "<sheetData>" + "<row/>" * 3_000_000 + "</sheetData>",
        "mange celler": "<sheetData><row r='1'>" + "<c/>" * 3_000_000 + "</row></sheetData>",
        "tal":
            "<sheetData><row><c><v>1e999</v></c><c t='s'><v>99999999</v></c></row></sheetData>",
        "dato":
            "<sheetData><row><c s='1'><v>1e300</v></c><c t='b'><v>7</v></c><c t='zz'><v>1</v></c></row></sheetData>",
        "flettet": "<sheetData/><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
        "fælles formel":
            "<sheetData><row><c r='A1'><f t='shared' ref='A1:XFD99999' si='0'>A1</f></c></row></sheetData>",
    }  # fmt: skip
    for name, xml in rows.items():
        yield f"{name}.xlsx", zipped({**members, sheet: (start + xml + "</worksheet>").encode()})
    strings = (
        "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>" + "<si><t>a</t></si>" * 2_000_000
    )
    yield "mange strenge.xlsx", zipped({**members, "xl/sharedStrings.xml": (strings + "</sst>").encode()})
    book = members["xl/workbook.xml"].decode()
    sheets = "".join(f'<sheet name="a{n}" sheetId="{n + 1}" r:id="rId1" state="visible"/>' for n in range(3000))
    namespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    many = book.replace("<sheets>", "<sheets>" + sheets).replace("<workbook ", "<workbook " + namespace)
    yield "mange ark.xlsx", zipped({**members, "xl/workbook.xml": many.encode()})
    styles = members["xl/styles.xml"].decode().replace("</cellXfs>", "<xf numFmtId='14'/>" * 500_000 + "</cellXfs>")
    yield "mange formater.xlsx", zipped({**members, "xl/styles.xml": styles.encode()})
    yield "makro.xlsm", zipped({**members, "xl/vbaProject.bin": b"Sub"})
