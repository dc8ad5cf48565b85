"""Concerns: who wants what from whom, one record a claim, with the words that say it."""

from hoering.concerns.find import ConcernFinder
from hoering.concerns.records import Concern, Target
from hoering.concerns.table import concerns_frame

__all__ = ["Concern", "ConcernFinder", "Target", "concerns_frame"]
