"""Connections that are made to this machine or a private network, and to nothing else.

An address is looked up anew for every connection, so what its name stood for before proves nothing: the other end is
looked at when the connection stands, before a word is sent.
"""

from __future__ import annotations

import socket
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError

from hoering.coding.llm.address import is_local


class _LocalConnection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _require_local(self, super()._new_conn())


class _LocalSecureConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _require_local(self, super()._new_conn())


class _LocalPool(HTTPConnectionPool):
    ConnectionCls = _LocalConnection


class _LocalSecurePool(HTTPSConnectionPool):
    ConnectionCls = _LocalSecureConnection


class _LocalAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _LocalPool, "https": _LocalSecurePool}


def new_session(*, anywhere: bool = False) -> requests.Session:
    """A session without proxies, passwords from files or anything else from the surroundings.

    Args:
        anywhere: connect to any machine; without it to local ones only.
    """
    session = requests.Session()
    session.trust_env = False
    if not anywhere:
        session.mount("http://", _LocalAdapter())
        session.mount("https://", _LocalAdapter())
    return session


def _require_local(connection: HTTPConnection, made: socket.socket) -> socket.socket:
    if is_local(str(made.getpeername()[0])):
        return made
    made.close()
    raise NewConnectionError(connection, "not a local address")
