from __future__ import annotations

from pathlib import Path

import pytest

from hoering.coding.llm.cache import AnswerCache
from hoering.coding.llm.client import Reply
from hoering.errors import OutputError

REQUEST = {"model": "m", "messages": [{"content": "Bussen?"}]}
REPLY = Reply("»ja« 😀 \ud83d", "stop", False)


def only_file(folder: Path) -> Path:
    (found,) = [path for path in folder.rglob("*") if path.is_file()]
    return found


def test_a_kept_reply_is_given_again(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path / "svar")
    assert cache.get(REQUEST) is None
    cache.put(REQUEST, REPLY)
    assert AnswerCache(tmp_path / "svar").get(dict(reversed(REQUEST.items()))) == REPLY


@pytest.mark.parametrize("other", [{**REQUEST, "model": "n"}, {**REQUEST, "seed": 1}, {"messages": []}])
def test_another_request_has_its_own_reply(tmp_path: Path, other: dict[str, object]) -> None:
    cache = AnswerCache(tmp_path)
    cache.put(REQUEST, REPLY)
    assert cache.get(other) is None


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"null", b'{"content": "x"}', b'{"content": 1, "finish": "stop", "refused": false}', b"\xff"],
)
def test_a_damaged_file_is_no_reply_and_is_mended(tmp_path: Path, damage: bytes) -> None:
    cache = AnswerCache(tmp_path)
    cache.put(REQUEST, REPLY)
    only_file(tmp_path).write_bytes(damage)
    assert cache.get(REQUEST) is None
    cache.put(REQUEST, REPLY)
    assert cache.get(REQUEST) == REPLY


def test_the_name_of_a_file_tells_nothing_of_the_text(tmp_path: Path) -> None:
    AnswerCache(tmp_path).put(REQUEST, REPLY)
    path = only_file(tmp_path)
    assert len(path.stem) == 64
    assert "Bussen" not in path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "svar").write_text("en fil", encoding="utf-8")
    with pytest.raises(OutputError, match="svar kan ikke gemmes i mappen svar"):
        AnswerCache(tmp_path / "svar").put(REQUEST, REPLY)
