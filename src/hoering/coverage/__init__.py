"""What a draft policy says of each position of a run: dækket, delvist or ikke nævnt, with the passage and why.

`cover` holds a run's positions against a draft that `hoering.draft.read_draft` has read; `CoveragePaper` prints it,
`coverage_frame` and `excel_bytes` make tables of it. The verdicts are suggestions of a machine. How often a reader
agrees is measured by ``make eval-coverage``.
"""

from hoering.coverage.find import find_answers as find_answers
from hoering.coverage.paper import CoveragePaper as CoveragePaper
from hoering.coverage.passages import Parts as Parts
from hoering.coverage.passages import parts_of as parts_of
from hoering.coverage.records import Answer as Answer
from hoering.coverage.records import Passage as Passage
from hoering.coverage.records import Wish as Wish
from hoering.coverage.result import Coverage as Coverage
from hoering.coverage.result import cover as cover
from hoering.coverage.table import TABLE as TABLE
from hoering.coverage.table import coverage_frame as coverage_frame
from hoering.coverage.table import excel_bytes as excel_bytes
