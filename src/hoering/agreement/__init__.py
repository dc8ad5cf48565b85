"""Agreement of two codings of the same text: machine with person, or person with person."""

from hoering.agreement.comparing import SETS, SINGLES, Agreement, agreement
from hoering.agreement.matching import Match, match
from hoering.agreement.resampling import Estimate
from hoering.agreement.units import Answer, Unit

__all__ = ["SETS", "SINGLES", "Agreement", "Answer", "Estimate", "Match", "Unit", "agreement", "match"]
