"""One thread for linear algebra: faster on matrices of this size, and the same sums on a machine with more cores."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from threadpoolctl import threadpool_limits


@contextmanager
def one_thread() -> Iterator[None]:
    """While it lasts, or in the function it decorates, BLAS and OpenMP use one thread."""
    with threadpool_limits(limits=1):
        yield
