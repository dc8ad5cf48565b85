"""Replies kept on disk, so that a repeated run asks nothing anew and gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hoering.coding.llm.client import Reply
from hoering.errors import OutputError


@dataclass(frozen=True, slots=True)
class AnswerCache:
    """A folder with one file per reply, named by the whole request: prompt, model and settings.

    The address is no part of it: the same model gives the same answer elsewhere. Replies quote the (pseudonymised)
    text, so the folder belongs with the results.
    """

    folder: Path

    def get(self, request: Mapping[str, Any]) -> Reply | None:
        """The reply kept for a request; None where there is none, or where its file is damaged."""
        try:
            kept = json.loads(self._path(request).read_text(encoding="utf-8"))
            content, finish, refused = kept["content"], kept["finish"], kept["refused"]
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        if not (isinstance(content, str) and isinstance(finish, str) and isinstance(refused, bool)):
            return None
        return Reply(content, finish, refused)

    def put(self, request: Mapping[str, Any], reply: Reply) -> None:
        """Keep a reply, as a whole file or not at all.

        Raises:
            OutputError: the folder cannot be written.
        """
        path = self._path(request)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(reply._asdict(), file, sort_keys=True)
            Path(unfinished).replace(path)
        except OSError as error:
            raise OutputError(f"Sprogmodellens svar kan ikke gemmes i mappen {self.folder.name}.") from error

    def _path(self, request: Mapping[str, Any]) -> Path:
        key = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
        return self.folder / key[:2] / f"{key}.json"
