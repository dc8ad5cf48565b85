"""hoering: raw Danish consultation documents in, a report of themes with verifiable quotations out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hoering.errors import HoeringError as HoeringError

if TYPE_CHECKING:
    from hoering.pipeline import RunResult as RunResult
    from hoering.pipeline import run as run
else:

    def __getattr__(name):
        """Fetch `run` and `RunResult` when they are asked for: the pipeline takes seconds to import."""
        if name in ("RunResult", "run"):
            from hoering import pipeline

            return getattr(pipeline, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__version__ = "0.1.0"

__all__ = ["HoeringError", "RunResult", "__version__", "run"]
