"""Topics the passages suggest: what a codebook did not think of. BERTopic in Danish, without a downloaded model.

>>> from hoering import topics
>>> found = topics.fit(["Bussen kører for sjældent.", "Ja tak."])
>>> found.assignments, found.method
((-1, -1), 'kun nøgleord')
"""

from hoering.topics.changing import merge, rename, split
from hoering.topics.fitting import fit
from hoering.topics.model import Example, Topic, TopicModel
from hoering.topics.store import load, save

__all__ = ["Example", "Topic", "TopicModel", "fit", "load", "merge", "rename", "save", "split"]
