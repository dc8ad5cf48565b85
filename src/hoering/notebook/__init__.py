"""What the notebooks call: one page per notebook, each method one table, figure or note to look at, in Danish.

`Reading` makes a run; all others open the finished run of a folder and show it. A method gives something Jupyter can
show; for frames to go on with use `hoering.views` and `Case.table`. What cannot be done is said in a Danish sentence
(`hoering.HoeringError`), which a notebook shows without the lines of code that led to it.
"""

from hoering.notebook.case import Case as Case
from hoering.notebook.coding import Coding as Coding
from hoering.notebook.deciding import Deciding as Deciding
from hoering.notebook.note import Note as Note
from hoering.notebook.papers import Papers as Papers
from hoering.notebook.parties import Parties as Parties
from hoering.notebook.reading import Reading as Reading
from hoering.notebook.topics import Topics as Topics
