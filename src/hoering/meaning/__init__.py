"""How near two texts are in what they ask, praise or complain of, whatever words they choose.

`hoering.meaning.space` holds the space that ships; `training/meaning` tells what it was learned from and how well it
finds sentences of the same matter that other people wrote.
"""

from hoering.meaning.space import MeaningSpace, shipped_space

__all__ = ["MeaningSpace", "shipped_space"]
