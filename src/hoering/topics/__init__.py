"""Topics the passages suggest: what a codebook did not think of. BERTopic in Danish, without a downloaded model.

>>> from hoering import topics
>>> found = topics.fit(["Bussen kører for sjældent.", "Ja tak."])
>>> found.assignments, found.method
((-1, -1), 'kun nøgleord')
"""

from hoering.topics.changing import merge, rename, split
from hoering.topics.codefile import code_text
from hoering.topics.fitting import fit
from hoering.topics.model import Example, Topic, TopicModel
from hoering.topics.newcode import NewCode, draft_code, new_code
from hoering.topics.of_run import from_run
from hoering.topics.store import load, save
from hoering.topics.uncovered import coverage, uncovered

__all__ = [
    "Example",
    "NewCode",
    "Topic",
    "TopicModel",
    "code_text",
    "coverage",
    "draft_code",
    "fit",
    "from_run",
    "load",
    "merge",
    "new_code",
    "rename",
    "save",
    "split",
    "uncovered",
]
