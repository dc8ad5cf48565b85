"""From a folder tree to raw documents: one module per format, one that finds files, one that reads them.

A reader takes the bytes of a file and gives a `RawText`, or raises `ReadError` with a Danish reason; for a
file that holds files it gives an `Unpacked`. To add a format, write such a function and name its endings
in `hoering.read.formats`. Nothing is fetched, no macro is run, no member of a zip file reaches the disk.
"""

from hoering.read.answers import Answer as Answer
from hoering.read.answers import answers_of as answers_of
from hoering.read.columns import Columns as Columns
from hoering.read.find import Found as Found
from hoering.read.find import file_hash as file_hash
from hoering.read.find import find_files as find_files
from hoering.read.folder import Reading as Reading
from hoering.read.folder import read_documents as read_documents
from hoering.read.formats import CONTAINERS as CONTAINERS
from hoering.read.formats import READERS as READERS
from hoering.read.mail_head import MailHead as MailHead
from hoering.read.mail_head import mail_head as mail_head
from hoering.read.sheets import suggest_columns as suggest_columns
from hoering.read.source_list import SOURCE_LIST as SOURCE_LIST
from hoering.read.source_list import ListedSource as ListedSource
from hoering.read.source_list import chosen_columns as chosen_columns
from hoering.read.source_list import read_source_list as read_source_list
