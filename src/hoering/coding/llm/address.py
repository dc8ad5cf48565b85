"""The address of a model server, and whether it is on this machine or the house's own network."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from hoering.errors import ModelError

# Loopback and the private networks of RFC 1918 and RFC 4193. Python's own `is_private` takes in more (documentation,
# link-local addresses with the metadata services of clouds among them).
_NETWORKS = tuple(
    ipaddress.ip_network(network)
    for network in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)
_ENDINGS = ("/chat/completions", "/v1")


def is_local(address: str) -> bool:
    """Whether an IP address is this machine's or a private network's.

    >>> is_local("127.0.0.1"), is_local("192.168.4.2"), is_local("8.8.8.8"), is_local("::ffff:8.8.8.8")
    (True, True, False, False)
    """
    number = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(number, "ipv4_mapped", None) or number
    return any(mapped in network for network in _NETWORKS if network.version == mapped.version)


def parse_target(target: str) -> tuple[str, str]:
    """Address and model of ``ADDRESS#MODEL``.

    Raises:
        ModelError: one of them is missing.

    >>> parse_target("http://127.0.0.1:8080#min-model")
    ('http://127.0.0.1:8080', 'min-model')
    """
    address, _, model = (part.strip() for part in target.partition("#"))
    if not address or not model:
        raise ModelError("En sprogmodel angives som ADRESSE#MODEL, for eksempel http://127.0.0.1:8080#min-model.")
    return address, model


def checked_address(address: str, *, anywhere: bool = False) -> str:
    """The address as requests begin with it: scheme, host, port and path, without ``/v1`` and what follows.

    Args:
        address: with or without ``http://`` and ``/v1``.
        anywhere: the user allows that text leaves the house.

    Raises:
        ModelError: it is no http(s) address, holds a password, is unknown, or lies outside the house.
    """
    parts = _split(address)
    if not anywhere and not all(is_local(found) for found in _resolved(parts)):
        raise ModelError(
            f"Adressen {parts.hostname} ligger hverken på denne maskine eller på et lokalt net. Teksten forlader kun "
            "huset, hvis I udtrykkeligt tillader det (--tillad-ekstern)."
        )
    path = parts.path.rstrip("/")
    for ending in _ENDINGS:
        path = path.removesuffix(ending)
    return f"{parts.scheme}://{parts.netloc}{path}"


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        port_is_number = parts.port is None or parts.port > 0
    except ValueError as error:
        raise ModelError("Adressen på sprogmodellen kan ikke læses; skriv den som http://127.0.0.1:8080.") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_number or parts.query:
        raise ModelError("Adressen på sprogmodellen kan ikke læses; skriv den som http://127.0.0.1:8080.")
    if parts.username or parts.password:
        raise ModelError("Adressen på sprogmodellen må ikke indeholde navn eller adgangskode.")
    return parts


def _resolved(parts: SplitResult) -> list[str]:
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ModelError(f"Der findes ingen maskine med navnet {parts.hostname}.") from error
    return [str(place[0]) for *_, place in found]
