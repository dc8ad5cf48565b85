from __future__ import annotations

import json
import socket
import time

import pytest
import requests

from hoering.coding.llm.client import NoReply, Reply, Server
from hoering.coding.llm.connection import new_session
from hoering.errors import ModelError
from tests.coding.llm.standin import StandIn, reply

REQUEST = {"model": "m", "messages": []}


def test_a_reply_is_read(standin: StandIn) -> None:
    standin.say("Hæ?")
    assert Server(f"{standin.address}/v1").ask(REQUEST) == Reply("Hæ?", "stop", False)
    assert (standin.paths, standin.asked) == (["/v1/chat/completions"], [REQUEST])


@pytest.mark.parametrize(
    ("content", "finish", "message", "read"),
    [
        (None, "stop", {}, Reply("", "stop", False)),
        (None, "stop", {"refusal": "I will not."}, Reply("", "stop", True)),
        ("", "content_filter", {}, Reply("", "content_filter", True)),
        ("{", "length", {}, Reply("{", "length", False)),
    ],
)
def test_how_a_reply_ended_is_told(
    standin: StandIn, content: str | None, finish: str, message: dict[str, object], read: Reply
) -> None:
    standin.say(content, finish=finish, **message)
    assert Server(standin.address).ask(REQUEST) == read


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Hemmelig</html>",
        b"[]",
        b"null",
        b"{}",
        b'{"choices": []}',
        b'{"choices": {}}',
        b'{"choices": [null]}',
        b'{"choices": [{"message": "Hemmelig"}]}',
        b'{"choices": [{"message": {"content": 7}}]}',
        b'{"choices": [{"message": {"content": ["Hemmelig"]}}]}',
        b'{"error": {"message": "Hemmelig"}}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_something_else_than_a_reply_is_told_without_a_word_of_it(standin: StandIn, body: bytes) -> None:
    standin.body = body
    with pytest.raises(NoReply, match="ikke er et svar fra en sprogmodel") as caught:
        Server(standin.address).ask(REQUEST)
    assert "Hemmelig" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "message"),
    [(400, "måske er teksten for lang"), (404, "kender ikke"), (500, "melder fejl"), (503, "ikke klar")],
)
def test_an_error_is_told_by_its_number(standin: StandIn, status: int, message: str) -> None:
    standin.status, standin.body = status, b'{"error": "Hemmelig"}'
    with pytest.raises(NoReply, match=rf"{message}.*\(HTTP {status}\)") as caught:
        Server(standin.address).ask(REQUEST)
    assert "Hemmelig" not in str(caught.value)


def test_no_redirect_is_followed(standin: StandIn) -> None:
    standin.status, standin.headers = 302, {"Location": f"{standin.address}/andetsteds"}
    with pytest.raises(NoReply, match="HTTP 302"):
        Server(standin.address).ask(REQUEST)
    assert standin.paths == ["/v1/chat/completions"]


def test_a_late_reply_is_not_waited_for(standin: StandIn) -> None:
    standin.wait = 1.0
    with pytest.raises(NoReply, match=r"mere end 0\.2 sekunder"):
        Server(standin.address, seconds=0.2).ask(REQUEST)


def test_a_reply_that_drips_is_not_waited_for(standin: StandIn) -> None:
    standin.body, standin.drip = reply("x" * 200), 0.05
    begun = time.monotonic()
    with pytest.raises(NoReply, match=r"mere end 0\.3 sekunder"):
        Server(standin.address, seconds=0.3).ask(REQUEST)
    assert time.monotonic() - begun < 2


def test_a_reply_without_end_is_cut_off(standin: StandIn) -> None:
    standin.body = b" " * 1_500_000
    with pytest.raises(NoReply, match="alt for langt"):
        Server(standin.address).ask(REQUEST)


def test_a_reply_cut_short_is_told(standin: StandIn) -> None:
    standin.body, standin.headers = reply("x"), {"Content-Length": "5000"}
    with pytest.raises(NoReply, match="blev afbrudt"):
        Server(standin.address).ask(REQUEST)


def test_an_address_where_nothing_answers_is_told() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(NoReply, match="svarer ikke"):
        Server(f"http://127.0.0.1:{port}").ask(REQUEST)


def test_something_that_speaks_no_http_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)
        server = Server(f"http://127.0.0.1:{listening.getsockname()[1]}", seconds=0.3)
        with pytest.raises(NoReply):
            server.ask(REQUEST)


def test_proxies_and_passwords_of_the_surroundings_are_left_alone(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    standin.say("ja")
    assert Server(standin.address).ask(REQUEST).content == "ja"
    assert not {"Authorization", "Cookie", "Proxy-Authorization"} & set(standin.seen_headers[0])


def test_an_address_outside_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(ModelError, match="udtrykkeligt"):
        Server("http://8.8.8.8")


def test_a_name_that_comes_to_stand_for_another_machine_is_not_talked_to(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name was local when it was checked; the connection that is made is looked at again."""
    server = Server(standin.address)
    monkeypatch.setattr("hoering.coding.llm.connection.is_local", lambda _: False)
    with pytest.raises(NoReply, match="svarer ikke"):
        server.ask(REQUEST)
    assert standin.asked == []


def test_both_kinds_of_connection_are_looked_at() -> None:
    with new_session() as session:
        for scheme in ("http", "https"):
            pool = session.get_adapter(f"{scheme}://x").poolmanager.connection_from_url(f"{scheme}://127.0.0.1:9")  # type: ignore[attr-defined]
            assert hasattr(pool.ConnectionCls, "_new_conn")
            assert pool.ConnectionCls.__module__ == "hoering.coding.llm.connection"


def test_with_leave_a_plain_session_is_used() -> None:
    with new_session(anywhere=True) as session:
        assert type(session.get_adapter("https://x")) is requests.adapters.HTTPAdapter
        assert session.trust_env is False


def test_what_is_asked_is_sent_as_json(standin: StandIn) -> None:
    standin.say("ja")
    Server(standin.address).ask({"text": "”Åh”"})
    assert json.loads(json.dumps(standin.asked)) == [{"text": "”Åh”"}]
