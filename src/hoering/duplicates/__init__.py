"""Copies and near copies: who sent the same text, and what each sender added to it.

`find_copies` takes the readable, masked texts of all sources of a consultation. Nothing is taken away by it: a
duplicate is marked, a letter of a campaign stays a source of its own with a sender of its own, and what it adds
is told by place.
"""

from hoering.duplicates.count import Voices as Voices
from hoering.duplicates.count import count_voices as count_voices
from hoering.duplicates.find import find_copies as find_copies
from hoering.duplicates.frames import copies_frame as copies_frame
from hoering.duplicates.frames import groups_frame as groups_frame
from hoering.duplicates.frames import passages_frame as passages_frame
from hoering.duplicates.places import in_raw as in_raw
from hoering.duplicates.places import is_own as is_own
from hoering.duplicates.records import Copies as Copies
from hoering.duplicates.records import Group as Group
from hoering.duplicates.records import Letter as Letter
from hoering.duplicates.records import Likeness as Likeness
from hoering.duplicates.records import Passage as Passage
