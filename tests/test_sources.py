"""From masked documents to sources: split surveys, copies, empty ones, and numbers that reports refer to."""

from __future__ import annotations

from hoering.divide import answers as divided
from hoering.divide import letters
from hoering.edits import Edit
from hoering.identify import Guess, Identity
from hoering.records import Page, Problem
from hoering.sensitive import RawDocument, RawText
from hoering.sources import MaskedDocument, Received, gather, not_read

LONG = (
    "Vi mangler busser ud til de små byer, og derfor kommer de unge ikke i lære, selv om mestrene gerne vil have dem. "
)


def masked(document: str, text: str, kind: str = "hoeringssvar", edits: tuple[Edit, ...] = ()) -> MaskedDocument:
    identity = Identity(
        kind=Guess(kind, 0.8, "ordlyd"), sender=Guess("Borger", 0.5, "grund"),
        sender_type=Guess("borgere", 0.5, "grund"),
        date=Guess("2026-04-01", 0.9, "linje med dato"), subject=Guess("emnet", 0.9, "emnelinje"), phase="høring",
        track="spor", title="titel",
    )  # fmt: skip
    raw = RawDocument(document=f"hemmelig/{document}", sha256="ab", format="txt", raw=RawText(text=text))
    parts = divided(raw) if kind == "survey" else letters(raw)
    received = tuple(Received(start=part.start, end=part.end, identity=identity) for part in parts)
    return MaskedDocument(raw=raw, edits=edits, document=document, received=received)


def answers(*texts: str) -> str:
    return "\n\n".join(f"Svar {number}: {text}" for number, text in enumerate(texts, 1)) + "\n"


def test_letter_is_one_source_with_all_that_is_known_of_it() -> None:
    (text,) = gather([masked("brev.txt", LONG)]).texts
    source = text.source
    assert (source.source, source.document, source.number) == ("brev.txt#1", "brev.txt", 1)
    assert (source.kind, source.sender, source.sender_type, source.date) == (
        "hoeringssvar",
        "Borger (nr. 1)",
        "borgere",
        "2026-04-01",
    )
    assert (source.phase, source.track, source.title, source.subject) == (
        "høring",
        "spor",
        "titel",
        "emnet",
    )
    assert (source.kind_score, source.sender_score, source.date_score) == (0.8, 0.5, 0.9)
    assert source.basis.startswith("type: ordlyd (0,80); afsender: grund (0,50); dato: linje med dato (0,90)")
    assert (source.sha256, source.pages, source.start, source.end) == ("ab", 1, 0, len(LONG))
    assert (source.status, source.reason) == ("used", "")
    assert text.pages == (Page(number=1, start=0, end=len(LONG)),)


def test_survey_is_one_source_per_answer_and_no_character_is_lost() -> None:
    raw = "Eksport 2026\n\n" + answers("Flere busser.", "Mere ro.", "Kortere breve.")
    texts = gather([masked("svar.txt", raw, "survey")]).texts
    assert [t.source.source for t in texts] == ["svar.txt#1", "svar.txt#2", "svar.txt#3"]
    assert [t.source.number for t in texts] == [1, 2, 3]
    parts = [raw[t.source.start : t.source.end] for t in texts]
    assert "".join(parts) == raw
    assert parts == ["Eksport 2026\n\nSvar 1: Flere busser.\n\n", "Svar 2: Mere ro.\n\n", "Svar 3: Kortere breve.\n"]


def test_two_unnamed_writers_and_two_answers_are_different_senders() -> None:
    letters = gather([masked("a.txt", LONG), masked("b.txt", LONG + "Og en bus.")]).texts
    assert [t.source.sender for t in letters] == ["Borger (nr. 1)", "Borger (nr. 2)"]
    survey = gather([masked("svar.txt", answers("Flere busser.", "Mere ro."), "survey")]).texts
    assert [t.source.sender for t in survey] == ["Borger (nr. 1)", "Borger (nr. 2)"]


def test_only_surveys_are_split() -> None:
    assert len(gather([masked("a.txt", answers("Flere busser.", "Mere ro."))]).texts) == 1
    assert len(gather([masked("a.txt", answers("Flere busser."), "survey")]).texts) == 1


def test_copy_is_set_aside_and_says_of_what() -> None:
    texts = gather(
        [masked("a.txt", LONG), masked("b.txt", f"\n\n{LONG.upper()}  \n"), masked("c.txt", f"{LONG}Nej.")]
    ).texts
    assert [(t.source.status, t.source.number) for t in texts] == [("used", 1), ("duplicate", 0), ("used", 2)]
    assert texts[1].source.reason == "Samme tekst og afsender som a.txt."


def test_copy_is_a_copy_also_where_the_mask_of_a_name_is_another() -> None:
    raw = f"Karen skriver: {LONG}"
    masks = [(Edit(start=0, end=5, replacement=f"[Person {number}]", reason="personnavn"),) for number in (1, 2)]
    texts = gather([masked("a.txt", raw, edits=masks[0]), masked("b.txt", raw, edits=masks[1])]).texts
    assert [t.source.status for t in texts] == ["used", "duplicate"]


def test_short_answers_that_are_alike_are_no_copies() -> None:
    texts = gather([masked("svar.txt", answers("Nej.", "Nej."), "survey")]).texts
    assert [t.source.status for t in texts] == ["used", "used"]


def test_nothing_left_after_cleaning_is_set_aside_with_a_reason() -> None:
    removed = masked("a.txt", "Mvh\n", edits=(Edit(start=0, end=3, reason="underskrift"),))
    (text,) = gather([removed]).texts
    assert (text.source.status, text.source.number) == ("excluded", 0)
    assert text.source.reason == "Der er ingen tekst tilbage efter rensning."


def test_numbers_run_on_over_documents_and_skip_what_is_not_used() -> None:
    texts = gather(
        [masked("a.txt", LONG), masked("b.txt", "–"), masked("c.txt", answers("Ja.", "Tja."), "survey")]
    ).texts
    assert [t.source.number for t in texts] == [1, 0, 2, 3]


def test_no_documents_are_no_sources() -> None:
    assert gather([]).texts == ()
    assert not_read({}, [], {}) == []


def test_files_that_gave_no_text_become_rows_with_their_reason() -> None:
    problem = Problem(stage="læsning", item="defekt.docx", reason="Filen er beskadiget.")
    rows = not_read({"program.xyz": "Ukendt format."}, [problem], {"defekt.docx": "ab"})
    assert [(r.source, r.status, r.reason, r.sha256, r.number) for r in rows] == [
        ("defekt.docx#1", "unreadable", "Filen er beskadiget.", "ab", 0),
        ("program.xyz#1", "excluded", "Ukendt format.", "", 0),
    ]
