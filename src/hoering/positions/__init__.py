"""Positions: claims of one theme and stance that say the same, so that n counts senders who want the same thing."""

from hoering.positions.claims import claims_of as claims_of
from hoering.positions.counting import Joining as Joining
from hoering.positions.find import find_positions as find_positions
from hoering.positions.joining import joinings as joinings
from hoering.positions.records import Claim as Claim
from hoering.positions.records import Member as Member
from hoering.positions.records import Position as Position
from hoering.positions.table import members_frame as members_frame
from hoering.positions.table import positions_frame as positions_frame
from hoering.positions.table import positions_of as positions_of
