"""Answers that join another's: "Jeg er enig med Birthe", "Vi tilslutter os Handicaprådets høringssvar".

Such an answer carries the other's concerns over, and a count of voices has to know it. Found are the sentences
whose writer joins what somebody else has sent in, with the source that is meant where it can be told. To agree
with the authority, with the draft or with an opinion joins nobody's answer.
"""

from hoering.endorsements.carry import joined_by as joined_by
from hoering.endorsements.find import Endorsement as Endorsement
from hoering.endorsements.find import find_endorsements as find_endorsements
from hoering.endorsements.names import Register as Register
from hoering.endorsements.names import Writer as Writer
