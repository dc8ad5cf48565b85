"""Transcripts saved as subtitles (.vtt, .srt): cues of one speaker joined to a turn, with the time it began."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from hoering.errors import ReadError
from hoering.read.plain import decode
from hoering.sensitive import Mark, RawText

TIME_CODE = "time code"

# No tag reaches over the next one: a flood of open tags would else be searched to its end from each of them.
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|lang|ruby|rt|font)\b[^<>]*>|<\d[\d:.]*>|\{\\an?\d+\}", re.IGNORECASE)
_LABEL = re.compile(r"(?:- ?)?([A-ZÆØÅ][\w.-]*(?: [\w.-]+){0,3})\s?: +(?=\S)")

# A turn longer than this many seconds gets a new time code, so that a place in it can be found on the recording.
_TIME_EVERY = 60
# Without speakers, a pause of so many seconds begins a new paragraph.
_PAUSE = 3


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    speaker: str
    text: str


def read_vtt(data: bytes) -> RawText:
    """Read a .vtt file, as Teams, Zoom and Whisper write.

    Raises:
        ReadError: no subtitles.
    """
    return _read(data, "vtt")


def read_srt(data: bytes) -> RawText:
    """Read a .srt file.

    Raises:
        ReadError: no subtitles.
    """
    return _read(data, "srt")


def _read(data: bytes, form: str) -> RawText:
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    try:
        captions = webvtt.from_buffer(io.StringIO(text), format=form).captions
        cues = [cue for caption in captions for cue in _cues(caption)]
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError, AttributeError) as error:
        raise ReadError(f"Filen hedder .{form}, men kan ikke læses som undertekster.") from error
    return _Writer().write(_turns(cues))


def _cues(caption: webvtt.Caption) -> Iterator[_Cue]:
    """The speakers of a caption, each with what is said; most captions have one."""
    start, end = int(caption.start_in_seconds), int(caption.end_in_seconds)
    # Text, speaker, text, speaker, text …: what stands before the first speaker has none.
    pieces = ["", *_VOICE.split(caption.raw_text)]
    for speaker, piece in zip(pieces[::2], pieces[1::2], strict=True):
        for label, said in _labelled(_plain(piece)) if not speaker else [(_plain(speaker), _plain(piece))]:
            if said:
                yield _Cue(start, end, label, said)


def _plain(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in html.unescape(_TAG.sub("", text)).splitlines()).strip()


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """``Navn: …`` at the beginning of a line names the speaker."""
    label, said = "", ""
    for line in text.split("\n"):
        if match := _LABEL.match(line):
            yield label, said
            label, said = match[1], line[match.end() :]
        else:
            said = f"{said} {line}".strip()
    yield label, said


def _turns(cues: Iterable[_Cue]) -> Iterator[list[_Cue]]:
    """Cues that belong together: of one speaker, or without any speaker up to a pause."""
    turn: list[_Cue] = []
    has_speakers = False
    for cue in cues:
        has_speakers = has_speakers or bool(cue.speaker)
        changed = bool(turn) and bool(cue.speaker) and cue.speaker != turn[0].speaker
        paused = bool(turn) and not has_speakers and cue.start - turn[-1].end >= _PAUSE
        if changed or paused:
            yield turn
            turn = []
        turn.append(cue)
    if turn:
        yield turn


class _Writer:
    """Writes turns: the time code on a line of its own, ``Navn: …`` below it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0

    def write(self, turns: Iterable[list[_Cue]]) -> RawText:
        for turn in turns:
            self._turn(turn)
        return RawText(text="".join(self.parts), marks=tuple(self.marks))

    def _turn(self, turn: list[_Cue]) -> None:
        self._add(f"{_clock(turn[0].start)}\n", self._mark_time)
        self._add(f"{turn[0].speaker}: " if turn[0].speaker else "")
        timed, before = turn[0].start, ""
        for cue in turn:
            if cue.text == before:  # live subtitles say a line again while the next one is written
                continue
            self._add(" " if before else "")
            if cue.start - timed >= _TIME_EVERY:
                self._add(f"[{_clock(cue.start)}] ", self._mark_time)
                timed = cue.start
            self._add(" ".join(cue.text.split()))
            before = cue.text
        self._add("\n")

    def _mark_time(self, text: str) -> None:
        self.marks.append(Mark(start=self.length, end=self.length + len(text.rstrip("\n")), kind=TIME_CODE))

    def _add(self, text: str, mark: Callable[[str], None] | None = None) -> None:
        if mark is not None:
            mark(text)
        self.parts.append(text)
        self.length += len(text)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
