"""Asking an OpenAI-compatible server: one request, one reply, or a Danish reason why there is none."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import requests
from urllib3.exceptions import HTTPError

from hoering.coding.llm.address import checked_address
from hoering.coding.llm.connection import new_session
from hoering.errors import HoeringError

_CONNECT_SECONDS = 5.0
# A coding is a few hundred characters; a server that sends this much is not answering the question.
_MOST_BYTES = 1_000_000

_STATUS = {
    400: "forstår ikke forespørgslen; måske er teksten for lang til modellen, eller den kan ikke styre svarets form",
    401: "kræver adgangskode",
    403: "afviser adgang",
    404: "kender ikke adressen eller modellen",
    429: "har for travlt",
    503: "er ikke klar (modellen er måske ved at blive læst ind)",
}


class NoReply(HoeringError):
    """The server gave no reply that can be read; `str()` says in Danish what happened, never what it sent."""


class Reply(NamedTuple):
    """What a model answered.

    ``finish`` says why it stopped ("stop", "length"); ``refused`` is true where it declined to answer.
    """

    content: str
    finish: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Server:
    """A model server. ``anywhere`` allows addresses outside the house; ``seconds`` is the longest wait for a reply.

    Raises:
        ModelError: the address cannot be used, see `hoering.coding.llm.address.checked_address`.
    """

    address: str
    anywhere: bool = False
    seconds: float = 120.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", checked_address(self.address, anywhere=self.anywhere))

    def ask(self, request: Mapping[str, Any]) -> Reply:
        """The model's reply to a chat request.

        Raises:
            NoReply: the server does not answer, too late, with an error, or with something else than a chat reply.
        """
        try:
            status, body = self._post(request)
        except requests.ConnectTimeout as error:
            raise NoReply("Serveren svarer ikke.") from error
        except requests.Timeout as error:
            raise NoReply(self._late) from error
        except requests.ConnectionError as error:
            raise NoReply("Serveren svarer ikke.") from error
        except (requests.RequestException, HTTPError, OSError) as error:
            raise NoReply("Forbindelsen til serveren blev afbrudt.") from error
        if status != 200:
            raise NoReply(f"Serveren {_STATUS.get(status, 'melder fejl')} (HTTP {status}).")
        return _reply(body)

    @property
    def _late(self) -> str:
        return f"Serveren brugte mere end {self.seconds:g} sekunder."

    def _post(self, request: Mapping[str, Any]) -> tuple[int, bytes]:
        limit = time.monotonic() + self.seconds
        with (
            new_session(anywhere=self.anywhere) as session,
            session.post(
                f"{self.address}/v1/chat/completions",
                json=request,
                timeout=(min(_CONNECT_SECONDS, self.seconds), self.seconds),
                headers={"Accept-Encoding": "identity"},
                allow_redirects=False,
                stream=True,
            ) as response,
        ):
            return response.status_code, self._body(response, limit)

    def _body(self, response: requests.Response, limit: float) -> bytes:
        """The whole body; requests itself only limits the wait for each byte, not for all of them."""
        body = bytearray()
        while part := response.raw.read1(65_536):
            body += part
            if len(body) > _MOST_BYTES:
                raise NoReply("Serveren sendte et alt for langt svar.")
            if time.monotonic() > limit:
                raise NoReply(self._late)
        return bytes(body)


def _reply(body: bytes) -> Reply:
    try:
        choice = json.loads(body)["choices"][0]
        message, finish = choice["message"], choice.get("finish_reason")
        content, refusal = message.get("content"), message.get("refusal")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise NoReply("Serveren sendte noget, der ikke er et svar fra en sprogmodel.") from error
    if content is not None and not isinstance(content, str):
        raise NoReply("Serveren sendte noget, der ikke er et svar fra en sprogmodel.")
    return Reply(content or "", str(finish or "stop"), bool(refusal) or finish == "content_filter")
