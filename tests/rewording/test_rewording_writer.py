from __future__ import annotations

import json
from pathlib import Path

import pytest

from hoering.coding.llm.client import NoReply
from hoering.errors import ModelError
from hoering.rewording import Facts, Refused, rewriter
from hoering.rewording.prompt import chat_request
from tests.coding.llm.standin import StandIn, reply

ANSWER = "Tre borgere kritiserer busforbindelserne."


def test_a_good_answer_is_taken(facts: Facts, standin: StandIn, tmp_path: Path) -> None:
    standin.say({"tekst": ANSWER})
    assert rewriter(f"{standin.address}#m", tmp_path).reword(facts) == ANSWER
    (asked,) = standin.asked
    assert (asked["model"], asked["temperature"], asked["seed"], asked["stream"]) == ("m", 0, 0, False)


def test_the_same_words_are_not_printed_twice(facts: Facts, standin: StandIn, tmp_path: Path) -> None:
    standin.say({"tekst": f"{facts.text} "})
    with pytest.raises(Refused, match="den samme"):
        rewriter(f"{standin.address}#m", tmp_path).reword(facts)


def test_only_the_facts_are_sent_and_as_data(facts: Facts) -> None:
    request = chat_request(facts, "m")
    assert request == chat_request(facts, "m")
    assert json.loads(request["messages"][1]["content"]) == {
        "synspunkt": facts.title,
        "holdning": "kritik eller bekymring",
        "afsnit": facts.text,
        "antal": list(facts.counts),
        "citater": list(facts.quotes),
    }
    assert facts.title not in request["messages"][0]["content"]


def test_answers_are_kept_and_checked_each_time(facts: Facts, standin: StandIn, tmp_path: Path) -> None:
    standin.say({"tekst": ANSWER})
    rewriter(f"{standin.address}#m", tmp_path).reword(facts)
    standin.status = 500
    assert rewriter(f"{standin.address}#m", tmp_path).reword(facts) == ANSWER
    assert len(standin.asked) == 1
    (kept,) = tmp_path.rglob("*.json")
    kept.write_text(kept.read_text(encoding="utf-8").replace("Tre", "Syv"), encoding="utf-8")
    with pytest.raises(Refused, match="tal"):
        rewriter(f"{standin.address}#m", tmp_path).reword(facts)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (reply(None, refusal="Nej."), "afslog"),
        (reply("{", finish="length"), "afbrudt"),
        (reply(""), "tom"),
        (reply({"tekst": ""}), "tom"),
        (reply(ANSWER), "aftalte form"),
        (reply({"tekst": ANSWER, "mere": ""}), "aftalte form"),
        (reply({"tekst": 3}), "aftalte form"),
        (reply([]), "aftalte form"),
    ],
)
def test_what_is_no_answer_is_refused(facts: Facts, standin: StandIn, tmp_path: Path, body: bytes, reason: str) -> None:
    standin.body = body
    with pytest.raises(Refused, match=reason):
        rewriter(f"{standin.address}#m", tmp_path).reword(facts)


def test_a_server_that_is_down_is_soon_left_alone(facts: Facts, standin: StandIn, tmp_path: Path) -> None:
    standin.status = 503
    writer = rewriter(f"{standin.address}#m", tmp_path)
    for _ in range(5):
        with pytest.raises(NoReply):
            writer.reword(facts)
    assert len(standin.asked) == 3
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize("target", ["http://8.8.8.8#m", "http://127.0.0.1:8080", "gopher://127.0.0.1#m"])
def test_only_an_address_of_the_house(target: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        rewriter(target, tmp_path)


def test_an_address_outside_where_the_user_allows_it(tmp_path: Path) -> None:
    assert rewriter("http://8.8.8.8#m", tmp_path, anywhere=True).model == "m"
