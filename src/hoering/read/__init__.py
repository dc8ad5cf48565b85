"""From a folder tree to raw documents: one module per format, and one that walks the folder.

A reader takes a path and gives a `RawText`, or raises `ReadError` with a Danish reason. To add a
format, write such a function and name its endings in `READERS`.
"""

from hoering.read.folder import READERS as READERS
from hoering.read.folder import Found as Found
from hoering.read.folder import file_hash as file_hash
from hoering.read.folder import find_files as find_files
from hoering.read.folder import read_documents as read_documents
from hoering.read.source_list import SOURCE_LIST as SOURCE_LIST
from hoering.read.source_list import ListedSource as ListedSource
from hoering.read.source_list import read_source_list as read_source_list
