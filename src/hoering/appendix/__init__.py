"""The Excel appendix of a run, `bilag.xlsx`: senders, positions, claims and codings, each with its place, to filter.

`appendix_file` makes it of `hoering.material.Material` alone. A quotation is printed only if it stands word for word
where it says; numbers are those of the theme report, counted from the same tables.
"""

from hoering.appendix.book import APPENDIX as APPENDIX
from hoering.appendix.book import appendix_file as appendix_file
