"""The fuzz harness is a package of its own (`python -m tests.fuzz`), found from the root of the project."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
