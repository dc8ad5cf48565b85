"""Word vectors from plain text with floret: `python vectors.py TEXT OUT.floret`.

floret (fastText with hashed subwords) gives every Danish compound a vector from a table of fixed size. One
thread, because several make each run differ.
"""

from __future__ import annotations

import sys

import floret

if __name__ == "__main__":
    model = floret.train_unsupervised(
        sys.argv[1],
        model="skipgram",
        mode="floret",
        hashCount=2,
        bucket=20_000,
        dim=64,
        minn=3,
        maxn=6,
        minCount=4,
        epoch=8,
        neg=5,
        lr=0.05,
        thread=1,
        verbose=0,
    )
    model.save_floret_vectors(sys.argv[2])
