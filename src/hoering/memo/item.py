"""The committee item (sagsfremstilling) as a skeleton: what the data can tell is filled in, a person does the rest.

Headings are those most municipalities use; the chapter on involvement and hearing follows the usual order: who was
heard, how many answered, what they said in a few lines, who is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hoering.memo.note import Memo
from hoering.memo.remarks import plain, shared
from hoering.memo.statements import Statement
from hoering.report import danish
from hoering.report.blocks import Block, Heading, Paper, Paragraph
from hoering.report.blocks import Remarks as Field
from hoering.report.opening import title_of
from hoering.report.parties import by_type, with_counts

TO_FILL = "Udfyldes af forvaltningen"
CAUTION = (
    "Udkast lavet af et program. Resumé og »Inddragelse og høring« er skrevet ud fra svarene og skal læses efter; "
    "resten er tomme felter."
)
_THEMES_SHOWN = 3
# How many of each kind are told, support first, as the profession does: eight lines at most.
_LINES = {"stoette": 2, "kritik": 3, "forslag": 3}
_BEFORE = ("interview", "survey")


def item_paper(memo: Memo) -> Paper:
    """The committee item on a draft after its hearing."""
    blocks = [
        *_head(), *_resume(memo), *_empty("Indstilling", "Forvaltningen indstiller, at"), *_empty("Sagsfremstilling"),
        *_involvement(memo), *_empty("Økonomi"), *_empty("Lovgrundlag"), *_empty("Videre proces"), *_appendix(memo),
        *_empty("Beslutning", "Udfyldes på mødet"),
    ]  # fmt: skip
    return Paper(title="Sagsfremstilling", subtitle=memo.title, blocks=tuple(blocks))


def _head() -> Iterator[Block]:
    yield from (Paragraph(f"{name}:", "count") for name in ("Sagsnr.", "Sagsbehandler", "Udvalg", "Mødedato"))
    yield Paragraph(CAUTION, "caution")


def _empty(title: str, label: str = TO_FILL) -> Iterator[Block]:
    yield Heading(title, 1, _anchor(title))
    yield Field(label)


def _resume(memo: Memo) -> Iterator[Block]:
    """Three to five lines: what was heard, when, how many answered, what they are about."""
    yield Heading("Resumé", 1, "resume")
    types = with_counts(by_type(memo.hearing.answers), {}, memo.hearing.tally.labels)
    yield Paragraph(f"{_heard(memo)} {_number(memo)} De er fra: {types}.")
    themes = _themes(memo)
    if themes:
        yield Paragraph(f"Flest svar har bemærkninger til {danish.listed(themes)}.")
    yield Paragraph(
        "Høringsnotatet gengiver bemærkningerne emne for emne. Forvaltningens vurdering og forslag til ændringer er "
        "endnu ikke skrevet."
    )


def _involvement(memo: Memo) -> Iterator[Block]:
    yield Heading("Inddragelse og høring", 1, "inddragelse")
    before = _before(memo)
    if before:
        yield Paragraph(before)
    yield Paragraph(" ".join(part for part in (_heard(memo), _parties(memo), _number(memo)) if part))
    yield Paragraph(f"Svarene er fra {memo.remarks.named(memo.hearing.answers)}.")
    yield Paragraph("Hvad svarene siger", "label")
    told = list(_said(memo))
    yield from (Paragraph(line, "bullet") for line in told)
    if not told:
        yield Paragraph(
            "Ingen bemærkninger går igen i flere svar; de enkelte svars bemærkninger står i høringsnotatet."
        )
    yield Paragraph("Hvem mangler", "label")
    yield from map(Paragraph, _missing(memo))
    yield Field("Forvaltningens vurdering")


def _appendix(memo: Memo) -> Iterator[Block]:
    yield Heading("Bilag", 1, "bilag")
    if memo.draft is not None:
        yield Paragraph(f"Udkast: »{plain(title_of(memo.draft))}«", "bullet")
    yield Paragraph("Høringsnotat", "bullet")
    yield Paragraph(f"Høringssvar ({danish.number(len(memo.hearing.answers))})", "bullet")
    yield Field("Flere bilag")


def _heard(memo: Memo) -> str:
    name = f"»{plain(title_of(memo.draft))}«" if memo.draft else "Sagen"
    if memo.period is None:
        return f"{name} har været i høring."
    span = f"{danish.date(memo.period.first)} til {danish.date(memo.period.last)}"
    return f"{name} har været i høring fra {span}."


def _number(memo: Memo) -> str:
    answers, remarked = len(memo.hearing.answers), len(memo.hearing.with_remarks)
    some = f"{danish.number(remarked)} af dem har bemærkninger" if remarked else "Ingen af dem har bemærkninger"
    every = "Alle har bemærkninger" if remarked == answers else some
    return f"Der er modtaget {danish.number(answers)} høringssvar. {every}."


def _parties(memo: Memo) -> str:
    if memo.choices.parties is None:
        return ""
    roll = memo.replies.roll
    heard = danish.counted(len(roll.matches), "part er hørt", "parter er hørt")
    return f"{heard}, og {danish.number(len(roll.answered))} af dem har svaret."


def _themes(memo: Memo) -> list[str]:
    """Themes most answers have remarks on, with how many: "Unge (4 svar)"."""
    counts = memo.statements.answers_on
    order = [theme for section in memo.sections for theme in section.themes]
    most = sorted(order, key=lambda theme: (-counts.get(theme, 0), order.index(theme)))[:_THEMES_SHOWN]
    return [
        f"{memo.hearing.material.book.label_of(theme)} ({danish.number(counts.get(theme, 0))} svar)" for theme in most
    ]


def _before(memo: Memo) -> str:
    """What was heard before the hearing: interviews and surveys, and from what kind of people."""
    own = [source for source in memo.hearing.others if source.kind in _BEFORE]
    if not own:
        return ""
    kinds = Counter(source.kind for source in own)
    parts = [f"{danish.number(kinds['interview'])} interview"] if kinds["interview"] else []
    parts += [f"{danish.number(kinds['survey'])} svar i spørgeskemaer"] if kinds["survey"] else []
    types = with_counts(by_type(own), {}, memo.hearing.tally.labels)
    return f"I inddragelsen indgår {danish.listed(parts)} ({types}). Hvad de siger, står i temarapporten."


def _said(memo: Memo) -> Iterator[str]:
    """What several answers say, most answers first, three to eight lines."""
    groups = [group for own in _all_themes(memo) for group in shared(own) if _is_view(group[0])]
    for stance, lines in _LINES.items():
        own = sorted((g for g in groups if g[0].stance == stance), key=lambda g: -len({s.party for s in g}))
        yield from (memo.remarks.in_short(group) for group in own[:lines])


def _is_view(statement: Statement) -> bool:
    """Whether it is told in neutral words and is more than thanks for the invitation."""
    return bool(statement.phrase) and not statement.phrase.startswith("Tak ")


def _all_themes(memo: Memo) -> Iterator[Sequence[Statement]]:
    yield memo.statements.general
    for section in memo.sections:
        yield from (memo.statements.by_theme[theme] for theme in section.themes)


def _missing(memo: Memo) -> Iterator[str]:
    silent = memo.replies.roll.silent
    if memo.choices.parties is not None and silent:
        yield f"Hørt, men uden svar: {danish.listed([plain(party.name) for party in silent])}."
    answering = by_type(memo.hearing.answers)
    missing = [code.label.lower() for code in memo.hearing.material.book.actors if not answering[code.id]]
    if missing:
        yield f"Der er ingen høringssvar fra {danish.listed(missing)}."
    elif not silent:
        yield "Alle slags afsendere i kodebogen har svaret."


def _anchor(title: str) -> str:
    return "".join(letter for letter in title.lower() if letter.isalnum())
