from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding import Coder, PatternCoder, Suggested, Suggestion
from hoering.coding.llm import LlmCoder, llm_coder
from hoering.errors import ModelError, OutputError
from hoering.records import Problem, Segment, Source
from tests.coding.llm.standin import StandIn, reply

MakeDocument = Callable[..., tuple[Source, list[Segment], list[Sentence]]]
VOICE = Suggestion(code="borgere", score=1.0, why="")


def item(code: str, evidence: str) -> dict[str, str]:
    return {"code": code, "evidence": evidence, "reason": ""}


def good(request: dict[str, Any]) -> bytes:
    """Every word of the sentence is about buses."""
    sentence = json.loads(request["messages"][1]["content"])["sætning"]
    theme = item("bus", sentence.split()[0])
    return reply({"themes": [theme], "actors": [], "stance": item("neutral", "")})


def suggest(coder: LlmCoder, make_document: MakeDocument, texts: Sequence[str]) -> list[Suggested]:
    source, _, sentences = make_document([texts], lemmas={"savner": "savne"})
    return coder.suggest(source, sentences, [VOICE] * len(sentences))


def told(found: Suggested) -> tuple[list[str], list[str], str]:
    return [t.code for t in found.themes], [a.code for a in found.actors], found.stance.code


def test_a_models_answers_become_codings(small_book: Codebook, standin: StandIn, make_document: MakeDocument) -> None:
    standin.body = good
    source, segments, sentences = make_document([["Ruten er væk.", "Skolen ligger der."]])
    coder = llm_coder(small_book, f"{standin.address}#lille-model")
    codings = Coder(small_book, by=coder).code(source, segments, sentences)
    assert {coding.coder for coding in codings} == {"llm:lille-model"}
    assert [(c.quote, c.code, c.why) for c in codings if c.kind == "theme"] == [
        ("Ruten er væk.", "bus", "»Ruten«"),
        ("Skolen ligger der.", "bus", "»Skolen«"),
    ]
    assert coder.problems == []


def test_the_voice_is_told_to_the_model(small_book: Codebook, standin: StandIn, make_document: MakeDocument) -> None:
    standin.body = good
    suggest(llm_coder(small_book, f"{standin.address}#m"), make_document, ["Ja.", "Nej."])
    assert [json.loads(r["messages"][1]["content"])["stemme"] for r in standin.asked] == ["borgere", "borgere"]


BAD = [
    ({"status": 500}, "melder fejl"),
    ({"body": b"<html>"}, "ikke er et svar"),
    ({"body": reply(None)}, "ingenting"),
    ({"body": reply(None, refusal="Nej.")}, "afslog"),
    ({"body": reply("{", finish="length")}, "afbrudt"),
    ({"body": reply("Her er koderne:")}, "ikke gyldig JSON"),
    ({"body": reply({"themes": []})}, "aftalte form"),
    (
        {"body": reply({"themes": [item("tog", "Bussen")], "actors": [], "stance": item("neutral", "")})},
        "ikke findes i kodebogen",
    ),
    ({"wait": 0.6}, "sekunder"),
]


def patience(setting: dict[str, Any]) -> float:
    """Little only where the server is to be too slow: a busy machine may take a second for any answer."""
    return 0.3 if "wait" in setting else 30.0


@pytest.mark.parametrize(("setting", "message"), BAD)
def test_without_a_good_answer_the_fallback_codes_the_sentence(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument, setting: dict[str, Any], message: str
) -> None:
    for name, value in setting.items():
        setattr(standin, name, value)
    coder = llm_coder(small_book, f"{standin.address}#m", fallback=PatternCoder(small_book), seconds=patience(setting))
    (found,) = suggest(coder, make_document, ["Vi savner bussen."])
    assert told(found) == (["bus"], ["borgere"], "kritik")
    assert found.themes[0].why == "uden sprogmodel: mønster: bus*"
    (problem,) = coder.problems
    assert (problem.stage, problem.item) == ("coding", "k:0000.00")
    assert message in problem.reason


@pytest.mark.parametrize(("setting", "message"), BAD)
def test_without_a_fallback_it_gets_no_suggestion(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument, setting: dict[str, Any], message: str
) -> None:
    for name, value in setting.items():
        setattr(standin, name, value)
    coder = llm_coder(small_book, f"{standin.address}#m", seconds=patience(setting))
    (found,) = suggest(coder, make_document, ["Vi savner bussen."])
    assert found == Suggested((), (), Suggestion("neutral", 0.0, "intet brugbart svar fra sprogmodellen"))
    assert message in coder.problems[0].reason


def test_one_bad_answer_leaves_the_others_as_they_are(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument
) -> None:
    standin.body = lambda request: good(request) if len(standin.asked) != 2 else reply("{")
    coder = llm_coder(small_book, f"{standin.address}#m", fallback=PatternCoder(small_book))
    found = suggest(coder, make_document, ["Skolen ja.", "Skolen nej.", "Skolen måske."])
    assert [told(item)[0] for item in found] == [["bus"], ["skole"], ["bus"]]
    assert [problem.item for problem in coder.problems] == ["k:0000.01"]


