"""From themes to a report: `build` counts and orders, `render_html` and `render_word` print.

A quotation is printed only if `verified` finds it word for word in its text. To add a format, write a
function that takes a `ThemeReport`.
"""

from hoering.report.html import render_html as render_html
from hoering.report.labels import Labels as Labels
from hoering.report.model import ThemeReport as ThemeReport
from hoering.report.model import build as build
from hoering.report.verify import verified as verified
from hoering.report.verify import verified_themes as verified_themes
from hoering.report.word import render_word as render_word
