"""Coding: every sentence gets suggested themes, actors, one stance and one voice, each with a reason."""

from hoering.coding.coder import Coder
from hoering.coding.evidence import Suggestion
from hoering.coding.protocol import LogOdds, SentenceCoder, Suggested, WeighingCoder
from hoering.coding.rules import PATTERNS, PatternCoder

__all__ = ["PATTERNS", "Coder", "LogOdds", "PatternCoder", "SentenceCoder", "Suggested", "Suggestion", "WeighingCoder"]
