"""Holds a finished paper against the tables: every line, count, reference and quotation, in Word, HTML and Markdown.

Two checks that know nothing of each other. `lines` compares what stands in the file, line by line, with the paper
counted anew from the tables; `counting` knows nothing of how a paper is made and counts in the tables themselves.
"""

from hoering.report.recount.checking import check as check
