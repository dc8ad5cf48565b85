"""Coding by a local language model behind an OpenAI-compatible address that the user names; off unless asked for.

Text goes to this machine or the house's own network only, unless the user expressly allows more. What the model says is
checked before it counts: codes of the codebook only, and evidence that stands word for word in the sentence.
"""

from hoering.coding.llm.cache import AnswerCache as AnswerCache
from hoering.coding.llm.client import Server as Server
from hoering.coding.llm.coder import LlmCoder as LlmCoder
from hoering.coding.llm.coder import llm_coder as llm_coder

__all__ = ["AnswerCache", "LlmCoder", "Server", "llm_coder"]
