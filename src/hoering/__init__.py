"""hoering: raw Danish consultation documents in, a report of themes with verifiable quotations out."""

from hoering.errors import HoeringError as HoeringError
from hoering.pipeline import RunResult as RunResult
from hoering.pipeline import run as run

__version__ = "0.1.0"

__all__ = ["HoeringError", "RunResult", "__version__", "run"]
