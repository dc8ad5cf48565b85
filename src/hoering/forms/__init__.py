"""Exports of hearing portals and survey tools as text: who answered, when, in what case, and where the answer is.

Runs on the sensitive side: its records hold names. `hoering.clean` takes the fields out; what is left between
``Form.start`` and ``Form.end`` is the answer.
"""

from hoering.forms.blocks import forms_in as forms_in
from hoering.forms.blocks import removals as removals
from hoering.forms.records import Form as Form
from hoering.forms.records import FormField as FormField
