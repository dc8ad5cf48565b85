"""Read thousands of damaged and hostile files and say what became of them: `make fuzz`.

Every file must end as a document, a problem or an excluded file; none may take over 20 s, the reading process not over
1 GB, nothing may be fetched. Ends with 1 where one of these fails. With ``--whole`` a share of the files goes through
a whole run, and with ``--office`` old Word files go through LibreOffice where that is installed.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.measure import Listener, Report, read_all, run_whole
from tests.fuzz.mutations import mutations
from tests.fuzz.seeds import seeds
from tests.fuzz.tricks import odd_names, tricks

SEED = 20261122
SECRET = "kodeordet-er-Gulerodskage-4711"


def mutated(each: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged files of every format, the same in every run."""
    for suffix, data in seeds().items():
        chance = random.Random(f"{SEED}{suffix}")
        ways = mutations(suffix)
        for number in range(each):
            way = ways[number % len(ways)]
            damaged = way(data, chance)
            if number % 3 == 2:
                damaged = chance.choice(ways)(damaged, chance) if damaged else damaged
            yield f"{number:03} {way.__name__}{suffix}", damaged


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=110, help="damaged files of every format")
    parser.add_argument("--only", default="", help="only files whose name fits this pattern")
    parser.add_argument("--whole", action="store_true", help="also 300 files through a whole run")
    parser.add_argument("--office", action="store_true", help="let LibreOffice and text recognition work")
    options = parser.parse_args()
    if not options.office:
        os.environ["PATH"] = ""
    with tempfile.TemporaryDirectory(prefix="hoering-fuzz-") as name, Listener() as listener:
        secret = Path(name) / "hemmelig.txt"
        secret.write_text(SECRET, encoding="utf-8")
        files = [*mutated(options.each), *tricks(listener.address, secret), *odd_names()]
        files = [(name, data) for name, data in files if re.search(options.only, name)]
        report = Report()
        read_all(files, Path(name), report, secret=SECRET)
        if options.whole:
            small = [(name, data) for name, data in files if len(data) < 200_000]
            run_whole(random.Random(SEED).sample(small, min(300, len(small))), Path(name), report)
        report.connections = listener.connections
    print(report.text())
    return 1 if report.failures() else 0


if __name__ == "__main__":
    sys.exit(main())
