from __future__ import annotations

import pytest

from hoering.codebook import Code, Codebook
from hoering.records import Coding, Source, Theme
from hoering.themes import themes

LONG = "Vi har ventet længe på den bus."


@pytest.fixture
def small() -> Codebook:
    codes = [Code(id=i, label=i.title(), definition=f"Om {i}.") for i in ("bus", "skole", "mad")]
    return Codebook(id="b", label="B", version="1", themes=tuple(codes), actors=(), stances=())


def source(number: int, kind: str = "hoeringssvar", status: str = "used") -> Source:
    return Source(
        source=f"s{number}",
        document=f"s{number}.txt",
        number=number,
        kind=kind,
        sender=f"Afsender {number}",
        sender_type="borgere",
        date="",
        sha256="",
        status=status,  # type: ignore[arg-type]
    )


def coded(
    number: int,
    start: int,
    theme: str = "bus",
    *,
    stance: str = "kritik",
    voice: str = "borgere",
    score: float = 0.6,
    strength: float = 0.6,
    text: str = LONG,
    role: str = "",
) -> list[Coding]:
    """The codings of one sentence of one source."""

    def coding(kind: str, code: str, value: float) -> Coding:
        return Coding(
            coding_id=f"{number}-{start}-{kind}-{code}",
            source=f"s{number}",
            document=f"s{number}.txt",
            page=1,
            start=start,
            end=start + len(text),
            quote=text,
            kind=kind,  # type: ignore[arg-type]
            code=code,
            score=value,
            why="",
            coder="rule:patterns",
            sender=f"Afsender {number}",
            sender_type="borgere",
            role=role,
        )

    return [coding("theme", theme, score), coding("stance", stance, strength), coding("voice", voice, 0.8)]


def flat(*codings: list[Coding]) -> list[Coding]:
    return [coding for group in codings for coding in group]


def places(theme: Theme) -> list[tuple[int, int]]:
    return [(quotation.number, quotation.start) for quotation in theme.quotations]


def test_a_theme_counts_sentences_sources_voices_and_stances(small: Codebook) -> None:
    codings = flat(
        coded(1, 0),
        coded(1, 100, stance="forslag"),
        coded(2, 0, stance="stoette", voice="virksomheder"),
        coded(2, 100, "skole", stance="neutral"),
    )
    bus, skole = themes(codings, [source(1), source(2), source(3)], small)
    assert (bus.code, bus.label, bus.definition) == ("bus", "Bus", "Om bus.")
    assert (bus.sentences, bus.sources) == (3, (1, 2))
    assert bus.voices == {"borgere": 2, "virksomheder": 1}
    assert bus.stances == {"kritik": 1, "forslag": 1, "stoette": 1, "neutral": 0}
    assert (skole.sentences, skole.sources, skole.stances["neutral"]) == (1, (2,), 1)


def test_a_sentence_with_two_themes_counts_in_both(small: Codebook) -> None:
    codings = [*coded(1, 0, "bus"), coded(1, 0, "skole")[0]]
    assert [(t.code, t.sentences, t.stances["kritik"]) for t in themes(codings, [source(1)], small)] == [
        ("bus", 1, 1),
        ("skole", 1, 1),
    ]


def test_an_interviewers_questions_are_not_counted(small: Codebook) -> None:
    codings = flat(coded(1, 0, role="interviewer"), coded(1, 50, role="informant"))
    (bus,) = themes(codings, [source(1, "interview")], small)
    assert places(bus) == [(1, 50)]


def test_a_theme_met_in_questions_only_is_no_theme(small: Codebook) -> None:
    assert themes(coded(1, 0, role="interviewer"), [source(1, "interview")], small) == []


@pytest.mark.parametrize(
    ("kind", "status"),
    [("politik", "used"), ("hoeringssvar", "duplicate"), ("nyhed", "excluded"), ("notat", "unreadable")],
)
def test_the_draft_and_what_is_not_used_are_not_counted(small: Codebook, kind: str, status: str) -> None:
    codings = flat(coded(1, 0), coded(2, 0))
    (bus,) = themes(codings, [source(1, kind, status), source(2)], small)
    assert (bus.sentences, bus.sources) == (1, (2,))


