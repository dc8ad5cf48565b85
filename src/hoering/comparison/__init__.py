"""Consultations side by side: two rounds, several municipalities, or the parts of one consultation.

`parts.read_parts` and `splitting.split` give what is compared, `papers.comparison_papers` the finished files. Numbers
are those of each part's own theme report; shares are of each part's submissions, because the parts differ in size.
"""

from hoering.comparison.papers import COMPARISON as COMPARISON
from hoering.comparison.papers import comparison_papers as comparison_papers
from hoering.comparison.parts import Part as Part
from hoering.comparison.parts import read_parts as read_parts
from hoering.comparison.splitting import split as split
