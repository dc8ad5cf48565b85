"""A local language model may reword the paragraph under a position; what it writes is checked against the rows first.

Off unless the user names a model. The composed paragraph always stands; a rewording that passes `check` is printed
after it and marked. One that says a number, name, quotation or view the rows do not is refused, and the reason told.
What no check of words can see (who wants what of whom, with the same words turned round) is left to the reader, which
is why the composed paragraph stays.
"""

from hoering.rewording.checking import Refused as Refused
from hoering.rewording.checking import check as check
from hoering.rewording.facts import Facts as Facts
from hoering.rewording.paper import Rewording as Rewording
from hoering.rewording.writer import Rewriter as Rewriter
from hoering.rewording.writer import rewriter as rewriter

__all__ = ["Facts", "Refused", "Rewording", "Rewriter", "check", "rewriter"]
