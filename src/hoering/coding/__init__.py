"""Coding: every sentence gets suggested themes, actors, one stance and one voice, each with a reason."""

from hoering.coding.coder import Coder
from hoering.coding.evidence import Suggestion
from hoering.coding.protocol import SentenceCoder, Suggested
from hoering.coding.rules import PATTERNS, PatternCoder

__all__ = ["PATTERNS", "Coder", "PatternCoder", "SentenceCoder", "Suggested", "Suggestion"]
