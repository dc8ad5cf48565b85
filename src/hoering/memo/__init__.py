"""Papers on a hearing: the memo (høringsnotat), its table form (høringsskema) and the item (sagsfremstilling).

Each is composed from the statements of the answers (`Statements`), told sender first and in the present tense with
the exact words and their place; `memo_papers` makes the files and holds each against the tables.
"""

from hoering.memo.answers import Hearing as Hearing
from hoering.memo.note import Choices as Choices
from hoering.memo.note import Memo as Memo
from hoering.memo.papers import ITEM as ITEM
from hoering.memo.papers import MEMO as MEMO
from hoering.memo.papers import SCHEMA as SCHEMA
from hoering.memo.papers import memo_papers as memo_papers
from hoering.memo.party_list import Heard as Heard
from hoering.memo.party_list import read_parties as read_parties
from hoering.memo.statements import Statements as Statements