def test_codings_of_a_source_nobody_knows_are_not_counted(small: Codebook) -> None:
    assert themes(coded(9, 0), [source(1)], small) == []


def test_themes_met_in_most_sources_come_first_then_in_most_sentences_then_by_label(small: Codebook) -> None:
    wide = flat(coded(1, 0, "mad"), coded(2, 0, "mad"))
    long = flat(coded(1, 100, "skole"), coded(1, 200, "skole"), coded(1, 300, "skole"))
    assert [t.code for t in themes([*long, *wide], [source(1), source(2)], small)] == ["mad", "skole"]
    narrow = coded(2, 400, "bus")
    assert [t.code for t in themes([*narrow, *long], [source(1), source(2)], small)] == ["skole", "bus"]
    equal = flat(coded(1, 0, "skole"), coded(1, 100, "bus"))
    assert [t.code for t in themes(equal, [source(1)], small)] == ["bus", "skole"]


def test_quotations_go_by_stance_and_take_sources_in_turn(small: Codebook) -> None:
    codings = flat(
        coded(1, 0, score=0.9),
        coded(1, 50, score=0.8),
        coded(1, 90, score=0.7),
        coded(2, 0, score=0.75),
        coded(3, 0, stance="neutral", score=0.99),
        coded(3, 50, stance="forslag"),
        coded(2, 50, stance="stoette"),
    )
    (bus,) = themes(codings, [source(1), source(2), source(3)], small)
    assert places(bus) == [(1, 0), (2, 0), (1, 50), (1, 90), (3, 50), (2, 50), (3, 0)]
    assert [q.stance for q in bus.quotations] == ["kritik"] * 4 + ["forslag", "stoette", "neutral"]


def test_of_one_source_the_surest_sentence_comes_first_and_among_equals_the_earliest(small: Codebook) -> None:
    codings = flat(coded(1, 90), coded(1, 50), coded(1, 10, strength=0.9), coded(1, 0, score=0.7, strength=0.7))
    (bus,) = themes(codings, [source(1)], small)
    assert places(bus) == [(1, 10), (1, 0), (1, 50), (1, 90)]


@pytest.mark.parametrize(
    ("text", "is_good"),
    [("Bus!", False), ("Vi savner en bus.", False), ("Vi savner en bus om aftenen.", True), ("bus " * 61, False)],
)
def test_a_sentence_of_a_good_length_is_shown_first(small: Codebook, text: str, is_good: bool) -> None:
    codings = flat(coded(1, 0, text=text, score=0.9), coded(1, 500))
    (bus,) = themes(codings, [source(1)], small)
    assert places(bus)[0] == ((1, 0) if is_good else (1, 500))


def test_a_quotation_is_verbatim_and_tells_whose_it_is(small: Codebook) -> None:
    (bus,) = themes(coded(1, 7, stance="forslag", voice="virksomheder", strength=0.7), [source(1)], small)
    (quotation,) = bus.quotations
    assert (quotation.text, quotation.start, quotation.end) == (LONG, 7, 7 + len(LONG))
    assert (quotation.number, quotation.sender, quotation.sender_type) == (1, "Afsender 1", "borgere")
    assert (quotation.stance, quotation.voice, quotation.strength) == ("forslag", "virksomheder", 0.7)


def test_a_sentence_without_stance_and_voice_is_neutral_and_unknown(small: Codebook) -> None:
    (bus,) = themes(coded(1, 0)[:1], [source(1)], small)
    assert (bus.quotations[0].stance, bus.quotations[0].voice) == ("neutral", "ukendt")
    assert (bus.voices, bus.stances["neutral"]) == ({"ukendt": 1}, 1)


def test_no_codings_give_no_themes(small: Codebook) -> None:
    assert themes([], [source(1)], small) == []
    assert themes([], [], small) == []
