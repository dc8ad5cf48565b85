"""From the tables of a run to papers: `ThemeReport` counts and puts into words, `theme_papers` makes the files.

A paper is a row of `blocks`; `render_word`, `render_page` and `render_markdown` print the same blocks. A quotation is
printed only if `verified` finds it word for word in its text, and a finished file only if `check` finds every number
in it right. To add a paper, write a function from `hoering.material.Material` to `blocks.Paper` and give it to
`printed`.
"""

from hoering.report.blocks import Paper as Paper
from hoering.report.labels import Labels as Labels
from hoering.report.markdown import render_markdown as render_markdown
from hoering.report.page import render_page as render_page
from hoering.report.papers import THEME_REPORT as THEME_REPORT
from hoering.report.papers import Papers as Papers
from hoering.report.papers import printed as printed
from hoering.report.papers import theme_papers as theme_papers
from hoering.report.recount import check as check
from hoering.report.theme_report import ThemeReport as ThemeReport
from hoering.report.verify import verified as verified
from hoering.report.verify import verified_themes as verified_themes
from hoering.report.word import render_word as render_word
