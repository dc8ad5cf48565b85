from __future__ import annotations

import socket

import pytest

from hoering.coding.llm.address import checked_address, is_local, parse_target
from hoering.errors import ModelError


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("127.0.0.1", True),
        ("127.3.2.1", True),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("172.32.0.1", False),
        ("192.168.1.9", True),
        ("192.169.1.9", False),
        ("8.8.8.8", False),
        ("0.0.0.0", False),
        ("169.254.169.254", False),
        ("192.0.2.1", False),
        ("::1", True),
        ("fd00::7", True),
        ("fe80::1%eth0", False),
        ("2001:4860:4860::8888", False),
        ("::ffff:127.0.0.1", True),
        ("::ffff:8.8.8.8", False),
    ],
)
def test_local_is_this_machine_or_a_private_network(address: str, local: bool) -> None:
    assert is_local(address) is local


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080"),
        ("http://127.0.0.1:8080/v1/chat/completions", "http://127.0.0.1:8080"),
        ("https://10.0.0.5/modeller/v1/", "https://10.0.0.5/modeller"),
        ("http://[::1]:8080/v1", "http://[::1]:8080"),
    ],
)
def test_an_address_is_read_as_people_write_it(written: str, read: str) -> None:
    assert checked_address(written) == read


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://8.8.8.8:8080", "hverken på denne maskine"),
        ("http://[::ffff:8.8.8.8]:8080", "hverken på denne maskine"),
        ("http://169.254.169.254", "hverken på denne maskine"),
        ("http://bruger:hemmelig@127.0.0.1", "adgangskode"),
        ("ftp://127.0.0.1", "kan ikke læses"),
        ("file:///etc/hosts", "kan ikke læses"),
        ("http://", "kan ikke læses"),
        ("http://127.0.0.1:99999", "kan ikke læses"),
        ("http://127.0.0.1:0", "kan ikke læses"),
        ("http://127.0.0.1:abc", "kan ikke læses"),
        ("http://127.0.0.1?x=1", "kan ikke læses"),
        ("http://[::1", "kan ikke læses"),
        ("http://" + "a" * 300, "ingen maskine"),
    ],
)
def test_another_address_is_refused(address: str, message: str) -> None:
    with pytest.raises(ModelError, match=message) as caught:
        checked_address(address)
    assert "hemmelig" not in str(caught.value)


def test_an_address_outside_takes_express_leave() -> None:
    assert checked_address("https://8.8.8.8/v1", anywhere=True) == "https://8.8.8.8"


def test_a_name_counts_by_all_the_machines_it_stands_for(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", ("10.0.0.1", 80)), (0, 0, 0, "", ("8.8.8.8", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(ModelError, match=r"model\.ravnsoe ligger hverken"):
        checked_address("http://model.ravnsoe")
    del found[1]
    assert checked_address("http://model.ravnsoe") == "http://model.ravnsoe"


def test_a_name_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ModelError, match="ingen maskine med navnet model"):
        checked_address("http://model.ravnsoe")


def test_a_target_is_address_and_model() -> None:
    assert parse_target(" http://127.0.0.1:1 # org/model:7b ") == ("http://127.0.0.1:1", "org/model:7b")


@pytest.mark.parametrize("target", ["", "http://127.0.0.1:8080", "#model", "http://127.0.0.1#"])
def test_half_a_target_is_refused(target: str) -> None:
    with pytest.raises(ModelError, match="ADRESSE#MODEL"):
        parse_target(target)
