"""The audit: every replacement with its context, who stayed, what to look at; and the workbook it becomes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest

from hoering.edits import Edit
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.pseudonymise.audit import Audit, AuditRow, Context, build_audit
from hoering.pseudonymise.audit_sheet import audit_bytes
from hoering.pseudonymise.rules import Rules
from hoering.records import Flag, Page
from hoering.sensitive import RawDocument, RawText

FIRST = (
    "Borgmester Henrik Munkholm svarede mig ikke.\n\nMin sagsbehandler Lone Dam sagde, at Birgit Vangsgaard skulle "
    "ringe på 12 34 56 78, og det gjorde hun så i tre uger, uden at nogen tog telefonen.\fBirgit blev syg. Så kom "
    "Zubeyde Okur.\n"
)
SECOND = "Vi kender Birgit Marie Vangsgaard og Lone Dam."
STAYS = {"Henrik Munkholm": "titel: borgmester", "Ib Lund": "parti: (S)"}
SHEETS = ["Læs først", "Erstatninger", "Personer", "Bevaret", "Indirekte", "Muligvis overset"]


def raw(document: str, text: str) -> RawDocument:
    cut = text.find("\f") + 1
    pages = (Page(number=1, start=0, end=cut or len(text)), Page(number=2, start=cut, end=len(text)))
    return RawDocument(document=document, sha256="", format="txt", raw=RawText(text=text, pages=pages))


def audited(*texts: tuple[str, str], flags: Sequence[Flag] = ()) -> Audit:
    masker = Pseudonymiser(nlp=None, public=frozenset(STAYS))
    done: list[tuple[RawDocument, list[Edit]]] = []
    for document, text in texts:
        done.append((raw(document, text), masker.mask(CleanedDocument(raw=raw(document, text), edits=()))))
        masker.mask_name(document)
        masker.mask_text("Lone Dam, konsulent", document=document)
        masker.mask_text("Lone Dam, konsulent", document=document)
    return build_audit(masker, done, stays=STAYS, flags=flags)


@pytest.fixture(scope="module")
def audit() -> Audit:
    flag = Flag(
        document="[Person 1].txt", page=1, start=46, end=72, why="job (smed)", score=0.5, text="Min\nven [Person 1]"
    )
    return audited(("Birgit Vangsgaard.txt", FIRST), ("b.txt", SECOND), flags=[flag])


def rows(audit: Audit, sheet: str) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(audit_bytes(audit)), rich_text=False)
    return list(book[sheet].iter_rows(min_row=2, values_only=True))


def test_every_replacement_in_a_text_is_told_with_page_rule_and_what_stood_there(audit: Audit) -> None:
    told = [
        (r.page, r.placeholder, r.original, r.reason)
        for r in audit.replacements
        if r.where == "tekst" and r.document == "Birgit Vangsgaard.txt"
    ]
    assert told == [
        (1, "[Medarbejder 1]", "Lone Dam", "personnavn"),
        (1, "[Person 1]", "Birgit Vangsgaard", "personnavn"),
        (1, "[telefon]", "12 34 56 78", "telefonnummer"),
        (2, "[Person 1]", "Birgit", "personnavn"),
    ]
    assert {r.rule for r in audit.replacements if r.reason == "telefonnummer"} == {"mønster"}
    assert all(r.rule for r in audit.replacements)


def test_context_is_masked_and_cut_at_words(audit: Audit) -> None:
    context = next(r.context for r in audit.replacements if r.placeholder == "[telefon]")
    assert context == Context(
        before="… [Medarbejder 1] sagde, at [Person 1] skulle ringe på ",
        marked="[telefon]",
        after=", og det gjorde hun så i tre uger, uden at nogen tog …",
    )


def test_file_name_and_sender_are_told_once(audit: Audit) -> None:
    elsewhere = [(r.document, r.where, r.original, r.page) for r in audit.replacements if r.where != "tekst"]
    assert elsewhere == [
        ("Birgit Vangsgaard.txt", "filnavn", "Birgit Vangsgaard", 0),
        ("Birgit Vangsgaard.txt", "oplysninger", "Lone Dam", 0),
        ("b.txt", "oplysninger", "Lone Dam", 0),
    ]


def test_who_stayed_is_told_with_the_reason_also_where_nobody_reads_the_name(audit: Audit) -> None:
    assert [(k.name, k.why, k.times, k.documents) for k in audit.kept] == [
        ("Henrik Munkholm", "titel: borgmester", 1, ("Birgit Vangsgaard.txt",)),
        ("Ib Lund", "parti: (S)", 0, ()),
    ]


def test_persons_with_one_name_and_persons_that_may_be_one_are_pointed_out(audit: Audit) -> None:
    remarks = {p.placeholder: p.remark for p in audit.people}
    assert remarks["[Medarbejder 1]"] == (
        "Samme fulde navn i 2 dokumenter: kan være flere personer, der hedder det samme."
    )
    assert "Kan være samme person som [Person 2]" in remarks["[Person 1]"]
    assert "Kan være samme person som [Person 1]" in remarks["[Person 2]"]


def test_person_of_a_part_that_cleaning_removed_is_told_as_such() -> None:
    text = "Vi mener noget.\n\nMvh Birgit Vangsgaard"
    document = raw("a.txt", text)
    masker = Pseudonymiser(nlp=None, public=frozenset())
    edits = masker.mask(CleanedDocument(raw=document, edits=(Edit(start=17, end=len(text), reason="underskrift"),)))
    (person,) = build_audit(masker, [(document, edits)], stays={}).people
    assert person.remark == "Står kun i tekst, der er renset væk."


def test_flag_is_shown_with_the_files_own_name_and_the_masked_text(audit: Audit) -> None:
    (flag,) = audit.flags
    assert (flag.document, flag.text) == ("Birgit Vangsgaard.txt", "Min ven [Person 1]")


def test_words_that_look_like_a_name_and_stand_are_told(audit: Audit) -> None:
    told = [(o.words, o.times, o.page) for o in audit.overlooked]
    assert told in ([], [("Zubeyde Okur", 1, 2)])  # [] where the finder knows the name
    assert "Henrik" not in str(told)


def test_counts_are_by_kind(audit: Audit) -> None:
    assert audit.counts() == [("Medarbejder", 4, 1), ("Person", 4, 2), ("telefonnummer", 1, 1)]


def test_workbook_has_its_sheets_with_empty_columns_to_sign(audit: Audit) -> None:
    book = openpyxl.load_workbook(io.BytesIO(audit_bytes(audit)))
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets[1:]:
        head = [cell.value for cell in sheet[1]]
        assert head[-2:] == ["Godkendt", "Bemærkning"]
        assert all(cell.value is None for row in sheet.iter_rows(min_row=2) for cell in row[-2:])
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
    (choice,) = book["Erstatninger"].data_validations.dataValidation
    assert choice.formula1 == '"ja,nej"'
    assert str(choice.sqref) == f"I2:I{1 + len(audit.replacements)}"


def test_workbook_shows_what_stood_there_and_the_context(audit: Audit) -> None:
    assert rows(audit, "Erstatninger")[0][:6] == (
        "Birgit Vangsgaard.txt", 1, "tekst", "[Medarbejder 1]", "Lone Dam", "personnavn",
    )  # fmt: skip
    assert "[Medarbejder 1] sagde" in str(rows(audit, "Erstatninger")[0][7])


def test_same_audit_gives_the_same_bytes_and_no_clock_is_in_them(audit: Audit) -> None:
    first = audit_bytes(audit)
    assert first == audit_bytes(audit)
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "a\x00b", "x" * 40_000, "\ud800"])
def test_no_text_becomes_a_formula_or_breaks_the_sheet(text: str) -> None:
    row = AuditRow(
        document=text, where="tekst", page=1, placeholder=text, reason=text, rule=text, original=text,
        context=Context(before=text, marked=text, after=text),
    )  # fmt: skip
    made = audit_bytes(Audit(replacements=(row,), people=(), kept=(), flags=(), overlooked=()))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)
    (cells,) = openpyxl.load_workbook(io.BytesIO(made))["Erstatninger"].iter_rows(min_row=2)
    assert {cell.data_type for cell in cells[3:8]} == {"s"}
    assert str(cells[4].value)[:1] == text[:1].replace("\ud800", "\ufffd")


def test_empty_audit_is_a_whole_workbook() -> None:
    empty = build_audit(Pseudonymiser(nlp=None, public=frozenset(), rules=Rules()), [], stays={})
    assert rows(empty, "Erstatninger") == []
    assert openpyxl.load_workbook(io.BytesIO(audit_bytes(empty))).sheetnames == SHEETS
