"""Errors of hoering. Messages are Danish and for the secretariat; they carry names of files and ids, never raw text.

HoeringError
├── ReadError          one file could not be read; the rest goes on
├── NothingReadError   no file at all could be read
├── SourceListError    kilder.csv cannot be understood
├── CodebookError      the codebook is missing or wrong
├── DecisionsError     people's decisions cannot be understood or contradict each other
├── FacitError         a person's codings to measure by cannot be understood, or no run has them
├── ModelError         the language model is missing or wrong
├── GazetteerError     a list of names cannot be read or breaks its form
├── RulesError         anonymisering.yaml cannot be read or breaks a rule
├── EditError          edits on a raw text overlap or lie outside it
├── PaperError         there is no finished run to write papers from, or a template or a list for one is at fault
├── DraftError         a draft to hold positions against is missing, cannot be read, or says nothing
└── OutputError        results could not be written
"""


class HoeringError(Exception):
    """Base of everything hoering raises on purpose; `str()` is a Danish sentence."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback (IPython asks for it by this name)."""
        return [str(self)]


class ReadError(HoeringError):
    """One file could not be read."""


class NothingReadError(HoeringError):
    """The folder is missing, empty, or holds nothing readable."""


class SourceListError(HoeringError):
    """The source list `kilder.csv` cannot be understood."""


class CodebookError(HoeringError):
    """The codebook file is missing or breaks its own rules."""


class DecisionsError(HoeringError):
    """People's decisions on codings cannot be read, name what does not exist, or contradict each other."""


class FacitError(HoeringError):
    """A person's codings cannot be read or break their form, or there is no run to hold against them."""


class ModelError(HoeringError):
    """The Danish language model could not be loaded."""


class GazetteerError(HoeringError):
    """A user's list of names cannot be read, or a line of it has no known type or no name."""


class RulesError(HoeringError):
    """``anonymisering.yaml`` cannot be read or breaks a rule; the message has line and key, never a name."""


class EditError(HoeringError):
    """Two edits overlap, or an edit lies outside its text."""


class PaperError(HoeringError):
    """A paper cannot be made: no finished run lies there, or its template or another file for it is at fault."""


class DraftError(HoeringError):
    """A draft to hold positions against is missing, cannot be read, says nothing, or is no other than one given."""


class OutputError(HoeringError):
    """Results could not be written."""