def test_a_refused_code_is_told_and_only_it_is_gone(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument
) -> None:
    themes = [item("bus", "Toget"), item("skole", "skolen")]
    standin.say({"themes": themes, "actors": [], "stance": item("forslag", "Byg toget")})
    coder = llm_coder(small_book, f"{standin.address}#m", fallback=PatternCoder(small_book))
    (found,) = suggest(coder, make_document, ["Vi savner bus til skolen."])
    assert told(found) == (["skole"], [], "kritik")
    assert [theme.why for theme in found.themes] == ["»skolen«"]
    assert found.stance.why == "uden sprogmodel: mønster: savne"
    assert [problem.reason for problem in coder.problems] == [
        f"Koden »{code}« er afvist: modellens belæg står ikke ordret i sætningen." for code in ("bus", "forslag")
    ]


def test_nothing_a_model_says_is_printed(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument, capfd: pytest.CaptureFixture[str]
) -> None:
    standin.say({"themes": [item("Hemmelig", "Hemmelig")], "actors": [], "stance": item("neutral", "")})
    coder = llm_coder(small_book, f"{standin.address}#m")
    suggest(coder, make_document, ["Ja."])
    assert "Hemmelig" not in str(coder.problems)
    assert capfd.readouterr() == ("", "")


def test_a_server_that_stays_away_is_soon_left_alone(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument
) -> None:
    standin.status = 500
    coder = llm_coder(small_book, f"{standin.address}#m", fallback=PatternCoder(small_book))
    found = suggest(coder, make_document, [f"Bus nummer {number}." for number in range(7)])
    assert len(standin.asked) == 3
    assert [told(item)[0] for item in found] == [["bus"]] * 7
    assert [problem.item for problem in coder.problems] == ["k:0000.00", "k:0000.01", "k:0000.02", "llm:m"]
    assert "spørges ikke mere" in coder.problems[-1].reason


def test_a_server_that_fails_now_and_then_is_asked_on(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument
) -> None:
    standin.body = lambda request: good(request) if len(standin.asked) % 3 == 0 else b"nej"
    coder = llm_coder(small_book, f"{standin.address}#m")
    suggest(coder, make_document, [f"Tur {number}." for number in range(9)])
    assert (len(standin.asked), len(coder.problems)) == (9, 6)


def test_a_repeated_run_asks_nothing_and_gives_the_same(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument, tmp_path: Path
) -> None:
    answers = iter([good, lambda _: reply("{"), good])
    standin.body = lambda request: next(answers)(request)

    def run() -> tuple[list[Suggested], list[Problem]]:
        coder = llm_coder(small_book, f"{standin.address}#m", cache=tmp_path, fallback=PatternCoder(small_book))
        return suggest(coder, make_document, ["Et.", "To.", "Tre."]), coder.problems

    first, files = run(), sorted((p, p.read_bytes()) for p in tmp_path.rglob("*.json"))
    standin.status = 500
    assert run() == first
    assert len(standin.asked) == len(files) == 3
    assert sorted((p, p.read_bytes()) for p in tmp_path.rglob("*.json")) == files


def test_no_failure_of_the_server_is_kept(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument, tmp_path: Path
) -> None:
    standin.status = 503
    suggest(llm_coder(small_book, f"{standin.address}#m", cache=tmp_path), make_document, ["Ja."])
    assert list(tmp_path.rglob("*.json")) == []
    standin.status, standin.body = 200, good
    (found,) = suggest(llm_coder(small_book, f"{standin.address}#m", cache=tmp_path), make_document, ["Ja."])
    assert told(found)[0] == ["bus"]


def test_another_model_is_asked_anew(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument, tmp_path: Path
) -> None:
    standin.body = good
    for model in ("m", "n"):
        suggest(llm_coder(small_book, f"{standin.address}#{model}", cache=tmp_path), make_document, ["Ja."])
    assert [request["model"] for request in standin.asked] == ["m", "n"]


def test_a_cache_that_cannot_be_written_stops_the_run(
    small_book: Codebook, standin: StandIn, make_document: MakeDocument, tmp_path: Path
) -> None:
    standin.body = good
    (tmp_path / "fil").write_text("", encoding="utf-8")
    coder = llm_coder(small_book, f"{standin.address}#m", cache=tmp_path / "fil")
    with pytest.raises(OutputError):
        suggest(coder, make_document, ["Ja."])


def test_nothing_to_code_asks_nothing(small_book: Codebook, standin: StandIn, make_document: MakeDocument) -> None:
    source, _, _ = make_document([["Ja."]])
    coder = llm_coder(small_book, f"{standin.address}#m", fallback=PatternCoder(small_book))
    assert coder.suggest(replace(source, end=0), [], []) == []
    assert standin.asked == []


@pytest.mark.parametrize("target", ["http://8.8.8.8#m", "http://127.0.0.1:8080", "gopher://127.0.0.1#m"])
def test_an_address_that_may_not_be_used_is_told_at_once(small_book: Codebook, target: str) -> None:
    with pytest.raises(ModelError):
        llm_coder(small_book, target)
