"""A stand-in for a model server: it says what a test tells it to and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(slots=True)
class StandIn:
    """What to answer (a body for each request, or bytes for all) and what was asked."""

    address: str = ""
    status: int = 200
    body: bytes | Callable[[dict[str, Any]], bytes] = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drip: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    seen_headers: list[dict[str, str]] = field(default_factory=list)

    def say(self, content: object, *, finish: str = "stop", **message: object) -> None:
        """Answer every request with this content (an object as JSON)."""
        self.body = reply(content, finish=finish, **message)


def reply(content: object, *, finish: str = "stop", **message: object) -> bytes:
    """A chat reply as a server sends it."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, **message}}
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


@contextmanager
def serving(standin: StandIn) -> Iterator[StandIn]:
    """The stand-in at an address of this machine, as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(standin))
    standin.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield standin
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(standin: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            standin.asked.append(request)
            standin.paths.append(self.path)
            standin.seen_headers.append(dict(self.headers))
            time.sleep(standin.wait)
            body = standin.body(request) if callable(standin.body) else standin.body
            with suppress(OSError):  # who asked has gone, as some tests want
                self._send(body)

        def do_GET(self) -> None:
            standin.paths.append(self.path)
            self._send(reply({}))

        def _send(self, body: bytes) -> None:
            self.send_response(standin.status)
            for name, value in {"Content-Length": str(len(body)), **standin.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if not standin.drip:
                self.wfile.write(body)
                return
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(standin.drip)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
